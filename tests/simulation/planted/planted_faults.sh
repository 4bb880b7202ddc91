#!/usr/bin/env bash
# planted_faults.sh SIMULATION PLUGINS NAME...: runs the simulation over each plugin PLUGINS/planted/NAME and each host
# that breaks its word, and prints which invariant caught it after how many lives. Fails where one isn't caught.
set -uo pipefail
simulation=$1 plugins=$2
shift 2
lives=20000 missed=0

try() {
  local name=$1 line
  shift
  line=$("$simulation" --schedules "$lives" --jobs 2 --brief "$@" | grep "^FOUND" || true)
  [ -n "$line" ] || {
    printf '%-36s NOT FOUND in %s lives\n' "$name" "$lives"
    missed=$((missed + 1))
    return
  }
  IFS='|' read -r invariant life after _ <<<"${line#FOUND }"
  printf '%-36s %6s  %s\n' "$name" "$(tr -dc 0-9 <<<"${after:-$life}")" "$invariant"
}

printf '%-36s %6s  %s\n' fault lives 'caught by'
for name in "$@"; do try "$name" --plugin "$plugins/planted/$name"; done
for flaw in loses-wake-at lets-the-fenced-out-write answers-commit-before-it-happens; do
  try "host: $flaw" --plugin "$plugins/ashby" --flaw "$flaw"
done
[ "$missed" -eq 0 ] || { echo "$missed planted faults were not found"; exit 1; }
