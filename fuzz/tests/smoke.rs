//! Runs every target briefly, on a thousand inputs that include its seeds.

use chancery_fuzz::{Check, Limits, Mutator, TARGETS, Target, check, run, seeds};
use std::time::Duration;

#[test]
fn no_target_fails() {
    let limits = Limits { iterations: 1000, time: Duration::from_secs(60) };
    let mut failures = String::new();
    for target in &TARGETS {
        let seeds = seeds(target).expect("seeds");
        assert!(!seeds.is_empty(), "{} has no seeds", target.name);
        if let Err(failure) = run(target, seeds, 1, limits) {
            let input = String::from_utf8_lossy(&failure.input).into_owned();
            failures += &format!("{}: input {} {}: {input:?}\n", target.name, failure.iteration, failure.reason);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn every_folder_of_seeds_has_a_target() {
    let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds")).expect("seeds");
    let mut names: Vec<String> = folders.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let mut targets: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    targets.sort_unstable();
    assert_eq!(names, targets);
}

#[test]
fn the_same_seed_makes_the_same_inputs() {
    let inputs = |seed| {
        let mut mutator = Mutator::new(vec![b"one".to_vec(), b"two".to_vec()], seed);
        (0..100).map(|_| mutator.next_input()).collect::<Vec<_>>()
    };
    assert_eq!(inputs(7), inputs(7));
    assert_ne!(inputs(7), inputs(8));
    assert!(inputs(7).iter().collect::<std::collections::BTreeSet<_>>().len() > 50);
}

#[test]
fn a_target_that_fails_is_found_out() {
    let panics: Check = |input| if input.contains(&b'<') { panic!("a bracket") } else { Ok(()) };
    let wrong: Check = |input| if input.len() > 8 { Err("is long".to_owned()) } else { Ok(()) };
    let limits = Limits { iterations: 10_000, time: Duration::from_secs(60) };
    let failure = run(&Target { name: "panics", check: panics }, vec![b"a".to_vec()], 1, limits).expect_err("a panic");
    assert!(failure.reason == "panics: a bracket" && failure.input.contains(&b'<'), "{failure:?}");
    assert!(check(&Target { name: "panics", check: panics }, &failure.input).is_err());
    let failure = run(&Target { name: "wrong", check: wrong }, vec![b"a".to_vec()], 1, limits).expect_err("a long input");
    assert!(failure.reason == "is long" && failure.input.len() > 8, "{failure:?}");
}
