//! Reads SKOS thesauri that are written in Turtle. A concept has preferred, alternative and hidden labels. A label is either
//! a string or, in SKOS-XL, a separate node that contains the string.

use super::entry::{NameEntry, Names, NamesOptions, Target, is_plain};
use crate::error::{Error, ErrorKind};
use oxrdf::{NamedOrBlankNode, Term};
use oxttl::TurtleParser;
use std::collections::{BTreeMap, HashMap};

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const SKOS_XL: &str = "http://www.w3.org/2008/05/skos-xl#";
const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// The kinds of SKOS labels, each with the kind of form that a label of this kind becomes. Preferred labels come first.
const LABELS: [(&str, &str); 3] = [("prefLabel", "name"), ("altLabel", "alias"), ("hiddenLabel", "alias")];

/// Properties whose values classify a concept. Each value is an IRI. The option `--label` maps the last part of such an IRI
/// to an entity type. The property `rdf:type` is used in the same way.
const GROUPS: [&str; 2] = ["inScheme", "topConceptOf"];

/// Prefixes of the IRIs of items in other systems, each with the name of the system.
const SYSTEMS: [(&str, &str); 4] = [
    ("http://www.wikidata.org/entity/", "wikidata"),
    ("https://www.wikidata.org/entity/", "wikidata"),
    ("http://sws.geonames.org/", "geonames"),
    ("https://sws.geonames.org/", "geonames"),
];

/// A concept that is being read.
#[derive(Default)]
struct Concept {
    /// The labels of the concept: kind, language and text.
    labels: Vec<(usize, String, String)>,
    groups: Vec<String>,
    matches: Vec<String>,
    is_concept: bool,
}

pub(super) fn read(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    let mut names = Names::default();
    let mut concepts: BTreeMap<String, Concept> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    // For SKOS-XL: label nodes with their languages and texts, and the concepts that refer to these nodes.
    let mut forms: HashMap<String, (String, String)> = HashMap::new();
    let mut references: Vec<(String, usize, String)> = Vec::new();
    let mut unused: BTreeMap<String, usize> = BTreeMap::new();
    // IRIs may be relative ("<#c1>").
    let parser = TurtleParser::new()
        .lenient()
        .with_base_iri("urn:base:")
        .map_err(|error| Error::syntax(1, "the base address is malformed", error))?;
    for triple in parser.for_slice(text) {
        let triple = triple.map_err(|error| {
            let line = error.location().start.line as usize + 1;
            Error::syntax(line, "this is not Turtle", error)
        })?;
        let predicate = triple.predicate.as_str();
        if predicate.strip_prefix(SKOS_XL) == Some("literalForm") {
            if let Term::Literal(literal) = &triple.object {
                forms.insert(
                    triple.subject.to_string(),
                    (literal.language().unwrap_or(&options.language).to_owned(), literal.value().to_owned()),
                );
            }
            continue;
        }
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else { continue };
        let subject = subject.as_str().to_owned();
        let concept = concepts.entry(subject.clone()).or_insert_with(|| {
            order.push(subject.clone());
            Concept::default()
        });
        if predicate == RDF_TYPE {
            if let Term::NamedNode(kind) = &triple.object {
                concept.is_concept |= kind.as_str().strip_prefix(SKOS) == Some("Concept");
                concept.groups.push(local(kind.as_str()).to_owned());
            }
            continue;
        }
        let name = predicate.strip_prefix(SKOS).or_else(|| predicate.strip_prefix(SKOS_XL)).unwrap_or_default();
        match (LABELS.iter().position(|(label, _)| *label == name), &triple.object) {
            (Some(kind), Term::Literal(literal)) => {
                concept.labels.push((kind, literal.language().unwrap_or(&options.language).to_owned(), literal.value().to_owned()));
            }
            (Some(kind), node) => references.push((subject, kind, node.to_string())),
            (None, Term::NamedNode(node)) if GROUPS.contains(&name) => concept.groups.push(local(node.as_str()).to_owned()),
            (None, Term::NamedNode(node)) if name == "exactMatch" => concept.matches.push(node.as_str().to_owned()),
            _ => *unused.entry(if name.is_empty() { local(predicate).to_owned() } else { format!("skos:{name}") }).or_default() += 1,
        }
    }
    for (subject, kind, node) in references {
        if let (Some(concept), Some((language, text))) = (concepts.get_mut(&subject), forms.get(&node)) {
            concept.labels.push((kind, language.clone(), text.clone()));
        }
    }
    let lines = lines_of_literals(text);
    for subject in &order {
        let Some(concept) = concepts.get_mut(subject).filter(|concept| concept.is_concept || !concept.labels.is_empty()) else { continue };
        // The preferred label in the language of the options comes first.
        concept.labels.sort_by_key(|(kind, language, _)| (*kind, *language != options.language));
        let Some((_, _, first)) = concept.labels.first() else { continue };
        let line = lines.get(first.as_str()).copied().unwrap_or(0);
        names.entries.extend(entry(line, concept, &mut names.notes, options));
    }
    for (name, count) in unused {
        names.note(0, format!("{name} is not used (occurrences: {count})"));
    }
    if order.is_empty() {
        return Err(Error::new(ErrorKind::Empty, 1, "the file contains no concept"));
    }
    Ok(names)
}

fn entry(line: usize, concept: &Concept, notes: &mut Vec<crate::Note>, options: &NamesOptions) -> Option<NameEntry> {
    let given = concept.groups.iter().find_map(|group| options.labels.get(group));
    let mut entry = NameEntry::new(line, given.unwrap_or(&options.kind));
    for (kind, language, text) in &concept.labels {
        if is_plain(text) {
            entry.form(LABELS[*kind].1, language, text, false);
        } else {
            notes.push(crate::Note::new(line, format!("\"{text}\" was left out: names in data files cannot contain brackets, | or \\")));
        }
    }
    for address in &concept.matches {
        if let Some((system, id)) =
            SYSTEMS.iter().find_map(|(prefix, system)| Some((*system, address.strip_prefix(prefix)?.trim_end_matches('/'))))
        {
            entry.ids.push((system.to_owned(), id.to_owned()));
            entry.target = Target::Known { system: system.to_owned(), id: id.to_owned() };
        }
    }
    Some(entry).filter(|entry| !entry.forms.is_empty())
}

/// Returns the last part of an IRI.
fn local(address: &str) -> &str {
    address.trim_end_matches('/').rsplit(['#', '/', ':']).next().unwrap_or(address)
}

/// Returns, for each string in quotation marks, the number of the line on which it first occurs.
fn lines_of_literals(text: &str) -> HashMap<&str, usize> {
    let mut lines = HashMap::new();
    for (number, line) in (1..).zip(text.lines()) {
        for part in line.split('"').skip(1).step_by(2) {
            lines.entry(part).or_insert(number);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions, Target};

    const SAMPLE: &str = r#"@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
<#c1> a skos:Concept ; skos:prefLabel "Центральная Азия"@ru , "Central Asia"@en ;
  skos:altLabel "C-5 (group)"@en , "Middle Asia [old]"@en ; skos:hiddenLabel "Central-Asia"@en ;
  skos:broader <#asia> ; skos:notation "143" ; skos:inScheme <http://example.org/schemes/regions> ;
  skos:exactMatch <http://www.wikidata.org/entity/Q1> .
<#c2> a skos:Concept ; xl:prefLabel <#l2> ; xl:altLabel [ xl:literalForm "Compact"@en ] .
<#l2> xl:literalForm "Water Compact"@en .
"#;

    #[test]
    fn concepts_become_entries() {
        let mut options = NamesOptions::default();
        options.labels.insert("regions".to_owned(), "region".to_owned());
        let names = NamesFormat::Skos.read(SAMPLE, &options).expect("names");
        let first = &names.entries[0];
        assert_eq!((first.kind.as_str(), first.line), ("region", 3));
        assert_eq!(first.target, Target::Known { system: "wikidata".to_owned(), id: "Q1".to_owned() });
        let forms: Vec<(&str, &str, &str)> =
            first.forms.iter().map(|form| (form.kind.as_str(), form.language.as_str(), form.text.as_str())).collect();
        assert_eq!(
            forms,
            [
                ("name", "en", "Central Asia"),
                ("name", "ru", "Центральная Азия"),
                ("alias", "en", "C-5 (group)"),
                ("alias", "en", "Central-Asia")
            ]
        );
        assert_eq!(names.entries[1].forms.iter().map(|form| form.text.as_str()).collect::<Vec<_>>(), ["Water Compact", "Compact"]);
        let notes: Vec<&str> = names.notes.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(
            notes,
            [
                "\"Middle Asia [old]\" was left out: names in data files cannot contain brackets, | or \\",
                "skos:broader is not used (occurrences: 1)",
                "skos:notation is not used (occurrences: 1)"
            ]
        );
        let error = NamesFormat::Skos.read("@prefix skos: <x> .\nnonsense", &options).expect_err("no Turtle");
        assert_eq!(error.line(), 2);
    }
}
