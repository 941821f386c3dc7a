# Every recurring task, one line each. Nothing needs just: each recipe is a plain command.

# list the recipes
default:
    @just --list

# format and clippy, warnings as errors
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --release -- -D warnings

# all tests
test:
    cargo test --workspace --release

# the cases of segmentation and names alone
cases:
    cargo test --release -p chancery-tests --test segmentation --test names

# the documentation of all crates, broken links as errors
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

# check the data files
data-check:
    cargo run --release -p chancery-cli -- gazetteer check

# try the examples of all rules
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

# all stages side by side with the raw scan
speed:
    cargo run --release -p chancery-tests --example speed

# make the generated gazetteer layer anew (needs Python and the package registries)
gazgen work:
    python3 tools/gazgen/gazgen.py {{work}} data/gazetteer/generated

# all that must hold before a change lands
ci:
    bash .ci/run
