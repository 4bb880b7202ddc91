#!/usr/bin/env bash
# plot_intake.sh TABLE PLOT: draws the rates of a table of intake_bench over the number of connections.
set -euo pipefail
rows=$(mktemp -d)
trap 'rm -r "$rows"' EXIT
names=()
while read -r name; do
  jq -r --arg name "$name" '.[] | select(.name == $name) | "\(.connections) \(.perSecond)"' "$1" >"$rows/${#names[@]}"
  names+=("$name")
done < <(jq -r '[.[].name] | unique[]' "$1")
{
  cat <<'GNUPLOT'
set terminal svg size 900,560 font "Liberation Sans,13" background "white"
set logscale xy
set xlabel "connections at once"
set ylabel "requests a second"
set grid
set key outside bottom center horizontal maxcols 2
GNUPLOT
  echo "set output '$2'"
  echo -n 'plot '
  for i in "${!names[@]}"; do
    [ "$i" -eq 0 ] || echo -n ', '
    echo -n "'$rows/$i' with linespoints linewidth 2 title \"${names[$i]}\""
  done
} | gnuplot
