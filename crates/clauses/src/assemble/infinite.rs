//! Finds the subjects of non-finite clauses (infinitives, -ing clauses and participles), and connects these clauses with other clauses. In this module, the
//! parameter `at` is the index of the item that contains the verb of the clause, unless a function states otherwise.

use super::Assembly;
use crate::chunk::Item;
use crate::class::Classes;
use crate::lists::WordList;
use crate::verb_group::Group;
use chancery_text::{Clause, ClauseKind, PhraseKind, PrepositionalPhrase, Tense};

impl Assembly<'_> {
    /// If the item `at` is the closing parenthesis after an abbreviation, returns the item before the opening parenthesis: "the Special Commission" in "the
    /// efforts of the Special Commission (UNSCOM) to". Otherwise returns `at`.
    fn past_abbreviation(&self, at: Option<usize>) -> Option<usize> {
        let short = |phrase: u32| self.out.phrases[phrase as usize].tokens.len() == 1 && self.phrase_head(phrase).is(Classes::PROPER);
        let closing = at.filter(|at| matches!(self.items[*at], Item::Mark(_)));
        let inside = closing.and_then(|at| self.before(at)).filter(|at| matches!(self.items[*at], Item::Phrase(phrase) if short(phrase)));
        let opening = inside
            .and_then(|at| self.before(at))
            .filter(|at| matches!(self.items[*at], Item::Mark(token) if self.cells[token].listed(WordList::Open)));
        let named = opening.and_then(|at| self.before(at)).filter(|at| matches!(self.items[*at], Item::Phrase(_)));
        named.or(at)
    }

    /// Returns the phrase after "for" that ends at the item `at`: "the embargo" in "time for the embargo of Norway to be lifted". Returns `None` if no such phrase
    /// ends there.
    fn phrase_for(&self, at: Option<usize>) -> Option<u32> {
        /// The maximum number of prepositional phrases inside the phrase.
        const INSIDE: usize = 3;
        let mut here = at;
        for _ in 0..=INSIDE {
            let Some(Item::Phrase(phrase)) = self.item(here) else { return None };
            let preposition = here.and_then(|here| self.before(here));
            let Some(Item::Preposition(token)) = self.item(preposition) else { return None };
            if self.cells[token].listed(WordList::For) {
                return Some(phrase);
            }
            here = preposition.and_then(|preposition| self.before(preposition));
        }
        None
    }

    /// Sets the kind, the subject and the governor of an infinitive clause.
    pub(super) fn infinitive(&mut self, at: usize, clause: &mut Clause) {
        clause.kind = ClauseKind::Infinitive;
        clause.marker = Some(clause.verb.start);
        clause.object = self.freed.take();
        let mut before = self.before(at);
        while self.is_quote(before) {
            before = before.and_then(|before| self.before(before));
        }
        before = self.past_abbreviation(before);
        if matches!(self.item(before), Some(Item::Subordinator(_) | Item::Relative(..))) {
            // At "how", the state of the outer clause was saved. In "how to save time", however, no clause with a subject of its own follows, so the saved
            // state is restored.
            if let Some(outer) = self.outer.pop() {
                self.pending = outer.pending;
            }
            if let Some(marker) = self.marker.take() {
                clause.object = marker.pronoun.filter(|_| marker.bare);
            }
        }
        if let Some(phrase) = self.phrase_for(before) {
            clause.subject = Some(phrase);
            clause.parent = self.current;
            return;
        }
        let Some(current) = self.current else {
            // The infinitive may modify a phrase whose verb has not been read yet: "the decision to sign was welcomed".
            if let Some(Item::Phrase(phrase)) = self.item(before) {
                clause.governor = Some(phrase);
                clause.subject = self.out.phrases[phrase as usize].possessor;
            } else {
                self.waiting.push(self.out.clauses.len() as u32);
            }
            return;
        };
        if let Some((governor, object)) = self.urged(at, current) {
            (clause.parent, clause.subject) = (Some(governor), Some(object));
            return;
        }
        clause.parent = Some(current);
        match self.item(before) {
            Some(Item::Phrase(phrase)) if self.pending.is_some() => {
                clause.governor = Some(phrase);
                clause.subject = self.out.phrases[phrase as usize].possessor;
            }
            Some(Item::Phrase(phrase)) if self.head(current).listed(WordList::Control) && !self.get(current).passive => {
                // The object of the verb is the subject of the infinitive: "urged Iran in Vienna to sign". If the verb has no object, the subject is the
                // phrase after its preposition ("called on our friends in Chad to sign") or else the phrase directly before the infinitive.
                clause.subject = self.get(current).object.or_else(|| self.governed_by(current, phrase)).or(Some(phrase));
            }
            Some(Item::Phrase(phrase)) => {
                clause.governor = Some(phrase);
                clause.subject = self.get(current).subject;
            }
            Some(Item::Coordinator(_)) => {
                // The infinitive is coordinated with the nearest earlier infinitive: "to sign and to ratify".
                let earlier = (self.first_clause as u32..self.out.clauses.len() as u32)
                    .rev()
                    .find(|earlier| self.get(*earlier).kind == ClauseKind::Infinitive);
                if let Some(earlier) = earlier {
                    let marker = clause.marker;
                    self.coordinate(earlier, clause, false);
                    clause.marker = marker;
                } else {
                    clause.subject = self.get(current).subject;
                }
            }
            // A phrase between commas may precede the infinitive: "Allow me, at the outset, to congratulate".
            Some(Item::Mark(_)) if self.is_comma(before) && self.head(current).listed(WordList::Control) && !self.get(current).passive => {
                clause.subject = self.get(current).object.or_else(|| self.addressed(current)).or(self.get(current).subject);
            }
            _ => clause.subject = self.get(current).subject,
        }
    }

    /// Returns the phrase after the preposition that directly follows the verb of a clause: "Israel" in "call on Israel, the occupying Power, to withdraw".
    fn addressed(&self, clause: u32) -> Option<u32> {
        let end = self.get(clause).verb.end;
        let links = &self.out.prepositions[self.first_preposition..];
        let next = links.get(links.partition_point(|link| link.preposition < end))?;
        (next.preposition == end && next.clause == Some(clause) && next.after.is_none()).then_some(next.phrase)
    }

    /// Returns the phrase after a preposition of the clause `number` that ends in `last`: "our friends" for "Chad" in "appeal on behalf of Mali to our friends in
    /// Chad to sign".
    fn governed_by(&self, number: u32, last: u32) -> Option<u32> {
        // "On behalf of" does not introduce a recipient.
        let bare = |phrase: u32| {
            let phrase = &self.out.phrases[phrase as usize];
            phrase.tokens.len() == 1 && phrase.kind == PhraseKind::Noun && phrase.next.is_none()
        };
        let recipient = |link: &&PrepositionalPhrase| {
            self.cells[link.preposition as usize - self.base].listed(WordList::Recipient) && (link.phrase == last || !bare(link.phrase))
        };
        let link = self.upwards(self.first_of_list(last)).find(recipient)?;
        (link.clause == Some(number)).then_some(link.phrase)
    }

    /// If the infinitive at the item `at` belongs to a verb such as "urge", returns the clause and the object of this verb: "the states" in "urged the states
    /// that have not yet done so to join". The clause with the index `relative`, a relative clause, must come between the object and the infinitive.
    fn urged(&self, at: usize, relative: u32) -> Option<(u32, u32)> {
        let clause = self.get(relative);
        let governor = clause.parent.filter(|_| clause.kind == ClauseKind::Relative && self.pending.is_none())?;
        let object =
            self.get(governor).object.filter(|object| clause.governor == Some(*object) && self.head(governor).listed(WordList::Control))?;
        let apart = match self.item(at.checked_sub(1)) {
            Some(Item::Adverb) => true,
            // An infinitive does not modify a name ("which have not ratified the Treaty to do so"), but it may modify a common noun ("which have the right to
            // join").
            Some(Item::Phrase(phrase)) => self.out.phrases[phrase as usize].kind == PhraseKind::Name,
            _ => false,
        };
        (apart && !self.get(governor).passive).then_some((governor, object))
    }

    /// Sets the kind, the subject and the governor of an -ing clause or a participle clause.
    pub(super) fn participle(&mut self, at: usize, group: &Group, clause: &mut Clause) {
        let before = self.before(at);
        let ing = group.form.any(Classes::ING);
        clause.kind = if ing { ClauseKind::Gerund } else { ClauseKind::Participle };
        match self.item(before) {
            Some(Item::Preposition(token)) => {
                clause.marker = Some(self.token(token));
                self.gerund(before.unwrap_or(0), clause);
            }
            Some(Item::Subordinator(token)) => {
                // The participle follows a conjunction: "while attacking".
                clause.marker = Some(self.token(token));
                clause.kind = ClauseKind::Participle;
                let outer = self.outer.pop();
                if let Some(outer) = &outer {
                    self.pending = outer.pending;
                }
                self.marker = None;
                self.free(clause);
                // In "demands that the provisions, when implemented, should", "that" introduces the clause of the verb after the participle.
                self.marker = outer.filter(|outer| outer.pending.is_some()).and_then(|outer| outer.marker);
            }
            Some(Item::Verb(_)) => {
                clause.parent = self.current;
                clause.subject = self.current.and_then(|current| self.get(current).subject);
            }
            Some(Item::Coordinator(_)) => {
                let form = if ing { Classes::ING } else { Classes::PARTICIPLE };
                match self.same_form(form) {
                    Some(earlier) => {
                        self.coordinate(earlier, clause, true);
                        self.share_antecedent(at, earlier, clause);
                    }
                    None => self.free(clause),
                }
            }
            // A time expression cannot be a subject: "for a sixth day, killing".
            Some(Item::Phrase(phrase)) if self.phrase_head(phrase).listed(WordList::Time) => {
                clause.kind = ClauseKind::Participle;
                self.free(clause);
            }
            Some(Item::Phrase(phrase)) => {
                clause.kind = ClauseKind::Participle;
                clause.governor = Some(phrase);
                clause.subject = Some(phrase);
                clause.parent = self.current;
            }
            Some(Item::Mark(_)) if self.is_comma(before) && !ing => {
                // A past participle after a comma modifies the phrase before the comma: "a treaty, signed in Paris,".
                clause.kind = ClauseKind::Participle;
                match self.item(before.and_then(|before| self.before(before))) {
                    Some(Item::Phrase(phrase)) => {
                        let whole = self.whole_name(phrase);
                        clause.governor = Some(whole);
                        clause.subject = Some(whole);
                        clause.parent = self.current;
                    }
                    _ => self.free(clause),
                }
            }
            _ => {
                clause.kind = ClauseKind::Participle;
                self.free(clause);
            }
        }
    }

    /// Handles an -ing clause after a preposition. `before` is the index of the preposition in `items`.
    fn gerund(&mut self, before: usize, clause: &mut Clause) {
        clause.parent = self.current;
        let left = self.item(self.before(before));
        if let Some(Item::Phrase(phrase)) = left
            && self.pending.is_some()
        {
            clause.governor = Some(phrase);
            return;
        }
        let Some(current) = self.current else {
            self.waiting.push(self.out.clauses.len() as u32);
            return;
        };
        let governing = self.get(current);
        let of = matches!(self.items[before], Item::Preposition(token) if self.cells[token].listed(WordList::Of));
        clause.subject = match left {
            // The object of a verb such as "accuse" is the subject of the -ing clause: "accused Iran on Monday of attacking the ship", "commend your predecessor,
            // Mr. Kittani, for presiding".
            Some(Item::Phrase(_) | Item::Mark(_))
                if (of && self.head(current).listed(WordList::Control) || self.assists(before, left, current))
                    && governing.object.is_some()
                    && !governing.passive =>
            {
                governing.object
            }
            Some(Item::Phrase(phrase)) => {
                clause.governor = Some(phrase);
                let listed = |token: u32| self.cells[token as usize - self.base].listed(WordList::Thankful);
                // In "express my gratitude to Kenya for attending", the object names the thanks.
                let object = governing.object.filter(|object| *object != phrase).map(|object| self.out.phrases[object as usize].head);
                let thanked = governing.predicate.into_iter().chain(object).any(listed);
                if thanked { Some(self.first_of_list(self.whole(phrase))) } else { governing.subject }
            }
            // The noun before the adjective is the subject: "needs an army capable of attacking the port".
            Some(Item::Adjective(_)) => {
                let noun = self.item(self.before(before).and_then(|adjective| self.before(adjective)));
                let noun = match noun {
                    Some(Item::Phrase(noun)) if matches!(self.out.phrases[noun as usize].kind, PhraseKind::Noun | PhraseKind::Name) => {
                        Some(noun)
                    }
                    _ => None,
                };
                noun.or(governing.subject)
            }
            // The subject may be a phrase whose verb has not been read yet: "the Council, by adopting the resolution, has agreed".
            Some(Item::Mark(_)) if self.pending.is_some() => self.pending,
            _ => governing.subject,
        };
    }

    /// Returns `true` if the preposition at the item `before` is "in", and the item `left` before it is the object of a verb of helping: "assisted Kenya in building
    /// a road". `clause` is the clause of this verb.
    fn assists(&self, before: usize, left: Option<Item>, clause: u32) -> bool {
        let within = matches!(self.items[before], Item::Preposition(token) if self.cells[token].listed(WordList::Idiom));
        let object = matches!(left, Some(Item::Phrase(phrase)) if self.get(clause).object == Some(self.first_of_list(phrase)));
        within && object && self.head(clause).listed(WordList::Assisting)
    }

    /// Returns the first phrase in the chain of phrases that are joined by "of" and end with `phrase`: "the Members" for "the United Nations" in "the Members
    /// of the United Nations".
    fn whole(&self, phrase: u32) -> u32 {
        let of = |token: u32| self.cells[token as usize - self.base].listed(WordList::Of);
        self.upwards(phrase).take_while(|link| of(link.preposition)).map_while(|link| link.after).last().unwrap_or(phrase)
    }

    /// Returns the first phrase of the coordination that contains `phrase` ("Spain" for "France" in "Spain and France"), or `phrase` itself if no coordinated
    /// phrase precedes it.
    pub(super) fn first_of_list(&self, phrase: u32) -> u32 {
        let mut first = phrase;
        while let Some(before) = (0..first).rev().take(12).find(|before| self.out.phrases[*before as usize].next == Some(first)) {
            first = before;
        }
        first
    }

    /// Sets the parent and the subject of `clause`, a participle clause that does not modify a phrase. Its subject is the subject of the surrounding clause.
    fn free(&mut self, clause: &mut Clause) {
        if let Some(subject) = self.pending {
            // The subject may be a phrase whose verb has not been read yet: "the president, speaking in Geneva, said".
            clause.subject = Some(subject);
            clause.parent = self.current;
            return;
        }
        // A participle after a relative clause belongs to the clause that contains the relative clause: "appeals to all who support them,
        // calling upon them to leave".
        let mut finite = self.finite;
        while let Some(relative) =
            finite.map(|finite| self.get(finite)).filter(|clause| clause.kind == ClauseKind::Relative && clause.parent.is_some())
        {
            finite = relative.parent;
        }
        match finite {
            Some(finite) => {
                clause.parent = Some(finite);
                clause.subject = self.get(finite).subject;
            }
            None => self.waiting.push(self.out.clauses.len() as u32),
        }
    }

    /// Returns `true` if a clause is finite.
    pub(super) fn is_finite(clause: &Clause) -> bool {
        clause.tense != Tense::None
    }
}
