//! Collects what `explain` and `annotate --trace` show in addition to the records: the rejected names, and the outcome of each rule and frame that was tried.

use chancery_classifier::{Attempt, Outcome};
use chancery_pipeline::Stages;
use chancery_text::{Document, Rejection};
use serde_json::{Value, json};

/// The rejected names of a document, and the attempts to apply rules.
pub(crate) struct Trace {
    /// Rejected names that overlap no mention.
    pub(crate) rejections: Vec<Rejection>,
    /// The attempts to apply rules. A rule is tried at each occurrence of one of its triggers (the words that may indicate its event).
    pub(crate) attempts: Vec<Attempt>,
}

impl Trace {
    /// Creates the trace of a document. The stages that annotated the document must have been built
    /// with `keep_rejections(true)`.
    pub(crate) fn of(doc: &Document, stages: &Stages<'_>) -> Self {
        Self { rejections: doc.rejections.clone(), attempts: stages.attempts(doc) }
    }

    /// Adds the fields `names_not_taken`, `rules` and `frames` to a record.
    pub(crate) fn add_to(&self, record: &mut Value, doc: &Document, stages: &Stages<'_>) {
        let Value::Object(record) = record else { return };
        let names = self.rejections.iter().map(|rejected| {
            let id = stages.entity(rejected.entity).id;
            json!({"start": rejected.span.start(), "end": rejected.span.end(), "surface": doc.slice(rejected.span), "id": id, "reason": rejected.reason.as_str(), "tie_break": rejected.tie_break})
        });
        let rules = self.attempts.iter().map(|attempt| {
            let fired = matches!(attempt.outcome, Outcome::Fired(_));
            let reason = (!fired).then(|| reason(&attempt.outcome));
            json!({"rule": attempt.rule, "start": attempt.trigger.start(), "end": attempt.trigger.end(), "fired": fired, "reason": reason})
        });
        record.insert("names_not_taken".to_owned(), names.collect());
        let frames = stages.frame_attempts(doc).into_iter().map(|attempt| {
            let reason = frame_reason(&attempt.outcome);
            json!({"frame": attempt.frame, "start": attempt.trigger.start(), "end": attempt.trigger.end(), "fired": reason.is_none(), "reason": reason})
        });
        record.insert("rules".to_owned(), rules.collect());
        record.insert("frames".to_owned(), frames.collect());
    }
}

/// Returns a sentence that explains why a frame did not apply, or `None` if it applied.
pub(crate) fn frame_reason(outcome: &chancery_events::Outcome) -> Option<String> {
    use chancery_events::Outcome;
    Some(match outcome {
        Outcome::Fired => return None,
        Outcome::Continuation => "the words that must follow its verb are missing".to_owned(),
        Outcome::Condition(key) => format!("its condition \"{key}\" does not hold"),
        Outcome::Outweighed(other) => {
            format!("{other} takes precedence: it requires more words after the verb, has more conditions, or comes first")
        }
        Outcome::Ungoverned => {
            "its verb is an infinitive, and no other word (such as \"agreed\" in \"agreed to sign\") shows whether the act takes place"
                .to_owned()
        }
        Outcome::SidesUnknown => "it has fallback = true, so its source and target must be two different known actors".to_owned(),
        _ => "no state, person or other actor was found where the frame needs one (usually as its source)".to_owned(),
    })
}

/// Returns a sentence that describes the outcome of an attempt to apply a rule.
pub(crate) fn reason(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Fired(_) => "the rule fired".to_owned(),
        Outcome::Outweighed(rule) => format!("the rule matches, but {rule} has a higher weight or comes first"),
        Outcome::Missing { pattern, part } => format!("nothing matches \"{part}\" of its pattern \"{pattern}\""),
        Outcome::Excluded(word) => format!("\"{word}\" in the sentence excludes the rule"),
        Outcome::Ungoverned => "its trigger is an infinitive, and no word before it (such as \"agreed\" in \"agreed to sign\") shows whether the act takes place".to_owned(),
        Outcome::Block(kind) => format!("the rule does not apply in a {kind}"),
        _ => "none of the topics of the rule was found in the sentence".to_owned(),
    }
}
