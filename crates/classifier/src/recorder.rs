//! Records the decisions of a run as it makes them.

use crate::explanation::{Attempt, Explanation, IgnoredReason, IgnoredTerm, Outcome, TopicAttempt};
use crate::rules::{Failure, Filled};
use crate::tables::CompiledRule;
use chancery_text::{Scope, Span};
use std::sync::Arc;

/// Receives the decisions that the classifier makes in a run. [`Silent`] ignores them without any overhead; [`Collector`] keeps them.
pub(crate) trait Recorder {
    /// Whether the recorder keeps decisions. If `false`, a run may skip rules that cannot fit.
    const ACTIVE: bool;

    /// Records that a rule does not fit at the current trigger.
    fn fails(&mut self, rule: u32, failure: &Failure<'_>);
    /// Records that a rule fits at the current trigger.
    fn fits(&mut self, rule: u32);
    /// Records which rule, if any, produces the event at the current trigger, and the names and times that fill the rule's slots. This is the last call for a
    /// trigger.
    fn decided(&mut self, rules: &[CompiledRule], trigger: Span, best: Option<(u32, &Filled<'_>)>);
    /// Records the score of the topic `label` in a sentence, a section or the document. `found` tells whether the score is high enough to
    /// assign the topic.
    fn topic(&mut self, span: Span, scope: Scope, label: &Arc<str>, score: f32, found: bool);
    /// Records that a term does not count, and the reason.
    fn ignored(&mut self, span: Span, reason: IgnoredReason);
}

/// A recorder that ignores all decisions.
pub(crate) struct Silent;

impl Recorder for Silent {
    const ACTIVE: bool = false;

    #[inline]
    fn fails(&mut self, _: u32, _: &Failure<'_>) {}
    #[inline]
    fn fits(&mut self, _: u32) {}
    #[inline]
    fn decided(&mut self, _: &[CompiledRule], _: Span, _: Option<(u32, &Filled<'_>)>) {}
    #[inline]
    fn topic(&mut self, _: Span, _: Scope, _: &Arc<str>, _: f32, _: bool) {}
    #[inline]
    fn ignored(&mut self, _: Span, _: IgnoredReason) {}
}

/// A recorder that keeps all decisions.
#[derive(Default)]
pub(crate) struct Collector {
    pub(crate) explanation: Explanation,
    /// The rules tried at the current trigger, each with the reason why it does not fit, or `None` if it fits.
    tried: Vec<(u32, Option<Outcome>)>,
}

impl Recorder for Collector {
    const ACTIVE: bool = true;

    fn fails(&mut self, rule: u32, failure: &Failure<'_>) {
        self.tried.push((rule, Some(failure.outcome())));
    }

    fn fits(&mut self, rule: u32) {
        self.tried.push((rule, None));
    }

    fn decided(&mut self, rules: &[CompiledRule], trigger: Span, best: Option<(u32, &Filled<'_>)>) {
        let tried = std::mem::take(&mut self.tried);
        let fits = |rule: u32| tried.iter().any(|(other, failed)| *other == rule && failed.is_none());
        let id = |rule: u32| rules[rule as usize].id.clone();
        for (at, (rule, failed)) in tried.iter().enumerate() {
            // A trigger such as "set" can be several forms of its verb, and the rule is tried with each. Keep only one of these attempts.
            if tried[..at].iter().any(|(other, failed)| other == rule && (failed.is_none() || !fits(*rule)))
                || failed.is_some() && fits(*rule)
            {
                continue;
            }
            let outcome = match (failed, best) {
                (Some(outcome), _) => outcome.clone(),
                (None, Some((winner, filled))) if winner == *rule => Outcome::Fired(by_slot(filled)),
                (None, best) => Outcome::Outweighed(best.map_or_else(String::new, |(winner, _)| id(winner))),
            };
            self.explanation.attempts.push(Attempt { rule: id(*rule), trigger, outcome });
        }
    }

    fn topic(&mut self, span: Span, scope: Scope, label: &Arc<str>, score: f32, found: bool) {
        self.explanation.topics.push(TopicAttempt { span, scope, label: Arc::clone(label), score, found });
    }

    fn ignored(&mut self, span: Span, reason: IgnoredReason) {
        self.explanation.ignored_terms.push(IgnoredTerm { span, reason });
    }
}

/// Groups the fillers (names and times) by the slots that they fill. The slots are in the order of their first fillers.
fn by_slot(filled: &Filled<'_>) -> Vec<(String, Vec<Span>)> {
    let mut slots: Vec<(String, Vec<Span>)> = Vec::new();
    for (slot, filler) in filled {
        match slots.iter_mut().find(|(known, _)| known == slot) {
            Some((_, spans)) => spans.push(filler.span),
            None => slots.push(((*slot).to_owned(), vec![filler.span])),
        }
    }
    slots
}
