#!/usr/bin/env bash
# hardening.sh FILE...: every program and library that users run is built with what makes a flaw hard to use.
set -euo pipefail
bad=0
lacks() {
  echo "$1 $2"
  bad=1
}
for file in "$@"; do
  elf=$(readelf -W -h -l -d -s "$file")
  grep -q 'Type: *DYN' <<<"$elf" || lacks "$file" "is at a fixed address (no PIE)"
  grep -q GNU_RELRO <<<"$elf" || lacks "$file" "has no RELRO"
  grep -qE 'BIND_NOW|FLAGS.* NOW' <<<"$elf" || lacks "$file" "binds symbols late (no -z now)"
  ! grep -qE 'GNU_STACK.* RWE ' <<<"$elf" || lacks "$file" "has an executable stack"
  grep -q __stack_chk_fail <<<"$elf" || lacks "$file" "has no stack protector"
  grep -qE '__[a-z]+_chk' <<<"${elf//__stack_chk_fail/}" || lacks "$file" "has no fortified calls"
done
exit "$bad"
