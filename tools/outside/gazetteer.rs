//! Builds a gazetteer with one name, and finds this name in a text.

use chancery_gazetteer::{Entity, GazetteerBuilder, Name, Scratch};
use chancery_text::{Catalog, Document, Form};
use chancery_tokenizer::Tokenizer;

fn main() {
    let tokenizer = Tokenizer::default();
    let mut builder = GazetteerBuilder::new();
    builder.entity(Entity::new("igo.water", "igo").with_name(Name::new("Water Council", Form::Name)));
    let gazetteer = builder.build(&tokenizer).expect("names with letters");
    let mut doc = Document::new("1", "The Water Council met.");
    tokenizer.run(&mut doc);
    gazetteer.run(&mut doc, &mut Scratch::default());
    println!("{} {}", gazetteer.entity(doc.mentions[0].entity).id, doc.mentions[0].span.range().start);
}
