//! Objects and prepositional phrases that coordinated words share: "signed and ratified the treaty", "support for and solidarity with Chad".

use super::{Assembly, Open};
use crate::cell::Cell;
use crate::chunk::Item;
use crate::class::Classes;
use crate::lists::WordList;
use chancery_text::{ClauseKind, PrepositionalPhrase};

impl Assembly<'_> {
    /// Makes `object`, the object of `clause`, also the object of the verb before it, if only a conjunction comes between the two verbs: "signed and ratified the
    /// treaty". If the first verb has a preposition of its own, the object follows this preposition: "called for and hosted the talks".
    pub(super) fn shared(&mut self, clause: u32, object: u32) {
        /// The maximum number of verbs in a list.
        const LONGEST: usize = 12;
        let mut here = self.governing_infinitive(clause);
        for step in 0..LONGEST {
            let Some(first) = self.get(here).coordinated else { return };
            if let Some(open) = self.open_after_verb(first, here).filter(|_| step == 0) {
                self.close(open, object);
                return;
            }
            // Only commas, conjunctions and adverbs may come between the verbs: "repudiate and vigorously condemn the raid", "denounce, condemn and reject the
            // raid".
            let start = (self.get(first).verb.end as usize).saturating_sub(self.base);
            let end = (self.get(here).verb.start as usize).saturating_sub(self.base);
            let joins = |cell: &Cell| cell.is_adverb() || cell.is(Classes::COORDINATOR) || cell.listed(WordList::Comma);
            let joined = |cell: &Cell| cell.is(Classes::COORDINATOR) || step > 0 && cell.listed(WordList::Comma);
            let adjacent =
                self.cells.get(start).is_some_and(joined) && self.cells.get(start + 1..end).is_some_and(|cells| cells.iter().all(joins));
            let earlier = self.clause(first);
            if !adjacent || earlier.object.is_some() || earlier.passive {
                return;
            }
            earlier.object = Some(object);
            here = first;
        }
    }

    /// If the clause `number` is an infinitive that a verb governs, returns the clause of this verb: "will continue" for "to support" in "has supported and will
    /// continue to support". Otherwise returns `number`.
    fn governing_infinitive(&self, number: u32) -> u32 {
        let clause = self.get(number);
        let below = clause.kind == ClauseKind::Infinitive && clause.coordinated.is_none() && clause.governor.is_none();
        clause.parent.filter(|parent| below && self.get(*parent).object.is_none()).unwrap_or(number)
    }

    /// If the comma at the item `comma` separates a preposition from its phrase, returns the item and the token of the preposition: "with" in "respect, and cooperate
    /// with, the tribunal". The preposition must directly follow a verb that is coordinated with a verb before another comma.
    pub(super) fn preposition_before(&self, comma: Option<usize>) -> Option<(usize, usize)> {
        let at = comma?.checked_sub(1)?;
        let Item::Preposition(token) = self.items[at] else { return None };
        let current = self.current.filter(|current| self.get(*current).verb.end == self.token(token))?;
        let first = self.get(self.get(current).coordinated?);
        let set_off = self.cells.get(first.verb.end as usize - self.base).is_some_and(|cell| cell.listed(WordList::Comma));
        (set_off && first.object.is_none()).then_some((at, token))
    }

    /// If a preposition (the token `token`) directly follows a verb, makes `phrase` also the object of the coordinated verb before it: "support and participate in
    /// the plan". The first verb must need an object.
    /// The preposition may also follow the object `left` of the second verb: "endorse and lend support to the plan".
    pub(super) fn share_with_transitive(&mut self, token: usize, phrase: u32, left: Option<u32>) {
        let Some(current) = self.current else { return };
        let Some(first) = self.get(current).coordinated else { return };
        let (earlier, later) = (self.get(first), self.get(current));
        let recipient = self.cells[token].listed(WordList::Recipient);
        let behind = recipient && left.is_some() && later.object == left && earlier.object == left;
        if later.verb.end != self.token(token) && !behind {
            return;
        }
        let between = (earlier.verb.end as usize - self.base)..(later.verb.start as usize).saturating_sub(self.base);
        let mut between = self.cells.get(between).into_iter().flatten();
        let joins = |cell: &Cell| cell.is_adverb() || cell.is(Classes::COORDINATOR);
        let adjacent =
            between.next().is_some_and(|cell| cell.is(Classes::COORDINATOR) || cell.listed(WordList::Comma)) && between.all(joins);
        let lacks = (earlier.object.is_none() || behind) && earlier.predicate.is_none() && !earlier.passive;
        if adjacent && lacks && self.head(first).listed(WordList::Transitive) && !self.head(current).listed(WordList::Transitive) {
            self.clause(first).object = Some(phrase);
        }
    }

    /// If two coordinated verbs both lack an object, and the comma at the item `comma` directly follows the second one, returns the clause of the first: the
    /// clause of "advocated" in "has advocated, and will continue to advocate, respect". The first verb may instead have a preposition without a phrase: "draw
    /// attention to, and emphasize, the need".
    pub(super) fn coordinated_before(&self, comma: Option<usize>) -> Option<u32> {
        let Some(Item::Verb(group)) = self.item(comma?.checked_sub(1)) else { return None };
        let group = self.group(group);
        let current = self.current.filter(|current| self.get(*current).head == self.token(group.head))?;
        let clause = self.get(current);
        let above = if clause.kind == ClauseKind::Infinitive && clause.coordinated.is_none() {
            clause.parent.filter(|_| clause.governor.is_none())?
        } else {
            current
        };
        let number = self.get(above).coordinated?;
        let first = self.get(number);
        let comma = self.cells.get(first.verb.end as usize - self.base).is_some_and(|cell| cell.listed(WordList::Comma));
        let lacks = first.object.is_none() && first.predicate.is_none() && !first.passive && !self.head(number).flags.any(Classes::BE);
        let open = clause.object.is_none() && !group.passive && !group.copula && !self.cells[group.head].listed(WordList::Intransitive);
        (open && (comma && lacks || self.open_after_verb(number, above).is_some())).then_some(number)
    }

    /// Returns the preposition without a phrase that directly precedes the conjunction between the verbs of two clauses, `first` and `second`. It follows the
    /// first verb or its object.
    pub(super) fn open_after_verb(&self, first: u32, second: u32) -> Option<Open> {
        let earlier = self.get(first);
        let mut at = (self.get(second).verb.start as usize).checked_sub(self.base)?.checked_sub(1)?;
        let joins = |cell: &Cell| cell.is(Classes::COORDINATOR) || cell.listed(WordList::Comma) || cell.is_adverb();
        let from = (earlier.verb.end as usize).checked_sub(self.base)?;
        let mut joined = false;
        while at > from && joins(self.cells.get(at)?) {
            joined |= self.cells[at].is(Classes::COORDINATOR);
            at -= 1;
        }
        let preposition = self.token(at);
        let left = earlier.object.filter(|object| self.out.phrases[*object as usize].tokens.end == preposition);
        let fits = joined && at >= from && self.cells[at].readings == Classes::PREPOSITION && !earlier.passive;
        let behind = earlier.verb.end == preposition || left.is_some();
        (fits && behind).then_some(Open { preposition, left, right: None, clause: Some(first) })
    }

    /// If a noun, a preposition and a conjunction come before the phrase at the item `at`, and another preposition follows it, remembers the first preposition
    /// and returns the item of the noun: "support" in "support for and solidarity with Chad". `left` is the item before the conjunction.
    pub(super) fn past_open(&mut self, at: usize, left: Option<usize>, phrase: u32) -> Option<usize> {
        let Some(Item::Preposition(token)) = self.item(left) else { return None };
        let noun = self.before(left?)?;
        let Item::Phrase(first) = self.items[noun] else { return None };
        if !matches!(self.item(self.after(at)), Some(Item::Preposition(_))) {
            return None;
        }
        self.open = Some(Open { preposition: self.token(token), left: Some(first), right: Some(phrase), clause: None });
        Some(noun)
    }

    /// Adds the prepositional phrase that consists of an open preposition and `phrase`. The list of prepositional phrases remains sorted.
    pub(super) fn close(&mut self, open: Open, phrase: u32) {
        let mut link = PrepositionalPhrase::new(open.preposition, phrase);
        (link.after, link.clause) = (open.left, open.clause);
        let later = self.out.prepositions[self.first_preposition..].iter().rev().take_while(|other| other.preposition > open.preposition);
        let place = self.out.prepositions.len() - later.count();
        self.out.prepositions.insert(place, link);
        if place < self.unassigned {
            self.unassigned += 1;
        }
    }
}
