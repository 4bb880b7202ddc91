#!/usr/bin/env bash
# story.sh BUILD [--exit]: walks the help page with the programs of a build, checking every step.
set -euo pipefail
build=$(realpath "$1")
bin=$build/bin
then=${2:-serve}
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/tools.sh"
source "$here/new_hires.sh"

umask 077
run=$(mktemp -d)
data=$run/data
running=()
end() {
  [ ${#running[@]} -eq 0 ] || kill "${running[@]}" 2>/dev/null || true
  wait
  rm -rf "$run"
}
trap end EXIT
trap 'exit 130' INT TERM

serve() { # ADDRESS
  start host_stub serve --plugins "$build/plugins/ashby" --data "$data" --listen "$1" \
    --route "https://api.ashbyhq.com=$simulator"
  host=$url host_pid=$pid
  running=("$simulator_pid" "$host_pid")
}

say "Starting the Ashby simulator and the platform, on free ports, with their data in a new folder"
start ashby_simulator --listen 127.0.0.1:0
simulator=$url simulator_pid=$pid
running=("$simulator_pid")
new_user owner main owner
new_user reviewer main hr
new_user stranger elsewhere owner
serve 127.0.0.1:0
as=owner
held "Ashby is at $simulator, the platform at $host"

say "In Humaans"
step "Open Admin area. Scroll down to Integrations."
humaans 200 GET /api/integrations
expect "the integrations" "$(of '[.data[].id] | join(" ")')" ashby
held "the list of integrations shows $(of '.data[0] | .name + " " + .version')"
step 'Find the Ashby integration and click "Configure".'
humaans 201 POST /api/connections '{"integration":"ashby","name":"Our Ashby"}'
connection=$(of .id)
expect "a new connection's state" "$(of .state)" disabled
held "there is a connection, $connection, still disabled"
step "The user setting up the integration needs to have the correct permissions in both systems"
as=reviewer humaans 403 GET /api/connections
held "a reviewer is refused: 403"
step 'Click "Enable integration"'
humaans 200 POST "/api/connections/$connection/enable"
cp "$run/answer" "$run/webhook"
request_url=$(of .requestUrl)
[ "$(of '.secretToken | length')" -ge 32 ] || fail "the Secret Token is shorter than 32 characters"
held "Request URL   $request_url"
held "Secret Token  $(of '.secretToken | length') characters, not shown here"
eventually "the connection waits for a key" state_is incomplete
held "state: incomplete - $(of .health)"

say "In Ashby"
step 'Click "API Keys". Click the "New" button. Enter a Name for the API Key. Hit "Create API Key". Copy the API Key.'
ashby POST /api-keys '{"title":"without Offers","scopes":["candidates:read","jobs:read","organization:read"]}'
cp "$run/answer" "$run/weak_key"
ashby POST /api-keys \
  '{"title":"Humaans","scopes":["candidates:read","jobs:read","offers:read","organization:read"]}'
cp "$run/answer" "$run/key"
held "two keys are made: one by somebody who forgot to tick Offers, one that has it all"

say "In Humaans"
step "Paste in the Ashby API Key you've just created. Click \"Save\""
humaans 422 PUT "/api/connections/$connection/settings" "$(jq '{apiKey: .key}' "$run/weak_key")"
of '.issues[].message' | grep -q Offers || fail "the refusal of a key without Offers doesn't name Offers"
held "the key without Offers is refused, 422: $(of '.issues[0].message')"
humaans 200 PUT "/api/connections/$connection/settings" "$(jq '{apiKey: .key}' "$run/key")"
eventually "the connection waits for a webhook" state_is waiting
held "the other key is saved, shown as $(of .settings.apiKey)"
held "state: waiting - $(of .health)"

say "In Ashby"
step 'Click "Webhooks". Click the "New" button. Under "Webhook Type", select "Application Updated".'
step "Paste in the Request URL from Humaans. Paste in the Secret Token."
ashby POST /webhooks "$(jq '{webhookType: "applicationUpdate", requestUrl, secretToken}' "$run/webhook")"
expect "the webhook is enabled, since its ping was answered" "$(of .enabled)" true
held "the webhook is made, Ashby's ping is answered"
step "The integration should now be active: once the first delivery has shown that the webhook tells of hires."
eventually "Ashby has called" health_says "the Secret Token are right"
held "state: $(of .state) - $(of .health)"

tell_of_new_hires

say "The platform restarts"
new_hires
before=$(of '[.data[] | del(.possibleDuplicates)]')
kill "$host_pid"
wait "$host_pid" || fail "the platform ended with status $?"
serve "${host#http://}"
new_hires
expect "the new hires after the restart" "$(of '[.data[] | del(.possibleDuplicates)]')" "$before"
state_is active || fail "the connection isn't active after the restart"
humaans 200 GET /api/people
expect "members after the restart" "$(of .total)" 1
held "all is still there: four new hires, one member, the connection active"

say "What must not be seen is not seen"
as=stranger
for path in connections new-hires people; do
  humaans 200 GET "/api/$path"
  expect "another company's $path" "$(of .total)" 0
done
humaans 404 GET "/api/connections/$connection"
held "another company's owner sees no connection, no new hire and no member"
as=owner
nowhere() { # WHAT, its text on stdin
  ! grep -rFaq -f - "$data" "$run"/*.out "$run"/*.err || fail "$1 is in clear in the data folder or in an output"
}
grep -rFaq "$connection" "$data" || fail "the search through the data folder finds nothing at all"
jq -r .key "$run/key" | nowhere "the API key"
jq -r .key "$run/weak_key" | nowhere "the refused API key"
jq -r .secretToken "$run/webhook" | nowhere "the Secret Token"
nowhere "a user's token" <"$run/owner.token"
held "neither the API key nor the Secret Token is in clear in the data folder or in what the programs print"

say "New hires"
new_hires
hires_table
say "People"
humaans 200 GET /api/people
people_table
say "Everything on the help page held."
[ "$then" != --exit ] || exit 0
trap 'exit 0' INT TERM

link=$("$bin/host_stub" user link --data "$data" --company main --name owner --url "$host")
cat <<TEXT

The platform serves its pages at $host until Ctrl-C, the Ashby simulator at $simulator.
Four new hires wait to be reviewed. Sign in, once, as the owner:

  $link

Or ask its HTTP API, and hire somebody:

  curl -H @$run/owner.header '$host/api/new-hires'
  curl '$simulator/_control/hires' -d '{"name":"Ines Moreau","jobTitle":"People Partner","department":"People"}'
TEXT
wait "$host_pid"
