//! A fuzz target for the whole pipeline with the embedded data.

use chancery_data::Data;
use chancery_pipeline::{Stages, StagesBuilder};
use chancery_text::{Document, Span};
use std::cell::LazyCell;

thread_local! {
    /// The embedded data. Loading them takes longer than processing an input.
    static DATA: LazyCell<Data> = const { LazyCell::new(Data::embedded) };
}

/// Returns all stages, with the engines of `data`.
fn stages(data: &Data) -> Result<Stages<'_>, String> {
    let mut stages: StagesBuilder<'_> = Stages::builder();
    stages.tokenizer(data.tokenizer()).temporal(data.temporal_tagger()).gazetteer(data.gazetteer()).actors(data.actor_extractor());
    stages.classifier(data.classifier()).clauses(data.clause_reader()).events(data.event_coder()).records(data.record_finder());
    stages.outliner(data.outliner()).amounts(data.amount_finder()).build().map_err(|error| error.to_string())
}

/// Returns the spans of all records of a document, with the name of the kind of record.
fn spans(doc: &Document) -> impl Iterator<Item = (&'static str, Span)> {
    let times = doc.times.iter().map(|record| ("time", record.span));
    let mentions = doc.mentions.iter().map(|record| ("mention", record.span));
    let actors = doc.actors.iter().map(|record| ("actor", record.span));
    let events = doc.events.iter().map(|record| ("event", record.span));
    let participants = doc.participants.iter().map(|record| ("participant", record.span));
    let instruments = doc.instrument_mentions.iter().map(|record| ("instrument", record.span));
    let meetings = doc.meetings.iter().map(|record| ("meeting", record.span));
    let amounts = doc.amounts.iter().map(|record| ("amount", record.span));
    let points = doc.points.iter().map(|record| ("point", record.span));
    let parts = doc.parts.iter().map(|record| ("part", record.span));
    times
        .chain(mentions)
        .chain(actors)
        .chain(events)
        .chain(participants)
        .chain(instruments)
        .chain(meetings)
        .chain(amounts)
        .chain(points)
        .chain(parts)
}

/// Annotates a text. The spans of all records must lie on character boundaries, and a second run must give the same records.
pub(crate) fn annotate(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    DATA.with(|data| {
        let stages = stages(data)?;
        let doc = stages.annotated("fuzz", &text);
        if let Some((what, span)) = spans(&doc).find(|(_, span)| doc.text().get(span.range()).is_none()) {
            return Err(format!("the {what} {span:?} does not lie on character boundaries"));
        }
        let again = stages.annotated("fuzz", &text);
        if !spans(&doc).eq(spans(&again)) {
            return Err("a second run gives other records".to_owned());
        }
        Ok(())
    })
}
