//! From a document to rows.

use crate::actors;
use crate::schema::{self, Table};
use chancery_text::{Catalog, CharIndex, Document, EntityIx, Scope, Span, Topic};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Null,
    Text(Cow<'a, str>),
    Count(u32),
    Score(f32),
    Flag(bool),
}

impl<'a> Cell<'a> {
    fn text(text: &'a str) -> Self {
        Cell::Text(Cow::Borrowed(text))
    }

    fn owned(text: impl Into<String>) -> Self {
        Cell::Text(Cow::Owned(text.into()))
    }

    fn maybe(text: Option<&'a str>) -> Self {
        text.map_or(Cell::Null, Cell::text)
    }
}

/// Takes rows.
pub(crate) trait RowSink {
    type Error;
    /// A row of a table; as many cells as it has columns, of their kinds.
    fn row(&mut self, table: &'static Table, cells: &[Cell<'_>]) -> Result<(), Self::Error>;
}

/// What of a document is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) tokens: bool,
    pub(crate) sentence_text: bool,
    pub(crate) rejected: bool,
}

static DOCUMENTS: Table = schema::DOCUMENTS;
static SECTIONS: Table = schema::SECTIONS;
static SENTENCES: Table = schema::SENTENCES;
static MENTIONS: Table = schema::MENTIONS;
static ACTORS: Table = schema::ACTORS;
static TIMES: Table = schema::TIMES;
static TOPICS: Table = schema::TOPICS;
static EVENTS: Table = schema::EVENTS;
static TOKENS: Table = schema::TOKENS;

/// Gives all rows of a document, table by table.
pub(crate) fn document<S: RowSink>(doc: &Document, catalog: &dyn Catalog, wanted: Wanted, sink: &mut S) -> Result<(), S::Error> {
    let view = View { doc, chars: doc.char_index(), wanted, states: actors::states(doc) };
    sink.row(&DOCUMENTS, &view.head())?;
    for (number, section) in doc.sections.iter().enumerate() {
        let [start, end, char_start, char_end] = view.places(section.span);
        let heading = section.heading.map_or(Cell::Null, |span| Cell::Text(one_line(doc.slice(span))));
        let parent = section.parent.map_or(Cell::Null, |parent| Cell::Count(parent.0));
        let cells = [
            view.id(),
            Cell::Count(number as u32),
            parent,
            Cell::Count(u32::from(section.level)),
            heading,
            start,
            end,
            char_start,
            char_end,
        ];
        sink.row(&SECTIONS, &cells)?;
    }
    for (number, sentence) in doc.sentences.iter().enumerate() {
        sink.row(&SENTENCES, &view.sentence(number, sentence))?;
    }
    for (number, mention) in doc.mentions.iter().enumerate() {
        sink.row(&MENTIONS, &view.mention(number, mention, catalog))?;
    }
    for actor in &doc.actors {
        let [start, end, char_start, char_end] = view.places(actor.span);
        let id = |entity: Option<EntityIx>| entity.map_or(Cell::Null, |entity| Cell::text(catalog.entity(entity).id));
        let members: Vec<&str> = actor.members.iter().map(|member| catalog.entity(*member).id).collect();
        let cells = [
            view.id(),
            Cell::Count(actor.sentence.0),
            start,
            end,
            char_start,
            char_end,
            Cell::Text(surface(doc.slice(actor.span))),
            Cell::text(actor.kind.as_str()),
            Some(actors::code(actor, catalog)).filter(|code| !code.is_empty()).map_or(Cell::Null, Cell::owned),
            id(actor.of),
            if actor.sector.is_empty() { Cell::Null } else { Cell::text(&actor.sector) },
            id(actor.entity),
            id(actor.person),
            if members.is_empty() { Cell::Null } else { Cell::owned(members.join("; ")) },
            actor.in_date.map_or(Cell::Null, Cell::Flag),
            Cell::text(actor.cue.as_str()),
            view.sentence_text(actor.sentence.0),
        ];
        sink.row(&ACTORS, &cells)?;
    }
    for time in &doc.times {
        let [start, end, char_start, char_end] = view.places(time.span);
        let cells = [
            view.id(),
            Cell::Count(time.sentence.0),
            start,
            end,
            char_start,
            char_end,
            Cell::Text(surface(doc.slice(time.span))),
            Cell::text(time.timex_type.as_str()),
            Cell::text(&time.value),
            time.begin.map_or(Cell::Null, |date| Cell::owned(date.to_string())),
            time.end.map_or(Cell::Null, |date| Cell::owned(date.to_string())),
            Cell::text(&time.rule),
            view.sentence_text(time.sentence.0),
        ];
        sink.row(&TIMES, &cells)?;
    }
    for topic in &doc.topics {
        let [start, end, char_start, char_end] = view.places(topic.span);
        let cells = [
            view.id(),
            Cell::text(topic.scope.as_str()),
            start,
            end,
            char_start,
            char_end,
            Cell::text(&topic.label),
            Cell::Score(topic.score),
            Cell::Score(topic.share),
            Cell::owned(terms(doc, topic)),
        ];
        sink.row(&TOPICS, &cells)?;
    }
    for event in &doc.events {
        let [start, end, char_start, char_end] = view.places(event.span);
        let info = |entities: &[EntityIx], code: bool| -> Cell<'_> {
            let names: Vec<&str> = entities
                .iter()
                .map(|entity| catalog.entity(*entity))
                .map(|e| if code { e.country.unwrap_or(e.id) } else { e.id })
                .collect();
            if names.is_empty() { Cell::Null } else { Cell::owned(names.join("; ")) }
        };
        let cells = [
            view.id(),
            Cell::Count(event.sentence.0),
            start,
            end,
            char_start,
            char_end,
            Cell::Text(one_line(doc.slice(event.trigger))),
            Cell::Count(event.trigger.start()),
            Cell::Count(event.trigger.end()),
            Cell::text(&event.act),
            Cell::text(&event.class),
            Cell::text(event.voice.as_str()),
            info(&event.source, true),
            info(&event.source, false),
            info(&event.target, true),
            info(&event.target, false),
            Cell::text(&event.rule),
            view.sentence_text(event.sentence.0),
        ];
        sink.row(&EVENTS, &cells)?;
    }
    if wanted.tokens {
        let mut sentence = 0;
        for (at, token) in doc.tokens.iter().enumerate() {
            while doc.sentences.get(sentence).is_some_and(|s| (s.token_range.end as usize) <= at) {
                sentence += 1;
            }
            let [start, end, char_start, char_end] = view.places(token.span);
            sink.row(
                &TOKENS,
                &[view.id(), Cell::Count(sentence as u32), start, end, char_start, char_end, Cell::Text(surface(doc.slice(token.span)))],
            )?;
        }
    }
    Ok(())
}

/// A topic's terms: all of a sentence's, those of longer stretches once with their number, the most frequent first.
fn terms(doc: &Document, topic: &Topic) -> String {
    if topic.scope == Scope::Sentence {
        let terms: Vec<Cow<'_, str>> = topic.terms.iter().map(|span| one_line(doc.slice(*span))).collect();
        return terms.join("; ");
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for span in &topic.terms {
        *counts.entry(one_line(doc.slice(*span)).to_lowercase()).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let terms: Vec<String> = counts.into_iter().map(|(term, count)| if count > 1 { format!("{term} ×{count}") } else { term }).collect();
    terms.join("; ")
}

struct View<'d> {
    doc: &'d Document,
    chars: CharIndex,
    wanted: Wanted,
    /// The state of each mention that actors tell it of.
    states: BTreeMap<u32, EntityIx>,
}

impl<'d> View<'d> {
    fn id(&self) -> Cell<'d> {
        Cell::text(self.doc.id())
    }

    fn places(&self, span: Span) -> [Cell<'d>; 4] {
        let chars = |at| Cell::Count(self.chars.char_offset(self.doc.source(), at));
        [Cell::Count(span.start()), Cell::Count(span.end()), chars(span.start()), chars(span.end())]
    }

    fn sentence_text(&self, number: u32) -> Cell<'d> {
        match self.doc.sentences.get(number as usize) {
            Some(sentence) if self.wanted.sentence_text => Cell::Text(one_line(self.doc.slice(sentence.span))),
            _ => Cell::Null,
        }
    }

    fn head(&self) -> Vec<Cell<'d>> {
        let (doc, meta) = (self.doc, &self.doc.metadata);
        let len = doc.text().len() as u32;
        let fields = if meta.fields.is_empty() { Cell::Null } else { serde_json::to_string(&meta.fields).map_or(Cell::Null, Cell::owned) };
        vec![
            self.id(),
            Cell::maybe(meta.path.as_deref()),
            meta.record.map_or(Cell::Null, |record| Cell::Count(u32::try_from(record).unwrap_or(u32::MAX))),
            meta.date.map_or(Cell::Null, |date| Cell::owned(date.to_string())),
            Cell::maybe(meta.date_source.map(chancery_text::DateSource::as_str)),
            Cell::maybe(meta.language.as_deref()),
            Cell::Flag(meta.language_detected),
            Cell::maybe(meta.title.as_deref()),
            Cell::maybe(meta.encoding.as_deref()),
            Cell::maybe(meta.reader.as_deref()),
            Cell::maybe(meta.sha256.as_deref()),
            Cell::Count(len),
            Cell::Count(self.chars.char_offset(doc.source(), len)),
            Cell::Count(doc.sentences.len() as u32),
            Cell::Count(doc.tokens.len() as u32),
            Cell::Count(doc.mentions.len() as u32),
            fields,
        ]
    }

    fn sentence(&self, number: usize, sentence: &chancery_text::Sentence) -> Vec<Cell<'d>> {
        let doc = self.doc;
        let [start, end, char_start, char_end] = self.places(sentence.span);
        let block = doc.blocks.get(sentence.block.get());
        let marker = block.filter(|block| block.token_range.start == sentence.token_range.start).and_then(|block| block.marker);
        vec![
            self.id(),
            Cell::Count(number as u32),
            Cell::Count(block.map_or(0, |block| block.section.0)),
            Cell::Count(sentence.block.0),
            Cell::text(block.map_or("paragraph", |block| block.kind.as_str())),
            marker.map_or(Cell::Null, |span| Cell::text(doc.slice(span))),
            start,
            end,
            char_start,
            char_end,
            Cell::Count(sentence.token_range.end - sentence.token_range.start),
            self.sentence_text(number as u32),
        ]
    }

    fn mention<'c>(&self, number: usize, mention: &chancery_text::Mention, catalog: &'c dyn Catalog) -> Vec<Cell<'c>>
    where
        'd: 'c,
    {
        let [start, end, char_start, char_end] = self.places(mention.span);
        let entity = catalog.entity(mention.entity);
        let rejected = if self.wanted.rejected { Cell::owned(crate::record::rejected(mention, catalog).to_string()) } else { Cell::Null };
        vec![
            self.id(),
            Cell::Count(mention.sentence.0),
            start,
            end,
            char_start,
            char_end,
            Cell::Text(surface(self.doc.slice(mention.span))),
            Cell::text(entity.id),
            Cell::text(entity.label),
            Cell::text(entity.kind),
            Cell::text(mention.form.as_str()),
            Cell::text(catalog.name_language(mention.name)),
            Cell::maybe(entity.country.or_else(|| catalog.entity(*self.states.get(&(number as u32))?).country)),
            mention.in_date.map_or(Cell::Null, Cell::Flag),
            mention.introduced.map_or(Cell::Null, |span| Cell::Count(span.start())),
            mention.edits.map_or(Cell::Null, |edits| Cell::Count(u32::from(edits))),
            rejected,
            self.sentence_text(mention.sentence.0),
        ]
    }
}

/// Runs of blanks as one blank each.
fn one_line(text: &str) -> Cow<'_, str> {
    if is_one_line(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let text = surface(text);
    if text.contains(|c: char| c.is_whitespace() && c != ' ') || text.contains("  ") {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        text
    }
}

/// Whether a text is plain ASCII without two blanks in a row or other signs of white space; most are.
fn is_one_line(text: &[u8]) -> bool {
    let mut before = 0;
    text.iter().all(|&byte| {
        let good = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        good
    })
}

/// A text without soft hyphens and word joiners, which nobody sees; they also stand where markup was.
pub(crate) fn surface(text: &str) -> Cow<'_, str> {
    const UNSEEN: [char; 2] = ['\u{AD}', '\u{2060}'];
    if !text.is_ascii() && text.contains(UNSEEN) { Cow::Owned(text.replace(UNSEEN, "")) } else { Cow::Borrowed(text) }
}
