#!/usr/bin/env bash
# plugin_layers.sh FOLDER: checks the arrows inside of the plugin in FOLDER.
#   hires/             includes neither ashby/ nor connection/, and names Ashby in no code: only its source does
#   ashby/             includes of hires/ the interface that it implements
#   ashby/webhook/     includes also the records that a delivery is written to
# The namespace is the whole plugin's, and no arrow.
set -euo pipefail
cd "$1"
[ -d hires ] && [ -d ashby/webhook ] || { echo "$1 lacks hires/ or ashby/webhook/"; exit 1; }
status=0

# none WHAT: fails with the lines of stdin, if there are any.
none() {
  local lines
  lines=$(cat)
  [ -z "$lines" ] || { printf '%s:\n%s\n' "$1" "$lines"; status=1; }
}
includes() { grep -rn '#include "' "$@" || true; }
code() { grep -rn '' "$@" | sed 's://.*::' | grep -v ':namespace ashby {'; }

none "hires/ includes what knows Ashby" < <(includes hires | grep -E '"(ashby|connection)/')
none "what serves any source includes hires/ or what knows Ashby" \
  < <(includes fields json person_names | grep -E '"(ashby|connection|hires)/')
none "hires/ names Ashby in code" < <(code hires | grep -i ashby)
none "ashby/ includes more of hires/ than the interface" \
  < <(includes ashby --exclude-dir=webhook | grep '"hires/' | grep -v '"hires/source/')
none "ashby/webhook/ includes more of hires/ than the records" \
  < <(includes ashby/webhook | grep '"hires/' | grep -vE '"hires/(source/|records/|work/reconciliation\.hpp")')
exit "$status"
