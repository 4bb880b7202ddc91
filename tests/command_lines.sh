#!/usr/bin/env bash
# command_lines.sh PROGRAM...: each program explains itself, says its version, and refuses what it doesn't know with 2.
set -uo pipefail
wrong=0
complain() { echo "$*" >&2; wrong=1; }
for program in "$@"; do
  name=$(basename "$program")
  help=$("$program" --help 2>/dev/null) || complain "$name --help ends with $?"
  [ -n "$help" ] || complain "$name --help prints nothing"
  version=$("$program" --version 2>/dev/null) || complain "$name --version ends with $?"
  grep -qE '[0-9]+\.[0-9]+' <<<"$version" || complain "$name --version prints no version but '$version'"
  said=$("$program" --no-such-option 2>&1 >/dev/null)
  status=$?
  [ "$status" -eq 2 ] || complain "$name --no-such-option ends with $status, not 2"
  [ -n "$said" ] || complain "$name --no-such-option says nothing on stderr"
done
exit "$wrong"
