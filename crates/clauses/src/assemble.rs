//! Clauses of a sentence, put together from left to right.

use crate::chunk::{Group, Item};
use crate::class::Classes;
use crate::lexicon::NONE;
use crate::tables::Tables;
use crate::tag::Cell;
use chancery_text::{Clause, ClauseKind, Clauses, PhraseKind, PrepositionalPhrase, SentenceIx, TokenRange};

/// A word that introduces the next clause.
#[derive(Clone, Copy, Debug)]
struct Marker {
    token: usize,
    kind: ClauseKind,
    /// What a relative pronoun refers to.
    antecedent: Option<u32>,
    /// The clause before it.
    parent: Option<u32>,
}

/// What was left to be finished when a clause began inside another.
#[derive(Clone, Copy, Debug)]
struct Outer {
    /// A subject that waits for its verb.
    pending: Option<u32>,
    clause: Option<u32>,
}

/// Puts together one sentence.
pub(crate) struct Assembly<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) cells: &'a [Cell],
    pub(crate) items: &'a [Item],
    /// The first token of the sentence.
    pub(crate) base: usize,
    pub(crate) sentence: SentenceIx,
    pub(crate) out: &'a mut Clauses,
    /// The first clause, preposition of the sentence.
    first_clause: usize,
    first_preposition: usize,
    /// A phrase that may be the subject of the next verb.
    pending: Option<u32>,
    current: Option<u32>,
    /// The last finite clause.
    finite: Option<u32>,
    marker: Option<Marker>,
    outer: Vec<Outer>,
    /// Participles that wait for a subject, since they precede it.
    waiting: Vec<u32>,
    quoted: bool,
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(tables: &'a Tables, cells: &'a [Cell], items: &'a [Item], base: usize, sentence: SentenceIx, out: &'a mut Clauses) -> Self {
        let (first_clause, first_preposition) = (out.clauses.len(), out.prepositions.len());
        Self {
            tables,
            cells,
            items,
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
            waiting: Vec::new(),
            quoted: false,
        }
    }

    pub(crate) fn run(mut self) {
        for at in 0..self.items.len() {
            match self.items[at] {
                Item::Phrase(phrase) => self.phrase(at, phrase),
                Item::Verb(group) => self.verb(at, &group),
                Item::Subordinator(token) => self.subordinate(at, token),
                Item::Relative(token) => self.relative(at, token),
                Item::Mark(token) => self.mark(at, token),
                Item::Adjective(token) => self.adjective(at, token),
                Item::Existential(_) => self.pending = None,
                Item::Preposition(_) | Item::Coordinator(_) | Item::Adverb(_) => {}
            }
        }
        self.finish();
    }

    fn token(&self, at: usize) -> u32 {
        (self.base + at) as u32
    }

    fn clause(&mut self, number: u32) -> &mut Clause {
        &mut self.out.clauses[number as usize]
    }

    fn get(&self, number: u32) -> &Clause {
        &self.out.clauses[number as usize]
    }

    /// The item before another, adverbs not counted.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|here| !matches!(self.items[*here], Item::Adverb(_)))
    }

    /// The item after another, adverbs not counted.
    fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.items.len()).find(|here| !matches!(self.items[*here], Item::Adverb(_)))
    }

    fn item(&self, at: Option<usize>) -> Option<Item> {
        at.map(|at| self.items[at])
    }

    /// Whether an item is a mark that does not end the clause: a comma or a dash.
    fn is_comma(&self, at: Option<usize>) -> bool {
        matches!(self.item(at), Some(Item::Mark(token)) if !self.tables.ends(self.cells[token].word))
    }

    /// Whether a finite verb follows a phrase, with at most prepositional phrases between.
    fn verb_follows(&self, at: usize) -> bool {
        let mut here = at;
        loop {
            let Some(next) = self.after(here) else { return false };
            match self.items[next] {
                Item::Verb(group) => return group.finite,
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

    fn phrase(&mut self, at: usize, phrase: u32) {
        let before = self.before(at);
        if let Some(Item::Preposition(token)) = self.item(before) {
            self.preposition(before.unwrap_or(0), token, phrase);
            return;
        }
        if self.out.phrases[phrase as usize].kind == PhraseKind::Time {
            return;
        }
        match self.item(before) {
            Some(Item::Verb(group)) => {
                if let Some(current) = self.current
                    && group.head == self.get(current).head as usize - self.base
                {
                    self.clause(current).object.get_or_insert(phrase);
                    return;
                }
                self.pending = Some(phrase);
            }
            Some(Item::Phrase(left)) => {
                // "gave Kenya a loan"
                if let Some(current) = self.current
                    && self.get(current).object == Some(left)
                    && !self.verb_follows(at)
                    && self.get(current).indirect.is_none()
                {
                    let clause = self.clause(current);
                    clause.indirect = Some(left);
                    clause.object = Some(phrase);
                    return;
                }
                self.pending = Some(phrase);
            }
            Some(Item::Coordinator(_)) => {
                let left = before.and_then(|before| self.before(before));
                let left = if self.is_comma(left) { left.and_then(|left| self.before(left)) } else { left };
                self.conjunct(at, left, phrase);
            }
            Some(Item::Mark(_)) if self.is_comma(before) => {
                let left = before.and_then(|before| self.before(before));
                self.listed(at, left, phrase);
            }
            _ => self.pending = Some(phrase),
        }
    }

    /// A phrase after "and": a conjunct of the phrase before, or the subject of a new clause.
    fn conjunct(&mut self, at: usize, left: Option<usize>, phrase: u32) {
        let Some(Item::Phrase(left)) = self.item(left) else {
            if self.verb_follows(at) || self.pending.is_none() {
                self.pending = Some(phrase);
            }
            return;
        };
        if self.verb_follows(at) && self.pending.is_none() {
            self.pending = Some(phrase);
            return;
        }
        self.join(left, phrase);
    }

    fn join(&mut self, left: u32, phrase: u32) {
        let mut last = left;
        while let Some(next) = self.out.phrases[last as usize].next {
            last = next;
        }
        // The phrase may be a conjunct of a phrase in a longer list.
        if last != phrase {
            self.out.phrases[last as usize].next = Some(phrase);
        }
    }

    /// A phrase after a comma: part of a list, in apposition, or a subject.
    fn listed(&mut self, at: usize, left: Option<usize>, phrase: u32) {
        let Some(Item::Phrase(left)) = self.item(left) else {
            if self.pending.is_none() {
                self.pending = Some(phrase);
            }
            return;
        };
        let waits = self.pending.is_some_and(|pending| self.chain_has(pending, left));
        if self.verb_follows(at) && !waits && self.pending.is_none() {
            self.pending = Some(phrase);
            return;
        }
        if self.list_goes_on(at) || self.in_list(left) {
            self.join(left, phrase);
        } else if self.out.phrases[left as usize].apposition.is_none() && self.out.phrases[left as usize].kind != PhraseKind::Pronoun {
            self.out.phrases[left as usize].apposition = Some(phrase);
        }
    }

    /// Whether a phrase is part of the coordination that begins with another.
    fn chain_has(&self, first: u32, phrase: u32) -> bool {
        self.out.conjuncts(first).any(|here| here == phrase || self.out.phrases[here as usize].apposition == Some(phrase))
    }

    /// Whether a phrase was joined to one before it.
    fn in_list(&self, phrase: u32) -> bool {
        phrase > 0 && self.out.phrases[..phrase as usize].iter().rev().take(12).any(|before| before.next == Some(phrase))
    }

    /// Whether "and" and a phrase follow, after phrases and commas only.
    fn list_goes_on(&self, at: usize) -> bool {
        let mut here = at;
        while let Some(next) = self.after(here) {
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

    fn preposition(&mut self, before: usize, token: usize, phrase: u32) {
        let mut link = PrepositionalPhrase::new(self.token(token), phrase);
        link.after = match self.item(self.before(before)) {
            Some(Item::Phrase(left)) => Some(left),
            _ => None,
        };
        if self.pending.is_none() || link.after.is_none() {
            link.clause = self.current;
        }
        self.out.prepositions.push(link);
    }

    fn subordinate(&mut self, at: usize, token: usize) {
        let that = self.tables.is_that(self.cells[token].word);
        self.outer.push(Outer { pending: self.pending.take(), clause: self.current });
        let _ = at;
        self.marker = Some(Marker { token, kind: if that { ClauseKind::Content } else { ClauseKind::Adverbial }, antecedent: None, parent: self.current });
    }

    fn relative(&mut self, at: usize, token: usize) {
        let mut before = self.before(at);
        if matches!(self.item(before), Some(Item::Preposition(_))) {
            before = before.and_then(|before| self.before(before));
        }
        if self.is_comma(before) {
            before = before.and_then(|before| self.before(before));
        }
        let antecedent = match self.item(before) {
            Some(Item::Phrase(phrase)) => Some(phrase),
            _ => None,
        };
        self.outer.push(Outer { pending: self.pending.take(), clause: self.current });
        let kind = if antecedent.is_some() { ClauseKind::Relative } else { ClauseKind::Content };
        self.marker = Some(Marker { token, kind, antecedent, parent: self.current });
    }

    fn mark(&mut self, at: usize, token: usize) {
        let word = self.cells[token].word;
        if self.tables.is_quote(word) {
            self.quoted = !self.quoted;
        }
        if self.tables.ends(word) {
            self.pending = None;
            self.current = None;
            self.finite = None;
            self.outer.clear();
            self.marker = None;
        }
        let _ = at;
    }

    fn adjective(&mut self, at: usize, token: usize) {
        if let Some(Item::Verb(group)) = self.item(self.before(at))
            && let Some(current) = self.current
            && self.get(current).head == self.token(group.head)
        {
            let token = self.token(token);
            self.clause(current).predicate.get_or_insert(token);
        }
    }

    fn verb(&mut self, at: usize, group: &Group) {
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
        if group.finite {
            self.finite(at, group, &mut clause);
        } else if group.to {
            self.infinitive(at, &mut clause);
        } else {
            self.participle(at, group, &mut clause);
        }
        let is_finite = group.finite || clause.coordinated.is_some() && clause.tense != chancery_text::Tense::None;
        self.out.clauses.push(clause);
        if is_finite {
            self.finite = Some(number);
            self.marker = None;
            self.fill_waiting(number);
        }
        self.current = Some(number);
        self.fronted(number);
    }

    /// Prepositional phrases before the first verb belong to it.
    fn fronted(&mut self, number: u32) {
        let first = self.first_preposition;
        for link in &mut self.out.prepositions[first..] {
            if link.clause.is_none() && link.after.is_none() {
                link.clause = Some(number);
            }
        }
    }

    /// Participles before the subject ("Speaking in Geneva, the minister said") take it.
    fn fill_waiting(&mut self, number: u32) {
        let subject = self.get(number).subject;
        if self.get(number).kind == ClauseKind::Main {
            for waiting in std::mem::take(&mut self.waiting) {
                let clause = self.clause(waiting);
                clause.subject = subject;
                clause.parent = Some(number);
            }
        }
    }

    fn finite(&mut self, at: usize, group: &Group, clause: &mut Clause) {
        let before = self.before(at);
        let marker = self.marker;
        if let Some(subject) = self.pending.take() {
            clause.subject = Some(subject);
            self.connect(marker, clause);
            if marker.is_none() {
                self.bare_content(at, subject, clause);
            }
            if let Some(Marker { kind: ClauseKind::Relative, antecedent, .. }) = marker {
                // "which the minister signed"
                clause.object = antecedent;
            }
            return;
        }
        if let Some(marker) = marker {
            self.connect(Some(marker), clause);
            clause.subject = marker.antecedent;
            return;
        }
        let relative = self.current.is_some_and(|current| matches!(self.get(current).kind, ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Participle));
        if relative && self.pop(clause) {
            return;
        }
        // "said the minister met": what looked like the object is the subject.
        if let (Some(Item::Phrase(phrase)), Some(current)) = (self.item(before), self.current)
            && self.get(current).object == Some(phrase)
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
        let coordinated = matches!(self.item(before), Some(Item::Coordinator(_))) || self.is_comma(before);
        if coordinated && let Some(earlier) = self.finite {
            self.coordinate(earlier, clause, false);
            return;
        }
        // "…," said the minister.
        if let Some(next) = self.after(at)
            && let Item::Phrase(_) = self.items[next]
            && !group.copula
        {
            clause.kind = ClauseKind::Main;
        }
    }

    /// The subject that waited before a clause began inside the clause.
    fn pop(&mut self, clause: &mut Clause) -> bool {
        while let Some(outer) = self.outer.pop() {
            if let Some(subject) = outer.pending {
                clause.subject = Some(subject);
                if let Some(parent) = outer.clause {
                    clause.parent = Some(parent);
                }
                return true;
            }
        }
        false
    }

    /// Shares subject, marker and governor with an earlier clause.
    fn coordinate(&mut self, earlier: u32, clause: &mut Clause, verb: bool) {
        let first = self.get(earlier).clone();
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

    /// "The minister said in Geneva Kenya agreed": a subject straight after a clause without a mark.
    fn bare_content(&self, at: usize, subject: u32, clause: &mut Clause) {
        let Some(current) = self.current else { return };
        let here = (0..at).rev().find(|here| matches!(self.items[*here], Item::Phrase(phrase) if phrase == subject));
        let before = here.and_then(|here| self.before(here));
        match self.item(before) {
            Some(Item::Verb(_)) | Some(Item::Phrase(_)) => {
                clause.kind = ClauseKind::Content;
                clause.parent = Some(current);
            }
            _ => {}
        }
    }

    fn infinitive(&mut self, at: usize, clause: &mut Clause) {
        clause.kind = ClauseKind::Infinitive;
        clause.marker = Some(clause.verb.start);
        let mut before = self.before(at);
        let mut quoted = false;
        while matches!(self.item(before), Some(Item::Mark(token)) if self.tables.is_quote(self.cells[token].word)) {
            before = before.and_then(|before| self.before(before));
            quoted = true;
        }
        let _ = quoted;
        let Some(current) = self.current else {
            // "The decision to sign was welcomed"
            if let Some(Item::Phrase(phrase)) = self.item(before) {
                clause.governor = Some(phrase);
                clause.subject = self.out.phrases[phrase as usize].possessor;
            } else {
                self.waiting.push(self.out.clauses.len() as u32);
            }
            return;
        };
        let control = self.tables.is_control(self.get(current).lemma);
        match self.item(before) {
            Some(Item::Verb(_)) | Some(Item::Adjective(_)) | Some(Item::Preposition(_)) => {
                clause.parent = Some(current);
                clause.subject = self.get(current).subject;
            }
            Some(Item::Phrase(phrase)) => {
                clause.parent = Some(current);
                if self.pending.is_some() {
                    clause.governor = Some(phrase);
                    clause.subject = self.out.phrases[phrase as usize].possessor;
                } else if control && !self.get(current).passive {
                    clause.subject = Some(phrase);
                } else {
                    clause.governor = Some(phrase);
                    clause.subject = self.get(current).subject;
                }
            }
            Some(Item::Coordinator(_)) => {
                // "to sign and to ratify"
                let earlier = (self.first_clause as u32..self.out.clauses.len() as u32).rev().find(|earlier| self.get(*earlier).kind == ClauseKind::Infinitive);
                if let Some(earlier) = earlier {
                    let (marker, negated) = (clause.marker, clause.negated);
                    self.coordinate(earlier, clause, false);
                    clause.marker = marker;
                    clause.negated = negated;
                } else {
                    clause.parent = Some(current);
                    clause.subject = self.get(current).subject;
                }
            }
            _ => {
                clause.parent = Some(current);
                clause.subject = self.get(current).subject;
            }
        }
    }

    fn participle(&mut self, at: usize, group: &Group, clause: &mut Clause) {
        let before = self.before(at);
        let ing = group.form.any(Classes::ING);
        clause.kind = if ing { ClauseKind::Gerund } else { ClauseKind::Participle };
        match self.item(before) {
            Some(Item::Preposition(token)) => {
                clause.marker = Some(self.token(token));
                self.gerund(before.unwrap_or(0), clause);
            }
            Some(Item::Subordinator(token)) => {
                // "while attacking"
                clause.marker = Some(self.token(token));
                clause.kind = ClauseKind::Participle;
                self.outer.pop();
                self.marker = None;
                self.free(clause);
            }
            Some(Item::Verb(_)) => {
                clause.parent = self.current;
                clause.subject = self.current.and_then(|current| self.get(current).subject);
            }
            Some(Item::Coordinator(_)) => {
                let earlier = self.current.filter(|current| {
                    let first = self.get(*current);
                    let same = if ing { matches!(first.kind, ClauseKind::Gerund | ClauseKind::Participle) && !first.passive } else { first.passive || first.perfect };
                    same || ing && first.tense != chancery_text::Tense::None && self.out.clauses.len() > self.first_clause
                });
                match earlier {
                    Some(earlier) => {
                        self.coordinate(earlier, clause, true);
                        if ing {
                            clause.passive = false;
                        }
                    }
                    None => self.free(clause),
                }
            }
            Some(Item::Phrase(phrase)) => {
                clause.kind = ClauseKind::Participle;
                clause.governor = Some(phrase);
                clause.subject = Some(phrase);
                clause.parent = self.current;
            }
            Some(Item::Mark(_)) if self.is_comma(before) && !ing => {
                // "a treaty, signed in Paris,"
                clause.kind = ClauseKind::Participle;
                match self.item(before.and_then(|before| self.before(before))) {
                    Some(Item::Phrase(phrase)) => {
                        clause.governor = Some(phrase);
                        clause.subject = Some(phrase);
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

    /// An -ing clause after a preposition.
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
        // "accused Iraq of attacking": the object attacks.
        clause.subject = match left {
            Some(Item::Phrase(phrase)) if governing.object == Some(phrase) && self.tables.is_control(governing.lemma) => Some(phrase),
            Some(Item::Phrase(phrase)) => {
                clause.governor = Some(phrase);
                governing.subject
            }
            _ => governing.subject,
        };
    }

    /// A participle that modifies no phrase: its subject is that of the clause.
    fn free(&mut self, clause: &mut Clause) {
        match self.finite {
            Some(finite) => {
                clause.parent = Some(finite);
                clause.subject = self.get(finite).subject;
            }
            None => self.waiting.push(self.out.clauses.len() as u32),
        }
    }

    fn finish(&mut self) {
        for number in self.first_clause..self.out.clauses.len() {
            // "…," said the minister: the subject follows.
            let clause = &self.out.clauses[number];
            if clause.tense != chancery_text::Tense::None && clause.subject.is_none() && clause.marker.is_none() && !clause.passive && clause.lemma != NONE && self.tables.is_saying(clause.lemma) {
                let clause = &mut self.out.clauses[number];
                clause.subject = clause.object.take();
                let quoting = number as u32;
                if number > self.first_clause && self.out.clauses[number].subject.is_some() {
                    for earlier in self.first_clause..number {
                        let earlier = &mut self.out.clauses[earlier];
                        if earlier.kind == ClauseKind::Main && earlier.parent.is_none() {
                            earlier.parent = Some(quoting);
                            earlier.kind = ClauseKind::Content;
                        }
                    }
                }
            }
        }
        self.trailing();
    }

    /// "Kenya agreed, the minister said": the last clause governs what stands before it.
    fn trailing(&mut self) {
        let Some(last) = self.out.clauses.len().checked_sub(1).filter(|last| *last > self.first_clause) else { return };
        let clause = &self.out.clauses[last];
        let comma = clause.subject.and_then(|subject| {
            let start = self.out.phrases[subject as usize].tokens.start as usize;
            start.checked_sub(self.base + 1)
        });
        let separate = comma.is_some_and(|comma| self.cells[comma].is(Classes::PUNCTUATION));
        if clause.kind == ClauseKind::Main && clause.coordinated.is_none() && clause.object.is_none() && separate && self.tables.is_saying(clause.lemma) {
            for earlier in self.first_clause..last {
                let earlier = &mut self.out.clauses[earlier];
                if earlier.kind == ClauseKind::Main && earlier.parent.is_none() {
                    earlier.parent = Some(last as u32);
                    earlier.kind = ClauseKind::Content;
                }
            }
        }
    }
}
