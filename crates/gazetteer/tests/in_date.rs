//! Tests that each mention records whether its name was valid at the document's date.

use chancery_gazetteer::{Dated, Entity, GazetteerBuilder, Name, Scratch};
use chancery_text::{Document, EntityClass, Form, Metadata, PlainBreaker, WordBreaker};

#[test]
fn an_instrument_is_in_its_time_from_its_adoption_on() {
    for (class, date, expected) in [
        (EntityClass::Instrument, "1982-05-01", Some(true)),
        (EntityClass::Instrument, "1994", Some(true)),
        (EntityClass::Instrument, "1994-11-15", Some(true)),
        (EntityClass::Instrument, "1995", Some(true)),
        (EntityClass::Instrument, "2001", Some(false)),
        // A document may name a meeting in advance, but the document's date is then outside the validity of the meeting.
        (EntityClass::Meeting, "1982-05-01", Some(false)),
        (EntityClass::Meeting, "1994", None),
    ] {
        let mut treaty = Entity::new("treaty", "treaty").with_name(Name::new("Sea Convention", Form::Name));
        treaty.class = class;
        treaty.valid = Some("1994-11-16/2000".parse().expect("an interval"));
        treaty.dated = Some(Dated { before: 15, after: 2 });
        assert_eq!(in_date(treaty, "the Sea Convention", Some(date)), [expected], "{class:?} {date}");
    }
}

#[test]
fn a_permanent_entity_without_dates_is_valid_at_every_date() {
    let city = |permanent, valid: Option<&str>| {
        let mut city = Entity::new("city.x", "city").with_name(Name::new("Xanadu", Form::Name));
        city.permanent = permanent;
        city.valid = valid.map(|valid| valid.parse().expect("an interval"));
        city
    };
    assert_eq!(in_date(city(true, None), "in Xanadu", Some("1946")), [Some(true)]);
    assert_eq!(in_date(city(true, None), "in Xanadu", None), [None]);
    assert_eq!(in_date(city(false, None), "in Xanadu", Some("1946")), [None]);
    assert_eq!(in_date(city(true, Some("1991/..")), "in Xanadu", Some("1946")), [Some(false)]);
}

/// Returns the value of `in_date` of each mention of an entity in a document with a date.
fn in_date(entity: Entity, text: &str, date: Option<&str>) -> Vec<Option<bool>> {
    let mut builder = GazetteerBuilder::new();
    builder.entity(entity);
    let gazetteer = builder.build(&PlainBreaker).expect("a name with letters");
    let metadata = Metadata { date: date.map(|date| date.parse().expect("a date")), ..Metadata::default() };
    let mut doc = Document::new("1", text).with_metadata(metadata);
    let mut tokens = Vec::new();
    PlainBreaker.break_words(doc.text(), &mut tokens);
    doc.tokens = tokens;
    gazetteer.run(&mut doc, &mut Scratch::default());
    doc.mentions.iter().map(|mention| mention.in_date).collect()
}
