//! One document as one JSON object.

use crate::actors;
use crate::rows::surface;
use chancery_text::{Actor, Catalog, Document, EntityIx, Event, Mention, Span};
use serde_json::{Map, Value, json};

/// A document's record, as `docs/schema.md` describes it. Offsets count UTF-8 bytes. `tokens` and `rejected` say whether those are part of it.
#[must_use]
pub fn record(doc: &Document, catalog: &dyn Catalog, tokens: bool, rejected: bool) -> Value {
    let mut out = Map::new();
    let meta = &doc.metadata;
    out.insert("id".into(), doc.id().into());
    if let Some(date) = meta.date {
        out.insert("date".into(), date.to_string().into());
    }
    for (key, value) in [("language", &meta.language), ("title", &meta.title), ("path", &meta.path)] {
        if let Some(value) = value {
            out.insert(key.into(), value.as_str().into());
        }
    }
    if !meta.fields.is_empty() {
        out.insert("fields".into(), json!(meta.fields));
    }
    out.insert("text_bytes".into(), doc.text().len().into());
    out.insert("sentences".into(), doc.sentences.iter().map(|s| pair(s.span)).collect());
    if tokens {
        out.insert("tokens".into(), doc.tokens.iter().map(|t| pair(t.span)).collect());
    }
    let states = actors::states(doc);
    let state = |number: usize| catalog.entity(*states.get(&(number as u32))?).country;
    out.insert(
        "mentions".into(),
        doc.mentions.iter().enumerate().map(|(number, m)| mention(doc, m, state(number), catalog, rejected)).collect(),
    );
    out.insert("actors".into(), doc.actors.iter().map(|a| actor(doc, a, catalog)).collect());
    let times = doc.times.iter().map(|time| {
        json!({"start": time.span.start(), "end": time.span.end(), "type": time.timex_type.as_str(), "value": time.value, "begin": time.begin.map(|d| d.to_string()),
            "finish": time.end.map(|d| d.to_string()), "rule": time.rule})
    });
    out.insert("times".into(), times.collect());
    let topics = doc.topics.iter().map(|topic| {
        json!({"start": topic.span.start(), "end": topic.span.end(), "scope": topic.scope.as_str(), "topic": &*topic.label, "score": topic.score, "share": topic.share, "terms": topic.terms.iter().map(|s| pair(*s)).collect::<Value>()})
    });
    out.insert("topics".into(), topics.collect());
    out.insert("events".into(), doc.events.iter().map(|e| event(e, catalog)).collect());
    Value::Object(out)
}

fn event(event: &Event, catalog: &dyn Catalog) -> Value {
    let list = |entities: &[EntityIx], code: bool| -> Vec<String> {
        let info = entities.iter().map(|entity| catalog.entity(*entity));
        info.map(|e| if code { e.country.unwrap_or(e.id) } else { e.id }.to_owned()).collect()
    };
    json!({
        "start": event.span.start(), "end": event.span.end(), "trigger": pair(event.trigger), "sentence": event.sentence.0, "act": event.act, "class": event.class,
        "voice": event.voice.as_str(), "source": list(&event.source, true), "source_id": list(&event.source, false), "target": list(&event.target, true),
        "target_id": list(&event.target, false), "rule": event.rule,
    })
}

fn actor(doc: &Document, actor: &Actor, catalog: &dyn Catalog) -> Value {
    let id = |entity: Option<EntityIx>| entity.map(|entity| catalog.entity(entity).id);
    let members: Vec<&str> = actor.members.iter().map(|member| catalog.entity(*member).id).collect();
    json!({
        "start": actor.span.start(), "end": actor.span.end(), "surface": surface(doc.slice(actor.span)), "kind": actor.kind.as_str(),
        "code": actors::code(actor, catalog), "of": id(actor.of), "sector": actor.sector, "entity": id(actor.entity), "person": id(actor.person),
        "members": members, "in_date": actor.in_date, "cue": actor.cue.as_str(), "sentence": actor.sentence.0,
    })
}

fn pair(span: Span) -> Value {
    Value::Array(vec![span.start().into(), span.end().into()])
}

fn mention(doc: &Document, mention: &Mention, state: Option<&str>, catalog: &dyn Catalog, with_lost: bool) -> Value {
    let entity = catalog.entity(mention.entity);
    let mut out = json!({
        "start": mention.span.start(), "end": mention.span.end(), "surface": surface(doc.slice(mention.span)), "id": entity.id, "label": entity.label,
        "type": entity.kind, "form": mention.form.as_str(), "country": entity.country.or(state), "sentence": mention.sentence.0, "in_date": mention.in_date,
        "introduced_at": mention.introduced.map(|span| span.start()), "edits": mention.edits,
    });
    if with_lost && let Value::Object(out) = &mut out {
        out.insert("rejected".into(), rejected(mention, catalog));
    }
    out
}

/// What rejected against a mention.
pub(crate) fn rejected(mention: &Mention, catalog: &dyn Catalog) -> Value {
    mention
        .rejected
        .iter()
        .map(|rejected| json!({"start": rejected.span.start(), "end": rejected.span.end(), "id": catalog.entity(rejected.entity).id, "reason": rejected.reason.as_str()}))
        .collect()
}
