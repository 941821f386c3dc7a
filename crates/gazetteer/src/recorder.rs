//! Records the rejections of a run. A rejection is a name that was found in the text but not accepted as a mention.

use chancery_text::{Document, Rejection, Span};

/// Receives the rejections of a run. When a step of the run rejects a name, it reports the rejection to the recorder.
///
/// There are two recorders: [`Rejections`] keeps all rejections, and [`Silent`] ignores them. The steps are generic over the recorder, so calls to [`Silent`]
/// cost no time.
pub(crate) trait Recorder {
    /// Records a rejection. `make` creates the rejection and is called only if rejections are kept.
    fn reject(&mut self, make: impl FnOnce() -> Rejection);

    /// Records several rejections. `make` creates the rejections and is called only if rejections are kept.
    fn reject_all<I: Iterator<Item = Rejection>>(&mut self, make: impl FnOnce() -> I);
}

/// A recorder that ignores all rejections.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Silent;

impl Recorder for Silent {
    #[inline]
    fn reject(&mut self, _make: impl FnOnce() -> Rejection) {}

    #[inline]
    fn reject_all<I: Iterator<Item = Rejection>>(&mut self, _make: impl FnOnce() -> I) {}
}

/// Keeps all rejections of a run, in the order of the decisions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rejections {
    pub(crate) all: Vec<Rejection>,
}

impl Recorder for Rejections {
    fn reject(&mut self, make: impl FnOnce() -> Rejection) {
        self.all.push(make());
    }

    fn reject_all<I: Iterator<Item = Rejection>>(&mut self, make: impl FnOnce() -> I) {
        self.all.extend(make());
    }
}

impl Rejections {
    /// Moves the rejections into the document. A rejection that overlaps mentions is added to the first of them. Any other rejection is added to
    /// [`Document::rejections`].
    ///
    /// A rejection is dropped if a mention of the same entity covers it ("Guterres" in "António Guterres"). It is also dropped if an earlier step has already
    /// rejected the same name at the same span.
    pub(crate) fn hand_over(self, doc: &mut Document) {
        let mut all = self.all;
        all.sort_by_key(|rejection| (rejection.span.start(), std::cmp::Reverse(rejection.span.end()), rejection.name));
        // The sort is stable, so the earliest decision on a name is kept.
        all.dedup_by(|next, first| next.span == first.span && next.name == first.name);
        doc.rejections.clear();
        for rejection in all {
            let at = doc.mentions.partition_point(|mention| mention.span.end() <= rejection.span.start());
            match doc.mentions.get_mut(at).filter(|mention| mention.span.start() < rejection.span.end()) {
                Some(mention) if mention.entity == rejection.entity && covers(mention.span, rejection.span) => {}
                Some(mention) => mention.rejected.push(rejection),
                None => doc.rejections.push(rejection),
            }
        }
    }
}

fn covers(outer: Span, inner: Span) -> bool {
    outer.start() <= inner.start() && inner.end() <= outer.end()
}
