#!/usr/bin/env bash
# tidy_one.sh BUILD FILE: clang-tidy over one file of BUILD's compilation database, unless it was found clean before, with
# all that it includes as it is now.
set -euo pipefail
build=$1 file=$2
IFS=$'\t' read -r folder command < <(
  jq -r --arg file "$file" 'first(.[] | select(.file == $file)) | [.directory, .command] | @tsv' "$build/compile_commands.json")
preprocess=$(sed -E 's/ -o [^ ]+ -c / -E -o - /' <<<"$command")
clean=$build/clean/$({ clang-tidy --version; cat .clang-tidy; (cd "$folder" && eval "$preprocess"); } | sha256sum | cut -d' ' -f1)
[ ! -e "$clean" ] || exit 0
clang-tidy --quiet -p "$build" "$file"
mkdir -p "$build/clean"
touch "$clean"
