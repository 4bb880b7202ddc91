# What the story is told with: saying what happens, asking the two programs, checking, waiting.
# Keys and tokens go from file to file and through pipes, never into the output or into a command's arguments.

say() { printf '\n%s\n' "$*"; }
step() { printf '  “%s”\n' "$*"; }     # in the words of the help page
held() { printf '      %s\n' "$*"; }  # what happened
fail() {
  printf '\ndemo: %s\n' "$*" >&2
  exit 1
}

# expect WHAT ACTUAL EXPECTED
expect() { [ "$2" = "$3" ] || fail "$1: expected '$3', got '$2'"; }

# eventually WHAT COMMAND...: until the command holds; a minute at most.
eventually() {
  local what=$1 until=$((SECONDS + 60))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || fail "a minute has passed, and still not: $what"
    sleep 0.1
  done
}

# start NAME ARGUMENT...: runs a program; sets $pid and $url as soon as it says where it listens.
start() {
  local name=$1
  shift
  : >"$run/$name.out"
  "$bin/$name" "$@" >"$run/$name.out" 2>>"$run/$name.err" &
  pid=$!
  eventually "$name listens" listening "$name"
  url=$(sed -n 's/^listening on //p' "$run/$name.out")
}

listening() {
  kill -0 "$pid" 2>/dev/null || fail "$1 ended at once: $(tail -n 5 "$run/$1.err")"
  grep -q '^listening on ' "$run/$1.out"
}

# new_user NAME COMPANY ROLE
new_user() {
  "$bin/host_stub" user add --data "$data" --company "$2" --name "$1" --role "$3" >"$run/$1.token"
  sed 's/^/Authorization: Bearer /' "$run/$1.token" >"$run/$1.header"
}

# humaans STATUS METHOD PATH [BODY]: asks the platform as the user $as; sets $answer.
humaans() { request "$1" "$2" "$host$3" "${4:-}" -H "@$run/$as.header"; }

# ashby METHOD PATH [BODY]: does in the simulator what people do in Ashby; sets $answer.
ashby() { request 200 "$1" "$simulator/_control$2" "${3:-}"; }

# Of an unexpected answer only the error's own words are shown: the rest might be a secret.
request() {
  local expected=$1 method=$2 address=$3 body=$4 status
  shift 4
  status=$(printf '%s' "$body" | curl -sS --max-time 30 -X "$method" -H 'Content-Type: application/json' "$@" \
    --data-binary @- -o "$run/answer" -w '%{http_code}' "$address") || fail "$method $address: no answer"
  answer=$(cat "$run/answer")
  [ "$status" = "$expected" ] ||
    fail "$method $address: expected $expected, got $status $(jq -c '[.message // .error, .issues[]?.message]' "$run/answer" 2>&1)"
}

# of FILTER: what jq finds in the last answer.
of() { jq -r "$1" <<<"$answer"; }

# table HEADING...: tab-separated rows from stdin in aligned columns.
table() {
  local IFS=$'\t'
  { printf '%s\n' "$*"; cat; } | jq -nRr '
    [inputs | split("\t")] as $rows
    | ($rows | transpose | map(map(length) | max)) as $widths
    | $rows[] | [., $widths] | transpose | map(.[0] + " " * (.[1] - (.[0] | length))) | "      " + (join("  ") | sub(" +$"; ""))'
}
