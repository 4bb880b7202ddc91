#!/usr/bin/env bash
# Every package that ./dev installs is listed in DEPENDENCIES.md, with its licence.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
missing=0
code() { grep -v '^ *#' dev; }
while read -r package; do
  grep -qF "\`$package\`" DEPENDENCIES.md || { echo "DEPENDENCIES.md doesn't list $package"; missing=1; }
done < <({
  code | sed -n '/_PACKAGES=(/,/)/p' | sed 's/^[A-Z_]*=(//; s/)$//'
  grep -oE '^ *(command .*\|\| )?need [^&|]*' <(code) | sed -E 's/.*need //; s/"[^"]*"//g; s/\$\{full:\+([^}]*)\}/\1/g'
} | tr ' ' '\n' | grep -E '^[a-z0-9][a-z0-9.+-]+$' | sort -u)
exit "$missing"
