#!/usr/bin/env bash
# Packages all crates without using the network, and checks that each archive contains the licences and the README.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=$(mktemp -d)
trap 'rm -rf "$target"' EXIT
crates=()
for folder in crates/*/; do
  crates+=(-p "chancery-$(basename "$folder")")
done
cargo package "${crates[@]}" --no-verify --offline --allow-dirty --quiet --target-dir "$target"
count=0
for archive in "$target"/package/*.crate; do
  name=$(basename "$archive" .crate)
  for file in LICENSE-MIT LICENSE-APACHE README.md Cargo.toml; do
    tar -tzf "$archive" "$name/$file" >/dev/null || { echo "$name has no $file"; exit 1; }
    [ "$(tar -xzOf "$archive" "$name/$file" | wc -c)" -gt 100 ] || { echo "$file of $name is too short: the archive must contain the file, not a link"; exit 1; }
  done
  count=$((count + 1))
done
expected=$((${#crates[@]} / 2))
[ "$count" -eq "$expected" ] || { echo "$count archives, but $expected crates"; exit 1; }
echo "$count archives with licences and README"
