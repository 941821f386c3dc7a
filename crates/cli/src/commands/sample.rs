//! `chancery sample`: draws random records, asks for verdicts, and reports precision.

use crate::args::SampleArgs;
use anyhow::{Context, Result, bail};
use chancery_dataset::{Row, rows};
use chancery_export::schema;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// The columns of a CSV file of drawn records.
const COLUMNS: [&str; 10] = ["number", "doc_id", "start", "end", "kind", "rule", "surface", "says", "context", "verdict"];
/// Number of bytes of context on each side of a record, if the table does not contain the sentence.
const CONTEXT: usize = 200;

pub(crate) fn sample(args: &SampleArgs) -> Result<ExitCode> {
    match (&args.report, &args.judge, &args.dataset) {
        (Some(file), ..) => report(file, args.json),
        (None, Some(file), _) => judge(file),
        (None, None, Some(dataset)) => draw(dataset, args),
        (None, None, None) => bail!("give a dataset, or --judge FILE, or --report FILE"),
    }
}

fn draw(dataset: &Path, args: &SampleArgs) -> Result<ExitCode> {
    let name = args.table.as_str();
    let Some(table) = schema::table(name) else { bail!("there is no table {name}") };
    let Some(kind) = table.class_column().map(|column| column.name) else {
        bail!(
            "cannot draw records from the table {name}: none of its columns gives the kind of each record; choose another table with --table"
        )
    };
    let mut all = rows(dataset, name)?;
    // Topics of whole documents or sections are left out, because these texts are too long to judge.
    all.retain(|row| row.get("scope").is_none_or(|scope| scope == "sentence"));
    if !args.kind.is_empty() && !all.is_empty() {
        let known: BTreeSet<&str> = all.iter().filter_map(|row| row.get(kind)).map(String::as_str).collect();
        if let Some(unknown) = args.kind.iter().find(|wanted| !known.contains(wanted.as_str())) {
            let known = known.into_iter().collect::<Vec<_>>().join(", ");
            bail!("the table {name} has no record of the kind \"{unknown}\"; its kinds are {known}");
        }
        all.retain(|row| row.get(kind).is_some_and(|found| args.kind.contains(found)));
    }
    if all.is_empty() {
        bail!("the table {name} of {} has no record to draw", dataset.display());
    }
    let paths: BTreeMap<String, String> =
        rows(dataset, "documents")?.into_iter().filter_map(|mut row| Some((row.remove("doc_id")?, row.remove("path")?))).collect();
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(COLUMNS)?;
    let (count, drawn) = (all.len(), choose(all.len(), args.n, args.seed));
    let (picked, mut bare) = (drawn.len(), 0);
    for (number, at) in drawn.into_iter().enumerate() {
        let row = &all[at];
        let get = |key: &str| row.get(key).map_or("", String::as_str);
        let shown = table.columns.iter().filter(|column| column.shown).map(|column| column.name);
        let says: Vec<String> = shown.filter(|key| !get(key).is_empty()).map(|key| format!("{key} {}", get(key))).collect();
        let context = match get("sentence_text") {
            "" => context(paths.get(get("doc_id")).map_or("", String::as_str), get("start"), get("end"), get("surface")),
            text => text.to_owned(),
        };
        bare += usize::from(context.is_empty());
        let number = (number + 1).to_string();
        let surface = if get("surface").is_empty() { get("trigger") } else { get("surface") };
        out.write_record([
            &number,
            get("doc_id"),
            get("start"),
            get("end"),
            get(kind),
            get("rule"),
            surface,
            &says.join(", "),
            &context,
            "",
        ])?;
    }
    out.flush()?;
    eprintln!("{picked} of {count} records drawn, seed {}", args.seed);
    if bare > 0 {
        eprintln!(
            "{bare} of the drawn records have no context, because it cannot be read from the source files; to get it, make the dataset again with `chancery run --sentence-text`"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Draws `n` different numbers below `count`, and returns them in ascending order. The method is a
/// partial Fisher–Yates shuffle with the random number generator SplitMix64 (Steele, Lea and Flood
/// 2014).
fn choose(count: usize, n: usize, seed: u64) -> Vec<usize> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    };
    let mut numbers: Vec<usize> = (0..count).collect();
    for at in 0..n.min(count) {
        // The high half of the product serves as a random number below `left`. It is distributed evenly enough if `count` is below 2^32.
        let left = (count - at) as u128;
        let other = at + ((u128::from(next()) * left) >> 64) as usize;
        numbers.swap(at, other);
    }
    numbers.truncate(n);
    numbers.sort_unstable();
    numbers
}

/// Returns the source text around a record, with the record in double square brackets. The result
/// is empty if the file cannot be read, or if the bytes of the file at this position are not the
/// text of the record. This happens for records of CSV and JSONL files, for compressed files, and
/// for encodings other than UTF-8.
fn context(path: &str, start: &str, end: &str, surface: &str) -> String {
    let (Ok(bytes), Ok(start), Ok(end)) = (std::fs::read(path), start.parse::<usize>(), end.parse::<usize>()) else { return String::new() };
    let words = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        // If the bytes begin or end inside a character, the incomplete character is removed.
        text.trim_matches('\u{FFFD}').split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let part = |from: usize, to: usize| words(bytes.get(from..to).unwrap_or_default());
    let here = part(start, end);
    if here.is_empty() || !surface.is_empty() && here != words(surface.as_bytes()) {
        return String::new();
    }
    format!("{} [[{here}]] {}", part(start.saturating_sub(CONTEXT), start), part(end, (end + CONTEXT).min(bytes.len())))
}

fn read_drawn(file: &Path) -> Result<(Vec<String>, Vec<Row>)> {
    let mut reader = csv::Reader::from_path(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let columns: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
    if !columns.iter().any(|column| column == "verdict") {
        bail!("{} has no column `verdict`; draw records with `chancery sample DATASET > FILE`", file.display());
    }
    let rows =
        reader.deserialize().collect::<Result<Vec<Row>, _>>().with_context(|| format!("{} is not a valid CSV file", file.display()))?;
    Ok((columns, rows))
}

/// Asks the user for verdicts on the records that have none. Existing verdicts are not changed.
fn judge(file: &Path) -> Result<ExitCode> {
    let (columns, mut rows) = read_drawn(file)?;
    let mut answers = std::io::stdin().lock().lines();
    let total = rows.len();
    let mut out = std::io::stderr().lock();
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for (number, row) in rows.iter_mut().enumerate() {
        if row.get("verdict").is_some_and(|verdict| !verdict.is_empty()) {
            continue;
        }
        let get = |key: &str| row.get(key).cloned().unwrap_or_default();
        let surface = if colour { format!("\x1b[1m{}\x1b[0m", get("surface")) } else { get("surface") };
        write!(
            out,
            "\n{}/{total}  {surface}\n  {}\n  {}\n  right (r), wrong (w), unsure (u), stop (q)? ",
            number + 1,
            get("says"),
            get("context")
        )?;
        out.flush()?;
        let verdict = loop {
            match answers.next().transpose()?.as_deref().map(str::trim) {
                Some("r" | "right") => break Some("right"),
                Some("w" | "wrong") => break Some("wrong"),
                Some("u" | "unsure") => break Some("unsure"),
                Some("q" | "stop") | None => break None,
                Some(_) => {
                    write!(out, "  r, w, u or q? ")?;
                    out.flush()?;
                }
            }
        };
        let Some(verdict) = verdict else { break };
        row.insert("verdict".to_owned(), verdict.to_owned());
    }
    // The rows are written to a second file, which then replaces the original. If writing fails,
    // the original is unchanged.
    let beside = file.with_extension("csv.new");
    let mut writer = csv::Writer::from_path(&beside).with_context(|| format!("{} cannot be written", beside.display()))?;
    writer.write_record(&columns)?;
    for row in &rows {
        writer.write_record(columns.iter().map(|column| row.get(column).map_or("", String::as_str)))?;
    }
    writer.flush()?;
    std::fs::rename(&beside, file).with_context(|| format!("{} cannot be written", file.display()))?;
    let done = rows.iter().filter(|row| row.get("verdict").is_some_and(|verdict| !verdict.is_empty())).count();
    writeln!(out, "\n{done} of {total} records have a verdict; to see the precision, run: chancery sample --report {}", file.display())?;
    Ok(ExitCode::SUCCESS)
}

/// Counts of the verdicts on records of one kind or rule.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    right: u64,
    wrong: u64,
    unsure: u64,
}

impl Counts {
    /// Returns the precision and the bounds of its 95 % Wilson score interval (Wilson 1927).
    /// Precision is the share of records judged right. Records judged unsure count as wrong.
    fn precision(self) -> (f64, f64, f64) {
        let n = (self.right + self.wrong + self.unsure) as f64;
        let (p, z) = (self.right as f64 / n, 1.959_964);
        let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        (p, (middle - half).max(0.0), (middle + half).min(1.0))
    }
}

fn report(file: &Path, as_json: bool) -> Result<ExitCode> {
    let (_, rows) = read_drawn(file)?;
    let mut groups: BTreeMap<(u8, &str, String), Counts> = BTreeMap::new();
    let mut open = 0;
    for (number, row) in rows.iter().enumerate() {
        let verdict = row.get("verdict").map_or("", String::as_str).trim().to_ascii_lowercase();
        let keys = [
            (0, "all", String::new()),
            (1, "kind", row.get("kind").cloned().unwrap_or_default()),
            (2, "rule", row.get("rule").cloned().unwrap_or_default()),
        ];
        for key in keys.into_iter().filter(|(order, _, name)| *order == 0 || !name.is_empty()) {
            let counts = groups.entry(key).or_default();
            match verdict.as_str() {
                "right" | "r" => counts.right += 1,
                "wrong" | "w" => counts.wrong += 1,
                "unsure" | "u" => counts.unsure += 1,
                "" => {}
                other => bail!("{}: row {} has the verdict \"{other}\"; expected right, wrong or unsure", file.display(), number + 2),
            }
        }
        open += usize::from(verdict.is_empty());
    }
    groups.retain(|_, counts| counts.right + counts.wrong + counts.unsure > 0);
    if groups.is_empty() {
        bail!(
            "{} has no verdict yet; run `chancery sample --judge {}`, or write right, wrong or unsure into the column `verdict`",
            file.display(),
            file.display()
        );
    }
    let mut out = std::io::stdout().lock();
    if as_json {
        let list: Vec<_> = groups
            .iter()
            .map(|((_, group, name), counts)| {
                let (precision, low, high) = counts.precision();
                json!({"group": group, "name": name, "right": counts.right, "wrong": counts.wrong, "unsure": counts.unsure, "precision": precision, "low": low, "high": high})
            })
            .collect();
        crate::json::print(&mut out, &json!({"groups": list, "not_judged": open}))?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{:<34} {:>6} {:>6} {:>6}  precision (95 % interval; unsure counts as wrong)", "", "right", "wrong", "unsure")?;
    for ((_, group, name), counts) in &groups {
        let (precision, low, high) = counts.precision();
        let what = if name.is_empty() { (*group).to_owned() } else { format!("{group} {name}") };
        writeln!(out, "{what:<34} {:>6} {:>6} {:>6}  {precision:.3} ({low:.3} to {high:.3})", counts.right, counts.wrong, counts.unsure)?;
    }
    if open > 0 {
        writeln!(out, "{open} not judged yet")?;
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_the_same_for_the_same_seed_and_have_no_doubles() {
        let drawn = choose(1000, 50, 7);
        assert_eq!(drawn, choose(1000, 50, 7));
        assert_ne!(drawn, choose(1000, 50, 8));
        assert!(drawn.len() == 50 && drawn.windows(2).all(|pair| pair[0] < pair[1]) && drawn[49] < 1000);
        assert_eq!(choose(3, 10, 1), [0, 1, 2]);
    }

    #[test]
    fn interval_of_wilson() {
        // Other calculators give the same result for 196 of 200: 0.980 (0.950 to 0.992).
        let (p, low, high) = Counts { right: 196, wrong: 4, unsure: 0 }.precision();
        assert!((p - 0.98).abs() < 1e-9 && (low - 0.9497).abs() < 1e-3 && (high - 0.9922).abs() < 1e-3, "{p} {low} {high}");
    }
}
