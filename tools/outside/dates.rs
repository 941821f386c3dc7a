//! Finds dates and nothing else, with the embedded words and rules.

use chancery_data::Data;
use chancery_text::Document;

fn main() {
    let data = Data::embedded();
    let mut doc = Document::new("1", "They met on 15 June 2001 and in the spring of 2002.");
    data.tokenizer().run(&mut doc);
    data.temporal_tagger().run(&mut doc);
    for time in &doc.times {
        println!("{} {}", doc.slice(time.span), time.value);
    }
}
