//! Loads `frames/**/*.toml`. These files contain frames (which determine the act that a verb or noun
//! expresses), the word classes and cue words that frames use, and nouns for people.

pub(crate) mod examples;
mod read;
mod written;

pub(crate) use written::{Change, Defaults, Written};

use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields::{self, Fields};
use crate::files::File;
use crate::language::Verbs;
use crate::placement::{Place, place};
use crate::rules::CLASSES;
use crate::suggest::suggestion;
use crate::value;
use chancery_events::{Belongs, Cue, EventCoder, EventCoderBuilder};
use std::collections::BTreeMap;

const KEYS: [&str; 13] =
    ["frame", "classes", "support", "sector", "act", "cues", "forms", "defaults", "quad", "goldstein", "crosswalk", "firmness", "note"];

/// Nouns for people and bodies that have the same sector.
#[derive(Clone, Debug)]
struct People {
    /// The sector, such as `GOV` (government), as a code of the PLOVER event scheme.
    code: String,
    /// How the words after one of the `nouns` determine the state to which the people or bodies belong ("a court in Guyana", "refugees from Syria").
    belongs: Belongs,
    nouns: Vec<String>,
}

/// The content of the frames files of all layers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frames {
    pub(crate) frames: Vec<Written>,
    classes: BTreeMap<String, Vec<String>>,
    support: Vec<String>,
    people: Vec<People>,
    /// The acts, each as its name and two event classes. The second class is used if the speaker says that somebody else must do something ("said that
    /// Iran must leave"). It is empty if the file does not give this class.
    acts: Vec<(String, String, String)>,
    cues: Vec<(Cue, Vec<String>)>,
    /// Maps event classes to their quad classes, which divide events into cooperation and conflict, each in words or in deeds (1 to 4). The value 0 means
    /// that the event class has no quad class.
    quads: BTreeMap<String, u8>,
    /// Maps CAMEO codes (codes of event types) to their values on the Goldstein scale, which says how cooperative or hostile an event is. The values are in
    /// tenths.
    goldstein: BTreeMap<String, i16>,
    /// Maps the first digits of a CAMEO code to an act. A frame that gives only a CAMEO code gets
    /// its act from this map.
    crosswalk: BTreeMap<String, String>,
    /// Maps verbs of speech to their firmness (how firm a statement with this verb is), from 1 to
    /// 6. The value 0 means that the verb does not express an act of speech.
    firmness: BTreeMap<String, u8>,
    /// The lemmas with irregular forms. Each lemma comes with the forms that the inflection rules
    /// do not produce.
    forms: Vec<(String, Vec<String>)>,
    /// The default prepositions and other values, for frames that do not give their own.
    defaults: Defaults,
    /// For each id, the number of frames that have been read with this id. [`add`](Self::add) uses
    /// these counts to make ids unique. Frames may share an id, because a frame without an id gets one
    /// that consists of the name of the file and the first word of the frame.
    ids: BTreeMap<String, u32>,
    /// The number of frames in the files of each layer.
    pub(crate) counts: BTreeMap<u32, usize>,
}

/// Reads the files under `frames/`.
pub(crate) fn load(files: &[File], diagnostics: &mut Diagnostics) -> Frames {
    let mut all = Frames::default();
    for (number, file) in files.iter().enumerate().filter(|(_, file)| place(file) == Place::Frames) {
        let stem = file.inner.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml").to_owned();
        for node in value::parse(files, number, diagnostics) {
            let Some(fields) = Fields::new(&node, "a frames file", &KEYS, diagnostics) else { continue };
            for (name, _, list) in fields.rows("classes", diagnostics) {
                let words = fields::texts(list, diagnostics);
                all.classes.entry(name.clone()).or_default().extend(words);
            }
            for table in fields.tables("support", diagnostics) {
                let Some(support) = Fields::new(table, "a list of support verbs", &["verb", "note"], diagnostics) else { continue };
                all.support.extend(support.texts("verb", diagnostics));
            }
            for table in fields.tables("sector", diagnostics) {
                let Some(sector) = Fields::new(table, "a sector", &["code", "noun", "local", "origin", "note"], diagnostics) else {
                    continue;
                };
                let code = sector.text("code", diagnostics).unwrap_or_default();
                let local = sector.flag("local", diagnostics) == Some(true);
                let origin = sector.flag("origin", diagnostics) == Some(true);
                all.people.push(People { code, belongs: Belongs { local, origin }, nouns: sector.texts("noun", diagnostics) });
            }
            for table in fields.tables("act", diagnostics) {
                let Some(act) = Fields::new(table, "an act", &["name", "class", "obliged", "note"], diagnostics) else { continue };
                let mut text = |key| act.text(key, diagnostics).unwrap_or_default();
                all.acts.push((text("name"), text("class"), text("obliged")));
            }
            for (lemma, _, list) in fields.rows("forms", diagnostics) {
                all.forms.push((lemma.clone(), fields::texts(list, diagnostics)));
            }
            for (name, at, list) in fields.rows("cues", diagnostics) {
                match read::CUES.iter().find(|(known, _)| known == name) {
                    Some((_, cue)) => all.cues.push((*cue, fields::texts(list, diagnostics))),
                    None => fields::unknown_key("[cues]", name, *at, &read::CUES.map(|(known, _)| known), diagnostics),
                }
            }
            for (class, _, value) in fields.rows("quad", diagnostics) {
                if let Some(quad) = fields::whole(value, "a quad class", 4, diagnostics) {
                    all.quads.insert(class.clone(), quad as u8);
                }
            }
            for (code, _, value) in fields.rows("crosswalk", diagnostics) {
                if let Some(act) = fields::text(value, diagnostics) {
                    all.crosswalk.insert(code.clone(), act);
                }
            }
            for (verb, _, value) in fields.rows("firmness", diagnostics) {
                if let Some(firmness) = fields::whole(value, "firmness", 6, diagnostics) {
                    all.firmness.insert(verb.clone(), firmness as u8);
                }
            }
            let goldstein = fields.rows("goldstein", diagnostics);
            if let Some(values) = (!goldstein.is_empty()).then(|| fields.get("goldstein")).flatten() {
                let codes: Vec<&str> = goldstein.iter().map(|(code, ..)| code.as_str()).collect();
                if let Some(scale) = Fields::new(values, "the Goldstein scale", &codes, diagnostics) {
                    for code in codes {
                        if let Some(value) = scale.number(code, -10.0..=10.0, diagnostics) {
                            all.goldstein.insert(code.to_owned(), (value * 10.0).round() as i16);
                        }
                    }
                }
            }
            if let Some(table) = fields.get("defaults") {
                all.defaults.override_with(read::defaults(table, diagnostics));
            }
            for table in fields.tables("frame", diagnostics) {
                if let Some(written) = read::frame(table, &stem, file.layer, diagnostics) {
                    *all.counts.entry(file.layer).or_default() += 1;
                    all.add(written);
                }
            }
        }
    }
    all.settle(diagnostics);
    all
}

impl Frames {
    /// Extends and removes frames as upper layers request, and sets the act of each frame that gives only a CAMEO code. Puts the frames of upper layers
    /// first: if two frames match equally well, the first one is used.
    fn settle(&mut self, diagnostics: &mut Diagnostics) {
        let (mut changes, mut frames): (Vec<Written>, Vec<Written>) =
            std::mem::take(&mut self.frames).into_iter().partition(|written| written.change != Change::New);
        // In each layer, frames are switched off before others are extended.
        changes.sort_by_key(|written| (written.layer, written.change == Change::Extend));
        for change in changes {
            change.apply(&mut frames, diagnostics);
        }
        for written in frames.iter_mut().filter(|written| written.frame.act.is_empty()) {
            let code = written.frame.cameo.as_str();
            let lengths = (2..=code.len()).rev();
            match lengths.filter_map(|length| code.get(..length)).find_map(|begin| self.crosswalk.get(begin)) {
                Some(act) => written.frame.act.clone_from(act),
                None => {
                    let message = format!("no act is known for the CAMEO code \"{code}\"");
                    diagnostics.add(Code::RulePart, written.at, message, "add act = \"…\" to the frame, or correct the code");
                }
            }
        }
        frames.retain(|written| !written.frame.act.is_empty());
        frames.sort_by_key(|written| std::cmp::Reverse(written.layer));
        self.frames = frames;
    }

    /// Adds a frame. If its id is already in use, a number is appended: `accuse.condemn`, `accuse.condemn.2`.
    fn add(&mut self, mut written: Written) {
        if written.change != Change::New {
            self.frames.push(written);
            return;
        }
        let count = self.ids.entry(written.frame.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            written.frame.id = format!("{}.{count}", written.frame.id);
        }
        self.frames.push(written);
    }

    /// Reports frames that cannot be compiled, and acts that are not defined.
    pub(crate) fn check(&self, verbs: &Verbs, diagnostics: &mut Diagnostics) {
        let defined: Vec<&str> = CLASSES.into_iter().chain(["NONE"]).chain(self.acts.iter().map(|(name, ..)| name.as_str())).collect();
        for written in self.frames.iter().filter(|written| !defined.contains(&written.frame.act.as_str())) {
            let (act, help) = (&written.frame.act, suggestion(&written.frame.act, &defined));
            let message = format!("there is no act \"{act}\"");
            diagnostics.add(
                Code::RulePart,
                written.at,
                message,
                format!("{help}the acts are {}; to define a new one, write [[act]] with name = \"{act}\"", defined.join(", ")),
            );
        }
        if let Err(error) = self.builder(verbs).build()
            && let Some(written) = self.frames.iter().find(|written| written.frame.id == error.frame())
        {
            diagnostics.add(
                Code::RulePart,
                written.at,
                error.to_string(),
                "define the class under [classes]; docs/events.md explains frames",
            );
        }
    }

    /// Returns the lemmas with irregular forms. Each lemma comes with the forms that the inflection
    /// rules do not produce.
    pub(crate) fn irregular(&self) -> &[(String, Vec<String>)] {
        &self.forms
    }

    /// Returns variants of those verbs of a frame that consist of the copula and other words. In each variant, another verb replaces the copula: "remain
    /// opposed to" for "be opposed to".
    fn with_other_copulas(&self, verbs: &[String]) -> Vec<String> {
        let Defaults { copula, like_copula, .. } = &self.defaults;
        let rests = verbs.iter().filter_map(|verb| verb.split_once(' ')).filter(|(first, _)| first == copula).map(|(_, rest)| rest);
        rests.flat_map(|rest| like_copula.iter().map(move |other| format!("{other} {rest}"))).collect()
    }

    /// Creates a builder that contains the frames, acts and words.
    pub(crate) fn builder(&self, verbs: &Verbs) -> EventCoderBuilder {
        let mut builder = EventCoder::builder();
        builder.prepositions(&self.defaults.agent, &self.defaults.of);
        builder.noun_sides(self.defaults.noun_source.clone(), self.defaults.noun_target.clone());
        builder.government(&self.defaults.government).organisation(&self.defaults.organisation);
        builder.people_sectors(self.defaults.people.iter().map(String::as_str));
        builder.things(self.defaults.things.iter().map(String::as_str));
        builder.placed(self.defaults.placed.iter().map(String::as_str));
        builder.deeds(self.defaults.deeds.iter().map(String::as_str));
        builder.examples(self.defaults.examples.iter().map(String::as_str));
        builder.mutual(self.defaults.mutual.iter().map(String::as_str));
        builder.speeches(self.defaults.speeches.iter().map(String::as_str));
        for (name, words) in &self.classes {
            builder.class(name, words.iter().map(String::as_str));
        }
        for written in &self.frames {
            let mut frame = written.frame.clone();
            frame.verbs.extend(self.with_other_copulas(&written.frame.verbs));
            builder.frame(frame);
        }
        for (act, class, obliged) in &self.acts {
            builder.act(act, class);
            if !obliged.is_empty() {
                builder.obliged(act, obliged);
            }
        }
        for verb in &self.support {
            let first = verb.split_whitespace().next().unwrap_or_default();
            let forms: Vec<String> = verbs.verb(first).into_iter().map(|(_, form)| form).collect();
            builder.forms(first, forms.iter().map(String::as_str));
            builder.support(verb);
        }
        for (verb, firmness) in &self.firmness {
            let first = verb.split_whitespace().next().unwrap_or_default();
            let forms: Vec<String> = verbs.verb(first).into_iter().map(|(_, form)| form).collect();
            builder.forms(first, forms.iter().map(String::as_str));
            builder.firmness(verb, *firmness);
        }
        for lemma in builder.lemmas() {
            let mut forms: Vec<String> = verbs.verb(&lemma).into_iter().map(|(_, form)| form).collect();
            forms.extend(verbs.noun(&lemma));
            builder.forms(&lemma, forms.iter().map(String::as_str));
        }
        for (lemma, forms) in &self.forms {
            builder.forms(lemma, forms.iter().map(String::as_str));
        }
        for People { code, belongs, nouns } in &self.people {
            for noun in nouns {
                let (before, last) = noun.rsplit_once(' ').map_or(("", noun.as_str()), |(before, last)| (before, last));
                let irregular = self.forms.iter().filter(|(lemma, _)| *lemma == last).flat_map(|(_, forms)| forms.iter().cloned());
                let all = verbs.noun(last).into_iter().chain(irregular);
                let forms: Vec<String> = all.map(|last| format!("{before} {last}")).collect();
                builder.people(code, *belongs, forms.iter().map(String::as_str));
            }
        }
        for (class, quad) in &self.quads {
            builder.quad(class, *quad);
        }
        for (code, tenths) in &self.goldstein {
            builder.goldstein(code, *tenths);
        }
        for (cue, words) in &self.cues {
            for word in words {
                // "VERB/v" stands for all forms of the verb.
                match word.strip_suffix("/v") {
                    Some(verb) => {
                        let forms: Vec<String> = verbs.verb(verb).into_iter().map(|(_, form)| form).collect();
                        builder.cue(*cue, forms.iter().map(String::as_str));
                    }
                    None => {
                        builder.cue(*cue, [word.as_str()]);
                    }
                }
            }
        }
        builder
    }
}
