//! Fuzz targets for data files, for the patterns in them, and for the dictionaries of other tools.

use chancery_classifier::{ClassifierBuilder, Rule, Scratch, Trigger};
use chancery_import::{Format, Options, TopicsOptions};
use chancery_loader::{Diagnostic, File};
use chancery_temporal::{Normalizer, TemporalTagger, WordValue};
use chancery_text::{Document, PlainBreaker, WordBreaker};

/// Loads data files as if a user had written them. `files` contains the path of each file in the data folder and its text. Returns an error if a
/// diagnostic points to a line that does not exist in its file.
fn load(files: &[(&str, String)]) -> Result<Vec<Diagnostic>, String> {
    let files: Vec<File> = files
        .iter()
        .map(|(path, text)| File { path: (*path).to_owned(), inner: (*path).to_owned(), text: text.clone(), layer: 2, is_broken: false })
        .collect();
    let (_, diagnostics) = chancery_loader::read(&files);
    for diagnostic in &diagnostics {
        let lines = files.iter().find(|file| file.path == diagnostic.file).map_or(0, |file| file.text.split('\n').count());
        if diagnostic.line == 0 || diagnostic.line > lines.max(1) || diagnostic.to_string().is_empty() {
            return Err(format!("a diagnostic points to line {} of {lines}: {diagnostic}", diagnostic.line));
        }
    }
    Ok(diagnostics)
}

/// Tests a form of a name. Braces in a form stand for several spellings.
pub(crate) fn braces(bytes: &[u8]) -> Result<(), String> {
    let form = toml::Value::String(String::from_utf8_lossy(bytes).into_owned());
    let entry = format!(
        "[[entity]]\nid = \"city.x\"\ntype = \"city\"\nname.en = {form}\nsrc = {{ by = \"hand\", from = \"a test\", reviewed = \"2026-01-01\" }}\n"
    );
    load(&[("gazetteer/x.toml", entry)]).map(drop)
}

/// Tests a data file. The first line of the input is the path of the file, and the rest is its content.
pub(crate) fn files(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let (path, content) = text.split_once('\n').unwrap_or(("gazetteer/x.toml", &text));
    load(&[(path, content.to_owned())]).map(drop)
}

/// Creates a document from a text and splits it into tokens.
fn document(text: &str) -> Document {
    let mut doc = Document::new("fuzz", text);
    let mut tokens = Vec::new();
    PlainBreaker.break_words(text, &mut tokens);
    doc.tokens = tokens;
    doc
}

/// Tests a pattern of a time rule. The first line of the input is the pattern, and the rest is a text.
pub(crate) fn time_patterns(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, text) = text.split_once('\n').unwrap_or((&text, "On 15 June 2001, in the 1990s and the third week of the second year."));
    let mut builder = TemporalTagger::builder();
    for (class, word, value) in [("month", "June", "6"), ("ordinal", "third", "3"), ("unit", "week", "week"), ("unit", "year", "year")] {
        if let Ok(value) = value.parse::<WordValue>() {
            builder.word(class, word, value);
        }
    }
    builder.rule(chancery_temporal::Rule::new("rule", pattern, Normalizer::Date));
    if let Ok(tagger) = builder.build() {
        let mut doc = document(text);
        tagger.run(&mut doc);
        if doc.times.iter().any(|time| doc.text().get(time.span.range()).is_none()) {
            return Err("a time expression does not lie on character boundaries".to_owned());
        }
    }
    Ok(())
}

/// Tests a pattern of an event rule. The first line of the input is the pattern, and the rest is a text.
pub(crate) fn rule_patterns(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, text) = text.split_once('\n').unwrap_or((&text, "They met, but the two met again and met."));
    let mut builder = ClassifierBuilder::new();
    builder.class("be", ["is", "was"]);
    builder.class("coordinator", ["and", ","]);
    builder.class("barrier", ["but"]);
    builder.group("actor", ["state", "igo"]);
    let mut rule = Rule::new("rule", "ACT");
    rule.triggers = vec![Trigger { text: "met".to_owned(), form: "past".to_owned() }];
    rule.patterns = vec![pattern.to_owned()];
    builder.rule(rule);
    if let Ok(classifier) = builder.build(&PlainBreaker) {
        let mut doc = document(text);
        classifier.run(&mut doc, &(), &mut Scratch::default());
        let _ = classifier.explain(&doc, &());
        if doc.events.iter().any(|event| doc.text().get(event.span.range()).is_none()) {
            return Err("an event does not lie on character boundaries".to_owned());
        }
    }
    Ok(())
}

/// Tests a dictionary of another tool. The topics file written from it must be valid TOML.
fn import(format: Format, bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    for whole_words in [false, true] {
        let Ok(dictionary) = format.read(&text, &Options::default().with_whole_words(whole_words)) else { continue };
        let topics = dictionary.to_topics(&TopicsOptions::default().with_prefix("fuzz").with_source("a test"));
        let diagnostics = load(&[("topics/x.toml", topics)])?;
        if let Some(diagnostic) = diagnostics.iter().find(|diagnostic| diagnostic.code == chancery_loader::Code::Syntax) {
            return Err(format!("the topics file written from the dictionary is not TOML: {diagnostic}"));
        }
    }
    Ok(())
}

pub(crate) fn liwc(bytes: &[u8]) -> Result<(), String> {
    import(Format::Liwc, bytes)
}

pub(crate) fn lexicoder(bytes: &[u8]) -> Result<(), String> {
    import(Format::Lexicoder, bytes)
}

pub(crate) fn yoshikoder(bytes: &[u8]) -> Result<(), String> {
    import(Format::Yoshikoder, bytes)
}

pub(crate) fn quanteda(bytes: &[u8]) -> Result<(), String> {
    import(Format::Quanteda, bytes)
}

pub(crate) fn wordstat(bytes: &[u8]) -> Result<(), String> {
    import(Format::Wordstat, bytes)
}
