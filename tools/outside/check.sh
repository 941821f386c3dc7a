#!/usr/bin/env bash
# Creates small projects outside the workspace. Each project uses one part of Chancery. The script builds and runs the projects without network access. For each project, it prints the number of
# lines of code and the number of packages that the project needs. Each project must have fewer than 16 lines and print the expected output.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target/outside}
crate() { echo "chancery-$1 = { path = \"$root/crates/$1\"${2:-} }"; }
printf '%-12s %6s %9s %9s  %s\n' project lines packages to-build output
# Counts the packages of a project. With "normal", only the packages in the program are counted. With "normal,build", the packages that only the build needs are also counted.
count() { cargo tree --offline --edges "$1" --prefix none | sed 's/ (\*)$//' | sort -u | wc -l; }
failed=0
for name in tokenizer gazetteer dates; do
  mkdir -p "$work/$name/src"
  cp "$here/$name.rs" "$work/$name/src/main.rs"
  cp "$root/Cargo.lock" "$work/$name/Cargo.lock"
  {
    printf '[package]\nname = "outside-%s"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n' "$name"
    crate text
    case $name in
    tokenizer) crate tokenizer ;;
    gazetteer) crate tokenizer && crate gazetteer ;;
    dates) crate data ', default-features = false, features = ["temporal"]' ;;
    esac
  } >"$work/$name/Cargo.toml"
  # Without debug information, crates that both build scripts and the program use are compiled only once. Nothing is optimized, because the programs run only briefly.
  printf '\n[profile.dev]\ndebug = false\nincremental = false\n' >>"$work/$name/Cargo.toml"
  cd "$work/$name"
  output=$(cargo run --offline --quiet)
  lines=$(grep -cv '^ *\(//.*\)\?$' src/main.rs)
  packages=$(count normal)
  printf '%-12s %6s %9s %9s  %s\n' "$name" "$lines" "$packages" "$(count normal,build)" "$(echo "$output" | tr '\n' ';')"
  [ "$lines" -lt 16 ] || { echo "$name has $lines lines"; failed=1; }
  diff <(echo "$output") "$here/$name.txt" || { echo "$name does not print the expected output"; failed=1; }
done
exit "$failed"
