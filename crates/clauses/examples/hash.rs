//! Prints a hash of the clauses and word classes in files: `cargo run --release -p chancery-clauses --example hash -- DATA_FOLDER FILE …`.
//!
//! If the hash is the same before and after an optimization, the optimization has not changed the results.

use chancery_clauses::Scratch;
use chancery_text::Document;
use std::error::Error;
use std::hash::{DefaultHasher, Hasher};

#[path = "shared/load.rs"]
mod load;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let reader = load::reader(&args.next().ok_or("usage: hash DATA_FOLDER FILE …")?)?;
    let tokenizer = chancery_tokenizer::Tokenizer::default();
    let (mut scratch, mut hasher, mut clauses) = (Scratch::default(), DefaultHasher::new(), 0);
    for path in args {
        let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        let mut doc = Document::new("", text);
        tokenizer.run(&mut doc);
        reader.run(&mut doc, &mut scratch);
        hasher.write(format!("{:?}", doc.clauses).as_bytes());
        hasher.write(format!("{:?}", reader.classes(&doc)).as_bytes());
        clauses += doc.clauses.clauses.len();
    }
    println!("{clauses} clauses, hash {:016x}", hasher.finish());
    Ok(())
}
