//! A view of some sentences of a document, with lists that make look-ups fast.
//!
//! The functions of this crate identify tokens, sentences, phrases and clauses by their indexes in the document. A parameter `number` is the index of a phrase
//! or of a clause; the description of each function or module says which.

use crate::cue::Cue;
use crate::quote_mark::QuoteMark;
use crate::tables::Tables;
use crate::words::{NONE, Uses, Word, WordNumber};
use chancery_text::{
    Catalog, Clause, ClauseKind, Clauses, Document, Phrase, PhraseKind, PrepositionalPhrase, Span, Tense, TokenKind, TokenRange,
};
use std::cell::Cell;
use std::ops::Range;

/// The maximum number of prepositional phrases or clauses that are searched on each side of a token.
const NEAR: usize = 64;

/// The number of sentences that a view contains before its window (see [`View`]). Pronouns in the window may refer to names in these sentences.
const BEFORE: usize = 8;

/// The number of sentences that a view contains after its window, because words at the end of the window may be compared with the words that follow.
const AFTER: usize = 2;

/// Some sentences of a document, with the mention (a name in the text) and the [`Actor`](chancery_text::Actor) at each token. To save memory, a large document is
/// divided into *windows*, that is, ranges of sentences. Each window has its own view, which also contains a few sentences before and after the window.
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) doc: &'a Document,
    pub(crate) catalog: &'a dyn Catalog,
    /// The indexes of the first token, phrase and sentence of the view. The first elements of the lists below belong to them.
    first: First,
    /// For each token, the index of the mention that contains the token, plus 1; 0 if there is none.
    mentions: Vec<u32>,
    /// For each token, the index of the longest [`Actor`](chancery_text::Actor) that contains the token, plus 1; 0 if there is none.
    actors: Vec<u32>,
    /// For each token, the hash key of its form. The keys are computed once because they are needed many times.
    keys: Vec<u64>,
    /// For each token, the number that identifies its form in the table of words.
    words: Vec<WordNumber>,
    /// The indexes of the tokens after a hyphen that were looked up together with the part before it ("operate" in "co-operate"), in ascending order.
    hyphenated: Vec<u32>,
    /// The quotation marks of the view, each with the index of its token, in ascending order.
    quotes: Vec<(u32, QuoteMark)>,
    /// For each phrase, the cached result of [`nature`](crate::nature::nature).
    natures: Vec<Cell<u8>>,
    /// For each sentence, the subject of its first finite main clause.
    leads: Vec<Option<u32>>,
    /// For each sentence, the indexes of its first clause and its first prepositional phrase. An additional pair at the end contains the indexes after the last
    /// clause and the last prepositional phrase of the view.
    starts: Vec<(u32, u32)>,
}

/// The indexes of the first token, phrase and sentence of a view.
#[derive(Clone, Copy)]
struct First {
    token: u32,
    phrase: u32,
    sentence: u32,
}

/// Returns the indexes of the [`Actor`](chancery_text::Actor)s of a document, sorted by their spans.
pub(crate) fn actor_order(doc: &Document) -> Vec<u32> {
    let mut order: Vec<u32> = (0..doc.actors.len() as u32).collect();
    order.sort_by_key(|actor| (doc.actors[*actor as usize].span.start(), doc.actors[*actor as usize].span.end()));
    order
}

impl<'a> View<'a> {
    /// Creates a view of a whole document.
    pub(crate) fn new(tables: &'a Tables, doc: &'a Document, catalog: &'a dyn Catalog) -> Self {
        Self::window(tables, doc, catalog, 0..doc.sentences.len(), &actor_order(doc))
    }

    /// Creates the view for the window `sentences`, a range of sentence indexes. `order` is the result of [`actor_order`].
    pub(crate) fn window(tables: &'a Tables, doc: &'a Document, catalog: &'a dyn Catalog, sentences: Range<usize>, order: &[u32]) -> Self {
        let (from, to) = (sentences.start.saturating_sub(BEFORE), doc.sentences.len().min(sentences.end + AFTER));
        let token = if from == 0 { 0 } else { doc.sentences[from].token_range.start };
        let end = if to == doc.sentences.len() { doc.tokens.len() as u32 } else { doc.sentences[to - 1].token_range.end };
        let phrases = &doc.clauses.phrases;
        let [phrase, last_phrase] = [token, end].map(|token| phrases.partition_point(|phrase| phrase.tokens.start < token));
        let first = First { token, phrase: phrase as u32, sentence: from as u32 };
        let tokens = token as usize..end as usize;
        let (mentions, actors) = named(doc, tokens.clone(), order);
        let text = doc.text();
        let mut keys = Vec::with_capacity(tokens.len());
        let mut hyphenated = Vec::new();
        let mut words = Vec::with_capacity(tokens.len());
        let mut quotes = Vec::new();
        for (at, token) in (tokens.start..).zip(&doc.tokens[tokens]) {
            let key = token.full_key(text);
            quotes.extend(QuoteMark::of(token, text).map(|mark| (at as u32, mark)));
            // The two parts of a word with a hyphen may form a known word: "cooperate" for "co-operate".
            let joined = token.kind == TokenKind::Word && at > 1 && doc.tokens[at - 1].kind == TokenKind::Punctuation;
            let joined = if joined { chancery_text::joined_key(&doc.tokens, at, text) } else { None };
            let word = joined.map(|key| tables.words.number(key)).filter(|word| *word != WordNumber::NONE);
            hyphenated.extend(word.map(|_| at as u32));
            keys.push(word.and(joined).unwrap_or(key));
            words.push(word.unwrap_or_else(|| tables.words.number(key)));
        }
        let natures = vec![Cell::new(0); last_phrase - phrase];
        let Clauses { clauses, prepositions, .. } = &doc.clauses;
        let mut clause = clauses.partition_point(|clause| (clause.sentence.0 as usize) < from);
        let mut link = prepositions.partition_point(|link| link.preposition < token);
        let mut starts = Vec::with_capacity(to - from + 1);
        let mut leads = vec![None; to - from];
        for (number, sentence) in (from..).zip(&doc.sentences[from..to]) {
            starts.push((clause as u32, link as u32));
            while let Some(next) = clauses.get(clause).filter(|clause| clause.sentence.0 as usize <= number) {
                if next.kind == ClauseKind::Main && next.tense != Tense::None && leads[number - from].is_none() {
                    leads[number - from] = Some(next.subject);
                }
                clause += 1;
            }
            while prepositions.get(link).is_some_and(|link| link.preposition < sentence.token_range.end) {
                link += 1;
            }
        }
        starts.push((clause as u32, link as u32));
        let leads = leads.into_iter().map(Option::flatten).collect();
        Self { tables, doc, catalog, first, mentions, actors, keys, words, hyphenated, quotes, natures, leads, starts }
    }

    /// Returns the position of a token in the lists of the view. For a token outside the view, the position is outside the lists.
    #[inline]
    const fn at(&self, token: u32) -> usize {
        token.wrapping_sub(self.first.token) as usize
    }

    /// Returns the quotation marks in a range of tokens, in ascending order.
    pub(crate) fn quotes(&self, tokens: Range<u32>) -> &[(u32, QuoteMark)] {
        let place = |token: u32| self.quotes.partition_point(|(at, _)| *at < token);
        self.quotes.get(place(tokens.start)..place(tokens.end)).unwrap_or_default()
    }

    /// Returns the phrase that is the subject of the first finite main clause of a sentence. Returns `None` if there is no such clause, if it has no subject,
    /// or if the sentence is outside the view.
    pub(crate) fn lead(&self, sentence: u32) -> Option<u32> {
        self.leads.get(sentence.wrapping_sub(self.first.sentence) as usize).copied().flatten()
    }

    /// Returns the index of the sentence that contains a token.
    pub(crate) fn sentence_of(&self, token: u32) -> u32 {
        self.doc.sentences.partition_point(|sentence| sentence.token_range.end <= token) as u32
    }

    pub(crate) fn clauses(&self) -> &'a Clauses {
        &self.doc.clauses
    }

    pub(crate) fn clause(&self, number: u32) -> &'a Clause {
        &self.doc.clauses.clauses[number as usize]
    }

    pub(crate) fn phrase(&self, number: u32) -> &'a Phrase {
        &self.doc.clauses.phrases[number as usize]
    }

    /// Returns the cell that caches the result of [`nature`](crate::nature::nature) for a phrase. Returns `None` if the phrase is outside the view.
    pub(crate) fn nature(&self, number: u32) -> Option<&Cell<u8>> {
        self.natures.get(number.wrapping_sub(self.first.phrase) as usize)
    }

    /// Returns the index of the mention that contains a token.
    pub(crate) fn mention_at(&self, token: u32) -> Option<usize> {
        self.mentions.get(self.at(token)).and_then(|number| (*number as usize).checked_sub(1))
    }

    /// Returns the index of the longest [`Actor`](chancery_text::Actor) that contains a token.
    pub(crate) fn actor_at(&self, token: u32) -> Option<usize> {
        self.actors.get(self.at(token)).and_then(|number| (*number as usize).checked_sub(1))
    }

    /// Returns the entry for a token's form in the table of words. A form that is not in the table, or a token outside the view, has an entry without lemmas,
    /// uses and cues.
    #[inline]
    pub(crate) fn word(&self, token: u32) -> &'a Word {
        self.tables.words.get(self.number(token))
    }

    #[inline]
    fn number(&self, token: u32) -> WordNumber {
        self.words.get(self.at(token)).copied().unwrap_or(WordNumber::NONE)
    }

    /// Returns `true` if the word at a token has at least one of the uses `uses`.
    #[inline]
    pub(crate) fn serves(&self, token: u32, uses: Uses) -> bool {
        self.number(token).uses().has(uses)
    }
    /// Returns `true` if the phrase `number` begins with a reciprocal pronoun such as "each other". The phrase may end before the last word of the pronoun.
    pub(crate) fn is_mutual(&self, number: u32) -> bool {
        let start = self.phrase(number).tokens.start;
        self.tables.mutual.iter().any(|words| words.iter().zip(start..).all(|(word, token)| self.key(token) == *word))
    }

    /// Returns `true` if a token has the meaning `cue`.
    #[inline]
    pub(crate) fn is(&self, token: u32, cue: Cue) -> bool {
        self.word(token).is(cue)
    }

    /// Returns the lemmas of a token. A missing lemma is [`NONE`](crate::words::NONE).
    #[inline]
    pub(crate) fn lemmas(&self, token: u32) -> [u32; 2] {
        self.word(token).lemmas
    }

    /// Returns the hash key of a token's form, or 0 if the token is outside the view.
    pub(crate) fn key(&self, token: u32) -> u64 {
        self.keys.get(self.at(token)).copied().unwrap_or(0)
    }

    /// Returns the byte range of the word at a token. If the token is the last part of a hyphenated word that was looked up as a whole ("co-operate"), the
    /// range includes the part before the hyphen. Returns the range 0..0 if there is no such token.
    pub(crate) fn trigger(&self, token: u32) -> Span {
        let Some(last) = self.doc.tokens.get(token as usize) else { return Span::new(0, 0) };
        let first = self.hyphenated.binary_search(&token).map_or(token, |_| token - 2);
        Span::new(self.doc.tokens[first as usize].span.start(), last.span.end())
    }

    /// Returns the byte range of a range of tokens, or 0..0 if the range is empty.
    pub(crate) fn span(&self, tokens: TokenRange) -> Span {
        let tokens = &self.doc.tokens[tokens.range()];
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start(), last.span.end()),
            _ => Span::new(0, 0),
        }
    }

    /// If `phrase` is a quantity, returns the phrase that is counted or measured: "activists" for "dozens" in "dozens of activists". If `phrase` is a form of
    /// address before another title, returns the title: "the Secretary-General" for "His Excellency" in "His Excellency the Secretary-General". Otherwise
    /// returns `phrase`.
    pub(crate) fn real(&self, sentence: u32, phrase: u32) -> u32 {
        let mut here = phrase;
        for _ in 0..3 {
            let head = self.phrase(here).head;
            if self.is(head, Cue::Honorific) {
                let end = self.phrase(here).tokens.end;
                let next = self.doc.clauses.phrases.partition_point(|phrase| phrase.tokens.start < end) as u32;
                match self.doc.clauses.phrases.get(next as usize) {
                    Some(title) if title.tokens.start == end && title.kind != PhraseKind::Pronoun => here = next,
                    _ => break,
                }
                continue;
            }
            // A number or a noun of quantity before "of" counts something: "94% of", "11 of", "dozens of".
            let number = self.doc.tokens[head as usize].kind == TokenKind::Number;
            // In "his efforts and those of the leaders", the pronoun stands for the efforts, which belong to the leaders.
            let pronoun = self.is(head, Cue::Demonstrative) && self.phrase(here).tokens.start == head;
            if !number && !pronoun && !self.is(head, Cue::Quantity) {
                break;
            }
            // In "the States Members of the Organization", "Members" is not a quantity, because a noun for people or bodies precedes it.
            let noun = head.checked_sub(1).filter(|before| *before >= self.phrase(here).tokens.start);
            if noun.is_some_and(|noun| self.tables.people.get(self.word(noun).people as usize).is_some()) {
                break;
            }
            let end = self.phrase(here).tokens.end;
            // Only "of" introduces the counted phrase. In "killed 30 in Rome" and "took part in missions", nothing is counted.
            let leads = |link: &PrepositionalPhrase| self.key(link.preposition) == self.tables.of;
            let of = self
                .prepositions_near(sentence, end)
                .iter()
                .find(|link| link.after == Some(here) && link.preposition == end && leads(link));
            match of {
                Some(of) => here = of.phrase,
                None => break,
            }
        }
        here
    }

    /// If `phrase` is a sum of money, returns the phrase that says what is paid ("aid" in "$30 million in aid"). A phrase that contains a symbol such as "$"
    /// counts as a sum of money. Returns `None` for other phrases, or if no such phrase follows.
    pub(crate) fn content(&self, phrase: u32) -> Option<u32> {
        let Phrase { tokens, head, .. } = *self.phrase(phrase);
        let money = self.doc.tokens[tokens.range()].iter().any(|token| token.kind == TokenKind::Symbol);
        let mut near = self.prepositions_near(self.sentence_of(head), tokens.end).iter().filter(|_| money);
        let link = near.find(|link| link.after == Some(phrase) && link.preposition == tokens.end)?;
        // The noun follows "in" or "of": "$30 million in aid", "$78 million of debt".
        (self.is(link.preposition, Cue::Where) || self.key(link.preposition) == self.tables.of).then_some(link.phrase)
    }

    /// Returns the common noun or the title that describes a name in the same phrase ("chief" in "the party chief Smith", "destroyer" in "the destroyer HMS Duncan",
    /// "President" in "President Nkrumah").
    pub(crate) fn title(&self, phrase: u32) -> Option<u32> {
        let Phrase { tokens, head, kind, .. } = *self.phrase(phrase);
        let token = |at: u32| &self.doc.tokens[at as usize];
        // "al" in "al-Khatib" is part of the name.
        let prefix = |at: u32| at < head && token(at + 1).kind == TokenKind::Punctuation;
        let mut before = (tokens.start..head).rev().filter(|_| kind == PhraseKind::Name);
        let noun = before.find(|at| token(*at).kind == TokenKind::Word && !token(*at).capital && !prefix(*at));
        // "King Faisal Hospital" is not the name of a king: its last word is a known noun.
        let personal = kind == PhraseKind::Name && self.lemmas(head).iter().all(|lemma| *lemma == NONE);
        noun.or_else(|| (tokens.start..head).rev().filter(|_| personal).find(|at| self.is_title(*at)))
    }

    /// Returns `true` if a token is a noun for people that can precede a name ("President").
    fn is_title(&self, token: u32) -> bool {
        let nouns = self.tables.people.get(self.word(token).people as usize);
        nouns.is_some_and(|nouns| nouns.iter().any(|noun| noun.before.is_empty() && !noun.belongs.origin))
    }

    /// Returns the noun phrase with the span `span`, or `None` if there is none.
    pub(crate) fn phrase_at(&self, span: Span) -> Option<u32> {
        let token = self.doc.tokens.partition_point(|token| token.span.start() < span.start()) as u32;
        let at = self.doc.clauses.phrases.partition_point(|phrase| phrase.tokens.start < token);
        let phrase = self.doc.clauses.phrases.get(at)?;
        (phrase.tokens.start == token && self.span(phrase.tokens) == span).then_some(at as u32)
    }

    /// Returns `true` if the token range `start..end` contains a noun phrase other than a time expression.
    pub(crate) fn phrase_between(&self, start: u32, end: u32) -> bool {
        let phrases = &self.doc.clauses.phrases;
        let first = phrases.partition_point(|phrase| phrase.tokens.start < start);
        phrases[first..]
            .iter()
            .take_while(|phrase| phrase.tokens.start < end)
            .any(|phrase| phrase.tokens.end <= end && phrase.kind != PhraseKind::Time)
    }

    /// Returns all prepositional phrases of the sentence with the index `sentence`.
    pub(crate) fn prepositions(&self, sentence: u32) -> &'a [PrepositionalPhrase] {
        let [first, end] = self.starts(sentence).map(|(_, link)| link as usize);
        &self.doc.clauses.prepositions[first..end]
    }

    /// Returns up to [`NEAR`] prepositional phrases of a sentence on each side of a token. For a sentence of normal length, these are all its prepositional
    /// phrases.
    pub(crate) fn prepositions_near(&self, sentence: u32, token: u32) -> &'a [PrepositionalPhrase] {
        let all = self.prepositions(sentence);
        let here = all.partition_point(|link| link.preposition < token);
        &all[here.saturating_sub(NEAR)..all.len().min(here + NEAR)]
    }

    /// Returns two pairs of indexes. The first pair contains the index of the first clause and the index of the first prepositional phrase of a sentence. The
    /// second pair contains the indexes after its last clause and its last prepositional phrase. For a sentence outside the view, all indexes are 0.
    fn starts(&self, sentence: u32) -> [(u32, u32); 2] {
        let at = sentence.wrapping_sub(self.first.sentence) as usize;
        match self.starts.get(at..) {
            Some([start, end, ..]) => [*start, *end],
            _ => [(0, 0); 2],
        }
    }

    /// Returns up to [`NEAR`] clauses of a sentence on each side of a token, each with its index in the document. For a sentence of normal length, these are all
    /// its clauses.
    pub(crate) fn clauses_near(&self, sentence: u32, token: u32) -> impl Iterator<Item = (u32, &'a Clause)> {
        let [first, end] = self.starts(sentence).map(|(clause, _)| clause);
        let all = &self.doc.clauses.clauses;
        let here = first + all[first as usize..end as usize].partition_point(|clause| clause.head < token) as u32;
        let (from, to) = (here.saturating_sub(NEAR as u32).max(first), end.min(here + NEAR as u32));
        (from..to).zip(&all[from as usize..to as usize])
    }
}

/// Returns two lists with one element for each token in the range `tokens`. The first list contains the index of the mention that contains the token, plus 1. The
/// second list contains the index of the longest actor that contains the token, plus 1. The value 0 means none. `order` is the result of [`actor_order`].
fn named(doc: &Document, tokens: Range<usize>, order: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let bytes = |token: usize| doc.tokens.get(token).map_or(u32::MAX, |token| token.span.start());
    let (start, end) = (bytes(tokens.start), bytes(tokens.end));
    let mut mentions = vec![0; tokens.len()];
    let first = doc.mentions.partition_point(|mention| mention.span.start() < start);
    for (number, mention) in (first as u32 + 1..).zip(doc.mentions[first..].iter().take_while(|mention| mention.span.start() < end)) {
        let range = doc.tokens_of(mention);
        let within = range.start.clamp(tokens.start, tokens.end)..range.end.clamp(tokens.start, tokens.end);
        mentions[within.start - tokens.start..within.end - tokens.start].fill(number);
    }
    let mut actors = vec![0; tokens.len()];
    let mut at = tokens.start;
    let first = order.partition_point(|actor| doc.actors[*actor as usize].span.start() < start);
    for number in order[first..].iter().take_while(|actor| doc.actors[**actor as usize].span.start() < end) {
        let span = doc.actors[*number as usize].span;
        at = chancery_text::token_from(&doc.tokens, at, span.start());
        let last = chancery_text::token_from(&doc.tokens, at, span.end()).min(tokens.end);
        for slot in &mut actors[at.min(last) - tokens.start..last - tokens.start] {
            let longer = *slot == 0 || doc.actors[*slot as usize - 1].span.len() < span.len();
            if longer {
                *slot = number + 1;
            }
        }
    }
    (mentions, actors)
}
