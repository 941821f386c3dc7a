//! Makes a clause of saying ("the minister said") the governor of the quoted or reported statements before it.

use super::Assembly;
use crate::class::Classes;
use crate::entry::NONE;
use crate::lists::WordList;
use chancery_text::ClauseKind;

impl Assembly<'_> {
    /// Connects the clauses of saying in the sentence with the statements before them.
    pub(super) fn finish(&mut self) {
        for number in self.first_clause as u32..self.out.clauses.len() as u32 {
            // A subject after the verb was taken for the object of the verb: "the minister" in "…," said the minister.
            let clause = self.get(number);
            let inverted = Self::is_finite(clause) && clause.subject.is_none() && clause.marker.is_none() && !clause.passive;
            if inverted && clause.lemma != NONE && self.head(number).listed(WordList::Saying) {
                let clause = self.clause(number);
                clause.subject = clause.object.take();
                if clause.subject.is_some() {
                    self.govern(number);
                }
            }
        }
        self.trailing();
    }

    /// Makes the last clause govern the main clauses before it, if it is a clause of saying: "Kenya agreed, the minister
    /// said".
    fn trailing(&mut self) {
        let Some(last) = self.out.clauses.len().checked_sub(1).filter(|last| *last > self.first_clause) else { return };
        let clause = self.get(last as u32);
        let comma = clause.subject.and_then(|subject| {
            let start = self.out.phrases[subject as usize].tokens.start as usize;
            start.checked_sub(self.base + 1)
        });
        let separate = comma.is_some_and(|comma| self.cells[comma].is(Classes::PUNCTUATION));
        if clause.kind == ClauseKind::Main
            && clause.coordinated.is_none()
            && clause.object.is_none()
            && separate
            && self.head(last as u32).listed(WordList::Saying)
        {
            self.govern(last as u32);
        }
    }

    /// Turns the main clauses before the clause `saying` into content clauses that this clause governs. `saying` is the
    /// index of a clause of saying ("the minister said").
    fn govern(&mut self, saying: u32) {
        for earlier in self.first_clause as u32..saying {
            let earlier = self.clause(earlier);
            if earlier.kind == ClauseKind::Main && earlier.parent.is_none() {
                earlier.parent = Some(saying);
                earlier.kind = ClauseKind::Content;
            }
        }
    }
}
