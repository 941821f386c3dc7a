#!/usr/bin/env bash
# Compares the speed of Chancery with that of spaCy's rules on the same texts. Each program runs as a whole process with one thread. The script prints the shortest time of several
# rounds. It installs spaCy from PyPI into the virtual environment VENV, or into a temporary one. Build Chancery first: cargo build --release -p chancery-cli
#
#   bench/peers/run.sh [FOLDER [ROUNDS]]
#
# spaCy runs three English pipelines: a blank one (only the tokenizer), one with the sentencizer, and one with the sentencizer and an EntityRuler that contains the English names of
# Chancery's gazetteer. Chancery runs all of its stages and writes CSV. By default, FOLDER is `corpora/ungd/2015` (speeches of 2015 in an
# optional local corpus) or, if that folder does not exist, `samples`. The default of ROUNDS is 3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:-corpora/ungd/2015}
[ -d "$folder" ] || folder=samples
rounds=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=${VENV:-$work/venv}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import spacy' 2>/dev/null || "$venv/bin/pip" install --quiet 'spacy>=3.8,<4'
chancery=$PWD/target/release/chancery
"$chancery" gazetteer export "$work/names.jsonl" --as spacy --language en
bytes=$(find -L "$folder" -name '*.txt' -print0 | xargs -0 cat | wc -c)

seconds() { local start=$EPOCHREALTIME; "$@" > /dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 1; }; local end=$EPOCHREALTIME; echo "$(( ${end/./} - ${start/./} ))"; }
best() {
  local what=$1 least='' took
  shift
  for ((round = 0; round < rounds; round++)); do
    took=$(seconds "$@")
    if [ -z "$least" ] || [ "$took" -lt "$least" ]; then least=$took; fi
  done
  echo "$what $least" >> "$work/times"
}

best "chancery" "$chancery" run "$folder" --out "$work/out" --force --quiet --threads 1
best "spacy-tokenizer" "$venv/bin/python" bench/peers/spacy_rules.py "$folder" blank
best "spacy-sentencizer" "$venv/bin/python" bench/peers/spacy_rules.py "$folder" sentencizer
best "spacy-entity-ruler" "$venv/bin/python" bench/peers/spacy_rules.py "$folder" ruler "$work/names.jsonl"
awk -v bytes="$bytes" 'NR == 1 { own = $2 } { printf "%-20s %8.2f s %8.3f MB/s %8.1f times the time of chancery\n", $1, $2 / 1e6, bytes / $2, $2 / own }' "$work/times"
