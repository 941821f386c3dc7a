# Every recurring task, one line each. Nothing needs just: each recipe is a plain command.

# list the recipes
default:
    @just --list

# format and clippy, warnings as errors
check:
    cargo fmt --all --check && cargo clippy --workspace --all-targets --release -- -D warnings

# all tests
test:
    cargo test --workspace --release

# the cases whose name contains NAME; without it all of them
cases name="":
    cargo test --release -p chancery-tests --test cases -- {{name}}

# accept the output of the command as it is now; read the difference before you commit it
snapshots:
    INSTA_UPDATE=always cargo test --release -p chancery-cli --test cli snapshots

# the documentation of all crates, broken links as errors
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --release

# check the data files
data-check:
    cargo run --release -p chancery-cli -- gazetteer check

# run the examples of all rules
rules-test:
    cargo run --release -p chancery-cli -- rules test

# write docs/schema.md anew
schema:
    cargo run --release -p chancery-cli -- schema > docs/schema.md

# the sample documents to tables in out/
run-samples:
    cargo run --release -p chancery-cli -- run samples --out out --force

# benchmarks on the sample documents
bench:
    cargo bench -p chancery-tests

# every stage and the whole command beside the raw scan
speed megabytes="6":
    cargo build --release -p chancery-cli && cargo run --release -p chancery-tests --example speed {{megabytes}}

# instructions that a run takes for a kilobyte, against the recorded count
instructions:
    cargo build --release -p chancery-cli && bash tools/instructions.sh

# the speed of spaCy's rules on the same texts (installs spaCy)
peers:
    cargo build --release -p chancery-cli && bash bench/peers/run.sh

# time and memory of runs on large inputs
sizes:
    cargo build --release -p chancery-cli && bash tools/sizes.sh

# mutated input to a parser, or to all of them
fuzz target="all" seconds="10":
    cargo run --release -p chancery-fuzz -- {{target}} --seconds {{seconds}}

# write the generated gazetteer layer anew (needs Python and the package registries)
gazgen work:
    python3 tools/gazgen/gazgen.py {{work}} data/gazetteer/generated

# small projects outside the workspace that use one crate each
outside:
    bash tools/outside/check.sh

# the archives that would be published
package:
    bash tools/package.sh

# all that must hold before a change lands
ci:
    bash .ci/run
