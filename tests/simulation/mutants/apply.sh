#!/usr/bin/env bash
# apply.sh PATCH_PROGRAM PATCH SOURCE COPY REFUSED: writes the source with the patch to COPY. If the patch no longer fits,
# COPY is the source as it is, and REFUSED says why.
set -uo pipefail
program=$1 patch=$2 source=$3 copy=$4 refused=$5
mkdir -p "$(dirname "$copy")"
rm -f "$refused"
reason=$("$program" --batch --fuzz=1 --reject-file=- --output="$copy" "$source" "$patch" 2>&1) && exit 0
cp "$source" "$copy"
printf '%s no longer fits %s: make the patch anew (diff -u)\n%s\n' "$patch" "$source" "$reason" >"$refused"
