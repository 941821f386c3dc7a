//! Assigns roles to noun phrases: subject, object, predicate, conjunct, apposition, or object of a preposition.

use super::{Assembly, Outer};
use crate::cell::Cell;
use crate::chunk::Item;
use crate::class::Classes;
use crate::lists::WordList;
use crate::verb_group::Group;
use chancery_text::{ClauseKind, PhraseKind, PrepositionalPhrase};

/// The number of prepositional phrases that are searched backwards. This limits the running time. A prepositional phrase rarely contains more than three others.
const MOST: usize = 6;

impl<'a> Assembly<'a> {
    /// Handles the noun phrase `phrase`, which is the item `at`. The preceding items determine its role.
    pub(super) fn phrase(&mut self, at: usize, phrase: u32) {
        self.owned(phrase);
        let before = self.before(at);
        if let Some(Item::Preposition(token)) = self.item(before) {
            self.preposition(before.unwrap_or(0), token, phrase);
            return;
        }
        if self.out.phrases[phrase as usize].kind == PhraseKind::Time {
            return;
        }
        // An adjective directly before the phrase is skipped: "let free the prisoners", "support to the fullest extent possible the forces".
        let before = match self.item(before) {
            Some(Item::Adjective(_)) if !self.verb_follows(at) => match before.and_then(|before| self.before(before)) {
                Some(earlier) if matches!(self.items[earlier], Item::Verb(_) | Item::Phrase(_)) => Some(earlier),
                _ => before,
            },
            _ => before,
        };
        match self.item(before) {
            // A pronoun such as "I" is not the object of the verb before it. In "Before answering I should like to", "I" is the subject of the next verb.
            Some(Item::Verb(group)) if self.is_subject_pronoun(phrase) && !self.group(group).finite && self.verb_follows(at) => {
                self.pending = Some(phrase);
            }
            // A passive verb has no object, so the phrase is the subject of the next verb: "the Council" in "if this is not done the Council will".
            Some(Item::Verb(group)) if self.group(group).passive && self.group(group).finite && self.verb_follows(at) => {
                self.pending = Some(phrase);
            }
            Some(Item::Verb(group)) => {
                self.free_object(at, phrase);
                self.argument(self.group(group), phrase);
            }
            Some(Item::Mark(_)) if self.is_quote(before) && !self.verb_follows(at) && self.verb_before(before).is_some() => {
                if let Some(group) = self.verb_before(before) {
                    self.argument(group, phrase);
                }
            }
            Some(Item::Phrase(_)) if self.phrase_head(phrase).listed(WordList::Reflexive) => {}
            Some(Item::Phrase(left)) => {
                // The verb has two objects: "gave Kenya a loan", "granted the Department of Health permission".
                if let Some(current) = self.current
                    && let Some(left) = self.get(current).object.filter(|object| {
                        *object == left || self.ends_in(*object, left) || self.out.conjuncts(*object).any(|conjunct| conjunct == left)
                    })
                    && self.get(current).indirect.is_none()
                    && self.head(current).listed(WordList::Double)
                    && !self.verb_follows(at)
                {
                    let clause = self.clause(current);
                    clause.indirect = Some(left);
                    clause.object = Some(phrase);
                    return;
                }
                if self.is_late_object(at, left) {
                    if let Some(current) = self.current {
                        self.clause(current).object = Some(phrase);
                    }
                    return;
                }
                self.ahead = Some(left).filter(|left| self.is_ahead(at, *left));
                if self.ahead.is_some() {
                    self.pending = Some(phrase);
                    return;
                }
                // The previous phrase may be the subject of a later verb: "none" in "none of the problems I have mentioned can be".
                if self.is_subject_pronoun(phrase) && self.verb_follows(at) {
                    self.replace(phrase);
                    // In "hope that the understanding of the problems we have had will", "that" introduces the clause of the later verb ("will").
                    let content = self.marker.filter(|marker| marker.kind == ClauseKind::Content && marker.pronoun.is_none());
                    if let (Some(outer), Some(_)) =
                        (self.outer.last_mut().filter(|outer| outer.pending.is_some() && outer.marker.is_none()), content)
                    {
                        outer.marker = self.marker.take();
                    }
                    return;
                }
                self.pending = Some(phrase);
            }
            Some(Item::Coordinator(token) | Item::Mark(token))
                if self.excludes(token) && (self.pending.is_some() || !self.verb_follows(at)) => {}
            Some(Item::Coordinator(token)) => {
                let left = before.and_then(|before| self.before(before));
                let comma = self.is_comma(left);
                let left = if comma { left.and_then(|left| self.before(left)) } else { left };
                // After a word of contrast, the phrase is a subject: "Uganda condemned Chad, but Ghana's army, in a statement, praised Mali".
                let left = self.past_open(at, left, phrase).or(left);
                let contrast = comma && self.cells[token].listed(WordList::Contrast);
                if contrast && self.current.is_some() {
                    self.pending = Some(phrase);
                } else {
                    self.conjunct(at, left, phrase, comma);
                }
            }
            // An adverb between commas may separate the verb from its object: "praise, therefore, the leaders".
            Some(Item::Mark(_)) if self.is_comma(before) && self.around_adverb(before).is_some() && !self.verb_follows(at) => {
                if let Some(group) = self.around_adverb(before) {
                    self.argument(group, phrase);
                }
            }
            // Other words between commas may also separate the verb from its object: "condemn, as we have always done, the raid".
            Some(Item::Mark(_)) if self.is_comma(before) && !self.verb_follows(at) && self.around_insertion(at, before).is_some() => {
                if let Some(clause) = self.around_insertion(at, before) {
                    self.end_insertion(clause);
                    self.clause(clause).object = Some(phrase);
                    self.shared(clause, phrase);
                }
            }
            Some(Item::Mark(_)) if self.is_comma(before) && !self.verb_follows(at) && self.coordinated_before(before).is_some() => {
                if let (Some(first), Some(current)) = (self.coordinated_before(before), self.current) {
                    self.clause(current).object = Some(phrase);
                    match self.open_after_verb(first, current) {
                        Some(open) => self.close(open, phrase),
                        None => self.clause(first).object = Some(phrase),
                    }
                }
            }
            Some(Item::Mark(_)) if self.is_comma(before) && self.preposition_before(before).is_some() && !self.verb_follows(at) => {
                if let Some((preposition, token)) = self.preposition_before(before) {
                    self.preposition(preposition, token, phrase);
                }
            }
            Some(Item::Mark(_)) if self.is_comma(before) => {
                let left = before.and_then(|before| self.before(before));
                self.listed(at, left, phrase);
            }
            _ => self.pending = Some(phrase),
        }
    }

    /// Returns `true` if the phrase `left` is the object of a clause whose subject is the next phrase, which is the item `at`: "whose territory" in "Chad, whose
    /// territory Kenya invaded", "This argument" in "This argument the Government rejects".
    fn is_ahead(&self, at: usize, left: u32) -> bool {
        let phrase = &self.out.phrases[left as usize];
        let start = phrase.tokens.start as usize - self.base;
        // In "with whose head I have met", the phrase belongs to the preposition.
        let governed = |marker: usize| marker.checked_sub(1).is_some_and(|before| self.cells[before].is(Classes::PREPOSITION));
        let whose = self
            .marker
            .is_some_and(|marker| self.cells[marker.token].listed(WordList::Whose) && start == marker.token + 1 && !governed(marker.token));
        let begins = || start.checked_sub(1).is_none_or(|before| self.cells[before].listed(WordList::End)) && self.marker.is_none();
        let refers = || phrase.head > phrase.tokens.start && self.cells[start].listed(WordList::Demonstrative) && begins();
        self.pending == Some(left) && self.verb_follows(at) && (whose || refers())
    }

    /// If "whose" precedes a phrase, makes the antecedent the possessor of the phrase: Chad possesses the territory in "Chad, whose territory was invaded".
    fn owned(&mut self, phrase: u32) {
        let Some(marker) = self.marker.filter(|marker| self.cells[marker.token].listed(WordList::Whose)) else { return };
        let start = self.out.phrases[phrase as usize].tokens.start;
        if start == self.token(marker.token) + 1 && self.out.phrases[phrase as usize].possessor.is_none() {
            self.out.phrases[phrase as usize].possessor = marker.antecedent;
        }
    }

    /// Returns the verb before an adverb between commas: "praise" in "praise, therefore, the leaders". The second comma must be the item `comma`, and the verb must
    /// be active and have no object yet.
    fn around_adverb(&self, comma: Option<usize>) -> Option<&'a Group> {
        let adverb = comma?.checked_sub(1).filter(|adverb| matches!(self.items[*adverb], Item::Adverb))?;
        let first = adverb.checked_sub(1).filter(|first| self.is_comma(Some(*first)))?;
        let Some(Item::Verb(group)) = self.item(first.checked_sub(1)) else { return None };
        let group = self.group(group);
        let current = self.current.filter(|current| self.get(*current).head == self.token(group.head))?;
        (self.get(current).object.is_none() && !group.passive && !group.copula).then_some(group)
    }

    /// Returns the clause whose verb an insertion between commas separates from its object, the phrase at the item `at`: "urge" in "urge, once again, the
    /// parties", "condemn" in "condemn, as we have always done, the raid". The insertion ends at the item `comma`. It begins with an adverb, a preposition, a
    /// conjunction or a word such as "both", and contains no main clause.
    fn around_insertion(&self, at: usize, comma: Option<usize>) -> Option<u32> {
        /// The maximum number of items in an insertion.
        const LONGEST: usize = 24;
        let comma = comma?;
        let first = (comma.saturating_sub(LONGEST)..comma).rev().find(|first| {
            let verb = first.checked_sub(1).is_some_and(|verb| matches!(self.items[verb], Item::Verb(_)));
            verb && self.is_comma(Some(*first))
        })?;
        let inside = first + 1..comma;
        let verbs = self.items[inside.clone()].iter().any(|item| matches!(item, Item::Verb(_)));
        // A noun phrase that is not governed by a preposition may already be the object: "mention, for example, free elections, an end".
        let bare = |here: usize| match self.items[here] {
            Item::Phrase(_) => {
                let conjunct = matches!(self.item(self.before(here)), Some(Item::Coordinator(_)));
                self.past_phrases(Some(here)) == Some(here) && !self.is_adverbial(here) && !conjunct
            }
            _ => false,
        };
        let begins = match self.items.get(inside.start)? {
            Item::Subordinator(token) => !self.cells[*token].listed(WordList::That),
            Item::Adverb | Item::Preposition(_) | Item::Coordinator(_) => !verbs && !inside.clone().any(bare),
            _ => false,
        };
        let ends = inside.clone().any(|item| matches!(self.items[item], Item::Mark(_)) && !self.is_comma(Some(item)));
        // The phrase may continue a list inside the insertion: "supports, in Africa, Asia and America, the peoples".
        let clause = matches!(self.items[inside.start], Item::Subordinator(_));
        let listed = !clause && matches!(self.items[comma - 1], Item::Phrase(_)) && self.list_goes_on(at);
        if inside.is_empty() || !begins || ends || self.pending.is_some() || listed {
            return None;
        }
        let Some(Item::Verb(group)) = self.item(first.checked_sub(1)) else { return None };
        let (group, head) = (self.group(group), &self.cells[self.group(group).head]);
        let mut clauses = (self.first_clause..self.out.clauses.len()).rev().take(LONGEST);
        let number = clauses.find(|clause| self.out.clauses[*clause].head == self.token(group.head))?;
        let clause = &self.out.clauses[number];
        let open = clause.object.is_none() && clause.predicate.is_none() && !clause.passive && !group.copula;
        let lists = [WordList::Intransitive, WordList::Linking, WordList::Saying];
        (open && !head.flags.any(Classes::AUXILIARY) && !lists.into_iter().any(|list| head.listed(list))).then_some(number as u32)
    }

    /// Continues a clause after an insertion.
    fn end_insertion(&mut self, clause: u32) {
        if self.outer.last().is_some_and(|outer| outer.clause == Some(clause)) {
            self.outer.pop();
        }
        self.marker = None;
        self.current = Some(clause);
        if self.get(clause).tense != chancery_text::Tense::None {
            self.finite = Some(clause);
        }
    }

    /// Returns `true` if a negation follows the coordinator or punctuation mark at a token. The next phrase is then not a conjunct ("Kenya and Uganda, and not
    /// Mali, condemned Israel").
    fn excludes(&self, token: usize) -> bool {
        self.cells.get(token + 1).is_some_and(|next| next.flags.any(Classes::NEGATION) && next.is_adverb())
    }

    /// Returns `true` if the phrase at the item `at` is a late object, that is, an object that follows a prepositional phrase of its verb: "a suspect" in
    /// "handed over to Kenya a suspect", "a resolution" in "proposed at the session of the Council a resolution". `left` is the last phrase before it.
    fn is_late_object(&self, at: usize, left: u32) -> bool {
        let Some(current) = self.current else { return false };
        let (clause, head) = (self.get(current), self.head(current));
        clause.object.is_none()
            && !clause.passive
            // In "Kenya, taking into account its approval, hopes", the subject of the participle still waits for its own verb.
            && (self.pending.is_none() || clause.kind == ClauseKind::Participle && clause.subject == self.pending)
            && self.marker.is_none()
            && !head.flags.any(Classes::AUXILIARY)
            && !head.listed(WordList::Intransitive)
            && !head.listed(WordList::Linking)
            && self.modifies(self.first_of_list(left), current)
            && !self.verb_follows(at)
    }

    /// Returns `true` if `phrase` ends a prepositional phrase that modifies the verb of `clause`: "Council" in "proposed at the session of the Council".
    fn modifies(&self, phrase: u32, clause: u32) -> bool {
        self.upwards(phrase).last().is_some_and(|link| link.after.is_none() && link.clause == Some(clause))
    }

    /// Returns the prepositional phrase that ends in `phrase`, then the one that contains it, and so on. For "the Council" in "proposed at the session of the
    /// Council", these are "of the Council" and "at the session". `phrase` must end the last prepositional phrase that was found so far.
    pub(super) fn upwards(&self, phrase: u32) -> impl Iterator<Item = &PrepositionalPhrase> {
        let mut here = Some(phrase);
        self.out.prepositions[self.first_preposition..].iter().rev().take(MOST).take_while(move |link| {
            let fits = here == Some(link.phrase);
            here = link.after;
            fits
        })
    }

    /// Returns `true` if the phrase at the item `left` ends a prepositional phrase that follows a comma: "in May 2010" in "signed in Baku, in May 2010, the
    /// treaty", "on behalf of Kenya" in "offer, on behalf of Kenya, our thanks".
    fn is_parenthesis(&self, left: usize) -> bool {
        let before = self.past_phrases(Some(left));
        before != Some(left) && self.is_comma(before)
    }

    /// Returns `true` if a preposition such as "of" connects the phrase `part` with the phrase `whole` before it, as in "the Department of Health".
    fn ends_in(&self, whole: u32, part: u32) -> bool {
        let of = |token: u32| self.cells[token as usize - self.base].listed(WordList::Of);
        self.out.prepositions.last().is_some_and(|link| link.phrase == part && link.after == Some(whole) && of(link.preposition))
    }

    /// Returns `true` if a phrase is a pronoun that can only be a subject, such as "we".
    pub(super) fn is_subject_pronoun(&self, phrase: u32) -> bool {
        let readings = self.phrase_head(phrase).readings;
        readings.any(Classes::SUBJECT_PRONOUN) && !readings.any(Classes::OBJECT_PRONOUN)
    }

    /// Returns the cell of the head of a phrase.
    pub(super) fn phrase_head(&self, phrase: u32) -> &Cell {
        &self.cells[self.out.phrases[phrase as usize].head as usize - self.base]
    }

    /// Returns the verb group directly before the quotation mark at the item `quote`.
    fn verb_before(&self, quote: Option<usize>) -> Option<&'a Group> {
        match self.item(quote.and_then(|quote| self.before(quote))) {
            Some(Item::Verb(group)) => Some(self.group(group)),
            _ => None,
        }
    }

    /// Corrects the object of a relative clause such as "whom I had the honour to meet". The relative pronoun was taken for the object of "had". If the clause
    /// has an object of its own ("the honour"), and an infinitive follows this object, the antecedent of the pronoun becomes the object of the infinitive.
    /// `phrase`, the item `at`, is the object of the clause.
    fn free_object(&mut self, at: usize, phrase: u32) {
        let Some(current) = self.current else { return };
        let clause = self.get(current);
        let relative = clause.kind == ClauseKind::Relative && clause.object.is_some() && clause.object == clause.governor;
        let infinitive = matches!(self.item(self.after(at)), Some(Item::Verb(group)) if self.group(group).to && !self.group(group).passive);
        if relative && infinitive {
            self.freed = self.clause(current).object.replace(phrase);
        }
    }

    /// Assigns a role to the noun phrase `phrase`, which directly follows a verb: object, predicate, or (after "there is") subject.
    fn argument(&mut self, group: &Group, phrase: u32) {
        let head = self.token(group.head);
        let Some(current) = self.current.filter(|current| self.get(*current).head == head) else {
            self.pending = Some(phrase);
            return;
        };
        let cell = &self.cells[group.head];
        // In "was elected president", "president" is a predicate. In "was given a loan", "a loan" is an object.
        let first = &self.cells[self.out.phrases[phrase as usize].tokens.start as usize - self.base];
        let object = cell.listed(WordList::Sensing) && (first.is(Classes::POSSESSIVE) || first.listed(WordList::Definite));
        let linking =
            group.copula || cell.listed(WordList::Linking) && !object || self.get(current).passive && !cell.listed(WordList::Double);
        if std::mem::take(&mut self.existential) {
            self.clause(current).subject = Some(phrase);
        } else if linking {
            let head = self.out.phrases[phrase as usize].head;
            self.clause(current).predicate.get_or_insert(head);
        } else if cell.listed(WordList::Double) && self.get(current).object.is_some_and(|object| self.get(current).governor == Some(object))
        {
            // In "the help which Kenya gave the refugees", the relative pronoun is the direct object.
            self.clause(current).indirect.get_or_insert(phrase);
        } else if !cell.listed(WordList::Intransitive) {
            self.clause(current).object.get_or_insert(phrase);
            self.shared(current, phrase);
        }
    }

    /// Decides whether the phrase at the item `at`, which follows a conjunction, is a conjunct or the subject of a new clause. `left` is the item before the
    /// conjunction. `comma` is `true` if a comma precedes the conjunction.
    fn conjunct(&mut self, at: usize, left: Option<usize>, phrase: u32, comma: bool) {
        let Some(Item::Phrase(left)) = self.item(left) else {
            if self.verb_follows(at) || self.pending.is_none() {
                self.pending = Some(phrase);
            }
            return;
        };
        if self.verb_follows(at) && (self.pending.is_none() || comma && !self.in_list(left)) {
            self.pending = Some(phrase);
            return;
        }
        let left = self.paired(left, phrase).unwrap_or(left);
        self.join(left, phrase);
    }

    /// Returns the phrase after "between" with which `phrase` is coordinated, if the name `left` comes between the two: "the diplomats" for "the envoys" in
    /// "between the diplomats of Peru and the envoys of Chile", where `left` is "Peru". Returns `None` if `phrase` is coordinated with `left` itself: "between
    /// the leaders of Peru and Chile".
    fn paired(&self, left: u32, phrase: u32) -> Option<u32> {
        let head = |phrase: u32| &self.cells[self.out.phrases[phrase as usize].head as usize - self.base];
        if !head(left).is(Classes::PROPER) || head(phrase).is(Classes::PROPER) {
            return None;
        }
        let link = |phrase: u32| self.out.prepositions[self.first_preposition..].iter().rev().take(MOST).find(|link| link.phrase == phrase);
        let outer = link(left)?.after?;
        let pairs = link(outer).is_some_and(|link| self.cells[link.preposition as usize - self.base].listed(WordList::Pairing));
        (pairs && self.out.phrases[outer as usize].next.is_none()).then_some(outer)
    }

    /// Adds `phrase` to the end of the coordination that contains `left`.
    fn join(&mut self, left: u32, phrase: u32) {
        let mut last = left;
        while let Some(next) = self.out.phrases[last as usize].next {
            last = next;
        }
        // Each conjunct refers only to a later phrase, so that a chain of conjuncts always ends.
        if last < phrase {
            self.out.phrases[last as usize].next = Some(phrase);
        }
    }

    /// Decides whether the phrase at the item `at`, which follows a comma, is a member of a list, an apposition, a late object or a subject. `left` is the item
    /// before the comma.
    fn listed(&mut self, at: usize, left: Option<usize>, phrase: u32) {
        // The phrase after "and" ends the list: "in churches and hotels, two officials said".
        let ended = left.is_some_and(|left| matches!(self.item(self.before(left)), Some(Item::Coordinator(_))));
        if let (Some(place), Some(Item::Phrase(last))) = (left, self.item(left))
            && self.is_parenthesis(place)
            && self.is_late_object(at, last)
            && !self.list_goes_on(at)
        {
            if let Some(current) = self.current {
                self.clause(current).object = Some(phrase);
            }
            return;
        }
        // A time expression can be coordinated only with other time expressions: "On 17 June 2015, Kenya and Uganda".
        let is_time = |phrase: u32| self.out.phrases[phrase as usize].kind == PhraseKind::Time;
        let apart = matches!(self.item(left), Some(Item::Phrase(left)) if is_time(left)) && !is_time(phrase);
        let Some(Item::Phrase(left)) = self.item(left).filter(|_| !apart) else {
            if self.verb_follows(at) {
                self.replace(phrase);
            } else if self.pending.is_none() {
                self.pending = Some(phrase);
            }
            return;
        };
        let list = self.list_goes_on(at) || self.in_list(left) && !ended;
        if self.verb_follows(at) && !list {
            self.replace(phrase);
            return;
        }
        let begins = self.current.is_none_or(|current| match self.get(current).kind {
            ClauseKind::Adverbial => true,
            // A participle clause ("held in Rome") may be inserted before the subject: "At the meeting, held in Rome, Kenya, then in the chair, refused".
            ClauseKind::Participle => self.finite.is_none() && self.get(current).passive,
            // An infinitive or -ing clause may also come before the subject: "to strengthen" in "In this context, inspired by the desire to strengthen
            // relations, Kenya, applying its policy, signed".
            ClauseKind::Infinitive | ClauseKind::Gerund => self.finite.is_none(),
            _ => false,
        });
        let ends = self.current.is_some_and(|current| self.finite.is_none() && self.get(current).object == Some(left));
        if self.pending.is_none() && begins && (self.is_governed(left) || ends) {
            self.pending = Some(phrase);
        }
        if list {
            self.join(left, phrase);
        } else if self.out.phrases[left as usize].apposition.is_none() && self.out.phrases[left as usize].kind != PhraseKind::Pronoun {
            self.out.phrases[left as usize].apposition = Some(phrase);
        }
    }

    /// Makes `phrase` the candidate for the subject of the next verb. The previous candidate is kept, because it may be the subject of a later
    /// verb ("A reason, the owner said, is …").
    fn replace(&mut self, phrase: u32) {
        if let Some(pending) = self.pending.replace(phrase) {
            self.outer.push(Outer { pending: Some(pending), clause: self.current, marker: None });
        }
    }

    /// Returns `true` if a phrase is the object of a preposition.
    fn is_governed(&self, phrase: u32) -> bool {
        self.out.prepositions[self.first_preposition..].iter().any(|link| link.phrase == phrase)
    }

    /// Returns `true` if a phrase has been joined to an earlier phrase of a list.
    pub(super) fn in_list(&self, phrase: u32) -> bool {
        phrase > 0 && self.out.phrases[..phrase as usize].iter().rev().take(12).any(|before| before.next == Some(phrase))
    }

    /// Returns `true` if the rest of a list follows the item `at`: phrases that are separated by commas, and then a conjunction and the last phrase.
    fn list_goes_on(&self, at: usize) -> bool {
        const LONGEST: usize = 100;
        let mut here = at;
        for _ in 0..LONGEST {
            let Some(next) = self.after(here) else { return false };
            match self.items[next] {
                Item::Coordinator(_) => return matches!(self.item(self.after(next)), Some(Item::Phrase(_))),
                Item::Mark(_) if self.is_comma(Some(next)) => {
                    let Some(after) = self.after(next) else { return false };
                    match self.items[after] {
                        Item::Phrase(_) => here = after,
                        Item::Coordinator(_) => return matches!(self.item(self.after(after)), Some(Item::Phrase(_))),
                        _ => return false,
                    }
                }
                _ => return false,
            }
        }
        false
    }

    /// Returns `true` if the preposition at `token` introduces the agent of a passive verb, although it follows the name `left`: "by Israel" in "committed
    /// against Lebanon by Israel". The name must itself be the object of another preposition that belongs to the verb ("against").
    fn is_agent(&self, token: usize, left: u32) -> bool {
        let agent = |token: u32| self.cells[token as usize - self.base].listed(WordList::Agent);
        let direct = |link: &PrepositionalPhrase| link.after.is_none() && !agent(link.preposition);
        let passive = |current: u32| {
            let link = self.upwards(left).next().filter(|link| link.clause == Some(current));
            self.get(current).passive && link.is_some_and(direct)
        };
        self.cells[token].listed(WordList::Agent)
            && self.out.phrases[left as usize].kind == PhraseKind::Name
            && self.current.is_some_and(passive)
    }

    /// Adds the prepositional phrase that consists of the preposition at `token` (the item `before`) and the noun phrase `phrase`.
    fn preposition(&mut self, before: usize, token: usize, phrase: u32) {
        let mut link = PrepositionalPhrase::new(self.token(token), phrase);
        // A prepositional phrase does not modify a time expression. In "acceded in 2000 to the treaty", "to the treaty" belongs to "acceded".
        // In "the setting up of the Court", "up" belongs to the noun.
        let mut left = self.before(before);
        if let Some(Item::Preposition(particle)) = self.item(left)
            && self.cells[particle].listed(WordList::Particle)
        {
            left = left.and_then(|left| self.before(left));
        }
        link.after = match self.item(left) {
            Some(Item::Phrase(left)) if self.out.phrases[left as usize].kind != PhraseKind::Time => Some(left),
            _ => None,
        };
        if link.after.is_some_and(|left| self.is_agent(token, left)) {
            (link.after, link.clause) = (None, self.current);
        }
        if self.pending.is_none() || link.after.is_none() {
            link.clause = self.current;
        }
        if let Some(open) = self.open.take().filter(|open| open.left.is_some() && link.after == open.right) {
            let mut shared = PrepositionalPhrase::new(open.preposition, phrase);
            (shared.after, shared.clause) = (open.left, link.clause);
            self.out.prepositions.push(shared);
        }
        let left = link.after;
        self.out.prepositions.push(link);
        self.share_with_transitive(token, phrase, left);
    }
}
