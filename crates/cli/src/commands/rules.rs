//! `chancery rules test`, `lookup` and `coverage`: tests the examples of rules and frames, looks up
//! words in the data files, and counts the records of each rule.

use super::data;
use crate::diagnostics;
use anyhow::{Context, Result, bail};
use chancery_data::{Data, LoadErrorKind};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn test(folders: &[PathBuf], short: bool, json: bool) -> Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let (tested, diagnostics) = match Data::test_rules(folders) {
        Ok(result) => result,
        Err(error) if short && error.kind() == LoadErrorKind::Files => {
            diagnostics::print(error.diagnostics(), short, &mut out)?;
            // If the data files have errors, every command except `gazetteer check` exits with code
            // 2.
            return Ok(ExitCode::from(2));
        }
        Err(error) => return Err(error.into()),
    };
    if !json {
        diagnostics::print(&diagnostics, short, &mut out)?;
    }
    // A rule or frame in the user's folder may change the result of an embedded example, or of an
    // example in an earlier folder. This gives only a warning, so the example does not count as
    // failing.
    let failing = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let code = if failing == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) };
    if json {
        let problems: Vec<Value> = diagnostics.iter().map(super::gazetteer::problem).collect();
        let shown = json!({
            "rules": tested.rules, "examples": tested.examples, "own_rules": tested.own_rules, "own_examples": tested.own_examples, "failing": failing,
            "problems": problems,
        });
        crate::json::print(&mut out, &shown)?;
        return Ok(code);
    }
    let own = match (tested.own_rules, tested.own_examples) {
        (0, _) => String::new(),
        (rules, examples) => format!(" (yours: {rules} rules and frames, {examples} examples)"),
    };
    writeln!(out, "{} rules and frames, {} examples{own}, {failing} fail", tested.rules, tested.examples)?;
    Ok(code)
}

/// Prints each occurrence of a word in the data files. The exit code is 1 if no data file contains
/// the word.
pub(crate) fn lookup(word: &str, folders: &[PathBuf], json: bool) -> Result<ExitCode> {
    let found = chancery_curate::word_uses(&Data::files(folders)?, word);
    let mut out = std::io::stdout().lock();
    if json {
        crate::json::print(&mut out, &found)?;
    } else {
        write!(out, "{found}")?;
    }
    Ok(if found.uses.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn is_time_rule(data: &Data, name: &str) -> bool {
    data.temporal_tagger().rules().any(|rule| rule.name == name)
}

pub(crate) fn coverage(dataset: &Path, folders: &[PathBuf], only_own: bool, json: bool) -> Result<ExitCode> {
    let path = dataset.join("manifest.json");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read; give the folder of a dataset that `chancery run` wrote", path.display()))?;
    let manifest: Value =
        serde_json::from_str(&text).with_context(|| format!("{} is damaged, because it is not valid JSON", path.display()))?;
    let Some(counts) = manifest["counts"]["records_by_rule"].as_object() else {
        bail!(
            "{} does not contain the number of records of each rule; write the dataset again with this version of chancery",
            path.display()
        );
    };
    let data = data::load(folders)?;
    let mut out = std::io::stdout().lock();
    let count = |table: &str, rule: &str| counts.get(table).and_then(|rules| rules.get(rule)).and_then(Value::as_u64).unwrap_or(0);
    let tables = [
        ("events", data.classifier().rule_ids().chain(data.event_coder().frame_ids()).map(str::to_owned).collect::<Vec<_>>()),
        (
            "times",
            data.temporal_tagger()
                .rules()
                .filter(|rule| rule.normalizer != chancery_temporal::Normalizer::Nothing)
                .map(|rule| rule.name.clone())
                .collect(),
        ),
    ];
    let embedded = Data::embedded();
    let known: BTreeSet<&str> = embedded.classifier().rule_ids().chain(embedded.event_coder().frame_ids()).collect();
    let own_rules: Vec<&String> = tables.iter().flat_map(|(_, rules)| rules).filter(|_| !folders.is_empty()).collect();
    let own_rules: Vec<&String> =
        own_rules.into_iter().filter(|rule| !known.contains(rule.as_str()) && !is_time_rule(&embedded, rule)).collect();
    if json {
        let terms = chancery_curate::own_terms(&Data::files(folders)?, dataset).unwrap_or_default();
        let row = |table: &str, rule: &str| json!({ "rule": rule, "records": count(table, rule), "own": own_rules.iter().any(|own| *own == rule) });
        let of = |table: &str, rules: &[String]| -> Vec<Value> {
            let shown = rules.iter().filter(|rule| !only_own || own_rules.contains(rule));
            shown.map(|rule| row(table, rule)).collect()
        };
        let shown: serde_json::Map<String, Value> =
            tables.iter().map(|(table, rules)| ((*table).to_owned(), json!(of(table, rules)))).collect();
        let terms: Vec<Value> = terms
            .iter()
            .map(|term| json!({ "topic": term.topic, "term": term.term, "sentences": term.sentences, "written": term.written }))
            .collect();
        crate::json::print(&mut out, &json!({ "tables": shown, "own_terms": terms }))?;
        return Ok(ExitCode::SUCCESS);
    }
    if !own_rules.is_empty() {
        writeln!(out, "rules and frames of your data folders")?;
        for rule in &own_rules {
            writeln!(out, "  {:>9}  {rule}", count("events", rule) + count("times", rule))?;
        }
    }
    let terms = match chancery_curate::own_terms(&Data::files(folders)?, dataset) {
        Ok(terms) => terms,
        Err(error) => {
            eprintln!("the terms of your topics are not counted: {error}");
            Vec::new()
        }
    };
    if !terms.is_empty() {
        writeln!(out, "topic terms of your data folders, with the number of sentences that contain them")?;
        for term in terms {
            writeln!(out, "  {:>9}  {}: {}   {}", term.sentences, term.topic, term.term, term.written)?;
        }
    }
    if only_own {
        return Ok(ExitCode::SUCCESS);
    }
    for (table, rules) in tables {
        let mut rows: Vec<(u64, &str)> = rules.iter().map(|rule| (count(table, rule), rule.as_str())).collect();
        rows.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        writeln!(out, "{table}")?;
        for (count, rule) in rows.iter().filter(|(count, _)| *count > 0) {
            writeln!(out, "  {count:>9}  {rule}")?;
        }
        let never: Vec<&str> = rows.iter().filter(|(count, _)| *count == 0).map(|(_, rule)| *rule).collect();
        if !never.is_empty() {
            writeln!(out, "  never fired: {}", never.join(", "))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
