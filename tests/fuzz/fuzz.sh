#!/usr/bin/env bash
# Runs the fuzzers of build/fuzz, two at once; each line tells of one of them. Status 1 where one has found something.
#
#   fuzz.sh check               what ./dev test runs: the corpus, then so many inputs, the same each time in one folder
#   fuzz.sh search SECONDS [NAME...]
#                               other inputs each time, from what earlier searches have come upon
#   fuzz.sh keep [NAME...]      of these, the few that reach the most become the corpus: 100 files at most
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# How many inputs a check makes of each: some eight seconds on one core.
declare -A RUNS=([answer]=600 [api]=700 [delivery]=100000 [json]=50000 [run]=120 [manifest]=2500 [name]=12000
  [record]=60000 [request]=60000 [response]=60000 [signature]=6000 [time]=100000 [value]=40000 [webhook]=12000)

# Short stacks of allocations and a small quarantine: a third faster. Whoever repeats a finding gets them whole.
# clang 14 takes a plugin's thread-local memory for a header if its address ends in 0x010, and the search for leaks then
# reads where nothing is: it goes by the heap alone.
export ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=16:intercept_tls_get_addr=0

# Addresses get into what libFuzzer tries next. Not every container lets a program have the same each time.
FIXED_ADDRESSES=()
! setarch -R true 2>/dev/null || FIXED_ADDRESSES=(setarch -R)

KEPT_FILES=100 KEPT_BYTES=200000

fail() { printf 'fuzz: %s\n' "$*" >&2; exit 1; }

# Runs one fuzzer: NAME, where it writes new inputs, its arguments. Its log is build/fuzz/logs/NAME. Leaks are looked for
# once, at the end: after an input that takes long to free, libFuzzer would look each time.
run() {
  local name=$1 into=$2 log=build/fuzz/logs/$1
  shift 2
  local dictionary=tests/fuzz/dictionaries/$name.dict
  mkdir -p "$into"
  [ ! -f "$dictionary" ] || set -- -dict="$dictionary" "$@"
  set -- "${FIXED_ADDRESSES[@]}" build/fuzz/bin/"${name}_fuzzer" -artifact_prefix="build/fuzz/findings/$name-" \
    -timeout=60 -detect_leaks=0 "$into" "$@"
  "$@" >"$log" 2>&1 || { tell_finding "$name" "$log"; return 1; }
  tell "$name" "$log"
}

tell() {
  awk -v name="$1" '/^#[0-9]+\tDONE/ {inputs = substr($1, 2); for (i = 1; i < NF; ++i) at[$i] = $(i + 1)}
    /^Done [0-9]+ runs in/ {seconds = $5 > 0 ? $5 : 1}
    END {sub("/.*", "", at["corp:"])
      printf "%-10s %8d inputs, %6d a second, %5d edges, a corpus of %d: no finding\n",
        name, inputs, inputs / seconds, at["cov:"], at["corp:"]}' "$2"
}

tell_finding() {
  local artifact
  artifact=$(sed -n 's/.*Test unit written to //p' "$2" | tail -1)
  { tail -n 60 "$2"; echo "$1: FOUND, the log is $2; again by: build/fuzz/bin/$1_fuzzer $artifact"; } >&2
}

# The order of the corpus counts, and when libFuzzer looks again at what it wrote.
check() {
  local folder status=0
  folder=$(mktemp -d)
  find "tests/fuzz/corpus/$1" -type f | LC_ALL=C sort | paste -sd , | tr -d '\n' >"$folder/corpus"
  mkdir "$folder/new"
  run "$1" "$folder/new" -seed=1 -runs="${RUNS[$1]}" -reload=0 -seed_inputs=@"$folder/corpus" || status=1
  rm -r "$folder"
  return "$status"
}

search() { run "$2" "build/fuzz/corpus/$2" -max_total_time="$1" "tests/fuzz/corpus/$2"; }

# The smallest that reach something new, then of these, where they are many, those that reach the most: libFuzzer
# writes them one after the other, each the one that adds the most.
keep() {
  local name=$1 corpus=tests/fuzz/corpus/$1 small merged file count=0 bytes=0
  small=$(mktemp -d) merged=$(mktemp -d)
  {
    build/fuzz/bin/"${name}_fuzzer" -merge=1 -use_counters=0 "$small" "$corpus" "build/fuzz/corpus/$name" &&
      if [ "$(find "$small" -type f | wc -l)" -gt "$KEPT_FILES" ]; then
        build/fuzz/bin/"${name}_fuzzer" -set_cover_merge=1 -use_counters=0 "$merged" "$small"
      else
        cp "$small"/* "$merged"
      fi
  } >build/fuzz/logs/"$name-merge" 2>&1 || { tell_finding "$name" build/fuzz/logs/"$name-merge"; return 1; }
  rm -rf "$corpus"
  mkdir -p "$corpus"
  while read -r size file; do
    ((++count <= KEPT_FILES && (bytes += size) <= KEPT_BYTES)) || break
    cp "$file" "$corpus"
  done < <(find "$merged" -type f -printf '%T@ %s %p\n' | sort -n | cut -d' ' -f2-)
  rm -r "$small" "$merged"
  echo "$name: $(find "$corpus" -type f | wc -l) files, $(du -sb "$corpus" | cut -f1) bytes"
}

names() {
  local name
  [ $# -gt 0 ] || set -- $(printf '%s\n' "${!RUNS[@]}" | sort)
  for name in "$@"; do
    [ -n "${RUNS[$name]:-}" ] || fail "there is no fuzzer '$name': $(printf '%s ' "${!RUNS[@]}")"
  done
  printf '%s\n' "$@"
}

verb=${1:-}
shift || true
mkdir -p build/fuzz/findings build/fuzz/logs
case $verb in
  check | keep) names "$@" | xargs -P 2 -n 1 "$0" "one-$verb" ;;
  search)
    seconds=${1:?SECONDS}
    shift
    names "$@" | xargs -P 2 -n 1 "$0" one-search "$seconds"
    ;;
  one-check | one-keep | one-search) "${verb#one-}" "$@" ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
