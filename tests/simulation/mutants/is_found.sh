#!/usr/bin/env bash
# is_found.sh FOLDER SIMULATION ARGUMENT...: runs the simulation, and prints which invariant caught the mutant after how many
# runs. Fails if none does, or if its patch could not be applied, as FOLDER/refused says.
set -uo pipefail
folder=$1
shift
[ ! -e "$folder/refused" ] || { cat "$folder/refused"; exit 1; }
# The simulation ends with status 1 when it has found something.
output=$("$1" --schedules 20000 --jobs 1 --brief "${@:2}" 2>&1)
line=$(grep '^FOUND' <<<"$output") || { printf 'not found in 20000 runs; the simulation said:\n%s\n' "$output"; exit 1; }
IFS='|' read -r invariant run after _ <<<"${line#FOUND }"
printf 'found after %s runs by: %s\n' "$(tr -dc 0-9 <<<"${after:-$run}")" "$invariant"
