#!/usr/bin/env bash
# Sets the explorer beside SPIN (Debian: apt-get install spin gcc) on the reduced protocol: one core, a full search, safety only, breadth-first,
# the same states counted. SPIN's timing resolution is ten milliseconds, so it runs five times and the best wall time counts.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp Benchmarks/Explorer/reduced.pml "$work"
echo "explorer"
.build/release/explorer-benchmark | sed 's/^/  /'
for mode in BFS DFS; do
  (cd "$work" && spin -a reduced.pml && gcc -O3 -DSAFETY -DNOFAIR -DNOREDUCE -DMEMLIM=8000 $([ $mode = BFS ] && echo -DBFS) -o pan pan.c)
  best=""
  for _ in 1 2 3 4 5; do
    start=$(date +%s.%N)
    (cd "$work" && ./pan -E -m1000000 -w24 > out.txt)
    took=$(echo "$(date +%s.%N) - $start" | bc)
    if [ -z "$best" ] || [ "$(echo "$took < $best" | bc)" = 1 ]; then best=$took; fi
  done
  echo "spin $mode"
  grep -E "states, stored|transitions|State-vector|actual memory usage for states|total actual memory" "$work/out.txt" | sed 's/^ */  /'
  states=$(grep -oE "[0-9.e+]+ states, stored" "$work/out.txt" | cut -d' ' -f1)
  echo "  wall seconds $best (best of 5)"
  echo "  states/s $(python3 -c "print(round(float('$states')/float('$best')))")"
done
