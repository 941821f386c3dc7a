//! Looks up a name or an id in the data, and describes the entries that are found.

use crate::book::{Book, shown};
use crate::near;
use chancery_data::{Entry, WrittenForm};
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::{Date, EntityClass, Interval};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The result of looking up a name or an id.
#[derive(Clone, Debug, Serialize)]
pub struct Lookup {
    /// The name or id that was looked up.
    pub asked: String,
    /// The forms that are spelled like the name. Each comes with the conditions under which it
    /// refers to its entry. The list is empty if an id was looked up.
    pub matches: Vec<Match>,
    /// The entries to which the forms in `matches` belong, or the entry whose id was looked up.
    pub entries: Vec<Shown>,
    /// The term of office if an office and its place were looked up, such as `2022-11/2023`; empty if it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The most similar known names. The list is empty if the name or id was found.
    pub nearest: Vec<Near>,
    /// Entries with the name or id that were not found because a data folder switches the entry off or drops the name. See [`Lookup::add_removed`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Removed>,
    /// Whether to print long lists in full. If this is `false`, only the first items of long lists are printed.
    #[serde(skip)]
    pub all: bool,
}

/// An entry that would have been found if a data folder did not remove it or its name.
#[derive(Clone, Debug, Serialize)]
pub struct Removed {
    /// The id of the entry.
    pub id: String,
    /// The preferred name of the entry.
    pub label: String,
    /// The data folder, or .zip file, that removes the entry or its name.
    pub by: String,
    /// What is removed: `entry` if the folder switches the entry off, `name` if it only drops the name.
    pub what: &'static str,
}

impl Lookup {
    /// If nothing was found, checks whether `folder` is the reason. `upper` contains all data; `lower` contains the data without `folder` and without the
    /// folders after it. The name is looked up again in `lower`. If an entry that is found there is missing in `upper`, `folder` switches the entry off.
    /// Otherwise, `folder` only drops the name. Adds these entries to [`removed`](Self::removed), and returns `true` if that list is not empty.
    pub fn add_removed(&mut self, upper: &Book, lower: &Book, folder: &Path) -> bool {
        if self.entries.is_empty() {
            let by = || folder.display().to_string();
            let what = |id: &str| if upper.entry(id).is_none() { "entry" } else { "name" };
            let found = lookup(lower, &self.asked).entries.into_iter();
            self.removed.extend(found.map(|entry| Removed { what: what(&entry.id), id: entry.id, label: entry.label, by: by() }));
        }
        !self.removed.is_empty()
    }
}

impl Lookup {
    /// If nothing was found, adds the entry `id`, which is only in the data folder `folder` and is switched off there.
    pub fn add_own_removed(&mut self, id: String, folder: &Path) {
        if self.entries.is_empty() && self.removed.is_empty() {
            self.removed.push(Removed { label: id.clone(), id, by: folder.display().to_string(), what: "entry" });
        }
    }
}

/// A form that is spelled like the name that was looked up.
#[derive(Clone, Debug, Serialize)]
pub struct Match {
    /// The id of the entry to which the form belongs.
    pub id: String,
    /// The preferred name of this entry.
    pub label: String,
    /// The form.
    pub form: FormShown,
}

/// A name that is similar to the one that was looked up.
#[derive(Clone, Debug, Serialize)]
pub struct Near {
    /// The known name.
    pub name: String,
    /// The id of the entry with this name.
    pub id: String,
}

/// An entry with all its names, relations and sources.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// The id of the entry.
    pub id: String,
    /// The preferred name of the entry.
    pub label: String,
    /// The type of the entity.
    #[serde(rename = "type")]
    pub kind: String,
    /// The period in which the entity existed.
    pub valid: Option<String>,
    /// Whether the names of this entry only hide others: they are not reported as mentions, but
    /// prevent shorter names inside them from being found.
    pub hides: bool,
    /// The files and lines in which the entry is written, lowest layer first.
    pub written: Vec<String>,
    /// Identifiers in other systems.
    pub ids: BTreeMap<String, String>,
    /// The forms of the name, by language.
    pub forms: BTreeMap<String, Vec<FormShown>>,
    /// The relations of this entry to other entries, and of other entries to this one, grouped by
    /// kind. The kinds are named from the point of view of this entry ("member", "member of",
    /// "organs").
    pub relations: Vec<(String, Vec<RelationShown>)>,
    /// The sources of the facts.
    pub sources: Vec<SourceShown>,
}

/// A form of a name with its conditions.
#[derive(Clone, Debug, Serialize)]
pub struct FormShown {
    /// The form as it is written, with its braces.
    pub text: String,
    /// The number of spellings of the form, after its braces are expanded.
    pub spellings: usize,
    /// The kind of form.
    pub kind: &'static str,
    /// The language of the form.
    pub language: String,
    /// The period in which the form was in use.
    pub valid: Option<String>,
    /// The conditions under which the form refers to this entry, each described in a few words.
    pub conditions: Vec<String>,
    /// The other entries that have the same form.
    pub rivals: Vec<String>,
    /// The file and line in which the form is written.
    pub written: String,
}

/// A relation between the entry and another entry.
#[derive(Clone, Debug, Serialize)]
pub struct RelationShown {
    /// The id of the other entry.
    pub id: String,
    /// The preferred name of the other entry.
    pub label: String,
    /// For a term of office, the state or body in which the office is held, for example "in Kyrgyzstan"; if this state or body is itself the entry that
    /// is shown, the name of the office. Empty for all other relations.
    pub detail: String,
    /// The period in which the relation is valid.
    pub valid: Option<String>,
    /// The role, such as `observer`.
    pub role: String,
}

/// The source of an entry.
#[derive(Clone, Debug, Serialize)]
pub struct SourceShown {
    /// `hand` if the entry was written by hand, otherwise the name of a tool.
    pub by: String,
    /// The source of the facts.
    pub from: String,
    /// The date of the last review of the entry.
    pub reviewed: String,
    /// The number of independent sources with which the entry was compared; 0 if the entry does not state this number.
    pub checked: u32,
    /// The file and line in which the source is written.
    pub written: String,
}

/// Looks up the name or id `asked`. The name can also be an office and its place ("foreign minister of Ethiopia"). The entry is then the person with the latest
/// term of office.
#[must_use]
pub fn lookup(book: &Book, asked: &str) -> Lookup {
    lookup_on(book, asked, None)
}

/// Looks up a name or id like [`lookup`]. For an office, the entry is the person who holds it on the day `date`, or else the last person who held it before.
#[must_use]
pub fn lookup_on(book: &Book, asked: &str, date: Option<Date>) -> Lookup {
    let asked = asked.trim();
    let mut result = Lookup {
        asked: asked.to_owned(),
        matches: Vec::new(),
        entries: Vec::new(),
        term: None,
        nearest: Vec::new(),
        removed: Vec::new(),
        all: false,
    };
    if let Some(entry) = book.entry(asked) {
        result.entries.push(shown_entry(book, entry));
        return result;
    }
    for (entry, form) in book.named(asked) {
        result.matches.push(Match { id: entry.id.clone(), label: entry.label.clone(), form: shown_form(form) });
        if !result.entries.iter().any(|known| known.id == entry.id) {
            result.entries.push(shown_entry(book, entry));
        }
    }
    if result.entries.is_empty()
        && let Some((holder, term)) = holder(book, asked, date)
    {
        result.entries.push(shown_entry(book, holder));
        result.term = Some(interval(term).unwrap_or_default());
    }
    if result.entries.is_empty() {
        let near = near::nearest(book, asked).into_iter();
        result.nearest = near.map(|(entry, name)| Near { name, id: entry.id.clone() }).collect();
        let slug = asked.rsplit_once('.').map_or(asked, |(_, slug)| slug).to_lowercase();
        for entry in book.entries().iter().filter(|entry| entry.id.rsplit_once('.').is_some_and(|(_, other)| other == slug)) {
            if !result.nearest.iter().any(|near| near.id == entry.id) {
                result.nearest.push(Near { name: entry.label.clone(), id: entry.id.clone() });
            }
        }
    }
    result
}

/// Returns the holder on the day `date`, or else the last holder before, of an office that is given with its place, such as "foreign minister of Ethiopia". Also
/// returns the term of office. Without `date`, the latest term counts.
fn holder<'b>(book: &'b Book, asked: &str, date: Option<Date>) -> Option<(&'b Entry, Option<Interval>)> {
    let splits = asked.match_indices(" of ").map(|(at, of)| (&asked[..at], &asked[at + of.len()..]));
    let holders = splits.flat_map(|(office, place)| {
        let place = place.strip_prefix("the ").unwrap_or(place);
        let offices: Vec<&str> =
            book.named(office).filter(|(entry, _)| entry.class == EntityClass::Office).map(|(entry, _)| entry.id.as_str()).collect();
        let at: Vec<&str> = book.named(place).map(|(entry, _)| entry.id.as_str()).collect();
        at.into_iter()
            .flat_map(|at| book.relations_to(at))
            .filter(move |(_, relation)| relation.kind == "office" && relation.at.is_some() && offices.contains(&relation.of.as_str()))
    });
    // A term that begins after `date` counts only if there is no other.
    let begun = |valid: Option<Interval>| {
        date.is_none_or(|date| valid.and_then(Interval::start).is_none_or(|start| start.first_day() <= date.last_day()))
    };
    let latest = holders.max_by_key(|(_, relation)| (begun(relation.valid), term(interval(relation.valid).as_deref())));
    latest.map(|(entry, relation)| (entry, relation.valid))
}

fn interval(valid: Option<Interval>) -> Option<String> {
    valid.map(|valid| valid.to_string())
}

/// Describes a form and its conditions.
pub(crate) fn shown_form(form: &WrittenForm) -> FormShown {
    let mut conditions = Vec::new();
    match form.case {
        Some(CasePolicy::Exact) => conditions.push("only with the same upper and lower case".to_owned()),
        Some(CasePolicy::Any) => conditions.push("in upper or lower case".to_owned()),
        _ => {}
    }
    match form.when {
        Activation::Introduced => conditions.push("only if a full name of the entity comes before this form in the document".to_owned()),
        Activation::Defined => conditions.push("only in documents that define this short name".to_owned()),
        _ => {}
    }
    for (words, meaning) in [
        (&form.needs, "only near one of these"),
        (&form.not, "not near any of these"),
        (&form.hints, "more likely near one of these"),
        (&form.before, "not directly after one of these"),
        (&form.after, "not directly before one of these"),
    ] {
        if !words.is_empty() {
            conditions.push(format!("{meaning}: {}", words.join(", ")));
        }
    }
    if let Some(prior) = form.prior {
        conditions.push(format!("prior {prior}"));
    }
    FormShown {
        text: form.text.clone(),
        spellings: form.spelled.len(),
        kind: form.key(),
        language: form.language.clone(),
        valid: interval(form.valid),
        conditions,
        rivals: form.rivals.clone(),
        written: shown(&form.place),
    }
}

fn shown_entry(book: &Book, entry: &Entry) -> Shown {
    let mut forms: BTreeMap<String, Vec<FormShown>> = BTreeMap::new();
    let mut seen = Vec::new();
    for form in &entry.forms {
        // Variants that were generated from a form have the same position and text as the form. They are not listed
        // separately.
        if !seen.contains(&(&form.language, &form.text, &form.place)) {
            seen.push((&form.language, &form.text, &form.place));
            forms.entry(form.language.clone()).or_default().push(shown_form(form));
        }
    }
    Shown {
        id: entry.id.clone(),
        label: entry.label.clone(),
        kind: entry.kind.clone(),
        valid: interval(entry.valid),
        hides: entry.hides,
        written: entry.places.iter().map(shown).collect(),
        ids: entry.ids.clone(),
        forms,
        relations: relations(book, entry),
        sources: entry
            .sources
            .iter()
            .map(|source| SourceShown {
                by: source.by.clone(),
                from: source.from.clone(),
                reviewed: source.reviewed.clone(),
                checked: source.checked,
                written: shown(&source.place),
            })
            .collect(),
    }
}

fn relations(book: &Book, entry: &Entry) -> Vec<(String, Vec<RelationShown>)> {
    let mut found: Vec<(String, Vec<RelationShown>)> = Vec::new();
    let mut add = |name: &str, relation: RelationShown| match found.iter_mut().find(|(known, _)| known == name) {
        Some((_, list)) => list.push(relation),
        None => found.push((name.to_owned(), vec![relation])),
    };
    let shown = |id: &str, detail: String, valid: Option<Interval>, role: &str| RelationShown {
        id: id.to_owned(),
        label: book.label(id).to_owned(),
        detail,
        valid: interval(valid),
        role: role.to_owned(),
    };
    for relation in &entry.relations {
        let at = relation.at.as_deref().map(|at| format!("in {}", book.label(at))).unwrap_or_default();
        add(&relation.kind, shown(&relation.of, at, relation.valid, &relation.role));
    }
    for (other, relation) in book.relations_to(&entry.id) {
        let held_here = relation.at.as_deref() == Some(entry.id.as_str());
        let name = match (relation.kind.as_str(), other.class) {
            ("office", _) if held_here => "held here",
            ("office", _) => "holders",
            ("of", EntityClass::Office) => "offices",
            ("of", _) => "organs",
            ("member", _) => "member of",
            ("capital", _) => "capital of",
            ("part_of", _) => "parts",
            ("country", _) => "in this country",
            ("seat", _) => "seat of",
            ("successor", _) => "predecessors",
            ("party", _) => "party to",
            ("depositary", _) => "depositary of",
            ("metonym", _) => "meant by",
            (kind, _) => kind,
        };
        let detail = match relation.at.as_deref() {
            Some(_) if held_here => book.label(&relation.of).to_owned(),
            Some(at) => format!("in {}", book.label(at)),
            None => String::new(),
        };
        add(name, shown(&other.id, detail, relation.valid, &relation.role));
    }
    for (_, list) in found.iter_mut().filter(|(name, _)| TERMS.contains(&name.as_str())) {
        // The present holder comes first.
        list.sort_by_key(|relation| Reverse(term(relation.valid.as_deref())));
    }
    found
}

/// The relations that are terms of office. They are printed on a line each.
const TERMS: [&str; 3] = ["office", "holders", "held here"];

/// Returns the end and the start of a term of office, for sorting. An open end is the latest one. Terms without dates come last.
fn term(valid: Option<&str>) -> Option<(Option<Date>, Option<Date>)> {
    let valid: Interval = valid?.parse().ok()?;
    let latest = "9999".parse().ok();
    Some((valid.end().or(latest), valid.start()))
}

/// The maximum number of relations of each kind, and of forms of each language, that are printed unless all are requested.
const FEW: usize = 12;

impl fmt::Display for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.entries.is_empty() {
            for entry in &self.removed {
                let Removed { id, label, by, what } = entry;
                match *what {
                    "entry" => writeln!(f, "\"{}\" is {id} ({label}), but {by} switches this entry off (off = true)", self.asked)?,
                    _ => writeln!(f, "\"{}\" is a name of {id} ({label}), but {by} drops this name", self.asked)?,
                }
            }
            if !self.removed.is_empty() {
                return Ok(());
            }
            writeln!(f, "no entry has the name or id \"{}\"", self.asked)?;
            if self.nearest.is_empty() {
                return writeln!(f, "no known name is similar to it");
            }
            writeln!(f, "the most similar known names:")?;
            let width = self.nearest.iter().map(|near| near.id.chars().count()).max().unwrap_or(0);
            return self.nearest.iter().try_for_each(|near| writeln!(f, "  {:width$}  {}", near.id, near.name));
        }
        if let ([], [holder]) = (self.matches.as_slice(), self.entries.as_slice())
            && holder.id != self.asked
        {
            let term = self.term.as_ref().filter(|term| !term.is_empty()).map_or_else(String::new, |term| format!(", {term}"));
            writeln!(f, "the last known holder of the office \"{}\" is {} ({}{term})", self.asked, holder.label, holder.id)?;
        }
        if !self.matches.is_empty() {
            let one = self.entries.len() == 1;
            writeln!(
                f,
                "\"{}\" is {}",
                self.asked,
                if one {
                    "a form of one entry"
                } else {
                    "a form of several entries; the conditions of each form determine which entry is meant"
                }
            )?;
            for found in &self.matches {
                write!(f, "  {} ({}): ", found.id, found.label)?;
                form(f, &found.form)?;
                let rivals: Vec<&str> = found.form.rivals.iter().map(String::as_str).collect();
                if !rivals.is_empty() {
                    writeln!(f, "      shared with {}", rivals.join(", "))?;
                }
            }
            if !one {
                writeln!(
                    f,
                    "  If the conditions of several forms are met, the entry is chosen first by dates, then by the surrounding names and words, and last by the prior (how likely each entry is in general)."
                )?;
            }
        }
        self.entries.iter().try_for_each(|entry| print(f, entry, if self.all { usize::MAX } else { FEW }))
    }
}

fn form(f: &mut fmt::Formatter<'_>, form: &FormShown) -> fmt::Result {
    let more = if form.spellings > 1 { format!(" ({} spellings)", form.spellings) } else { String::new() };
    let valid = form.valid.as_ref().map(|valid| format!(", {valid}")).unwrap_or_default();
    writeln!(f, "{} {}: {}{more}{valid}   {}", form.language, form.kind, form.text, form.written)?;
    for condition in &form.conditions {
        writeln!(f, "      {condition}")?;
    }
    Ok(())
}

fn print(f: &mut fmt::Formatter<'_>, entry: &Shown, most: usize) -> fmt::Result {
    writeln!(f, "\n{}  {}", entry.id, entry.label)?;
    let valid = entry.valid.as_ref().map(|valid| format!(", {valid}")).unwrap_or_default();
    let hides =
        if entry.hides { "; its names are not reported as mentions, but prevent shorter names inside them from being found" } else { "" };
    writeln!(f, "  type: {}{valid}{hides}", entry.kind)?;
    writeln!(f, "  written: {}", entry.written.join("; "))?;
    if !entry.ids.is_empty() {
        let ids: Vec<String> = entry.ids.iter().map(|(name, id)| format!("{name} {id}")).collect();
        writeln!(f, "  ids: {}", ids.join(", "))?;
    }
    writeln!(f, "  forms:")?;
    // English comes first, because the program writes messages and labels in English.
    let (english, others): (Vec<_>, Vec<_>) = entry.forms.iter().partition(|(language, _)| *language == "en");
    for (language, forms) in english.into_iter().chain(others) {
        for shown in forms.iter().take(most) {
            write!(f, "    ")?;
            form(f, shown)?;
        }
        if forms.len() > most {
            writeln!(f, "    {language}: and {} more; --all prints them", forms.len() - most)?;
        }
    }
    for (name, list) in &entry.relations {
        if TERMS.contains(&name.as_str()) && list.len() > 1 {
            writeln!(f, "  {name}:")?;
            list.iter().take(most).try_for_each(|term| writeln!(f, "    {}", relation(term)))?;
            if list.len() > most {
                writeln!(f, "    and {} more (--all)", list.len() - most)?;
            }
            continue;
        }
        let shown: Vec<String> = list.iter().take(most).map(relation).collect();
        let more = if list.len() > most { format!("; and {} more (--all)", list.len() - most) } else { String::new() };
        writeln!(f, "  {name}: {}{more}", shown.join("; "))?;
    }
    for source in &entry.sources {
        let reviewed = if source.reviewed.is_empty() { String::new() } else { format!(", reviewed {}", source.reviewed) };
        let checked = if source.checked < 2 { String::new() } else { format!(", compared with {} sources", source.checked) };
        writeln!(f, "  source: {} ({}){reviewed}{checked}", source.from, source.by)?;
    }
    Ok(())
}

fn relation(relation: &RelationShown) -> String {
    let mut text = format!("{} ({})", relation.label, relation.id);
    for part in [relation.detail.as_str(), relation.role.as_str(), relation.valid.as_deref().unwrap_or_default()] {
        if !part.is_empty() {
            text = format!("{text} {part}");
        }
    }
    text
}
