//! A frame as written in a data file, with its examples.

use crate::diagnostic::Position;
use crate::rules::Example;
use chancery_events::{Frame, Side};

/// A frame as written in a data file, with its examples.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) frame: Frame,
    pub(crate) layer: u32,
    /// Whether this entry only switches off the frame of a lower layer with the same id.
    pub(crate) off: bool,
    pub(crate) at: Position,
    pub(crate) accept: Vec<Example>,
    pub(crate) reject: Vec<Example>,
}

/// The values that apply if a frame gives none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    /// The preposition that introduces the agent of a passive clause.
    pub(crate) agent: String,
    /// The preposition that introduces the owner of something.
    pub(crate) of: String,
    /// The sector of governments.
    pub(crate) government: String,
    /// The sector of the bodies of an organisation.
    pub(crate) organisation: String,
    pub(crate) noun_source: Vec<Side>,
    pub(crate) noun_target: Vec<Side>,
    /// Acts on people and things ("killed 12 people in Baghdad"). A target whose country is not
    /// known gets the country of the place where the act happens.
    pub(crate) placed: Vec<String>,
    /// Acts that cannot be performed by words alone, such as an attack.
    pub(crate) deeds: Vec<String>,
    /// The acts of speech.
    pub(crate) speeches: Vec<String>,
    /// Words that introduce examples of a group ("such as" in "countries such as Jordan").
    pub(crate) examples: Vec<String>,
    /// Expressions that begin with a noun for people or bodies but name a thing ("state of affairs").
    pub(crate) things: Vec<String>,
}

impl Defaults {
    /// Replaces the values that `upper` gives. The other values stay.
    pub(super) fn override_with(&mut self, upper: Self) {
        for (known, new) in [
            (&mut self.agent, upper.agent),
            (&mut self.of, upper.of),
            (&mut self.government, upper.government),
            (&mut self.organisation, upper.organisation),
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
            (&mut self.placed, upper.placed),
            (&mut self.deeds, upper.deeds),
            (&mut self.speeches, upper.speeches),
            (&mut self.examples, upper.examples),
            (&mut self.things, upper.things),
        ] {
            if !new.is_empty() {
                *known = new;
            }
        }
    }
}
