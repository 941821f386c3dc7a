//! Compares the clause reader with a treebank of Universal Dependencies: `cargo run --release -p chancery-clauses --example ud -- data/language/en FILE.conllu
//! …`.
//!
//! Prints precision, recall and F1 for finite verbs, heads of subjects, heads of objects, and passives. Copulas are not counted. Subjects are compared only for
//! verbs that have a subject in the treebank. Relative pronouns are not counted, because the reader returns the phrases to which they refer.

use chancery_clauses::Scratch;
use chancery_text::Document;
use chancery_tokenizer::Tokenizer;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

#[path = "shared/load.rs"]
mod load;
#[path = "shared/ud.rs"]
mod ud;

/// The facts that are compared with the treebank. Each fact is a pair. The first item is a verb, and the second is the subject or object of this verb. In
/// `finite` and `passive`, the second item is 0. Each word is given as the byte offset at which it begins.
#[derive(Debug, Default)]
struct Facts {
    finite: BTreeSet<(u32, u32)>,
    subjects: BTreeSet<(u32, u32)>,
    objects: BTreeSet<(u32, u32)>,
    passive: BTreeSet<(u32, u32)>,
}

/// A sentence of the treebank.
#[derive(Debug, Default)]
struct Gold {
    text: String,
    facts: Facts,
    /// Verbs whose object is a relative pronoun.
    relative_objects: BTreeSet<u32>,
}

/// A word of the treebank, without the columns that this program does not use.
#[derive(Debug)]
struct Word<'a> {
    class: &'a str,
    features: &'a str,
    governor: &'a str,
    relation: &'a str,
    /// The byte at which the word begins.
    at: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let reader = load::reader(&args.next().ok_or("usage: ud DATA_FOLDER FILE.conllu …")?)?;
    let tokenizer = Tokenizer::default();
    let mut scratch = Scratch::default();
    for path in args {
        let file = std::fs::read_to_string(&path)?;
        let mut counts = [("finite verbs", 0, 0, 0), ("subjects", 0, 0, 0), ("objects", 0, 0, 0), ("passive", 0, 0, 0)];
        for gold in file.split("\n\n").map(sentence).filter(|gold| !gold.text.is_empty()) {
            let mut doc = Document::new("", gold.text.as_str());
            tokenizer.run(&mut doc);
            reader.run(&mut doc, &mut scratch);
            let found = found(&ud::clauses(&reader, &doc), &gold);
            let pairs = [
                (&gold.facts.finite, &found.finite),
                (&gold.facts.subjects, &found.subjects),
                (&gold.facts.objects, &found.objects),
                (&gold.facts.passive, &found.passive),
            ];
            for ((_, both, expected, given), (gold, found)) in counts.iter_mut().zip(pairs) {
                *both += gold.intersection(found).count();
                *expected += gold.len();
                *given += found.len();
            }
        }
        println!("{path}");
        for (name, both, expected, given) in counts {
            let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
            println!(
                "  {name:12} P {:.1} R {:.1} F1 {:.1} of {expected}",
                percent(both, given),
                percent(both, expected),
                percent(2 * both, expected + given)
            );
        }
    }
    Ok(())
}

/// Returns the facts that the clause reader found, without those that cannot be compared.
fn found(clauses: &[ud::UdClause], gold: &Gold) -> Facts {
    let mut facts = Facts::default();
    let with_subject: BTreeSet<u32> = gold.facts.subjects.iter().map(|(verb, _)| *verb).collect();
    for clause in clauses {
        if clause.finite && !clause.copula {
            facts.finite.insert((clause.verb, 0));
        }
        if clause.finite && clause.passive {
            facts.passive.insert((clause.verb, 0));
        }
        facts.subjects.extend(clause.subject.filter(|_| with_subject.contains(&clause.verb)).map(|subject| (clause.verb, subject)));
        facts.objects.extend(
            clause.object.filter(|_| !clause.copula && !gold.relative_objects.contains(&clause.verb)).map(|object| (clause.verb, object)),
        );
    }
    facts
}

/// Reads a sentence of the treebank. If several words are written together in the text ("do" and "n't" in "don't"), all of them have the byte offset of the
/// first word.
fn sentence(block: &str) -> Gold {
    let Some(text) = block.lines().find_map(|line| line.strip_prefix("# text = ")) else { return Gold::default() };
    let mut words: BTreeMap<&str, Word<'_>> = BTreeMap::new();
    let (mut at, mut joined, mut together) = (0, 0, 0);
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, class, _, features, governor, relation, ..] = columns[..] else { continue };
        let start = text[at..].find(form).map_or(at, |found| at + found);
        if let Some((_, last)) = id.split_once('-') {
            (joined, together, at) = (last.parse().unwrap_or(0), start, start + form.len());
            continue;
        }
        let Ok(number) = id.parse::<u32>() else { continue };
        let start = if number <= joined { together } else { start };
        if number > joined {
            at = (start + form.len()).min(text.len());
        }
        words.insert(id, Word { class, features, governor, relation, at: start as u32 });
    }
    let mut gold = Gold { text: text.to_owned(), ..Gold::default() };
    for (id, verb) in words.iter().filter(|(_, word)| word.class == "VERB") {
        let parts = || words.values().filter(|word| word.governor == *id);
        let finite = verb.features.contains("VerbForm=Fin")
            || parts().any(|word| word.relation.starts_with("aux") && word.features.contains("VerbForm=Fin"));
        if finite {
            gold.facts.finite.insert((verb.at, 0));
        }
        if finite && parts().any(|word| word.relation.starts_with("aux:pass")) {
            gold.facts.passive.insert((verb.at, 0));
        }
        for part in parts() {
            let relative = part.features.contains("PronType=Rel");
            match part.relation {
                "nsubj" | "nsubj:pass" if !relative => gold.facts.subjects.extend([(verb.at, part.at)]),
                "obj" if relative => gold.relative_objects.extend([verb.at]),
                "obj" => gold.facts.objects.extend([(verb.at, part.at)]),
                _ => {}
            }
        }
    }
    gold
}
