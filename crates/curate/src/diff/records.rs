//! Converts the records of a document into a form that can be compared.

use chancery_text::{Catalog, Document, EntityIx, Scope};

/// The tables that are compared.
pub(crate) const TABLES: [&str; 4] = ["mentions", "actors", "events", "topics"];

/// A record: its position in the document, as a half-open byte range, and its content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Record {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// A description of the content, without the position.
    pub(crate) what: String,
}

/// The records of a document: one list for each of the [`TABLES`].
pub(crate) type Records = [Vec<Record>; 4];

/// Collects the records of a document.
pub(crate) fn records(doc: &Document, catalog: &dyn Catalog) -> Records {
    let id = |entity: EntityIx| catalog.entity(entity).id;
    let some = |entity: Option<EntityIx>| entity.map(id).unwrap_or("-");
    let mentions = doc.mentions.iter().map(|mention| Record {
        start: mention.span.start(),
        end: mention.span.end(),
        what: format!("{}{}", id(mention.entity), in_date(mention.in_date)),
    });
    let actors = doc.actors.iter().map(|actor| Record {
        start: actor.span.start(),
        end: actor.span.end(),
        what: actor_of(actor.kind.as_str(), some(actor.of), &actor.sector, some(actor.entity)),
    });
    let events = doc.events.iter().map(|event| Record {
        start: event.span.start(),
        end: event.span.end(),
        what: event_of(
            if event.class.is_empty() { &event.act } else { &event.class },
            event.voice.as_str(),
            &event.source.iter().map(|e| id(*e)).collect::<Vec<_>>().join(";"),
            &event.target.iter().map(|e| id(*e)).collect::<Vec<_>>().join(";"),
        ),
    });
    let sorted = |mut list: Vec<Record>| {
        list.sort();
        list
    };
    // The topics of sections and of the whole document are left out, because they are derived from
    // the topics of sentences.
    let topics = doc.topics.iter().filter(|topic| topic.scope == Scope::Sentence).map(|topic| Record {
        start: topic.span.start(),
        end: topic.span.end(),
        what: topic.label.to_string(),
    });
    [sorted(mentions.collect()), sorted(actors.collect()), sorted(events.collect()), sorted(topics.collect())]
}

fn in_date(in_date: Option<bool>) -> &'static str {
    if in_date == Some(false) { " (out of date)" } else { "" }
}

/// Describes an actor in words.
pub(crate) fn actor_of(kind: &str, of: &str, sector: &str, entity: &str) -> String {
    let or = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    format!("{kind} {} of {} {}", or(entity), or(of), sector).trim_end().to_owned()
}

/// Describes an event in words.
pub(crate) fn event_of(class: &str, voice: &str, source: &str, target: &str) -> String {
    let or = |text: &str| if text.is_empty() { "?".to_owned() } else { text.to_owned() };
    format!("{class} {voice}: {} → {}", or(source), or(target))
}
