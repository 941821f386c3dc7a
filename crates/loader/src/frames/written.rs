//! A frame as written in a data file, with its examples.

use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::placement::LOWER_LAYERS;
use crate::rules::Example;
use chancery_events::{Frame, Side};

/// A frame as it is written in a data file, with its examples.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) frame: Frame,
    pub(crate) layer: u32,
    pub(crate) change: Change,
    pub(crate) at: Position,
    pub(crate) accept: Vec<Example>,
    pub(crate) reject: Vec<Example>,
}

/// Whether an entry defines a new frame, or changes the frame of a lower layer that has the same id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// The entry defines a new frame.
    New,
    /// The entry switches off the frame of a lower layer.
    Off,
    /// The entry adds words and examples to the frame of a lower layer.
    Extend,
}

impl Written {
    /// Switches off or extends the frames of lower layers that have the id of this entry.
    pub(super) fn apply(self, frames: &mut Vec<Self>, diagnostics: &mut Diagnostics) {
        let below = |written: &Self| written.frame.id == self.frame.id && written.layer < self.layer;
        let help = format!("correct the id (`chancery explain` shows the ids of frames); {LOWER_LAYERS}");
        if self.change == Change::Off {
            let before = frames.len();
            frames.retain(|written| !below(written));
            if frames.len() == before {
                let message = format!("no lower layer has a frame {} to switch off", self.frame.id);
                diagnostics.add(Code::NothingBelow, self.at, message, help);
            }
            return;
        }
        let Some(frame) = frames.iter_mut().filter(|written| below(written)).max_by_key(|written| written.layer) else {
            let message = format!("no lower layer has a frame {} to extend", self.frame.id);
            diagnostics.add(Code::NothingBelow, self.at, message, help);
            return;
        };
        if let Some(key) = frame.restricted_by(&self) {
            let message = format!("the frame {} has no condition {key}, so the new words would restrict the frame", self.frame.id);
            diagnostics.add(Code::RulePart, self.at, message, format!("leave out {key}, or write a new frame"));
            return;
        }
        frame.extend(self);
    }

    /// Returns the key of the first condition that `more` has and this frame does not have.
    fn restricted_by(&self, more: &Self) -> Option<&'static str> {
        let (mine, other) = (&self.frame.conditions, &more.frame.conditions);
        [
            ("object", &mine.object, &other.object),
            ("subject", &mine.subject, &other.subject),
            ("complement", &mine.complement, &other.complement),
            ("words", &mine.words, &other.words),
        ]
        .into_iter()
        .find(|(_, mine, other)| mine.is_empty() && !other.is_empty())
        .map(|(key, ..)| key)
    }

    /// Adds the words and examples of `more`.
    fn extend(&mut self, more: Self) {
        let (mine, more_of) = (&mut self.frame, more.frame);
        mine.verbs.extend(more_of.verbs);
        mine.nouns.extend(more_of.nouns);
        let (mine, more_of) = (&mut mine.conditions, more_of.conditions);
        mine.object.extend(more_of.object);
        mine.not_object.extend(more_of.not_object);
        mine.subject.extend(more_of.subject);
        mine.not_subject.extend(more_of.not_subject);
        mine.complement.extend(more_of.complement);
        mine.words.extend(more_of.words);
        mine.unless.extend(more_of.unless);
        self.accept.extend(more.accept);
        self.reject.extend(more.reject);
    }
}

/// The values that apply to frames that do not set them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    /// The preposition that introduces the agent of a passive clause ("by").
    pub(crate) agent: String,
    /// The preposition that introduces the owner of something ("of").
    pub(crate) of: String,
    /// The sector of governments.
    pub(crate) government: String,
    /// The sector of the bodies of an organisation.
    pub(crate) organisation: String,
    /// The sectors of people who act neither for a state nor for an armed group.
    pub(crate) people: Vec<String>,
    pub(crate) noun_source: Vec<Side>,
    pub(crate) noun_target: Vec<Side>,
    /// Acts on people and things ("killed 12 people in Baghdad"). If the country of the target is not
    /// known, the target gets the country of the place where the act happens.
    pub(crate) placed: Vec<String>,
    /// Acts that cannot be performed by words alone, such as an attack.
    pub(crate) deeds: Vec<String>,
    /// The acts of speech.
    pub(crate) speeches: Vec<String>,
    /// Words that introduce examples of a group ("such as" in "countries such as Jordan").
    pub(crate) examples: Vec<String>,
    /// Pronouns that make the subject both source and target of an act ("each other").
    pub(crate) mutual: Vec<String>,
    /// Expressions that begin with a noun for people or institutions but name a thing ("state of
    /// affairs").
    pub(crate) things: Vec<String>,
    /// The verb that links a subject with an adjective ("be").
    pub(crate) copula: String,
    /// Verbs that can replace the copula in frames: "remain" in "remains opposed to".
    pub(crate) like_copula: Vec<String>,
}

impl Defaults {
    /// Replaces the values that `upper` contains. The other values stay unchanged.
    pub(super) fn override_with(&mut self, upper: Self) {
        for (known, new) in [
            (&mut self.agent, upper.agent),
            (&mut self.of, upper.of),
            (&mut self.government, upper.government),
            (&mut self.organisation, upper.organisation),
            (&mut self.copula, upper.copula),
        ] {
            if !new.is_empty() {
                *known = new;
            }
        }
        for (known, new) in [(&mut self.noun_source, upper.noun_source), (&mut self.noun_target, upper.noun_target)] {
            if !new.is_empty() {
                *known = new;
            }
        }
        for (known, new) in [
            (&mut self.people, upper.people),
            (&mut self.placed, upper.placed),
            (&mut self.deeds, upper.deeds),
            (&mut self.speeches, upper.speeches),
            (&mut self.examples, upper.examples),
            (&mut self.mutual, upper.mutual),
            (&mut self.things, upper.things),
            (&mut self.like_copula, upper.like_copula),
        ] {
            if !new.is_empty() {
                *known = new;
            }
        }
    }
}
