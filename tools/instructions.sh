#!/usr/bin/env bash
# Counts the CPU instructions that `chancery run` executes per kilobyte of text, with callgrind. Fails if a count exceeds the recorded one in tools/instructions.txt by more than the tolerance.
# The counts do not depend on how busy the machine is. Needs valgrind. Build the program first: cargo build --release -p chancery-cli
#
#   tools/instructions.sh [FORMAT…]   compare; default: csv and parquet
#   tools/instructions.sh --update    record the current counts; give the reason in the commit message
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tolerance=5 # percent
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copies=4
for ((copy = 0; copy < copies; copy++)); do mkdir -p "$work/many/$copy" && cp samples/*.txt "$work/many/$copy/"; done
mkdir "$work/one" && cp samples/*.txt "$work/one/"
bytes=$(cat samples/*.txt | wc -c)

count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null ./target/release/chancery run "$work/$1" --out "$work/out" --force --quiet --threads 1 --format "$2" 2>"$work/log" >/dev/null
  grep -o 'Collected : [0-9]*' "$work/log" | grep -o '[0-9]*'
}

update=''
[ "${1:-}" = --update ] && { update=yes; shift; }
[ $# -gt 0 ] || set -- csv parquet
status=0
for format in "$@"; do
  # The difference between two runs does not include the instructions that a run needs to start.
  one=$(count one "$format") many=$(count many "$format")
  now=$(((many - one) / (copies - 1) * 1000 / bytes))
  known=$(awk -v name="$format" '$1 == name { print $2 }' tools/instructions.txt 2>/dev/null || true)
  echo "$format: $now instructions per kilobyte (recorded: ${known:-none}); start of the program: $(((one - (many - one) / (copies - 1)) / 1000000)) million"
  echo "$format $now" >> "$work/now"
  if [ -n "$known" ] && [ "$((now * 100))" -gt "$((known * (100 + tolerance)))" ]; then
    echo "the count for $format is more than $tolerance % higher than the recorded count" >&2
    status=1
  fi
done
if [ -n "$update" ]; then cp "$work/now" tools/instructions.txt; exit 0; fi
exit "$status"
