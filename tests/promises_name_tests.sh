#!/usr/bin/env bash
# Every test that README.md names for a promise is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
missing=0
while IFS=. read -r suite name; do
  grep -rqE "^TEST(_F|_P)?\($suite,[[:space:]]*$name\)" --include='*.?pp' . ||
    { echo "README.md names $suite.$name, which is no test"; missing=1; }
done < <(sed -n '/^## Which test goes red/,$p' README.md | grep -oE '`[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+`' | tr -d '`' | sort -u)
exit "$missing"
