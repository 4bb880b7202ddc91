#!/usr/bin/env bash
# Every test that promises.md, routes.md and SECURITY.md name is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
missing=0
while IFS=. read -r suite name; do
  grep -rqE "^TEST(_F|_P)?\($suite,[[:space:]]*$name\)" --include='*.?pp' . ||
    { echo "$suite.$name is named for a promise, and is no test"; missing=1; }
done < <(cat promises.md routes.md results.md ../SECURITY.md | grep -oE '`[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+`' | tr -d '`' | sort -u)
while read -r name; do
  [ -f "pages/${name#pages_}.test.mjs" ] || { echo "promises.md names $name, which is no test"; missing=1; }
done < <(grep -ohE '`pages_[a-z_]+`' promises.md ../SECURITY.md | tr -d '`' | sort -u)
while read -r name; do
  [ -f "fuzz/$name.cpp" ] || { echo "$name is named for a promise, and is no fuzzer"; missing=1; }
done < <(grep -ohE '`[a-z]+_fuzzer`' promises.md ../SECURITY.md | tr -d '`' | sort -u)
exit "$missing"
