//! Explains why frames did or did not produce events.

use crate::attempt::{Attempt, Outcome};
use crate::coder::EventCoder;
use crate::conditions::{self, Facts};
use crate::search::{continued, verbs};
use crate::view::View;
use crate::voice;
use chancery_text::{Catalog, Document};

impl EventCoder {
    /// Tries the frames of each verb in a document, and returns one result for each verb and frame, in the order of the clauses.
    ///
    /// Frames are not tried at nouns, although nouns can name events too. The document must contain the same clauses, mentions and actors as for
    /// [`run`](Self::run).
    #[must_use]
    pub fn attempts(&self, doc: &Document, catalog: &dyn Catalog) -> Vec<Attempt> {
        let view = View::new(&self.tables, doc, catalog);
        let mut all = Vec::new();
        for number in 0..doc.clauses.clauses.len() as u32 {
            let trigger = view.trigger(view.clause(number).head);
            for (lemma, base) in verbs(&view, number) {
                let tried = [self.tables.verbs.get(&lemma), self.tables.fallbacks.get(&lemma)];
                let best = tried.into_iter().flatten().find_map(|uses| self.tables.best(&view, uses, &base));
                let mut frames: Vec<(u32, &[u64])> = Vec::new();
                for continuation in tried.into_iter().flatten().flat_map(|uses| &uses.continuations) {
                    frames.extend(continuation.frames().into_iter().map(|frame| (frame, continuation.rest.as_slice())));
                }
                for (frame, rest) in frames {
                    let frame = &self.tables.frames[frame as usize];
                    let outcome = match continued(&view, base, rest) {
                        None => Outcome::Continuation,
                        Some(place) => match conditions::failing(&view, frame, &Facts::new(place)) {
                            Some(key) => Outcome::Condition(key),
                            None => match &best {
                                Some((best, _)) if best.id != frame.id => Outcome::Outweighed(best.id.clone()),
                                _ if frame.none => Outcome::Fired,
                                _ if voice::of(&view, number).is_none() => Outcome::Ungoverned,
                                _ if self.coded(&view, frame, &place, number).is_none() => {
                                    if frame.fallback {
                                        Outcome::SidesUnknown
                                    } else {
                                        Outcome::NoActor
                                    }
                                }
                                _ => Outcome::Fired,
                            },
                        },
                    };
                    all.push(Attempt::new(&frame.id, trigger, outcome));
                }
            }
        }
        all
    }
}
