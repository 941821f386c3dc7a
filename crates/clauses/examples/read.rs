//! Prints the word classes and clauses of sentences: `cargo run --release -p chancery-clauses --example read -- data/language/en [SENTENCE …]`.
//!
//! Without sentences on the command line, the program reads sentences from standard input, one per line. If `--ud` is given in place of sentences, the program
//! prints one line of JSON for each sentence of standard input. The JSON follows the conventions of Universal Dependencies.

use chancery_clauses::{ClauseReader, Scratch};
use chancery_text::{Document, TokenRange};
use chancery_tokenizer::Tokenizer;
use std::error::Error;

#[path = "shared/load.rs"]
mod load;
#[path = "shared/ud.rs"]
mod ud;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let reader = load::reader(&args.next().ok_or("usage: read DATA_FOLDER [--ud | SENTENCE …]")?)?;
    let tokenizer = Tokenizer::default();
    let mut scratch = Scratch::default();
    let mut sentences: Vec<String> = args.collect();
    let json = sentences.first().is_some_and(|first| first == "--ud");
    if json || sentences.is_empty() {
        sentences = std::io::stdin().lines().collect::<Result<_, _>>()?;
    }
    for sentence in sentences {
        let mut doc = Document::new("", sentence);
        tokenizer.run(&mut doc);
        reader.run(&mut doc, &mut scratch);
        if json { print_json(&reader, &doc) } else { print(&reader, &doc) }
    }
    Ok(())
}

fn print_json(reader: &ClauseReader, doc: &Document) {
    let classes = reader.classes(doc);
    let tags: Vec<String> = doc
        .tokens
        .iter()
        .zip(classes)
        .map(|(token, classes)| format!("[{},\"{}\"]", token.span.start(), classes.names().collect::<Vec<_>>().join("+")))
        .collect();
    let offset = |offset: Option<u32>| offset.map_or(-1, i64::from);
    let clauses: Vec<String> = ud::clauses(reader, doc)
        .iter()
        .map(|clause| {
            let (subject, object) = (offset(clause.subject), offset(clause.object));
            format!(
                "{{\"v\":{},\"fin\":{},\"pass\":{},\"s\":{subject},\"o\":{object},\"cop\":{}}}",
                clause.verb, clause.finite, clause.passive, clause.copula
            )
        })
        .collect();
    println!("{{\"tags\":[{}],\"clauses\":[{}]}}", tags.join(","), clauses.join(","));
}

fn print(reader: &ClauseReader, doc: &Document) {
    let text = doc.text();
    for (token, classes) in doc.tokens.iter().zip(reader.classes(doc)) {
        print!("{}/{} ", token.text(text), classes.names().collect::<Vec<_>>().join("+"));
    }
    println!();
    let span = |tokens: TokenRange| {
        let tokens = &doc.tokens[tokens.range()];
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => &text[first.span.start() as usize..last.span.end() as usize],
            _ => "",
        }
    };
    let phrase = |phrase: Option<u32>| match phrase {
        Some(phrase) => {
            doc.clauses.conjuncts(phrase).map(|phrase| span(doc.clauses.phrases[phrase as usize].tokens)).collect::<Vec<_>>().join(" & ")
        }
        None => String::from("-"),
    };
    for (number, clause) in doc.clauses.clauses.iter().enumerate() {
        let properties = [(clause.passive, " passive"), (clause.perfect, " perfect"), (clause.negated, " NEG"), (clause.quoted, " quoted")];
        let properties: String = properties.iter().filter(|(holds, _)| *holds).map(|(_, name)| *name).collect();
        let marker = clause.marker.map_or(String::new(), |marker| format!(" marker={}", doc.tokens[marker as usize].text(text)));
        println!(
            "  {number} {:?} {:?} <{}> {} s=[{}] o=[{}] i=[{}]{properties}{marker} parent={:?} gov=[{}] coord={:?}",
            clause.kind,
            clause.tense,
            span(clause.verb),
            reader.lemma(clause.lemma),
            phrase(clause.subject),
            phrase(clause.object),
            phrase(clause.indirect),
            clause.parent,
            phrase(clause.governor),
            clause.coordinated
        );
    }
    for link in &doc.clauses.prepositions {
        let preposition = doc.tokens[link.preposition as usize].text(text);
        println!("    {preposition} [{}] after=[{}] clause={:?}", phrase(Some(link.phrase)), phrase(link.after), link.clause);
    }
}
