//! `chancery-fuzz TARGET [--seconds N] [--iterations N] [--seed N]` runs a parser on mutated inputs, and `chancery-fuzz TARGET FILE` runs it on one input.
//! The target `all` selects every target. Without limits, a run takes ten seconds per target.

use chancery_fuzz::{Limits, TARGETS, Target, check, run, seeds};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// The parsed arguments.
struct Wanted {
    targets: Vec<Target>,
    limits: Limits,
    seed: u64,
    file: Option<PathBuf>,
}

fn wanted() -> Result<Wanted, String> {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    let usage = format!("usage: chancery-fuzz TARGET [FILE] [--seconds N] [--iterations N] [--seed N]; targets: all, {}", names.join(", "));
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().ok_or(usage.as_str())?;
    let targets: Vec<Target> = TARGETS.into_iter().filter(|target| name == "all" || target.name == name).collect();
    if targets.is_empty() {
        return Err(usage);
    }
    let (mut seconds, mut iterations, mut seed, mut file) = (None, None, 1, None);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|text| text.parse::<u64>().ok()).ok_or(format!("{argument} needs a whole number"));
        match argument.as_str() {
            "--seconds" => seconds = Some(number()?),
            "--iterations" => iterations = Some(number()?),
            "--seed" => seed = number()?,
            path if !path.starts_with('-') => file = Some(PathBuf::from(path)),
            _ => return Err(usage),
        }
    }
    let time = Duration::from_secs(seconds.unwrap_or(if iterations.is_some() { 86_400 } else { 10 }));
    Ok(Wanted { targets, limits: Limits { iterations: iterations.unwrap_or(u64::MAX), time }, seed, file })
}

/// Runs one target and prints the outcome. If an input fails, saves this input in a temporary file.
fn fuzz(target: &Target, wanted: &Wanted) -> Result<(), String> {
    if let Some(file) = &wanted.file {
        let input = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        return check(target, &input).map_err(|reason| format!("{}: {reason}", target.name));
    }
    let seeds = seeds(target).map_err(|error| format!("the seeds of {} cannot be read: {error}", target.name))?;
    match run(target, seeds, wanted.seed, wanted.limits) {
        Ok(count) => {
            println!("{}: {count} inputs, none failed", target.name);
            Ok(())
        }
        Err(failure) => {
            let path = std::env::temp_dir().join(format!("chancery-fuzz-{}-{}", target.name, failure.iteration));
            std::fs::write(&path, &failure.input).map_err(|error| format!("{}: {error}", path.display()))?;
            Err(format!("{}: input {} {}; the input is saved in {}", target.name, failure.iteration, failure.reason, path.display()))
        }
    }
}

fn main() -> ExitCode {
    let wanted = match wanted() {
        Ok(wanted) => wanted,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    // The standard panic message is suppressed, because the panic is reported together with the input that caused it.
    std::panic::set_hook(Box::new(|_| {}));
    let failed = wanted.targets.iter().filter_map(|target| fuzz(target, &wanted).err()).inspect(|message| eprintln!("{message}")).count();
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}
