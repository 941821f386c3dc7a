//! Tests that ties between candidates are broken by steps in a fixed order: each step takes precedence over all later steps.

use chancery_gazetteer::{Entity, Gazetteer, GazetteerBuilder, Link, Name, Scratch};
use chancery_text::{Catalog, Document, Form, Interval, Metadata, PlainBreaker, RelationKind, WordBreaker};

/// Facts that favour a candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fact {
    InDate,
    Begun,
    Member,
    CloseWord,
    CountryInSentence,
    JoinedType,
    OwnCountry,
    FarWord,
    NamedElsewhere,
    Prior,
}

fn interval(text: &str) -> Option<Interval> {
    let (start, end) = text.split_once('/')?;
    Interval::new((!start.is_empty()).then(|| start.parse().expect("a date")), (!end.is_empty()).then(|| end.parse().expect("a date")))
}

fn gazetteer(facts: &[(&str, Fact)]) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    builder.join("and").article("the");
    for id in ["x.a", "x.b"] {
        let has = |fact| facts.contains(&(id, fact));
        let mut entity = Entity::new(id, if has(Fact::JoinedType) { "joined" } else { "kind" });
        let mut name = Name::new("Alike", Form::Name);
        name.prior = if has(Fact::Prior) { 0.9 } else { 0.8 };
        if facts.iter().any(|(_, fact)| *fact == Fact::InDate) && !has(Fact::InDate) {
            entity.valid = interval("1950/1960");
        }
        if facts.iter().any(|(_, fact)| *fact == Fact::Begun) {
            entity.valid = interval(if has(Fact::Begun) { "1950/1960" } else { "2000/2010" });
        }
        if has(Fact::CloseWord) {
            name.needs.push("nearby".to_owned());
        }
        if has(Fact::FarWord) {
            name.needs.push("distant".to_owned());
        }
        if has(Fact::CountryInSentence) {
            entity.country = Some("SEN".to_owned());
        }
        if has(Fact::OwnCountry) {
            entity.country = Some("OWN".to_owned());
        }
        if has(Fact::Member) {
            entity.links.push(Link { kind: RelationKind::Member, of: "own".to_owned(), at: None, valid: None });
        }
        entity.names.push(name);
        if has(Fact::NamedElsewhere) {
            entity.names.push(Name::new("Elsewhere", Form::Alias));
        }
        builder.entity(entity);
    }
    let mut neighbour = Entity::new("sen", "city").with_name(Name::new("Neighbour", Form::Name));
    neighbour.country = Some("SEN".to_owned());
    let mut own = Entity::new("own", "state").with_name(Name::new("Home", Form::Name));
    own.country = Some("OWN".to_owned());
    let joined = Entity::new("joined", "joined").with_name(Name::new("Joined", Form::Name));
    builder.entity(neighbour).entity(own).entity(joined);
    builder.build(&PlainBreaker).expect("names with letters")
}

/// Returns the id of the entity that is chosen for the name "Alike", and the step that removed the other candidate.
fn decide(facts: &[(&str, Fact)]) -> (String, &'static str) {
    let gazetteer = gazetteer(facts);
    let filler = "so ".repeat(40);
    let text = format!("Neighbour, the nearby Alike and Joined. {filler} distant. Elsewhere.");
    let mut metadata = Metadata { date: Some("1990".parse().expect("a date")), ..Metadata::default() };
    metadata.fields.insert("country".to_owned(), "OWN".to_owned());
    let mut doc = Document::new("1", text).with_metadata(metadata);
    let mut tokens = Vec::new();
    PlainBreaker.break_words(doc.text(), &mut tokens);
    doc.tokens = tokens;
    gazetteer.run_recording(&mut doc, &mut Scratch::default());
    let mention = doc.mentions.iter().find(|mention| doc.slice(mention.span) == "Alike").expect("a mention");
    let steps: Vec<_> = mention.rejected.iter().filter_map(|rejected| rejected.tie_break).collect();
    assert_eq!(steps.len(), 1, "{facts:?}: {:?}", mention.rejected);
    (gazetteer.entity(mention.entity).id.to_owned(), steps[0])
}

/// In "Ocean Forum (OF)", the brackets decide what "OF" refers to, before all other evidence.
#[test]
fn an_abbreviation_in_brackets_is_that_of_the_name_before_it() {
    let mut builder = GazetteerBuilder::new();
    let mut forum = Entity::new("x.forum", "kind").with_name(Name::new("Ocean Forum", Form::Name));
    forum.names.push(Name::new("OF", Form::Abbreviation));
    let mut office = Entity::new("x.office", "kind").with_name(Name::new("Office of Fish", Form::Name));
    office.names.push(Name::new("OF", Form::Abbreviation));
    office.names[1].needs.push("fish".to_owned());
    builder.entity(forum).entity(office);
    let gazetteer = builder.build(&PlainBreaker).expect("names with letters");
    let of = |text: &str| {
        let mut doc = Document::new("1", text);
        let mut tokens = Vec::new();
        PlainBreaker.break_words(doc.text(), &mut tokens);
        doc.tokens = tokens;
        gazetteer.run(&mut doc, &mut Scratch::default());
        let found = doc.mentions.iter().find(|mention| doc.slice(mention.span) == "OF");
        found.map(|mention| gazetteer.entity(mention.entity).id.to_owned()).unwrap_or_default()
    };
    assert_eq!(of("The Ocean Forum (OF) spoke of fish."), "x.forum");
    assert_eq!(of("The OF (Ocean Forum) spoke of fish."), "x.forum");
    assert_eq!(of("The OF spoke of fish."), "x.office");
}

#[test]
fn each_step_decides_against_those_after_it() {
    let order = [
        (Fact::InDate, "valid-at-date"),
        (Fact::Member, "home-region"),
        (Fact::CloseWord, "close-word"),
        (Fact::CountryInSentence, "country-in-sentence"),
        (Fact::JoinedType, "joined-type"),
        (Fact::OwnCountry, "own-country"),
        (Fact::FarWord, "nearest-word"),
        (Fact::NamedElsewhere, "named-elsewhere"),
        (Fact::Prior, "prior"),
    ];
    for (at, (fact, step)) in order.iter().enumerate() {
        assert_eq!(decide(&[("x.b", *fact)]), ("x.b".to_owned(), *step), "{fact:?} alone");
        for (later, _) in &order[at + 1..] {
            // The step "home-region" does not apply if a candidate belongs to the document's own country.
            if *fact == Fact::Member && *later == Fact::OwnCountry {
                continue;
            }
            assert_eq!(decide(&[("x.b", *fact), ("x.a", *later)]), ("x.b".to_owned(), *step), "{fact:?} against {later:?}");
        }
    }
    assert_eq!(decide(&[("x.b", Fact::Begun)]), ("x.b".to_owned(), "begun-by-date"));
    assert_eq!(decide(&[]), ("x.a".to_owned(), "id"));
}
