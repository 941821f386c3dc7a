//! `chancery gazetteer init`, `add`, `edit` and `pack`.

use super::files::problem;
use super::report::today;
use crate::args::{AddArgs, EditArgs, FactArgs, PackArgs};
use anyhow::{Context, Result, bail};
use chancery_curate::{Effect, EntryEdit, FormEdit, RelationEdit};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn init(folder: &Path, json: bool) -> Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let files = chancery_curate::init(folder)?;
    if json {
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        crate::json::print(&mut out, &serde_json::json!({ "files": files }))?;
        return Ok(ExitCode::SUCCESS);
    }
    for file in files {
        writeln!(out, "{}", file.display())?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn add(args: &AddArgs) -> Result<ExitCode> {
    if args.facts.kind.is_none() {
        bail!("a new entry needs a type; give --type, for example --type igo");
    }
    if args.facts.name.is_empty() {
        bail!("a new entry needs a name; give --name");
    }
    if args.facts.source.is_none() {
        bail!("a new entry needs a source, so that others can check it; give --source");
    }
    change(&args.folder, &args.facts, edit_of(&args.id, &args.facts)?, true)
}

pub(super) fn edit(args: &EditArgs) -> Result<ExitCode> {
    let mut edit = edit_of(&args.id, &args.facts)?;
    for text in &args.drop {
        if is_form(text) {
            edit.drops.push(dropped_form(text)?);
        } else {
            edit.dropped_relations.push(relation("--drop", text)?);
        }
    }
    (edit.off, edit.on, edit.delete) = (args.off, args.on, args.delete);
    if edit.is_empty() && !edit.off && !edit.on && !edit.delete {
        bail!("nothing to change; give --alias, --valid, --relation or another option (`chancery gazetteer edit --help` has examples)");
    }
    change(&args.folder, &args.facts, edit, false)
}

fn change(folder: &Path, facts: &FactArgs, edit: EntryEdit, new: bool) -> Result<ExitCode> {
    let done = chancery_curate::change(folder, &facts.data, &edit, facts.file.as_deref(), new)?;
    if !facts.json {
        for warning in &done.warnings {
            eprintln!("{warning}\n");
        }
    }
    let what = match (new, edit.off) {
        (true, _) => "added",
        (_, true) => "switched off",
        _ if edit.delete => "deleted",
        _ => "changed",
    };
    let mut out = std::io::stdout().lock();
    let file = done.file.display();
    if facts.json {
        let shown = serde_json::json!({
            "file": file.to_string(),
            "id": done.id,
            "done": what,
            "removed": done.effect.removed,
            "added": done.effect.added,
            "warnings": done.warnings.iter().map(problem).collect::<Vec<_>>(),
        });
        crate::json::print(&mut out, &shown)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{file}: {what} {}", done.id)?;
    if edit.off && !new {
        writeln!(out, "the names of {0} are no longer found; to undo this, edit {0} with --on", done.id)?;
        return Ok(ExitCode::SUCCESS);
    }
    if edit.on && edit.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    if edit.delete && done.is_below {
        writeln!(out, "your changes were deleted; {} is used as it is in the embedded data or in the other folders", done.id)?;
    }
    if new {
        return Ok(ExitCode::SUCCESS);
    }
    for (sign, facts) in [('-', &done.effect.removed), ('+', &done.effect.added)] {
        for fact in facts.iter().take(MOST_FACTS) {
            writeln!(out, "  {sign} {fact}")?;
        }
        if facts.len() > MOST_FACTS {
            writeln!(out, "  {sign} and {} more", facts.len() - MOST_FACTS)?;
        }
    }
    if done.effect == Effect::default() {
        writeln!(out, "  the names, relations and dates of the entry are the same as before")?;
    }
    if !edit.drops.is_empty() || !edit.dropped_relations.is_empty() {
        writeln!(out, "to undo a --drop, add the removed name or relation again, or delete it from the lists under `drop` in the file")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The maximum number of facts that are printed for a change.
const MOST_FACTS: usize = 12;

/// The kinds of forms, as keys of data files.
const FORMS: [&str; 6] = ["name", "official", "alias", "abbr", "adj", "demonym"];

fn edit_of(id: &str, facts: &FactArgs) -> Result<EntryEdit> {
    let lists = [
        ("name", &facts.name),
        ("official", &facts.official),
        ("alias", &facts.alias),
        ("abbr", &facts.abbr),
        ("adj", &facts.adj),
        ("demonym", &facts.demonym),
    ];
    Ok(EntryEdit {
        id: id.to_owned(),
        kind: facts.kind.clone(),
        valid: facts.valid.clone(),
        forms: lists.iter().flat_map(|(kind, list)| list.iter().map(|text| form(kind, text))).collect::<Result<_>>()?,
        drops: Vec::new(),
        dropped_relations: Vec::new(),
        relations: facts.relation.iter().map(|text| relation("--relation", text)).collect::<Result<_>>()?,
        ids: facts.ids.iter().map(|text| pair(text, "--id", "wikidata=Q485207")).collect::<Result<_>>()?,
        source: facts.source.clone(),
        reviewed: facts.reviewed.clone().unwrap_or_else(today),
        off: false,
        on: false,
        delete: false,
    })
}

/// Splits a form such as `zh:中亚水理事会` into language and text. A form without a language is English. Returns an error if the text begins with a word in lower case and a
/// colon, but the word is not a language code ("russian:СИ").
fn form(kind: &str, given: &str) -> Result<FormEdit> {
    let tag = |tag: &str| {
        let mut parts = tag.split('-');
        parts.next().is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase()))
            && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    let (language, text) = match given.split_once(':') {
        Some((language, text)) if tag(language) => (language, text),
        Some((word, text)) if !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()) && !text.starts_with(' ') => {
            bail!("--{kind} {given}: \"{word}\" is not a language code; write, for example, ru:{text}")
        }
        _ => ("en", given),
    };
    Ok(FormEdit { kind: kind.to_owned(), language: language.to_owned(), text: text.trim().to_owned() })
}

fn pair(given: &str, option: &str, example: &str) -> Result<(String, String)> {
    let (key, text) =
        given.split_once('=').with_context(|| format!("{option} {given}: the equals sign is missing; write, for example, {example}"))?;
    Ok((key.trim().to_owned(), text.trim().to_owned()))
}

/// Returns `true` if the argument of `--drop` describes a form (`alias.en=Kirgizia` or `alias=Kirgizia`), and `false` if it
/// describes a relation (`member=state.kz`).
fn is_form(given: &str) -> bool {
    given.split_once('=').is_none_or(|(key, _)| key.contains('.') || FORMS.contains(&key.trim()))
}

fn dropped_form(given: &str) -> Result<FormEdit> {
    let example = "alias.en=Kirgizia or member=state.kz";
    let (key, text) = pair(given, "--drop", example)?;
    // A form without a language counts as English, as in the other options.
    let (kind, language) = key.split_once('.').unwrap_or((&key, "en"));
    Ok(FormEdit { kind: kind.to_owned(), language: language.to_owned(), text })
}

fn relation(option: &str, given: &str) -> Result<RelationEdit> {
    let example = "\"member=state.kz valid=1999/..\"";
    // A name may consist of several words: "member=South Korea valid=1991/..".
    let mut joined: Vec<String> = Vec::new();
    for word in given.split_whitespace() {
        match joined.last_mut().filter(|_| !word.contains('=')) {
            Some(last) => *last = format!("{last} {word}"),
            None => joined.push(word.to_owned()),
        }
    }
    let mut parts = joined.iter().map(|part| pair(part, option, example));
    let (kind, of) = parts.next().with_context(|| format!("{option} is empty; write, for example, {example}"))??;
    let mut relation = RelationEdit { kind, of, ..RelationEdit::default() };
    for part in parts {
        let (key, text) = part?;
        match key.as_str() {
            "at" => relation.at = Some(text),
            "valid" => relation.valid = Some(text),
            "role" => relation.role = Some(text),
            _ => bail!("{option} {given}: unknown key \"{key}\"; after KIND=ID, only at=ID, valid=START/END and role=ROLE are allowed"),
        }
    }
    Ok(relation)
}

pub(super) fn pack(args: &PackArgs) -> Result<ExitCode> {
    let done = chancery_curate::pack(&args.folder, &args.data, args.out.as_deref())?;
    let mut out = std::io::stdout().lock();
    let (pack, file) = (&done.pack, done.file.display().to_string());
    if args.json {
        let shown = serde_json::json!({
            "name": pack.name, "version": pack.version, "licence": pack.licence, "sha256": pack.sha256, "files": done.files, "file": file,
        });
        crate::json::print(&mut out, &shown)?;
    } else {
        writeln!(out, "{file}: {} {}, {}, {} files, sha256 {}", pack.name, pack.version, pack.licence, done.files, pack.sha256)?;
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_a_language() {
        let parts = |text| {
            let form = form("alias", text).expect("a form");
            (form.language, form.text)
        };
        let is = |language: &str, text: &str| (language.to_owned(), text.to_owned());
        assert_eq!(parts("zh-Hant:聯大"), is("zh-Hant", "聯大"));
        assert_eq!(parts("Agenda: 2030"), is("en", "Agenda: 2030"));
        assert_eq!(parts("{ n = \"a: b\" }"), is("en", "{ n = \"a: b\" }"));
        assert!(form("alias", "russian:СИ").is_err());
    }

    #[test]
    fn relations_have_parts() {
        let relation = relation("--relation", "office=office.president at=state.kg valid=2031/..").expect("a relation");
        assert_eq!(
            (relation.kind.as_str(), relation.of.as_str(), relation.at.as_deref()),
            ("office", "office.president", Some("state.kg"))
        );
        let relation = super::relation("--relation", "member=South Korea valid=1991/..").expect("a relation");
        assert_eq!((relation.of.as_str(), relation.valid.as_deref()), ("South Korea", Some("1991/..")));
        assert!(
            super::relation("--relation", "office=x on=2031").is_err()
                && super::relation("--relation", "").is_err()
                && super::relation("--relation", "office").is_err()
        );
    }

    #[test]
    fn forms_and_relations_to_drop_are_told_apart() {
        assert!(
            is_form("adj=Kirgiz")
                && dropped_form("adj=Kirgiz").is_ok_and(|form| (form.kind.as_str(), form.language.as_str()) == ("adj", "en"))
        );
        assert!(is_form("alias.en=A = B") && is_form("demonym.en=Kirghizes") && is_form("nonsense"));
        assert!(!is_form("member=state.kz") && !is_form("office=office.president at=state.kg"));
        assert_eq!(dropped_form("alias.en=A = B").expect("a form").text, "A = B");
        assert!(dropped_form("nonsense").is_err());
    }
}
