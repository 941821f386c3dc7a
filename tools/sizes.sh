#!/usr/bin/env bash
# Measures the time and peak memory of `chancery` on large inputs: 100,000 and one million short documents, a user's folder with a million names, texts of 256
# and 1023 MiB, and a folder of documents. `chancery` reads this last folder with one and with two threads, and writes CSV and Parquet. The first argument
# is the path of the folder of documents. The default is `corpora/ungd`, or `samples` if that folder does not exist. The script needs GNU time. Build the
# program first: cargo build --release -p chancery-cli
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
chancery=$PWD/target/release/chancery
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

timed() {
  local name=$1
  shift
  rm -rf "$work/out"
  /usr/bin/time -f "$name: %e s, %U s of CPU, %M KB" "$chancery" run "$@" --out "$work/out" --quiet
}

for count in 100000 1000000; do
  awk -v n="$count" 'BEGIN { for (i = 0; i < n; i++) printf "{\"id\": \"%d\", \"text\": \"Kenya met Ghana in 2001 and signed agreement %d.\"}\n", i, i }' > "$work/short.jsonl"
  timed "$count documents of one sentence each" "$work/short.jsonl"
done

mkdir -p "$work/names/gazetteer"
awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "{\"id\": \"company.x%d\", \"type\": \"company\", \"name\": {\"en\": \"Kavelo%d Foundation\"}, \"src\": \"generated\"}\n", i, i }' > "$work/names/gazetteer/names.jsonl"
for time in first second; do
  echo '{"text": "Kenya met Ghana."}' | CHANCERY_CACHE="$work/cache" /usr/bin/time -f "a user's folder with a million names, $time run: %e s, %M KB" "$chancery" annotate --data "$work/names" >/dev/null
done

folder=${1:-corpora/ungd}
[ -d "$folder" ] || folder=samples
find -L "$folder" -name '*.txt' -print0 | sort -z | xargs -0 cat > "$work/once.txt"
while cat "$work/once.txt"; do :; done 2>/dev/null | head -c $((256 << 20)) | iconv -c -t UTF-8 > "$work/long.txt" || true
timed "one text of 256 MiB" "$work/long.txt" --threads 1
while cat "$work/once.txt"; do :; done 2>/dev/null | head -c $((1023 << 20)) | iconv -c -t UTF-8 > "$work/long.txt" || true
timed "one text of 1023 MiB" "$work/long.txt" --threads 1
rm "$work/long.txt"

for format in csv parquet; do
  for threads in 1 2; do
    timed "$folder to $format with $threads thread(s)" "$folder" --format "$format" --threads "$threads"
  done
done
