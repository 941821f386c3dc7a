//! Assembles the clauses of a sentence from its items (phrases, verb groups and other words), from left to right. In this module, the parameter `at` is the index of
//! an item, `token` is the index of a token in the sentence, and `number` is the index of a clause.

mod finite;
mod infinite;
mod nouns;
mod quotation;
mod shared;

use crate::cell::Cell;
use crate::chunk::Item;
use crate::class::Classes;
use crate::lists::{Marks, WordList};
use crate::verb_group::Group;
use chancery_text::{Clause, ClauseKind, Clauses, PhraseKind, SentenceIx, Tense, TokenRange};

/// A word that introduces the next clause, such as a conjunction or a relative pronoun.
#[derive(Clone, Copy, Debug)]
struct Marker {
    token: usize,
    kind: ClauseKind,
    /// The phrase to which a relative pronoun refers.
    antecedent: Option<u32>,
    /// The index of the phrase that consists of the relative pronoun itself, if the pronoun has no antecedent ("what" in "what he said").
    pronoun: Option<u32>,
    /// Whether a relative pronoun may be the object of the clause that it introduces. This is not the case if the pronoun follows a preposition or precedes a
    /// noun ("whose").
    bare: bool,
    /// The clause on which the introduced clause depends.
    parent: Option<u32>,
}

/// The saved state of a clause that an embedded clause interrupts.
#[derive(Clone, Copy, Debug)]
struct Outer {
    /// The phrase that may be the subject of a verb that has not been found yet.
    pending: Option<u32>,
    /// The last clause before the embedded clause.
    clause: Option<u32>,
    /// The word that introduces the interrupted clause.
    marker: Option<Marker>,
}

/// A preposition without a phrase before a conjunction ("for" in "support for and solidarity with Chad"). The phrase after a later preposition, or the object of
/// a later verb, also belongs to this preposition.
#[derive(Clone, Copy, Debug)]
struct Open {
    /// The token of the preposition, counted from the start of the document.
    preposition: u32,
    /// The phrase before the preposition ("support"), if it is not directly after a verb.
    left: Option<u32>,
    /// The coordinated noun, after which the later preposition follows ("solidarity").
    right: Option<u32>,
    /// The clause to which the preposition belongs, if it follows a verb or its object.
    clause: Option<u32>,
}

/// A modal or auxiliary verb whose main verb may come after a parenthetical phrase ("will, in our view, sign").
#[derive(Clone, Copy, Debug)]
struct Split {
    /// The index of the item that contains the modal or auxiliary verb.
    at: usize,
    group: u32,
    pending: Option<u32>,
    marker: Option<Marker>,
}

/// Assembles the clauses of one sentence.
pub(crate) struct Assembly<'a> {
    cells: &'a [Cell],
    items: &'a [Item],
    groups: &'a [Group],
    /// The index in the document of the sentence's first token.
    base: usize,
    sentence: SentenceIx,
    out: &'a mut Clauses,
    /// The index of the first clause of the sentence.
    first_clause: usize,
    first_preposition: usize,
    /// The phrase that may be the subject of the next verb.
    pending: Option<u32>,
    /// The index of the clause to which the next phrases may belong. A mark that ends a clause resets it to `None`.
    current: Option<u32>,
    /// The index of the last finite clause. A mark that ends a clause resets it to `None`.
    finite: Option<u32>,
    /// The word that introduces the clause of the next verb.
    marker: Option<Marker>,
    /// The interrupted clauses, the innermost one last.
    outer: Vec<Outer>,
    split: Option<Split>,
    /// The indexes of clauses before the main clause whose subject is the subject of the main clause ("Speaking in Geneva, the minister said").
    waiting: Vec<u32>,
    /// The index of the first prepositional phrase that was found after the verb of the last clause.
    unassigned: usize,
    /// Whether the next item is inside quotation marks.
    quoted: bool,
    /// The antecedent of a relative clause, which is the object of the next infinitive ("whom I had the honour to meet").
    freed: Option<u32>,
    /// The object of the next finite clause, if the object comes before the subject: "This argument" in "This argument the Government rejects".
    ahead: Option<u32>,
    /// A preposition that shares its phrase with a later preposition.
    open: Option<Open>,
    /// Whether an existential "there" precedes the next verb ("there is a treaty").
    existential: bool,
}

/// The maximum number of clauses after a participle clause that are searched for infinitives that depend on the participle ("to maintain" in "Determined to
/// maintain relations").
const BELOW: u32 = 8;

impl<'a> Assembly<'a> {
    pub(crate) const fn new(
        cells: &'a [Cell],
        (items, groups): (&'a [Item], &'a [Group]),
        base: usize,
        sentence: SentenceIx,
        out: &'a mut Clauses,
    ) -> Self {
        let (first_clause, first_preposition) = (out.clauses.len(), out.prepositions.len());
        Self {
            cells,
            items,
            groups,
            base,
            sentence,
            out,
            first_clause,
            first_preposition,
            pending: None,
            current: None,
            finite: None,
            marker: None,
            outer: Vec::new(),
            split: None,
            waiting: Vec::new(),
            unassigned: first_preposition,
            quoted: false,
            existential: false,
            freed: None,
            ahead: None,
            open: None,
        }
    }

    /// Adds the clauses and prepositional phrases of the sentence to the document.
    pub(crate) fn run(mut self) {
        for at in 0..self.items.len() {
            match self.items[at] {
                Item::Phrase(phrase) => self.phrase(at, phrase),
                Item::Verb(group) => self.verb(at, self.group(group)),
                Item::Subordinator(token) => self.subordinate(token),
                Item::Relative(token, pronoun) => self.relative(at, token, pronoun),
                Item::Mark(token) => self.mark(at, token),
                Item::Adjective(token) => self.adjective(at, token),
                Item::Existential => {
                    self.pending = None;
                    self.existential = true;
                }
                Item::Ellipsis(group) => {
                    let (pending, marker) = (self.pending.take(), self.marker.take());
                    self.split = Some(Split { at, group, pending, marker });
                }
                Item::Preposition(_) | Item::Coordinator(_) | Item::Adverb => {}
            }
        }
        self.stranded();
        self.finish();
    }

    /// Handles a phrase that was kept as a possible subject, but was not followed by a verb ("the Great" in "Peter the Great"). Assigns the prepositional
    /// phrases after this phrase to the current clause.
    fn stranded(&mut self) {
        let (Some(pending), Some(current)) = (self.pending, self.current) else { return };
        let start = self.out.phrases[pending as usize].tokens.start;
        for link in self.out.prepositions[self.first_preposition..].iter_mut().rev().take_while(|link| link.preposition > start) {
            if link.clause.is_none() {
                link.clause = Some(current);
            }
        }
    }

    const fn group(&self, number: u32) -> &'a Group {
        &self.groups[number as usize]
    }

    /// Converts the index of a token in the sentence to its index in the document.
    fn token(&self, at: usize) -> u32 {
        (self.base + at) as u32
    }

    fn clause(&mut self, number: u32) -> &mut Clause {
        &mut self.out.clauses[number as usize]
    }

    fn get(&self, number: u32) -> &Clause {
        &self.out.clauses[number as usize]
    }

    /// Returns the cell of the main verb of a clause.
    fn head(&self, clause: u32) -> &Cell {
        &self.cells[self.get(clause).head as usize - self.base]
    }

    /// Returns the last item before the item `at`, skipping adverbs and time expressions without a preposition.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|here| !self.is_adverbial(*here))
    }

    /// Returns the first item after the item `at`, skipping adverbs and time expressions without a preposition.
    fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.items.len()).find(|here| !self.is_adverbial(*here))
    }

    /// Returns the item before the sequence of prepositional phrases that ends at the item `at`; if there is no such sequence, returns `at`.
    fn past_phrases(&self, mut at: Option<usize>) -> Option<usize> {
        while let Some(here) = at
            && matches!(self.items[here], Item::Phrase(_))
            && let Some(preposition) = self.before(here)
            && matches!(self.items[preposition], Item::Preposition(_))
        {
            at = self.before(preposition);
        }
        at
    }

    /// Returns `true` if the item `at` is an adverb, or a time expression without a preposition.
    fn is_adverbial(&self, at: usize) -> bool {
        match self.items[at] {
            Item::Adverb => true,
            Item::Phrase(phrase) => {
                self.out.phrases[phrase as usize].kind == PhraseKind::Time
                    && !at.checked_sub(1).is_some_and(|before| matches!(self.items[before], Item::Preposition(_)))
            }
            _ => false,
        }
    }

    fn item(&self, at: Option<usize>) -> Option<Item> {
        at.map(|at| self.items[at])
    }

    /// Returns `true` if the item `at` is a punctuation mark that does not end the clause, such as a comma or a dash.
    fn is_comma(&self, at: Option<usize>) -> bool {
        matches!(self.item(at), Some(Item::Mark(token)) if !self.cells[token].listed(WordList::End))
    }

    /// Returns `true` if the item `at` is a quotation mark.
    fn is_quote(&self, at: Option<usize>) -> bool {
        matches!(self.item(at), Some(Item::Mark(token)) if self.cells[token].listed(WordList::Quote))
    }

    /// Returns `true` if a finite verb follows the phrase at the item `at`. Only adverbs, time expressions and prepositional phrases may come between them.
    fn verb_follows(&self, at: usize) -> bool {
        let mut here = at;
        loop {
            let Some(next) = self.after(here) else { return false };
            match self.items[next] {
                Item::Verb(group) => return self.group(group).finite,
                Item::Ellipsis(_) => return true,
                Item::Preposition(_) => {
                    let Some(object) = self.after(next) else { return false };
                    if !matches!(self.items[object], Item::Phrase(_)) {
                        return false;
                    }
                    here = object;
                }
                _ => return false,
            }
        }
    }

    /// Handles a subordinating conjunction. Saves the state of the current clause.
    fn subordinate(&mut self, token: usize) {
        let that = self.cells[token].listed(WordList::That);
        let asks = self.pending.is_none() && self.asks(token);
        self.outer.push(Outer { pending: self.pending.take(), clause: self.current, marker: self.marker });
        let kind = if that || asks { ClauseKind::Content } else { ClauseKind::Adverbial };
        let parent = if that {
            self.repeated_that(token).or_else(|| self.around_as(token)).or_else(|| self.governor_of_that())
        } else {
            self.current
        };
        self.marker = Some(Marker { token, kind, antecedent: None, pronoun: None, bare: false, parent });
    }

    /// If the "that" at `token` follows a comma and continues a series of content clauses, returns the clause that governs the series: "it is vital" in "it is
    /// vital that the war be ended, that troops withdraw and". Returns `None` for any other "that".
    fn repeated_that(&self, token: usize) -> Option<u32> {
        let current = self.get(self.current?);
        let that = |marker: u32| self.cells[marker as usize - self.base].listed(WordList::That);
        let follows = token.checked_sub(1).is_some_and(|before| self.cells[before].listed(WordList::Comma));
        let repeats = current.kind == ClauseKind::Content && current.marker.is_some_and(that) && self.pending.is_none();
        current.parent.filter(|_| follows && repeats)
    }

    /// Returns `true` if the conjunction at `token` introduces an indirect question: "how" in "note how the Council acts". The verb before it must be one that a
    /// content clause can follow, and must have no object.
    fn asks(&self, token: usize) -> bool {
        let Some(current) = self.current.filter(|_| self.cells[token].listed(WordList::Asking)) else { return false };
        let (verb, clause) = (self.head(current), self.get(current));
        let takes = [WordList::Content, WordList::Saying].into_iter().any(|list| verb.listed(list));
        let open = clause.object.is_none() && clause.predicate.is_none() && !clause.passive;
        takes && open && token.checked_sub(1).is_some_and(|before| !self.cells[before].listed(WordList::Comma))
    }

    /// If the "that" at `token` follows an adverbial clause between commas, returns the clause around the adverbial clause: "believe" in "We believe, as I have
    /// said, that the Council should". The verb of this clause must be one that a content clause can follow.
    fn around_as(&self, token: usize) -> Option<u32> {
        let current = self.current?;
        let comma = |at: usize| self.cells[at].listed(WordList::Comma);
        let clause = self.get(current);
        let start = clause.marker.filter(|_| clause.kind == ClauseKind::Adverbial)? as usize - self.base;
        let between = token.checked_sub(1).is_some_and(comma) && start.checked_sub(1).is_some_and(comma);
        let around = clause.parent.filter(|_| between)?;
        let verb = self.head(around);
        let takes = [WordList::Content, WordList::Saying].into_iter().any(|list| verb.listed(list));
        let open = self.get(around).object.is_none() && self.get(around).predicate.is_none() && !self.get(around).passive;
        (takes && open).then_some(around)
    }

    /// Returns the clause that governs the content clause after a "that". This is usually the current clause. However, the current clause may be a passive
    /// participle that modifies a noun: "held" in "I proposed at the meeting held in Geneva that we should". If the verb before this noun ("proposed") still
    /// lacks an object, its clause is returned.
    fn governor_of_that(&self) -> Option<u32> {
        let current = self.current?;
        let clause = self.get(current);
        let outer = clause.parent.filter(|_| clause.kind == ClauseKind::Participle && clause.passive && clause.governor.is_some());
        let lacks = |outer: &u32| self.get(*outer).object.is_none() && self.get(*outer).predicate.is_none() && !self.get(*outer).passive;
        outer.filter(lacks).or(Some(current))
    }

    /// Handles a relative or interrogative word. Saves the state of the current clause. `pronoun` is the phrase that consists of this word (see [`Item::Relative`]).
    fn relative(&mut self, at: usize, token: usize, pronoun: Option<u32>) {
        let mut before = self.before(at);
        let governed = matches!(self.item(before), Some(Item::Preposition(_)));
        if governed {
            before = before.and_then(|before| self.before(before));
        }
        let comma = self.is_comma(before);
        if comma {
            before = before.and_then(|before| self.before(before));
        }
        let antecedent = match self.item(before) {
            // After a comma, the pronoun refers to all coordinated phrases: "Nigeria and Ghana, which had pledged".
            Some(Item::Phrase(phrase)) if comma => {
                let first = self.pending.filter(|first| self.out.conjuncts(*first).skip(1).any(|conjunct| conjunct == phrase));
                Some(first.unwrap_or_else(|| self.whole_name(phrase)))
            }
            Some(Item::Phrase(phrase)) => Some(phrase),
            _ => None,
        };
        self.outer.push(Outer { pending: self.pending.take(), clause: self.current, marker: self.marker });
        let kind = if antecedent.is_some() { ClauseKind::Relative } else { ClauseKind::Content };
        let bare = !governed && !self.cells[token].listed(WordList::Whose);
        self.marker =
            Some(Marker { token, kind, antecedent, pronoun: pronoun.filter(|_| antecedent.is_none()), bare, parent: self.current });
    }

    /// Returns the first phrase of the name of several phrases that ends in `phrase`: "the Treaty" for "Europe" in "the Treaty on Conventional Forces in
    /// Europe". If there is no such name, returns `phrase`.
    fn whole_name(&self, phrase: u32) -> u32 {
        let mut here = phrase;
        // The maximum number of prepositional phrases that are searched. This limits the running time; names contain few prepositions.
        const MOST: usize = 24;
        for link in self.out.prepositions[self.first_preposition..].iter().rev().take(MOST) {
            let ends = link.phrase == here || self.out.conjuncts(link.phrase).take(8).any(|conjunct| conjunct == here);
            let Some(left) = link.after.filter(|_| ends) else { continue };
            let name = |phrase: u32| self.out.phrases[phrase as usize].kind == PhraseKind::Name;
            if !name(here) || !name(left) {
                break;
            }
            here = left;
        }
        here
    }

    /// Handles a punctuation mark. A mark that ends a clause, or the dash after a dateline, resets the state. A quotation mark begins or ends a quotation.
    fn mark(&mut self, at: usize, token: usize) {
        let cell = &self.cells[token];
        if cell.listed(WordList::Quote) {
            self.quoted = !self.quoted;
        }
        let dateline =
            cell.listed(WordList::Dash) && self.current.is_none() && self.cells.first().is_some_and(|first| first.marks.any(Marks::UPPER));
        if cell.listed(WordList::End) || dateline {
            self.pending = None;
            self.current = None;
            self.finite = None;
            self.outer.clear();
            self.marker = None;
            self.existential = false;
            self.ahead = None;
        } else if let Some(around) = self.aside(at) {
            self.current = Some(around);
            self.finite = Some(around);
        }
    }

    /// Returns the clause that a parenthetical clause such as "I believe" interrupts ("These gifts are, I believe, appreciated"). The item `at` must be the
    /// comma after the parenthetical clause, and an auxiliary must come directly before the comma in front of it. Returns `None` if there is no such clause.
    fn aside(&self, at: usize) -> Option<u32> {
        let Some(Item::Verb(group)) = self.item(at.checked_sub(1)) else { return None };
        let Some(Item::Phrase(_)) = self.item(at.checked_sub(2)) else { return None };
        let before = at.checked_sub(3).filter(|before| self.is_comma(Some(*before)) && !self.is_quote(Some(at)))?;
        let Some(Item::Verb(around)) = self.item(before.checked_sub(1)) else { return None };
        let number = self.current?.checked_sub(1).filter(|number| *number >= self.first_clause as u32)?;
        let says = self.group(group).finite && self.cells[self.group(group).head].listed(WordList::Saying);
        let begun = self.cells[self.group(around).head].is_auxiliary();
        (says && begun && self.get(number).head == self.token(self.group(around).head)).then_some(number)
    }

    /// Handles an adjective. After the verb of the current clause, the adjective becomes the predicate of this clause.
    fn adjective(&mut self, at: usize, token: usize) {
        if let Some(Item::Verb(group)) = self.item(self.before(at))
            && let Some(current) = self.current
            && self.get(current).head == self.token(self.group(group).head)
        {
            let token = self.token(token);
            self.clause(current).predicate.get_or_insert(token);
        }
    }

    /// Returns `true` if all items between `after` and `before` are prepositional phrases, adverbs, time expressions or commas.
    fn is_insertion(&self, after: usize, before: usize) -> bool {
        (after + 1..before).all(|here| match self.items[here] {
            Item::Phrase(_) => self.past_phrases(Some(here)) != Some(here) || self.is_adverbial(here),
            Item::Mark(_) => self.is_comma(Some(here)),
            Item::Preposition(_) | Item::Adverb => true,
            _ => false,
        })
    }

    /// Adds the participle at the item `at` to the current clause, if other words separate it from the auxiliary of this clause: "supported" in "Kenya has in
    /// recent years supported Mali". Returns `false` if the verb group is not such a participle.
    fn completes(&mut self, at: usize, group: &Group) -> bool {
        let Some(current) = self.current else { return false };
        let clause = self.get(current);
        let auxiliary = self.head(current).flags.any(Classes::HAVE) && clause.head + 1 == clause.verb.end && clause.object.is_none();
        let begun = (0..at).rev().find(|here| matches!(self.items[*here], Item::Verb(_)));
        let fits = group.form.any(Classes::PARTICIPLE.or(Classes::PAST)) && !group.to && self.pending.is_none() && self.marker.is_none();
        let Some(begun) = begun.filter(|begun| auxiliary && fits && begun + 1 < at && self.is_insertion(*begun, at)) else { return false };
        let is_same = matches!(self.items[begun], Item::Verb(number) if self.token(self.group(number).head) == clause.head);
        if !is_same || matches!(self.item(self.before(at)), Some(Item::Coordinator(_))) {
            return false;
        }
        let (head, end) = (self.token(group.head), self.token(group.end));
        let (lemma, be) = (self.cells[group.head].lemma, self.cells[group.start].flags.any(Classes::BE));
        let clause = self.clause(current);
        (clause.head, clause.lemma, clause.verb.end) = (head, lemma, end);
        clause.perfect = true;
        clause.passive = be && group.passive;
        clause.negated |= group.negated;
        true
    }

    /// If the verb group of `clause` continues a modal verb before a parenthetical phrase ("support" in "Kenya will, in our view, support Mali"), gives
    /// `clause` this modal verb and its subject. Returns `false` if the verb group does not continue a modal verb.
    fn resume(&mut self, at: usize, group: &Group, clause: &mut Clause) -> bool {
        let Some(split) = self.split.take() else { return false };
        let modal = self.group(split.group);
        let fits = group.form.any(Classes::BASE) && !group.to && modal.modal.is_some() && self.pending.is_none() && self.marker.is_none();
        if !fits || split.pending.is_none() && split.marker.is_none() || !self.is_insertion(split.at, at) {
            return false;
        }
        (self.pending, self.marker) = (split.pending, split.marker);
        clause.tense = Tense::Modal;
        clause.modal = modal.modal.map(|at| self.token(at));
        clause.negated |= modal.negated;
        true
    }

    /// Handles a verb group, which usually begins a new clause.
    fn verb(&mut self, at: usize, group: &Group) {
        if self.completes(at, group) {
            return;
        }
        let lemma = self.cells[group.head].lemma;
        let verb = TokenRange::new(self.token(group.start), self.token(group.end));
        let mut clause = Clause::new(self.sentence, verb, self.token(group.head), lemma, ClauseKind::Main);
        clause.tense = group.tense;
        clause.passive = group.passive;
        clause.perfect = group.perfect;
        clause.negated = group.negated;
        clause.modal = group.modal.map(|at| self.token(at));
        clause.quoted = self.quoted;
        let number = self.out.clauses.len() as u32;
        if self.resume(at, group, &mut clause) {
            self.finite(at, &mut clause);
        } else if group.to {
            self.infinitive(at, &mut clause);
        } else if !group.finite {
            self.participle(at, group, &mut clause);
        } else if !(group.form == Classes::BASE && group.start == group.head && self.base_form(at, &mut clause)) {
            self.finite(at, &mut clause);
        }
        let is_finite = clause.tense != Tense::None;
        self.out.clauses.push(clause);
        if is_finite {
            self.finite = Some(number);
            self.marker = None;
            self.fill_waiting(number);
        }
        self.current = Some(number);
        self.fronted(number);
    }

    /// Assigns the prepositional phrases before a verb ("In Geneva, Kenya signed") to the clause of this verb, which has the index `number`. Phrases that
    /// directly follow a noun phrase or already belong to a clause are not changed.
    fn fronted(&mut self, number: u32) {
        let first = std::mem::replace(&mut self.unassigned, self.out.prepositions.len());
        for link in &mut self.out.prepositions[first..] {
            if link.clause.is_none() && link.after.is_none() {
                link.clause = Some(number);
            }
        }
    }

    /// Gives the subject of the clause `number` to the clauses that wait for a subject ("Speaking in Geneva, the minister said"). Does nothing if the clause
    /// `number` is not a main clause.
    fn fill_waiting(&mut self, number: u32) {
        let subject = self.get(number).subject;
        if self.get(number).kind == ClauseKind::Main {
            for waiting in std::mem::take(&mut self.waiting) {
                let clause = self.clause(waiting);
                clause.subject = subject;
                clause.parent = Some(number);
                // Infinitives that depend on the participle have the same subject: "Kenya" in "Determined to maintain relations, Kenya has".
                for below in waiting + 1..number.min(waiting + 1 + BELOW) {
                    let below_clause = self.get(below);
                    if below_clause.parent == Some(waiting) && below_clause.kind == ClauseKind::Infinitive && below_clause.subject.is_none()
                    {
                        self.clause(below).subject = subject;
                    }
                }
            }
        }
    }

    /// Returns the nearest earlier clause of the sentence whose main verb has one of the classes `forms`.
    fn same_form(&self, forms: Classes) -> Option<u32> {
        (self.first_clause as u32..self.out.clauses.len() as u32).rev().find(|earlier| self.head(*earlier).is(forms))
    }

    /// Copies properties such as the subject, the marker and the governor from the clause `earlier` to `clause`, which is coordinated with `earlier`. If `verb`
    /// is `true`, also copies the properties that auxiliaries express, such as the tense.
    fn coordinate(&self, earlier: u32, clause: &mut Clause, verb: bool) {
        let first = self.get(earlier);
        clause.subject = first.subject;
        clause.kind = first.kind;
        clause.marker = first.marker;
        clause.parent = first.parent;
        clause.governor = first.governor;
        clause.coordinated = Some(earlier);
        if verb {
            clause.tense = first.tense;
            clause.modal = first.modal;
            clause.negated |= first.negated;
            clause.perfect |= first.perfect;
            clause.passive = first.passive;
        }
    }
}
