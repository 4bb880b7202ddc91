#!/usr/bin/env bash
# make.sh BUILD FOLDER: makes a data folder with the programs of a build, and what the API answers about it.
set -euo pipefail
build=$(realpath "$1")
bin=$build/bin
mkdir -p "$2"
folder=$(realpath "$2")
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/../demo/tools.sh"
source "$here/../demo/new_hires.sh"

umask 077
run=$(mktemp -d)
data=$folder/data
rm -rf "$data"
running=()
end() {
  [ ${#running[@]} -eq 0 ] || kill "${running[@]}" 2>/dev/null || true
  wait
  rm -rf "$run"
}
trap end EXIT
trap 'exit 130' INT TERM

# A connection that has gone the whole help page; sets $connection.
connect() { # NAME
  humaans 201 POST /api/connections "{\"integration\":\"ashby\",\"name\":\"$1\"}"
  connection=$(of .id)
  humaans 200 POST "/api/connections/$connection/enable"
  cp "$run/answer" "$run/webhook"
  ashby POST /api-keys '{"title":"all","scopes":["candidates:read","jobs:read","offers:read","organization:read"]}'
  cp "$run/answer" "$run/key"
  humaans 200 PUT "/api/connections/$connection/settings" "$(jq '{apiKey: .key}' "$run/key")"
  ashby POST /webhooks "$(jq '{webhookType: "applicationUpdate", requestUrl, secretToken}' "$run/webhook")"
}

# Keeps what the API answers to $as, an owner.
answers() {
  humaans 200 GET /api/connections
  of '.data | map({id, name, state})' >"$run/connections"
  : >"$run/hires"
  for state in staged promoted discarded; do
    humaans 200 GET "/api/new-hires?state=$state&sort=importedAt&order=asc"
    of '.data[] | {id, state, version, fields, source, importedAt}' >>"$run/hires"
  done
  humaans 200 GET /api/people
  of .data >"$run/people"
  jq -n --rawfile token "$run/$as.token" --slurpfile connections "$run/connections" --slurpfile hires "$run/hires" \
    --slurpfile people "$run/people" '{token: ($token | rtrimstr("\n")),
      connections: $connections[0], newHires: $hires, people: $people[0]}' >"$run/$as.expected"
}

start ashby_simulator --listen 127.0.0.1:0
simulator=$url
running=("$pid")
new_user owner main owner
new_user reviewer main hr
new_user stranger elsewhere owner
start host_stub serve --plugins "$build/plugins/ashby" --data "$data" --listen 127.0.0.1:0 \
  --route "https://api.ashbyhq.com=$simulator"
host=$url host_pid=$pid
running+=("$host_pid")

as=owner
connect Removed
humaans 204 DELETE "/api/connections/$connection?data=purge"
connect "Our Ashby"
hire_five
eventually "five new hires" new_hires_are 5
suharto=$(hire_id Suharto) bjorn=$(hire_id 'Björn Lindqvist') amara=$(hire_id 'Amara Grace Okafor')
humaans 200 POST "/api/new-hires/$suharto/promote" '{"fields":{"lastName":"Wijaya"}}'
humaans 204 DELETE "/api/new-hires/$bjorn"
humaans 200 PATCH "/api/new-hires/$amara" '{"fields":{"jobTitle":"Head of People"}}'

as=stranger
connect "Elsewhere's Ashby"
ashby POST /hires '{"name":"Ines Moreau","email":"ines@example.org","jobTitle":"People Partner","department":"People"}'
eventually "all six elsewhere" new_hires_are 6
answers

as=owner
eventually "the sixth in the first company, too" new_hires_are 4
answers

kill "$host_pid"
wait "$host_pid" || fail "the host ended with status $?"
running=("${running[0]}")
jq -n --slurpfile main "$run/owner.expected" --slurpfile elsewhere "$run/stranger.expected" \
  '{main: $main[0], elsewhere: $elsewhere[0]}' >"$folder/expected.json"
rm -f "$data/lock" "$data/host.db-shm"
[ -s "$data/host.db-wal" ] || rm -f "$data/host.db-wal"
chmod -R go+rX "$folder"
