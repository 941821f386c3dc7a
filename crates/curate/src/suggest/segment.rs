//! Splits runs of capitalised words into names. Within a run, the capitalised words between two
//! small words (such as "of") form a chunk.

use super::runs::{BEGINS, BODY, ENDS, FIRST, INSIDE, KNOWN, OFFICE, PERSON, PLACE, UPPER, is_roman};
use super::signs::Signs;
use super::store::{Store, Stored, chunks};
use std::ops::Range;

/// A part of a run that may be a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// The range of the words in the run.
    pub(super) range: Range<usize>,
    /// Whether a title precedes the name.
    pub(super) titled: bool,
    /// Whether an abbreviation of the name follows in brackets.
    pub(super) defines: bool,
}

/// The data that are needed to split runs of capitalised words: how often words occur, and the head
/// nouns, titles and small words that indicate names.
pub(super) struct Splitter<'a> {
    pub(super) store: &'a Store,
    pub(super) signs: &'a Signs,
}

impl Splitter<'_> {
    /// Splits a run into parts that may be names.
    pub(super) fn split(&self, run: Stored) -> Vec<Part> {
        let (words, flags, _) = self.store.content(run);
        let mut parts = Vec::new();
        let chunks = chunks(flags);
        if let Some(range) = self.store.defined(run).and_then(|short| self.defined(words, flags, short)) {
            let before = range.start;
            self.join(words, flags, &chunks.iter().filter(|chunk| chunk.end <= before).cloned().collect::<Vec<_>>(), &mut parts);
            parts.push(Part { range, titled: false, defines: true });
            return parts;
        }
        self.join(words, flags, &chunks, &mut parts);
        parts
    }

    /// Joins chunks that belong together into names, including the small words between them. Adds
    /// the names to `parts`.
    fn join(&self, words: &[u32], flags: &[u16], chunks: &[Range<usize>], parts: &mut Vec<Part>) {
        // The name that is being built, and whether a title precedes it.
        let mut open: Option<(Range<usize>, bool)> = None;
        for chunk in chunks {
            if let Some((range, titled)) = &open
                && self.belongs(words, flags, range, chunk, *titled)
            {
                open = Some((range.start..chunk.end, *titled));
                continue;
            }
            parts.extend(open.take().and_then(|(range, titled)| self.name(words, flags, range, titled)));
            open = Some(match self.title(words, flags, chunk) {
                Some(rest) if rest.is_empty() => (chunk.clone(), false),
                Some(rest) => (rest, true),
                None => (self.trimmed(words, flags, chunk.clone()), false),
            });
        }
        parts.extend(open.and_then(|(range, titled)| self.name(words, flags, range, titled)));
    }

    /// Returns the range of a person's name after a title at the start of a chunk. The range is
    /// empty if the whole chunk is a title. Returns `None` if the chunk does not begin with a
    /// title, or if the words after the title are not the name of a person.
    fn title(&self, words: &[u32], flags: &[u16], chunk: &Range<usize>) -> Option<Range<usize>> {
        let texts: Vec<&str> = words[chunk.clone()].iter().map(|word| self.store.text(*word)).collect();
        let ends = |at: usize| flags[at - 1] & (OFFICE | ENDS) == OFFICE | ENDS || self.signs.title_at_end(&texts[..at - chunk.start]) > 0;
        let at = (chunk.start + 1..=chunk.end).rev().find(|at| ends(*at))?;
        let rest = at..chunk.end;
        let person = rest.len() <= 4 && rest.clone().all(|at| flags[at] & KNOWN == 0 && !self.signs.is_generic(self.store.text(words[at])));
        if person { Some(rest) } else { None }
    }

    /// Returns the chunk without the words at its start that cannot begin a name.
    fn trimmed(&self, words: &[u32], flags: &[u16], mut chunk: Range<usize>) -> Range<usize> {
        while chunk.len() > 1 {
            let (word, flag) = (words[chunk.start], flags[chunk.start]);
            let unsure = flag & FIRST != 0 && flag & (KNOWN | UPPER) == 0 && self.store.is_common(word);
            let drop = self.signs.begins_no_name(self.store.text(word)) || unsure && self.store.count(&words[chunk.clone()]).mid == 0;
            if !drop {
                break;
            }
            chunk.start += 1;
        }
        chunk
    }

    /// Returns `true` if the chunk `next` belongs to `open`, the name that is being built.
    fn belongs(&self, words: &[u32], flags: &[u16], open: &Range<usize>, next: &Range<usize>, titled: bool) -> bool {
        let between = &words[open.end..next.start];
        let joins = between.iter().any(|word| self.signs.joins(self.store.text(*word)));
        let weak = between.iter().any(|word| self.signs.is_weak(self.store.text(*word)));
        let whole = |range: Range<usize>| flags[range].iter().all(|flag| flag & KNOWN != 0);
        let generic = words[open.clone()].iter().all(|word| self.signs.is_generic(self.store.text(*word)));
        let all = self.store.count(&words[open.start..next.end]).docs;
        let ours = self.store.count(&words[open.clone()]).docs.max(1);
        let theirs = self.store.count(&words[next.clone()]).docs.max(1);
        let share = f64::from(all) / f64::from(ours);
        if titled {
            return all >= 2 && share >= 0.5 && !joins && !whole(next.clone());
        }
        if weak && !joins && !whole(next.clone()) && !whole(open.clone()) {
            return all >= 2 && f64::from(all) >= 0.5 * f64::from(ours.min(theirs));
        }
        if joins {
            return all >= 2 && f64::from(all) >= 0.5 * f64::from(ours.min(theirs)) && (!generic || share >= 0.05);
        }
        if whole(next.clone()) {
            // A known name may follow a head noun such as "Council" or "Operation": "Council of
            // Europe", "United Nations Operation in Mozambique".
            let place = flags[next.clone()].iter().all(|flag| flag & PLACE != 0);
            let body = flags[open.clone()].iter().any(|flag| flag & BODY != 0) && !whole(open.clone());
            return all >= 2 && (share >= 0.5 || generic && place || body && weak);
        }
        // A known name becomes part of a longer name only if enough documents contain the longer
        // name.
        if whole(open.clone()) {
            return all >= 3 && share >= 0.05 && !self.title_ends(words, flags, open);
        }
        generic || all >= 2 && share >= 0.15
    }

    fn title_ends(&self, words: &[u32], flags: &[u16], open: &Range<usize>) -> bool {
        self.title(words, flags, open).is_some()
    }

    /// Returns the name that consists of the words of `range`. Words at the start that cannot begin
    /// a name, and words at the end that cannot end a name, are left out. Returns `None` if the
    /// remaining words are not a name.
    fn name(&self, words: &[u32], flags: &[u16], mut range: Range<usize>, titled: bool) -> Option<Part> {
        while !range.is_empty() && (flags[range.end - 1] & INSIDE != 0 || self.signs.ends_no_name(self.store.text(words[range.end - 1]))) {
            range.end -= 1;
        }
        while !range.is_empty() && (flags[range.start] & INSIDE != 0 || self.signs.begins_no_name(self.store.text(words[range.start]))) {
            range.start += 1;
        }
        if range.is_empty() || range.len() > 14 {
            return None;
        }
        let inner = &flags[range.clone()];
        if inner.iter().any(|flag| flag & (PERSON | OFFICE) != 0) && !titled {
            return None;
        }
        // A part must not begin or end in the middle of a known name.
        let cut = |at: usize, bound: u16| flags[at] & KNOWN != 0 && flags[at] & bound == 0;
        if cut(range.start, BEGINS) || cut(range.end - 1, ENDS) {
            return None;
        }
        if inner.iter().all(|flag| flag & (KNOWN | INSIDE) != 0) {
            return None;
        }
        let text = |at: usize| self.store.text(words[at]);
        let whole = self.joined(words, range.clone());
        if self.signs.is_head(&whole) {
            return None;
        }
        let number = |at: usize| text(at).chars().all(|c| !c.is_alphabetic());
        let telling =
            range.clone().filter(|at| flags[*at] & (KNOWN | INSIDE) == 0 && !self.signs.is_generic(text(*at)) && !number(*at)).count();
        if telling == 0 && !self.generic_name(words, flags, &range) {
            return None;
        }
        if self.is_head_at_place(words, flags, &range) || self.is_of_a_head(words, flags, &range) {
            return None;
        }
        if range.len() == 1 && !self.single(words[range.start], flags[range.start], titled) {
            return None;
        }
        Some(Part { range, titled, defines: false })
    }

    /// Returns `true` if the words consist of a head noun and a place where a body meets ("Conference at New Delhi"). Such a description is not a name,
    /// because it fits several meetings.
    fn is_head_at_place(&self, words: &[u32], flags: &[u16], range: &Range<usize>) -> bool {
        let Some(small) = range.clone().find(|at| flags[*at] & INSIDE != 0) else { return false };
        let place = |at: usize| flags[at] & (KNOWN | INSIDE) != 0;
        self.signs.is_weak(self.store.text(words[small]))
            && self.signs.is_head(&self.joined(words, range.start..small))
            && (small..range.end).all(place)
    }

    /// Returns `true` if the words end in "the" and a head noun without any other word ("Final Act of the Conference"). Such a phrase is not a name, because
    /// only the context shows which conference is meant.
    fn is_of_a_head(&self, words: &[u32], flags: &[u16], range: &Range<usize>) -> bool {
        let Some(small) = range.clone().rev().find(|at| flags[*at] & INSIDE != 0) else { return false };
        self.signs.is_article(self.store.text(words[small])) && self.signs.is_head(&self.joined(words, small + 1..range.end))
    }

    fn joined(&self, words: &[u32], range: Range<usize>) -> String {
        words[range].iter().map(|word| self.store.text(*word)).collect::<Vec<_>>().join(" ")
    }

    /// Returns `true` if the words of `range` are a name although each word alone is a common word
    /// or part of a known name. The words must contain a head noun and further words. If some of
    /// the words are known names, these must be places ("African Development Bank"), or begin with
    /// a body and end with another name ("United Nations Operation in Mozambique"). Otherwise,
    /// there must be at least three common words. In addition, the words together must occur at
    /// least twice without beginning a sentence.
    fn generic_name(&self, words: &[u32], flags: &[u16], range: &Range<usize>) -> bool {
        let texts: Vec<&str> = words[range.clone()].iter().map(|word| self.store.text(*word)).collect();
        let Some((_, noun)) = self.signs.kind(&texts, |at| flags[range.start + at] & INSIDE != 0) else { return false };
        let known: Vec<u16> = flags[range.clone()].iter().copied().filter(|flag| flag & KNOWN != 0).collect();
        let others = texts.len() - known.len() - flags[range.clone()].iter().filter(|flag| *flag & INSIDE != 0).count();
        let place = !known.is_empty() && known.iter().all(|flag| flag & PLACE != 0);
        let count = self.store.count(&words[range.clone()]);
        // "United Nations Operation in Mozambique": a body, a head noun, and a place.
        let abroad = known.first().is_some_and(|flag| flag & BODY != 0)
            && known.last().is_some_and(|flag| flag & BODY == 0)
            && flags[range.start] & KNOWN != 0;
        (others >= 1 && (place || abroad) || known.is_empty() && others >= 3) && noun.split(' ').count() < texts.len() && count.mid >= 2
    }

    /// Returns `true` if `word` alone is a name. Abbreviations are names, and so are words that are
    /// nearly always capitalised.
    fn single(&self, word: u32, flag: u16, titled: bool) -> bool {
        let text = self.store.text(word);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        // "Add." and "S/PV." are parts of document symbols. "U.S.A." has a period after each letter.
        if text.ends_with('.') && text.matches('.').count() < letters || text.chars().all(|c| !c.is_lowercase()) && flag & UPPER == 0 {
            return false;
        }
        if flag & UPPER != 0 {
            // "ES-IV" is the number of a session.
            if text.split('-').skip(1).any(is_roman) {
                return false;
            }
            return letters >= 2 && text.chars().filter(|c| !c.is_alphanumeric()).count() * 2 <= letters;
        }
        letters >= 3 && (titled || flag & FIRST == 0 || self.store.count(&[word]).mid > 0) && self.store.small_share(word) < 0.1
    }

    /// Returns the range of the words for which the abbreviation `short` stands: the last words of
    /// the run, if their initials form the abbreviation. Otherwise, returns `None`.
    fn defined(&self, words: &[u32], flags: &[u16], short: &str) -> Option<Range<usize>> {
        let letters: Vec<char> = short.chars().filter(|c| c.is_uppercase()).collect();
        (0..words.len()).rev().find_map(|start| {
            if flags[start] & INSIDE != 0 {
                return None;
            }
            let initials = words[start..].iter().zip(&flags[start..]).filter(|(_, flag)| **flag & INSIDE == 0);
            let mut initials =
                initials.flat_map(|(word, _)| self.store.text(*word).split(['-', '/'])).filter_map(|part| part.chars().next());
            let first = initials.clone().next()?.to_uppercase().next()? == *letters.first()?;
            let all = letters.iter().all(|letter| initials.any(|initial| initial.to_uppercase().next() == Some(*letter)));
            (first && all).then_some(start..words.len())
        })
    }
}
