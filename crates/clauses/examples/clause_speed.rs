//! Measures how long `ClauseReader::run` takes on files: `cargo run --release -p chancery-clauses --example clause_speed -- DATA_FOLDER FILE …`.
//!
//! The time for splitting the text into tokens and sentences is not included. The program processes all files seven times and prints the
//! shortest time.

use chancery_clauses::Scratch;
use chancery_text::Document;
use std::error::Error;
use std::time::{Duration, Instant};

#[path = "shared/load.rs"]
mod load;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let reader = load::reader(&args.next().ok_or("usage: clause_speed DATA_FOLDER FILE …")?)?;
    let tokenizer = chancery_tokenizer::Tokenizer::default();
    let mut documents = Vec::new();
    for path in args {
        let text = std::fs::read(&path)?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let mut doc = Document::new("", text);
        tokenizer.run(&mut doc);
        documents.push(doc);
    }
    let bytes: usize = documents.iter().map(|doc| doc.text().len()).sum();
    let tokens: usize = documents.iter().map(|doc| doc.tokens.len()).sum();
    let mut scratch = Scratch::default();
    let mut best = Duration::MAX;
    for _ in 0..7 {
        let start = Instant::now();
        for doc in &mut documents {
            reader.run(doc, &mut scratch);
        }
        best = best.min(start.elapsed());
    }
    let clauses: usize = documents.iter().map(|doc| doc.clauses.clauses.len()).sum();
    println!(
        "{tokens} tokens, {clauses} clauses, {:.2} MB: {:.1} ms, {:.2} ms per MB, {:.0} ns per token",
        bytes as f64 / 1e6,
        best.as_secs_f64() * 1e3,
        best.as_secs_f64() * 1e9 / bytes as f64,
        best.as_secs_f64() * 1e9 / tokens as f64
    );
    Ok(())
}
