//! Finds the subjects of finite clauses, and connects these clauses with other clauses. In this module, the parameter `at` is the index of the item that contains
//! the verb of the clause, unless a function states otherwise.

use super::{Assembly, Marker, Outer};
use crate::chunk::Item;
use crate::class::Classes;
use crate::lists::WordList;
use chancery_text::{Clause, ClauseKind, PrepositionalPhrase, Tense};

impl Assembly<'_> {
    /// Sets the subject, the kind and the governor of a finite clause.
    pub(super) fn finite(&mut self, at: usize, clause: &mut Clause) {
        let before = self.before(at);
        let marker = self.marker.or_else(|| self.interrupted());
        if self.existential {
            // The subject follows the verb, as in "there is a treaty".
            self.pending = None;
            self.connect(marker, clause);
            if marker.is_none()
                && let Some(current) = self.current.filter(|current| self.says_that_there(*current, before))
            {
                (clause.kind, clause.parent) = (ClauseKind::Content, Some(current));
            }
            return;
        }
        if self.quotes(at, before) {
            self.pending = None;
            return;
        }
        if let Some(subject) = self.pending.take() {
            clause.subject = Some(subject);
            self.connect(marker, clause);
            let ahead = self.ahead.take().filter(|_| self.takes_object(at, clause));
            if ahead.is_some() {
                clause.object = ahead;
                return;
            }
            match marker {
                None => self.bare_content(at, subject, clause),
                // In "the treaty which the minister signed", "the treaty" is the object of "signed".
                Some(marker) if marker.bare && !clause.passive => clause.object = marker.antecedent.or(marker.pronoun),
                Some(marker) if marker.kind == ClauseKind::Content && self.cells[marker.token].listed(WordList::That) => {
                    self.relative_that(at, &marker, clause)
                }
                _ => {}
            }
            return;
        }
        if let Some(mut marker) = marker {
            marker.antecedent = marker.antecedent.map(|antecedent| self.agreeing(at, antecedent));
            self.connect(Some(marker), clause);
            clause.subject = marker.antecedent.or(marker.pronoun);
            return;
        }
        // A verb without a subject after "and" has the subject of an earlier clause: "and in this respect supports".
        let coordinator = matches!(self.item(self.past_phrases(before)), Some(Item::Coordinator(_)));
        if coordinator && let Some(earlier) = self.coordinate_of(clause) {
            self.coordinate(earlier, clause, false);
            self.share_antecedent(at, earlier, clause);
            return;
        }
        let inside = self
            .current
            .is_some_and(|current| matches!(self.get(current).kind, ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Participle));
        if (inside || self.is_comma(before) && self.below_relative()) && self.pop(clause) {
            return;
        }
        if let Some(subject) = self.subject_clause(before) {
            self.govern_like(subject, clause);
            return;
        }
        // In "said the minister met", "the minister" was taken for the object of "said", but is the subject of "met".
        if let Some(current) = self.current
            && let Some(phrase) = self.get(current).object
            && (matches!(self.item(before), Some(Item::Phrase(last)) if last == phrase) || self.reported(current, phrase, at))
        {
            let indirect = self.clause(current).indirect.take();
            self.clause(current).object = indirect;
            clause.subject = Some(phrase);
            clause.kind = ClauseKind::Content;
            clause.parent = Some(current);
            return;
        }
        if self.pop(clause) {
            return;
        }
        if self.is_comma(before)
            && let Some(earlier) = self.coordinate_of(clause)
        {
            self.coordinate(earlier, clause, false);
        }
    }

    /// Returns `true` if an existential "there", the item `there`, directly follows the verb of the clause `number`, and a content clause can follow this verb:
    /// "We believe there is a need".
    fn says_that_there(&self, number: u32, there: Option<usize>) -> bool {
        let verb = there.and_then(|there| self.before(there));
        let directly = matches!(self.item(verb), Some(Item::Verb(group)) if self.token(self.group(group).head) == self.get(number).head);
        directly && [WordList::Content, WordList::Saying].into_iter().any(|list| self.head(number).listed(list))
    }

    /// Chooses the antecedent of the relative clause whose verb is the item `at`. `antecedent` is the phrase before the relative pronoun. If this phrase does
    /// not agree in number with the verb, but a phrase that contains it does, returns that other phrase: "agreement" in "an agreement on arms, which has been".
    /// Otherwise returns `antecedent`.
    fn agreeing(&self, at: usize, antecedent: u32) -> u32 {
        let Item::Verb(group) = self.items[at] else { return antecedent };
        let form = self.group(group).form;
        let wanted = match (form.any(Classes::THIRD), form.any(Classes::BASE)) {
            // The class of a form of "be" does not show whether the form is singular or plural.
            _ if self.cells[self.group(group).start].flags.any(Classes::BE) => return antecedent,
            (true, false) => Classes::NOUN,
            (false, true) => Classes::PLURAL,
            _ => return antecedent,
        };
        // After a comma, a plural verb shows that the pronoun refers to the whole list: "Kenya and its neighbours, who have helped".
        let comma =
            self.marker.and_then(|marker| marker.token.checked_sub(1)).is_some_and(|before| self.cells[before].listed(WordList::Comma));
        if wanted == Classes::PLURAL && comma && self.in_list(antecedent) {
            return self.first_of_list(antecedent);
        }
        let common = |phrase: u32| self.phrase_head(phrase).readings.and(Classes::COMMON);
        let alone = |phrase: u32| self.out.phrases[phrase as usize].next.is_none() && !self.in_list(phrase);
        let clashes = !common(antecedent).is_empty() && !common(antecedent).any(wanted) && alone(antecedent);
        let agrees = |phrase: &u32| common(*phrase) == wanted && alone(*phrase);
        let outer = || self.upwards(antecedent).filter_map(|link| link.after).find(agrees);
        if clashes { outer().unwrap_or(antecedent) } else { antecedent }
    }

    /// Gives `clause` the object of the relative clause `earlier`, with which it is coordinated: "attacks that Kenya has rejected and condemned". The object of
    /// `earlier` must be the noun that the relative clause modifies, and `clause` must have no object of its own.
    pub(super) fn share_antecedent(&self, at: usize, earlier: u32, clause: &mut Clause) {
        let earlier = self.get(earlier);
        let relative = earlier.kind == ClauseKind::Relative && earlier.object.is_some() && earlier.object == earlier.governor;
        if relative
            && !clause.passive
            && !self.has_own_object(at)
            && !self.cells[clause.head as usize - self.base].listed(WordList::Intransitive)
        {
            clause.object = earlier.object;
        }
    }

    /// Returns the current clause if it is an -ing clause that is itself the subject of the next verb: "Supporting Kenya" in "Supporting Kenya means". Also
    /// removes the subject of the -ing clause, because the text does not say who performs the act. `before` is the index of the item before the next verb.
    fn subject_clause(&mut self, before: Option<usize>) -> Option<u32> {
        let current = self.current?;
        let clause = self.get(current);
        let object = clause.object?;
        let ends = matches!(self.item(self.past_phrases(before)), Some(Item::Phrase(last)) if last == object);
        let starts = clause.kind == ClauseKind::Participle && clause.governor.is_none();
        // An -ing clause after a conjunction other than "that" ("While supporting Kenya") is not a subject.
        let that = |marker: u32| self.cells[marker as usize - self.base].listed(WordList::That);
        let fits = self.head(current).is(Classes::ING) && !self.head(current).listed(WordList::Saying) && clause.marker.is_none_or(that);
        if !ends || !starts || !fits {
            return None;
        }
        self.waiting.retain(|waiting| *waiting != current);
        let clause = self.clause(current);
        (clause.subject, clause.kind) = (None, ClauseKind::Gerund);
        Some(current)
    }

    /// Makes `clause` a content clause if "that" precedes its subject, and this subject is itself a clause: "declare that supporting Kenya means". `subject` is the
    /// index of the clause that is the subject ("supporting Kenya").
    fn govern_like(&self, subject: u32, clause: &mut Clause) {
        let subject = self.get(subject);
        if let Some(marker) = subject.marker.filter(|marker| self.cells[*marker as usize - self.base].listed(WordList::That)) {
            (clause.kind, clause.marker, clause.parent) = (ClauseKind::Content, Some(marker), subject.parent);
        }
    }

    /// Returns `true` if `object`, which was taken for the object of the clause `saying`, is the subject of the next verb: "truce" in "said truce in Syria is a
    /// sham". The verb of `saying` must be a verb of saying. Only adverbs, time expressions and prepositional phrases may come between `object` and the next
    /// verb.
    fn reported(&self, saying: u32, object: u32, at: usize) -> bool {
        let phrase = (0..at).rev().find(|here| matches!(self.items[*here], Item::Phrase(phrase) if phrase == object));
        self.head(saying).listed(WordList::Saying) && phrase.is_some_and(|phrase| self.verb_follows(phrase))
    }

    /// Returns the finite clause with which `clause`, a clause without a subject, is coordinated. This is the nearest earlier finite clause with the same
    /// tense. If there is none, it is the nearest earlier finite clause with any tense.
    fn coordinate_of(&self, clause: &Clause) -> Option<u32> {
        let nearest = self.finite?;
        let same = (self.first_clause as u32..=nearest)
            .rev()
            .find(|earlier| self.get(*earlier).tense == clause.tense && self.get(*earlier).tense != Tense::None);
        // A verb after the main clause is not coordinated with a clause before the main clause. In "If I may stay with this subject, the nations are facing a
        // threat and will agree", "will agree" is coordinated with "are facing", not with "may stay".
        // In "Ethiopia, from which the water comes, was not invited and has never recognized the agreement", it is not coordinated with "comes".
        let within = |same: u32| self.get(same).kind == ClauseKind::Relative;
        let same = same.filter(|same| self.get(nearest).kind != ClauseKind::Main || !self.precedes_main(*same) && !within(*same));
        Some(same.unwrap_or(nearest))
    }

    /// Returns `true` if the item `at` is a verb of saying that comes between a quotation or reported statement and the subject of the verb: "…", said the
    /// minister.
    fn quotes(&self, at: usize, before: Option<usize>) -> bool {
        let Item::Verb(group) = self.items[at] else { return false };
        let group = self.group(group);
        let Some(next) = self.after(at) else { return false };
        self.cells[group.head].listed(WordList::Saying)
            && matches!(self.item(before), Some(Item::Mark(_)))
            && matches!(self.items[next], Item::Phrase(_))
            && next == at + 1
            && !self.verb_follows(next)
            && (self.is_quote(before) || self.finite.is_some() && self.pending.is_none())
    }

    /// Handles a base form (the item `at`) that is not finite: an infinitive after a verb such as "let", or a base form that is coordinated with an earlier
    /// one. Returns `false` for any other base form.
    pub(super) fn base_form(&mut self, at: usize, clause: &mut Clause) -> bool {
        let before = self.before(at);
        let Some(current) = self.current else { return false };
        let governed = self.head(current).listed(WordList::Bare);
        match self.item(before) {
            Some(Item::Phrase(phrase)) if governed && self.get(current).object == Some(phrase) => clause.subject = Some(phrase),
            Some(Item::Verb(_)) if governed || self.head(current).flags.any(Classes::BE) => clause.subject = self.get(current).subject,
            // After a relative clause, the verb may belong to the phrase before this clause: "the parties, which have the same right, remain".
            Some(Item::Mark(_)) if self.resumes(current) => return false,
            Some(Item::Coordinator(_) | Item::Mark(_)) if self.pending.is_none() && self.marker.is_none() => {
                let Some(earlier) = self.same_form(Classes::BASE) else { return false };
                self.coordinate(earlier, clause, true);
                return true;
            }
            _ => return false,
        }
        clause.kind = ClauseKind::Infinitive;
        clause.tense = Tense::None;
        clause.parent = Some(current);
        true
    }

    /// Returns `true` if the current clause is an infinitive or -ing clause inside a relative clause: "to introduce" in "the Protocol, which obliges States not to
    /// introduce weapons, has been ratified".
    fn below_relative(&self) -> bool {
        /// The maximum number of clauses between the current clause and the relative clause.
        const DEPTH: usize = 3;
        let mut here = self.current.map(|current| self.get(current));
        for _ in 0..DEPTH {
            match here.map(|clause| clause.kind) {
                Some(ClauseKind::Infinitive | ClauseKind::Gerund) => {
                    here = here.and_then(|clause| clause.parent).map(|parent| self.get(parent))
                }
                kind => return kind == Some(ClauseKind::Relative),
            }
        }
        false
    }

    /// Returns `true` if a verb after the relative clause `relative` and a comma belongs to a phrase before this clause: "the parties, which have the same right,
    /// remain". A comma must also precede the relative clause. Otherwise, the verb continues a list: "those who defame Chad, disown Mali and".
    fn resumes(&self, relative: u32) -> bool {
        let clause = self.get(relative);
        let marker = clause.marker.filter(|_| clause.kind == ClauseKind::Relative).map(|marker| marker as usize - self.base);
        let comma = marker.and_then(|marker| marker.checked_sub(1)).is_some_and(|before| self.cells[before].listed(WordList::Comma));
        /// The maximum number of interrupted clauses that are searched. This limits the running time.
        const MOST: usize = 16;
        comma && self.outer.iter().rev().take(MOST).any(|outer| outer.pending.is_some())
    }

    /// Sets the subject of `clause` to the last phrase that still waits for its verb, because an embedded clause came between the phrase and the verb. Returns
    /// `false` if there is no such phrase.
    fn pop(&mut self, clause: &mut Clause) -> bool {
        while let Some(outer) = self.outer.pop() {
            if let Some(subject) = outer.pending {
                clause.subject = Some(subject);
                if let Some(parent) = outer.clause {
                    clause.parent = Some(parent);
                }
                // In "regret that the Government, which has shown, was", "that" introduces the clause of "was".
                self.connect(outer.marker, clause);
                return true;
            }
        }
        false
    }

    /// Connects `clause` with the clause or noun on which it depends, according to the word that introduces it.
    fn connect(&self, marker: Option<Marker>, clause: &mut Clause) {
        if let Some(marker) = marker {
            clause.kind = marker.kind;
            clause.marker = Some(self.token(marker.token));
            clause.parent = marker.parent;
            if marker.kind == ClauseKind::Relative {
                clause.governor = marker.antecedent;
            }
        }
    }

    /// Returns the "that" of a content clause, if an adverbial clause came between "that" and the subject: "fear that, if this is not done, the Council will".
    fn interrupted(&mut self) -> Option<Marker> {
        let current = self.current.filter(|_| self.pending.is_some())?;
        let outer = self.outer.last().filter(|outer| outer.pending.is_none() && self.get(current).kind == ClauseKind::Adverbial)?;
        let marker = outer.marker.filter(|marker| marker.kind == ClauseKind::Content && self.get(current).parent == outer.clause)?;
        self.outer.pop();
        Some(marker)
    }

    /// Returns the noun phrase that a clause without a relative pronoun modifies: "the problems" in "none of the problems I have mentioned".
    ///
    /// The subject of the clause must directly follow the phrase, and the verb must have no object of its own. A subject that is not a pronoun such as "I" is
    /// accepted only if the verb has an auxiliary and the phrase is, or belongs to, the object of the current clause.
    fn bare_antecedent(&self, at: usize, subject: u32, clause: &Clause) -> Option<u32> {
        let pronoun = self.is_subject_pronoun(subject);
        if clause.passive || self.cells[clause.head as usize - self.base].flags.any(Classes::BE) {
            return None;
        }
        let here = (0..at).rev().find(|here| matches!(self.items[*here], Item::Phrase(phrase) if phrase == subject))?;
        let Some(Item::Phrase(antecedent)) = self.item(here.checked_sub(1)) else { return None };
        let says = self.current.is_some_and(|current| self.head(current).listed(WordList::Content));
        // In "welcomes the efforts the United Nations has made", two noun phrases follow each other. The first one is the object of "welcomes", and is
        // therefore the antecedent of the clause that begins with the second one.
        let takes = |current: u32| {
            let verb = self.head(current);
            let lists = [WordList::Saying, WordList::Double, WordList::Control, WordList::Addressing];
            // The antecedent may follow "of": "knows the scale of the challenge the Congo must meet".
            let object = |object: u32| object == antecedent || self.upwards(antecedent).any(|link| link.after == Some(object));
            self.get(current).object.is_some_and(object) && !lists.into_iter().any(|list| verb.listed(list))
        };
        let auxiliary = clause.perfect || clause.modal.is_some();
        let contact = pronoun || auxiliary && self.current.is_some_and(takes);
        if !contact {
            return None;
        }
        // In "If Kenya signs the treaty we will disarm", "the treaty" belongs to the clause before the main clause, so "we will disarm" does not modify it.
        if self.current.is_some_and(|current| self.precedes_main(current)) {
            return None;
        }
        // A phrase after a preposition, before the first verb, is not an antecedent: "the outset" in "at the outset I wish".
        let fronted = self.upwards(antecedent).last().is_some_and(|link| link.after.is_none()) && self.current.is_none();
        let common = self.phrase_head(antecedent).is(Classes::COMMON);
        // In "argued that the changes we are seeing are", the subject "the changes" still waits for its verb "are". The clause "we are seeing" therefore
        // modifies "the changes", and is not the statement that is argued.
        let waits = self.outer.last().is_some_and(|outer| {
            let content = outer.marker.is_some_and(|marker| marker.kind == ClauseKind::Content);
            outer.pending == Some(antecedent) || outer.pending.is_some() && content
        });
        let infinitive = matches!(self.item(self.after(at)), Some(Item::Verb(group)) if self.group(group).to);
        let object = self.has_own_object(at) && (pronoun || !infinitive);
        ((!says || waits || !pronoun) && !fronted && common && !object).then(|| self.counted(antecedent))
    }

    /// Returns the noun phrase before "of" if `phrase` is a singular noun without a determiner, because a relative clause seldom modifies such a noun: "the areas" in
    /// "the areas of action I have mentioned". Otherwise returns `phrase`.
    fn counted(&self, phrase: u32) -> u32 {
        let first = self.out.phrases[phrase as usize].tokens.start as usize - self.base;
        let determined = self.cells[first].is(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::NUMBER));
        let mass = self.phrase_head(phrase).is(Classes::NOUN) && !determined && self.out.phrases[phrase as usize].possessor.is_none();
        let of = |link: &&PrepositionalPhrase| self.cells[link.preposition as usize - self.base].listed(WordList::Of);
        let outer = self.upwards(phrase).next().filter(|_| mass).filter(of).and_then(|link| link.after);
        outer.filter(|outer| self.phrase_head(*outer).is(Classes::COMMON)).unwrap_or(phrase)
    }

    /// Makes `clause`, which is introduced by "that", a relative clause if "that" follows a noun and the verb lacks an object: "the treaty that Kenya has
    /// signed".
    fn relative_that(&self, at: usize, marker: &Marker, clause: &mut Clause) {
        if clause.passive || self.has_own_object(at) {
            return;
        }
        let verb = &self.cells[clause.head as usize - self.base];
        // In "elements that we believe require attention", "we believe" is inserted, and the noun is the subject of "require". A verb with an auxiliary is not
        // inserted in this way: "the matter that I have mentioned requires".
        let simple = matches!(self.items[at], Item::Verb(group) if self.group(group).head == self.group(group).start);
        let parenthetical = simple && verb.listed(WordList::Content) && matches!(self.item(self.after(at)), Some(Item::Verb(_)));
        let takes_none =
            parenthetical || verb.flags.any(Classes::BE) || verb.listed(WordList::Linking) || verb.listed(WordList::Intransitive);
        let here = (0..at).rev().find(|here| matches!(self.items[*here], Item::Subordinator(token) if token == marker.token));
        let before = here.and_then(|here| here.checked_sub(1));
        let Some(Item::Phrase(nearest)) = self.item(before) else { return };
        // A that-clause does not modify a name. In "the proclamation of Guinea-Bissau that we hail", "that we hail" modifies "proclamation", not
        // "Guinea-Bissau".
        let outer = self.upwards(nearest).filter_map(|link| link.after).find(|outer| self.phrase_head(*outer).is(Classes::COMMON));
        let antecedent = if self.phrase_head(nearest).is(Classes::COMMON) { self.counted(nearest) } else { outer.unwrap_or(nearest) };
        let top = self.upwards(antecedent).filter_map(|link| link.after).last().unwrap_or(antecedent);
        // A noun after a dash is not the object of the verb before the dash: "a country free of attacks — attacks that Kenya condemned".
        let apart = before.and_then(|before| self.item(before.checked_sub(1)));
        let apart = matches!(apart, Some(Item::Mark(token)) if self.cells[token].listed(WordList::Dash));
        let head = self.phrase_head(antecedent);
        let noun = head.is(Classes::COMMON) && !head.listed(WordList::Proposition) && !head.listed(WordList::Manner);
        // In "affirm that the conflict that Kenya has seen is", the first "that" has introduced the content clause, so the second one is a relative pronoun.
        let content = |outer: &Outer| outer.pending == Some(top) && outer.marker.is_some_and(|marker| marker.kind == ClauseKind::Content);
        let begun = self.outer.last().is_some_and(content);
        // Whether the parent clause shows that "that" introduces a content clause, and is not a relative pronoun: "told the Assembly that Kenya had signed".
        let told = !apart
            && !begun
            && marker.parent.is_some_and(|parent| {
                let verb = self.head(parent);
                let object = self.get(parent).object == Some(antecedent) || self.get(parent).indirect == Some(antecedent);
                [WordList::Double, WordList::Control, WordList::Addressing].into_iter().any(|list| verb.listed(list))
                || [WordList::Content, WordList::Saying].into_iter().any(|list| verb.listed(list)) && !object
                || self.get(parent).predicate.is_some_and(|predicate| !self.cells[predicate as usize - self.base].is(Classes::COMMON))
                || self.get(parent).passive && [WordList::Content, WordList::Saying].into_iter().any(|list| verb.listed(list))
                // "That" also introduces a content clause after a form of "be" without a predicate: "it is in this context that we cooperate".
                || verb.flags.any(Classes::BE) && self.get(parent).predicate.is_none() && self.get(parent).subject != Some(top)
            });
        // A that-clause after a word such as "such" states a result and does not modify the noun: "such a state of despair that people settle for".
        const APART: usize = 8;
        let result = self.cells[marker.token.saturating_sub(APART)..marker.token].iter().any(|cell| cell.listed(WordList::Result));
        if !takes_none && noun && !told && !result {
            clause.kind = ClauseKind::Relative;
            (clause.governor, clause.object) = (Some(antecedent), Some(antecedent));
        }
    }

    /// Returns `true` if the verb of `clause`, which is the item `at`, can have an object before its subject: it is active, takes objects, and no object
    /// follows it.
    fn takes_object(&self, at: usize, clause: &Clause) -> bool {
        let cell = &self.cells[clause.head as usize - self.base];
        !clause.passive && !cell.flags.any(Classes::BE) && !cell.listed(WordList::Intransitive) && !self.has_own_object(at)
    }

    /// Returns `true` if the item after the verb can be its object or complement: "mentioned the treaty", "wish to thank".
    fn has_own_object(&self, at: usize) -> bool {
        match self.item(self.after(at)) {
            Some(Item::Verb(group)) => !self.group(group).finite,
            // In "the task we set ourselves is", the pronoun is the indirect object.
            Some(Item::Phrase(phrase)) if self.phrase_head(phrase).listed(WordList::Reflexive) => {
                !self.after(at).is_some_and(|next| self.verb_follows(next))
            }
            next => matches!(next, Some(Item::Phrase(_) | Item::Subordinator(_) | Item::Relative(..) | Item::Adjective(_))),
        }
    }

    /// Returns `true` if a clause is subordinate and its main clause has not begun yet: "If Kenya signs", "To achieve this goal".
    fn precedes_main(&self, clause: u32) -> bool {
        let clause = self.get(clause);
        clause.parent.is_none() && matches!(clause.kind, ClauseKind::Adverbial | ClauseKind::Infinitive | ClauseKind::Gerund)
    }

    /// Makes `clause` a content clause of the current clause if it directly follows that clause, without punctuation or a conjunction: "The minister said
    /// in Geneva Kenya agreed". A clause that modifies a noun becomes a relative clause instead (see [`bare_antecedent`](Self::bare_antecedent)). `subject` is
    /// the subject of `clause`.
    fn bare_content(&self, at: usize, subject: u32, clause: &mut Clause) {
        if let Some(antecedent) = self.bare_antecedent(at, subject, clause) {
            (clause.kind, clause.parent) = (ClauseKind::Relative, self.current);
            (clause.governor, clause.object) = (Some(antecedent), Some(antecedent));
            return;
        }
        // A passive participle has no content clause: "at the summit held in Geneva Kenya agreed".
        let Some(current) = self.current.filter(|current| self.get(*current).kind != ClauseKind::Participle || !self.get(*current).passive)
        else {
            return;
        };
        // A subordinate clause does not govern the main clause after it. In "To achieve this goal we must", "to achieve" does not govern "we must". Another
        // example is "In passing I would mention".
        if self.precedes_main(current) && self.get(current).kind != ClauseKind::Adverbial {
            return;
        }
        // An adverbial clause governs a content clause without "that" only if its verb is a verb of saying. In "Before I go any further I should like to", "go"
        // does not govern "I should like to".
        if self.get(current).kind == ClauseKind::Adverbial && !self.head(current).listed(WordList::Saying) {
            return;
        }
        let here = (0..at).rev().find(|here| matches!(self.items[*here], Item::Phrase(phrase) if phrase == subject));
        let before = here.and_then(|here| self.before(here));
        if let Some(Item::Verb(_) | Item::Phrase(_)) = self.item(before) {
            clause.kind = ClauseKind::Content;
            clause.parent = Some(current);
        }
    }
}
