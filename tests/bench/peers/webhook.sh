#!/usr/bin/env bash
# webhook.sh DATABASE SECRET: a peer, Debian's webhook with a command that keeps each delivery durably.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
sqlite3 "$1" 'PRAGMA journal_mode=WAL; CREATE TABLE rows (place INTEGER PRIMARY KEY, id TEXT, body BLOB)' >/dev/null
port=$(shuf -i 20000-60000 -n 1)
cat >"$1.hooks.json" <<HOOKS
[{"id": "ashby", "execute-command": "$here/durable.sh", "include-command-output-in-response": true,
  "pass-arguments-to-command": [{"source": "string", "name": "$1"}, {"source": "payload", "name": "data.application.id"}],
  "trigger-rule": {"match": {"type": "payload-hmac-sha256", "secret": "$2",
    "parameter": {"source": "header", "name": "Ashby-Signature"}}}}]
HOOKS
webhook -hooks "$1.hooks.json" -ip 127.0.0.1 -port "$port" >/dev/null 2>&1 &
trap 'kill $!; exit' TERM
until curl -s -o /dev/null "http://127.0.0.1:$port/"; do sleep 0.1; done
echo "$port"
wait
