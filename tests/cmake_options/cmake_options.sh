#!/usr/bin/env bash
# cmake_options.sh SOURCE FOLDER: each option of ours may be OFF, and whoever includes us gets none of our flags.
# Configures in FOLDER, and builds nothing.
set -euo pipefail
source=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder"

configure() {
  local name=$1
  shift
  cmake -G Ninja -B "$folder/$name" -DCMAKE_BUILD_TYPE=Release "$@" >"$folder/$name.log" 2>&1 ||
    { cat "$folder/$name.log" >&2; echo "$name does not configure: see above" >&2; exit 1; }
}

configure outside -S "$source/tests/cmake_options/outside" "-DOURS=$source"
command=$(grep -E '"command": .*outsider\.dir' "$folder/outside/compile_commands.json")
# An includer needs the headers, their C++20, and how Boost.DLL is compiled. Release brings -O3 and NDEBUG.
ours=$(grep -oE ' -(f|W|m|D|U|O|std=|include )[^ "]*' <<<"$command" | grep -vE ' -(O3|DNDEBUG|DBOOST_DLL_USE_STD_FS|std=gnu\+\+20)$' || true)
[ -z "$ours" ] || { echo "an includer's target is compiled with options of ours:$ours" >&2; exit 1; }
! grep -q ccache <<<"$command" || { echo "an includer's target is compiled through our ccache" >&2; exit 1; }

grep -q 'version-script=[^ ]*integration_plugin.map' "$folder/outside/build.ninja" ||
  { echo "an includer's plugin is linked without the list of what it exports" >&2; exit 1; }

for option in ASHBY_PLUGIN HOST_STUB TESTS; do
  configure "without_$option" -S "$source" "-DINTEGRATION_BUILD_$option=OFF"
done
