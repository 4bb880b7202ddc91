# Sourced by ./dev. Lets an interrupted part of the tests go on with the pieces that it has not finished.

# The pieces that are done stand in build/resume/PART, below a sum of all that is tested; their logs in PART.log.
resume_begin() {
  local sum done
  resume_record=build/resume/$1
  sum=$(git ls-files -co --exclude-standard -z | LC_ALL=C sort -z | { xargs -0 sha256sum 2>&1 || true; } | sha256sum)
  mkdir -p build/resume
  if [ "$(head -n 1 "$resume_record" 2>/dev/null)" != "$sum" ]; then
    echo "$sum" >"$resume_record"
    : >"$resume_record.log"
  fi
  done=$(($(wc -l <"$resume_record") - 1))
  [ "$done" -eq 0 ] || say "$1 goes on: pieces done before: $done"
}

# Runs a command, unless this piece is done already.
resume_piece() {
  local piece=$1
  shift
  ! grep -qxF "$piece" "$resume_record" || return 0
  "$@" || return
  echo "$piece" >>"$resume_record"
}

# After the last piece: the next run begins anew.
resume_end() { rm "$resume_record"; }

# Runs the tests of a preset, so many a piece; a piece that fails keeps none from running. More words: options of
# ctest that choose the tests.
resume_tests() {
  local preset=$1 size=$2 status=0 numbers piece
  shift 2
  numbers=$(ctest --preset "$preset" -N "$@" | sed -n 's/^ *Test *#\([0-9]*\):.*/\1/p') || return
  [ -n "$numbers" ] || fail "ctest lists no tests of $preset"
  while read -r piece; do
    resume_piece "tests $piece" run_numbered "$preset" "$piece" </dev/null || status=1
  done < <(xargs -n "$size" <<<"$numbers" | tr ' ' ,)
  return "$status"
}

run_numbered() {
  ctest --preset "$1" --parallel 2 --no-tests=error -I "0,0,0,$2" || return
  cat "build/$1/Testing/Temporary/LastTest.log" >>"$resume_record.log"
}
