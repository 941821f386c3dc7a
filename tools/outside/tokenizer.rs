//! Splits a text into sentences and words.

use chancery_text::Document;
use chancery_tokenizer::Tokenizer;

fn main() {
    let mut doc = Document::new("1", "The sides met in Astana. They agreed on co-\noperation.");
    Tokenizer::default().run(&mut doc);
    for sentence in &doc.sentences {
        let words = doc.tokens[sentence.token_range.range()].iter().map(|token| token.text(doc.text()));
        println!("{}", words.collect::<Vec<_>>().join("|"));
    }
}
