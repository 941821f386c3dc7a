# All recurring tasks. You do not need the program `just`: each recipe is a plain shell command.
# `just --list` prints the comment above each recipe.

# list the recipes
default:
    @just --list

# check the formatting, and run clippy with warnings as errors
check:
    cargo fmt --all --check && cargo clippy --workspace --all-targets --release -- -D warnings

# run all tests
test:
    cargo test --workspace --release

# run the test cases whose name contains NAME, or all cases without NAME
cases name="":
    cargo test --release -p chancery-tests --test cases -- {{name}}

# accept the current output of the command as the expected output; review the diff before you commit it
snapshots:
    INSTA_UPDATE=always cargo test --release -p chancery-cli --test cli snapshots

# build the documentation of all crates, with broken links as errors
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --release

# check the data files
data-check:
    cargo run --release -p chancery-cli -- gazetteer check

# run the examples of all rules
rules-test:
    cargo run --release -p chancery-cli -- rules test

# regenerate docs/schema.md
schema:
    cargo run --release -p chancery-cli -- schema > docs/schema.md

# run the sample documents and write the tables to out/
run-samples:
    cargo run --release -p chancery-cli -- run samples --out out --force

# run the benchmarks on the sample documents
bench:
    cargo bench -p chancery-tests

# measure every stage and the whole command, and compare with a raw Aho-Corasick scan
speed megabytes="6":
    cargo build --release -p chancery-cli && cargo run --release -p chancery-tests --example speed {{megabytes}}

# count the CPU instructions of a run per kilobyte of input, and compare with the recorded count
instructions:
    cargo build --release -p chancery-cli && bash tools/instructions.sh

# measure spaCy's tokenizer and rules on the same texts, for comparison (installs spaCy)
peers:
    cargo build --release -p chancery-cli && bash bench/peers/run.sh

# measure which share of a run only one thread can do, and simulate the run on up to 64 cores
workers documents="samples":
    cargo build --release -p chancery-cli && python3 tools/workers.py {{documents}}

# remove known names from the data, and measure how many of them `gazetteer suggest` finds again
hide corpus="corpora/ungd":
    cargo build --release -p chancery-cli && python3 tools/hide.py {{corpus}}

# measure how completely the gazetteer lists the foreign ministers of each state since 1991 (or the holders of OFFICES)
terms *offices:
    python3 tools/terms.py {{offices}}

# measure time and memory of runs on large inputs
sizes:
    cargo build --release -p chancery-cli && bash tools/sizes.sh

# check the licences, sources and known vulnerabilities of the dependencies (needs cargo-deny and network access)
dependencies:
    cargo deny check

# fuzz one parser, or all of them, with mutated input
fuzz target="all" seconds="10":
    cargo run --release -p chancery-fuzz -- {{target}} --seconds {{seconds}}

# regenerate the files in data/gazetteer/generated (needs Python and access to the package registries)
gazgen work:
    python3 tools/gazgen/gazgen.py {{work}} data/gazetteer/generated

# build small projects outside the workspace, each of which uses one crate
outside:
    bash tools/outside/check.sh

# build the archives that would be published
package:
    bash tools/package.sh

# run every check that must pass before a change is merged
ci:
    bash .ci/run
