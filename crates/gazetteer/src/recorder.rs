//! What a run records of its decisions.

use chancery_text::{Document, Rejection, Span};

/// Takes the rejections of a run, each where the decision is made.
///
/// The steps are generic in it: [`Silent`] compiles to nothing, [`Rejections`] keeps all.
pub(crate) trait Recorder {
    /// Records a rejection; `make` is called only if rejections are kept.
    fn reject(&mut self, make: impl FnOnce() -> Rejection);

    /// Records several rejections.
    fn reject_all<I: Iterator<Item = Rejection>>(&mut self, make: impl FnOnce() -> I);
}

/// Keeps nothing.
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
    /// Hands the rejections to the document: those that overlap a mention to the first such mention, the others to [`Document::rejections`].
    ///
    /// Left out are forms of the entity that a mention names anyway, at the same place or inside it ("Guterres" in "António Guterres"), and what a second step proposed again.
    pub(crate) fn hand_over(self, doc: &mut Document) {
        let mut all = self.all;
        all.sort_by_key(|rejection| (rejection.span.start(), std::cmp::Reverse(rejection.span.end()), rejection.name));
        // The sort is stable: the first decision stays.
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
