//! `chancery explain`: shows the records found in a text, each with the rule or entry that produced
//! it, and the rejected candidates with the reasons.

use super::data;
use super::trace::{Trace, frame_reason, reason};
use crate::args::ExplainArgs;
use crate::diagnostics;
use crate::numbers::counted;
use anyhow::{Context, Result, bail};
use chancery_classifier::{Attempt, Outcome};
use chancery_export::{Content, actor_code, record, schema};
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::Stages;
use chancery_read::{Decoder, NamePattern, ReadOptions};
use chancery_text::{ActorCue, Catalog, Document, Mention, Rejection, Scope, Span};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn explain(args: &ExplainArgs) -> Result<ExitCode> {
    let (mut doc, at) = input(&args.what, Decoder::new(args.encoding.as_deref())?)?;
    if let Some(pattern) = &args.name_pattern {
        named(&mut doc, pattern, at.is_some().then_some(args.what.as_str()))?;
    }
    let data = data::load(&args.data)?.with_date_order(args.date_order);
    let stages = Stages::builder()
        .tokenizer(data.tokenizer())
        .temporal(data.temporal_tagger())
        .gazetteer(data.gazetteer())
        .actors(data.actor_extractor())
        .classifier(data.classifier())
        .clauses(data.clause_reader())
        .events(data.event_coder())
        .records(data.record_finder())
        .outliner(data.outliner())
        .amounts(data.amount_finder())
        .keep_rejections(true)
        .build()?;
    if let Some(date) = &args.date {
        doc.metadata.date = Some(date.parse().context("--date cannot be used")?);
    }
    doc.metadata.speaker = args.speaker.clone().or(doc.metadata.speaker);
    stages.annotate(&mut doc, &mut stages.scratch());
    if let Some(speaker) = args.speaker.as_ref().filter(|_| doc.metadata.speaker_entity.is_none()) {
        eprintln!("--speaker {speaker}: no single state or organisation has this name, code or id, so the speaker is not known");
    }
    let trace = Trace::of(&doc, &stages);
    // If a byte offset in a file was given, only the sentence at this offset is shown. The rest of
    // the file is analysed as its context.
    let only = at.and_then(|at| doc.sentences.iter().find(|sentence| sentence.span.end() > at).map(|sentence| sentence.span));
    let fuzzy = FuzzyMatcher::new(data.gazetteer());
    let close = fuzzy.find(&doc);
    let mut record = record(&doc, data.gazetteer(), Content::default().with_rejected(true))?;
    let show = Show {
        doc: &doc,
        record: &record,
        catalog: data.gazetteer(),
        only,
        fuzzy: &fuzzy,
        close: &close,
        colour: diagnostics::colours(&std::io::stdout()),
    };
    let frames = data.event_coder().attempts(&doc, data.gazetteer());
    let mut out = std::io::stdout().lock();
    if args.json {
        trace.add_to(&mut record, &doc, &stages);
        let close: Value = close
            .iter()
            .map(|mention| {
                let id = data.gazetteer().entity(mention.entity).id;
                json!({"start": mention.span.start(), "end": mention.span.end(), "surface": doc.slice(mention.span), "id": id, "edits": mention.edits,
                    "spelling": fuzzy.spelling(mention.name)})
            })
            .collect();
        if let Value::Object(record) = &mut record {
            record.insert("spelled_nearly_so".to_owned(), close);
        }
        if let (Some(only), Value::Object(record)) = (only, &mut record) {
            record.insert("sentence".to_owned(), json!([only.start(), only.end()]));
        }
        crate::json::print(&mut out, &record)?;
    } else {
        show.print(&trace.rejections, &trace.attempts, &frames, &mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the document that the argument `what` specifies: the text itself, FILE:OFFSET, or `-` for
/// standard input. Returns the document and, for FILE:OFFSET, the byte offset.
/// Reads metadata, such as the date, from the name of the file in `what` (`FILE:OFFSET`).
fn named(doc: &mut Document, pattern: &str, what: Option<&str>) -> Result<()> {
    let path = what.and_then(|what| what.rsplit_once(':')).map(|(path, _)| Path::new(path));
    let Some(stem) = path.and_then(Path::file_stem) else {
        bail!("--name-pattern needs a file; give FILE:OFFSET");
    };
    NamePattern::new(pattern)?.apply(&stem.to_string_lossy(), &mut doc.metadata)?;
    Ok(())
}

fn input(what: &str, decoder: Decoder) -> Result<(Document, Option<u32>)> {
    if what == "-" {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text).context("standard input cannot be read as UTF-8")?;
        return Ok((Document::new("stdin", text), None));
    }
    if what.trim().is_empty() {
        bail!("there is no text; give text in quotes, FILE:OFFSET, or - for standard input");
    }
    let file = |path: &str| chancery_read::read_file(Path::new(path), ReadOptions::new().decoder(decoder)).with_context(|| path.to_owned());
    if let Some((path, offset)) = what.rsplit_once(':')
        && Path::new(path).is_file()
        && offset.parse::<u32>().is_err()
    {
        bail!("\"{offset}\" is not a byte offset; give {path}:OFFSET with a whole number");
    }
    match what.rsplit_once(':').and_then(|(path, offset)| Some((path, offset.parse::<u32>().ok()?))) {
        Some((path, offset)) if Path::new(path).is_file() => {
            let doc = file(path)?;
            if offset as usize >= doc.text().len() {
                bail!("{path} has {0} bytes of text, so there is no byte {offset}; give an offset below {0}", doc.text().len());
            }
            Ok((doc, Some(offset)))
        }
        // A single word followed by a colon and a number is probably a misspelt path.
        Some((path, _)) if !path.contains(char::is_whitespace) => bail!("there is no file {path}; check the path before the colon"),
        _ if Path::new(what).is_file() => {
            bail!("{what} is a file; to explain one of its sentences, give {what}:OFFSET with the byte offset of the sentence")
        }
        _ => Ok((Document::new("explained", what), None)),
    }
}

struct Show<'a> {
    doc: &'a Document,
    /// The record of the document, as `chancery annotate --rejected` writes it.
    record: &'a Value,
    catalog: &'a dyn Catalog,
    only: Option<Span>,
    fuzzy: &'a FuzzyMatcher<'a>,
    /// Words that are spelled almost like a known name, probably by mistake. `explain` does not
    /// count them as mentions, but the commands `run` and `annotate` do so with the option
    /// `--fuzzy`.
    close: &'a [Mention],
    colour: bool,
}

impl Show<'_> {
    fn wanted(&self, span: Span) -> bool {
        self.only.is_none_or(|only| span.start() < only.end() && only.start() < span.end())
    }

    fn line(&self, span: Span) -> String {
        self.doc.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// Returns the rejections as lines of text. Entities that were rejected for the same span and
    /// the same reason share one line.
    fn rejected<'r>(&self, rejections: impl Iterator<Item = &'r Rejection>) -> Vec<String> {
        let mut lines: Vec<(&Rejection, Vec<&str>)> = Vec::new();
        for rejected in rejections {
            let id = self.catalog.entity(rejected.entity).id;
            let same = |(other, _): &&mut (&Rejection, _)| {
                (other.span, other.reason, other.tie_break) == (rejected.span, rejected.reason, rejected.tie_break)
            };
            match lines.iter_mut().find(same) {
                Some((_, ids)) if ids.contains(&id) => {}
                Some((_, ids)) => ids.push(id),
                None => lines.push((rejected, vec![id])),
            }
        }
        let line = |(rejected, ids): (&Rejection, Vec<&str>)| {
            let step = rejected.tie_break.map_or(String::new(), |step| format!(" (tie-break {step})"));
            format!("\"{}\" as {}: {}{step}", self.line(rejected.span), ids.join(", "), rejected.reason.explained())
        };
        lines.into_iter().map(line).collect()
    }

    fn print(
        &self,
        rejections: &[Rejection],
        attempts: &[Attempt],
        frames: &[chancery_events::Attempt],
        out: &mut impl Write,
    ) -> Result<()> {
        let head = |text: &str| self.paint("1", text);
        for sentence in self.doc.sentences.iter().filter(|sentence| self.wanted(sentence.span)) {
            writeln!(out, "{}", self.paint("1;36", &self.line(sentence.span)))?;
            let inside = |span: Span| sentence.span.start() <= span.start() && span.start() < sentence.span.end();
            let names: Vec<_> = self.doc.mentions.iter().enumerate().filter(|(_, mention)| inside(mention.span)).collect();
            if !names.is_empty() {
                writeln!(out, "  {}", head("names"))?;
            }
            for (number, mention) in names {
                let entity = self.catalog.entity(mention.entity);
                let country = self.record["mentions"][number]["country"].as_str().map_or(String::new(), |country| format!(", {country}"));
                write!(
                    out,
                    "    {}  {} ({}{country}), by its {}",
                    self.paint("32", &self.line(mention.span)),
                    entity.id,
                    entity.kind,
                    mention.form.as_str()
                )?;
                let language = self.catalog.name_language(mention.name);
                if !language.is_empty() {
                    write!(out, " in {language}")?;
                }
                match mention.in_date {
                    Some(true) => write!(out, ", valid at the document's date")?,
                    Some(false) => write!(out, ", not valid at the document's date")?,
                    None => {}
                }
                if let Some(span) = mention.introduced {
                    write!(out, ", introduced by \"{}\" at byte {}", self.line(span), span.start())?;
                }
                writeln!(out)?;
                for line in self.rejected(mention.rejected.iter()) {
                    writeln!(out, "      not {line}")?;
                }
            }
            self.print_actors(&inside, out)?;
            let close: Vec<_> = self.close.iter().filter(|mention| inside(mention.span)).collect();
            if !close.is_empty() {
                writeln!(out, "  {}", head("similar spellings"))?;
            }
            for close in close {
                let (spelling, edits) = (self.fuzzy.spelling(close.name), close.edits.unwrap_or(0));
                let id = self.catalog.entity(close.entity).id;
                writeln!(
                    out,
                    "    \"{}\" differs from \"{spelling}\" ({id}) by {}; with --fuzzy, `run` and `annotate` recognise it as a name",
                    self.line(close.span),
                    counted(u64::from(edits), "edit")
                )?;
            }
            let rejections = self.rejected(rejections.iter().filter(|rejected| inside(rejected.span)));
            if !rejections.is_empty() {
                writeln!(out, "  {}", head("rejected names"))?;
            }
            for line in rejections {
                writeln!(out, "    {line}")?;
            }
            let times: Vec<_> = self.doc.times.iter().filter(|time| inside(time.span)).collect();
            if !times.is_empty() {
                writeln!(out, "  {}", head("times"))?;
            }
            for time in times {
                write!(out, "    {}  {} {}", self.paint("32", &self.line(time.span)), time.timex_type.as_str(), time.value)?;
                if let (Some(begin), Some(end)) = (time.begin, time.end) {
                    write!(out, ", {begin} to {end}")?;
                }
                writeln!(out, ", by the rule {}", time.rule)?;
            }
            let topics: Vec<_> =
                self.doc.topics.iter().filter(|topic| topic.scope == Scope::Sentence && topic.span == sentence.span).collect();
            if !topics.is_empty() {
                writeln!(out, "  {}", head("topics"))?;
            }
            for topic in topics {
                let terms: Vec<String> = topic.terms.iter().map(|span| format!("\"{}\"", self.line(*span))).collect();
                writeln!(out, "    {}  {}, by {}", self.paint("32", &topic.label), topic.score, terms.join(", "))?;
            }
            self.print_rules(attempts, &inside, out)?;
            self.print_clauses(&inside, out)?;
            self.print_frames(frames, &inside, out)?;
            for table in ["points", "parts", "instruments", "meetings", "amounts", "local_names"] {
                self.print_records(table, &inside, out)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    /// Prints the records of a table. A record is left out if `inside` returns `false` for its
    /// span. Only the columns that the schema marks as shown are printed.
    fn print_records(&self, table: &str, inside: &dyn Fn(Span) -> bool, out: &mut impl Write) -> Result<()> {
        let Some(info) = schema::table(table) else { return Ok(()) };
        let offset = |record: &Value, key: &str| record[key].as_u64().and_then(|offset| u32::try_from(offset).ok()).unwrap_or(0);
        let span = |record: &Value| Span::new(offset(record, "start"), offset(record, "end"));
        let records = self.record[table].as_array().into_iter().flatten();
        let records: Vec<&Value> = records.filter(|record| inside(span(record))).collect();
        if !records.is_empty() {
            writeln!(out, "  {}", self.paint("1", table))?;
        }
        for record in records {
            let keys = info.columns.iter().filter(|column| column.shown).filter_map(|column| column.json_key);
            let shown = keys.filter_map(|key| {
                let value = match &record[key] {
                    Value::String(text) => text.clone(),
                    Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
                    Value::Null => String::new(),
                    other => other.to_string(),
                };
                (!value.is_empty()).then(|| format!("{key} {value}"))
            });
            writeln!(out, "    {}  {}", self.paint("32", &self.line(span(record))), shown.collect::<Vec<_>>().join("; "))?;
        }
        Ok(())
    }

    fn print_actors(&self, inside: &dyn Fn(Span) -> bool, out: &mut impl Write) -> Result<()> {
        let actors: Vec<_> = self.doc.actors.iter().filter(|actor| inside(actor.span)).collect();
        if !actors.is_empty() {
            writeln!(out, "  {}", self.paint("1", "actors"))?;
        }
        for actor in actors {
            let code = actor_code(actor, self.catalog);
            write!(out, "    {}  {code} ({}", self.paint("32", &self.line(actor.span)), actor.kind.as_str())?;
            for entity in [actor.entity, actor.of, actor.person].into_iter().flatten() {
                write!(out, ", {}", self.catalog.entity(entity).id)?;
            }
            let cue = match actor.cue {
                ActorCue::Before => "by a name before it",
                ActorCue::Of => "by a name after it",
                ActorCue::Terms => "by the terms of office",
                ActorCue::Known => "by the gazetteer",
                ActorCue::Introduced => "by the states named earlier in the document",
                _ => "by the way the text uses the place",
            };
            let time = match actor.in_date {
                Some(true) => ", valid at the document's date",
                Some(false) => ", not valid at the document's date",
                None => "",
            };
            writeln!(out, "), {cue}{time}")?;
        }
        Ok(())
    }

    fn phrase(&self, number: u32) -> String {
        let tokens = self.doc.clauses.phrases.get(number as usize).and_then(|phrase| self.doc.tokens.get(phrase.tokens.range()));
        match tokens.and_then(|tokens| Some((tokens.first()?, tokens.last()?))) {
            Some((first, last)) => self.line(Span::new(first.span.start(), last.span.end())),
            None => String::new(),
        }
    }

    fn print_clauses(&self, inside: &dyn Fn(Span) -> bool, out: &mut impl Write) -> Result<()> {
        let verb = |head: u32| self.doc.tokens.get(head as usize).map(|token| token.span);
        let clauses: Vec<_> = self.doc.clauses.clauses.iter().filter(|clause| verb(clause.head).is_some_and(inside)).collect();
        if !clauses.is_empty() {
            writeln!(out, "  {}", self.paint("1", "clauses"))?;
        }
        for clause in clauses {
            let head = verb(clause.head).map_or(String::new(), |span| self.line(span));
            write!(out, "    {}  {}", self.paint("32", &head), clause.kind.as_str())?;
            for (yes, what) in [(clause.passive, "passive"), (clause.negated, "negated")] {
                if yes {
                    write!(out, ", {what}")?;
                }
            }
            for (phrase, what) in [(clause.subject, "subject"), (clause.object, "object"), (clause.indirect, "indirect object")] {
                if let Some(phrase) = phrase {
                    write!(out, ", {what} \"{}\"", self.phrase(phrase))?;
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn print_frames(&self, frames: &[chancery_events::Attempt], inside: &dyn Fn(Span) -> bool, out: &mut impl Write) -> Result<()> {
        use chancery_events::Outcome;
        let events: Vec<_> = self.doc.events.iter().zip(0..).filter(|(event, _)| inside(event.trigger)).collect();
        if !events.is_empty() {
            writeln!(out, "  {}", self.paint("1", "events"))?;
        }
        for (event, number) in events {
            write!(
                out,
                "    {}  {} (act {}, {})",
                self.paint("32", &self.line(event.trigger)),
                event.class,
                event.act,
                event.voice.as_str()
            )?;
            for who in self.doc.participants.iter().filter(|who| who.event == number) {
                write!(out, ", {} \"{}\"", who.role.as_str(), self.line(who.span))?;
                if let Some(of) = who.of {
                    write!(out, " = {}", self.catalog.entity(of).id)?;
                }
            }
            if let (Some(begin), Some(by)) = (event.begin, event.dated_by) {
                write!(out, ", from {begin} (the date of its {})", by.as_str())?;
            }
            if let Some(place) = event.place {
                write!(out, ", in {}", self.catalog.entity(place).id)?;
            }
            if let Some(sayer) = event.sayer {
                write!(out, ", as \"{}\" says", self.line(sayer))?;
            }
            if event.firmness > 0 {
                write!(out, ", firmness {}", event.firmness)?;
            }
            writeln!(out, ", by {}", event.rule)?;
        }
        let silent: Vec<_> = frames
            .iter()
            .filter(|attempt| inside(attempt.trigger) && !matches!(attempt.outcome, Outcome::Fired | Outcome::Continuation))
            .collect();
        if !silent.is_empty() {
            writeln!(out, "  {}", self.paint("1", "frames that did not apply"))?;
        }
        for attempt in silent {
            let why = frame_reason(&attempt.outcome).unwrap_or_default();
            writeln!(out, "    {} at \"{}\": {why}", attempt.frame, self.line(attempt.trigger))?;
        }
        Ok(())
    }

    fn print_rules(&self, attempts: &[Attempt], inside: &dyn Fn(Span) -> bool, out: &mut impl Write) -> Result<()> {
        let here: Vec<_> = attempts.iter().filter(|attempt| inside(attempt.trigger)).collect();
        let fired = |attempt: &&&Attempt| matches!(attempt.outcome, Outcome::Fired(_));
        let silent: Vec<_> = here.iter().filter(|attempt| !fired(attempt)).collect();
        if !silent.is_empty() {
            writeln!(out, "  {}", self.paint("1", "rules that did not fire"))?;
        }
        for attempt in silent {
            writeln!(out, "    {} at \"{}\": {}", attempt.rule, self.line(attempt.trigger), reason(&attempt.outcome))?;
        }
        Ok(())
    }
}
