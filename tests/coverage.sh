#!/usr/bin/env bash
# coverage.sh BUILD: what of the plugin and of the store the tests in one process run; the simulation and the real
# host come on top, uncounted.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$1
find "$build" -name '*.gcda' -delete
for program in ashby_parts_test ashby_connection_test host_data_test disk_test damage_test; do
  "$build/bin/$program" --gtest_brief=1 >"$build/$program.log" || { cat "$build/$program.log" >&2; exit 1; }
done
# Branches of exceptions that any call may throw say nothing.
counted() {
  gcovr --root . --object-directory "$build" --exclude-throw-branches --exclude-unreachable-branches "$@"
}
for part in ashby_plugin host_stub/data; do
  printf '== %s: lines\n' "$part"
  counted --filter "$part/"
  printf '== %s: branches\n' "$part"
  counted --filter "$part/" --branches
done
