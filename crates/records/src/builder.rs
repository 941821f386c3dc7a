//! Builds a record finder from word lists.

use crate::class::Class;
use crate::finder::RecordFinder;
use crate::lexicon::Meaning;
use crate::tables::Tables;
use chancery_text::WordBreaker;

/// Collects word lists and builds a [`RecordFinder`]. Create it with [`RecordFinder::builder`].
pub struct RecordFinderBuilder<'b> {
    breaker: &'b dyn WordBreaker,
    tables: Tables,
}

/// Returns the index of `name` in `list`. Adds the name if it is new.
fn number(list: &mut Vec<String>, name: &str) -> u16 {
    let known = list.iter().position(|known| known == name);
    let at = known.unwrap_or_else(|| {
        list.push(name.to_owned());
        list.len() - 1
    });
    u16::try_from(at).unwrap_or(u16::MAX)
}

impl RecordFinderBuilder<'_> {
    /// Returns the hash keys of the words of a phrase.
    fn keys(&self, phrase: &str) -> Vec<u64> {
        let mut tokens = Vec::new();
        self.breaker.break_words(phrase, &mut tokens);
        tokens.iter().map(|token| token.full_key(phrase)).collect()
    }

    fn add(&mut self, phrase: &str, meaning: Meaning) -> &mut Self {
        let keys = self.keys(phrase);
        self.tables.lexicon.add(&keys, meaning);
        self
    }

    /// Adds a head noun of instruments ("treaty") and the kind of instrument that it names. The case of `head` does not matter. `plural` is `true` if the noun
    /// is a plural ("treaties"). The finder records a plural only if the noun is part of a longer title, or if dates follow it.
    pub fn instrument(&mut self, kind: &str, head: &str, plural: bool) -> &mut Self {
        let kind = number(&mut self.tables.kinds, kind);
        self.add(head, Meaning::Instrument { kind, plural })
    }

    /// Marks a kind of instrument that is identified by numbers ("resolution 1540").
    pub fn numbered(&mut self, kind: &str) -> &mut Self {
        let kind = number(&mut self.tables.kinds, kind);
        self.tables.numbered.push(kind);
        self
    }

    /// Marks a kind of instrument that a body adopts, and that is not signed ("resolution").
    pub fn adopted(&mut self, kind: &str) -> &mut Self {
        let kind = number(&mut self.tables.kinds, kind);
        self.tables.adopted.push(kind);
        self
    }

    /// Marks a kind of instrument that is recorded even if its head noun is in lower case, provided that the text names the organisation to
    /// which the instrument belongs ("the charter of the OAU").
    pub fn of_body(&mut self, kind: &str) -> &mut Self {
        let kind = number(&mut self.tables.kinds, kind);
        self.tables.of_bodies.push(kind);
        self
    }

    /// Marks a kind of instrument that is recorded even if its head noun is in lower case, provided that a definite article precedes it and its subject follows
    /// ("the agreement on the withdrawal of foreign forces").
    pub fn by_subject(&mut self, kind: &str) -> &mut Self {
        let kind = number(&mut self.tables.kinds, kind);
        self.tables.by_subject.push(kind);
        self
    }

    /// Marks a kind of instrument that is recorded even if its head noun is in lower case, provided that an indefinite article precedes it and its subject
    /// follows ("a treaty banning chemical weapons").
    pub fn proposed(&mut self, kind: &str) -> &mut Self {
        let kind = number(&mut self.tables.kinds, kind);
        self.tables.proposed.push(kind);
        self
    }

    /// Marks a kind of meeting that is recorded even if its head noun is in lower case, provided that a definite article precedes it and its subject follows ("the
    /// conference on Afghanistan").
    pub fn meeting_by_subject(&mut self, kind: &str) -> &mut Self {
        let kind = number(&mut self.tables.meetings, kind);
        self.tables.meetings_by_subject.push(kind);
        self
    }

    /// Marks a kind of meeting that is often a standing body ("forum"). It is recorded only with a number, a date or a place.
    pub fn standing(&mut self, kind: &str) -> &mut Self {
        let kind = number(&mut self.tables.meetings, kind);
        self.tables.standing.push(kind);
        self
    }

    /// Sets the kind of the instruments that are identified by document symbols ("S/RES/1540").
    pub fn symbol_kind(&mut self, kind: &str) -> &mut Self {
        self.tables.symbol_kind = number(&mut self.tables.kinds, kind);
        self
    }

    /// Sets the id of the body that numbers its documents by session. In the United Nations, this is the General Assembly ("resolution
    /// 1514 (XV)", "resolution 46/182"). Default: none.
    pub fn session_body(&mut self, body: &str) -> &mut Self {
        body.clone_into(&mut self.tables.session_body);
        self
    }

    /// Adds a prefix of document symbols ("S/RES"). `body` is the id of the body that adopts the documents with this prefix.
    pub fn symbol(&mut self, symbol: &str, body: &str) -> &mut Self {
        let at = number(&mut self.tables.symbols, body);
        self.add(symbol, Meaning::Symbol(at))
    }

    /// Adds a head noun of meetings ("summit") and the kind of meeting that it names. `plural` is `true` if the noun is a plural ("summits").
    pub fn meeting(&mut self, kind: &str, head: &str, plural: bool) -> &mut Self {
        let kind = number(&mut self.tables.meetings, kind);
        self.add(head, Meaning::Meeting { kind, plural })
    }

    /// Adds a head noun of local names ("authority"), that is, of names that a document itself introduces. `kind` is the kind that is recorded
    /// for names with this head noun.
    pub fn local(&mut self, kind: &str, head: &str) -> &mut Self {
        let kind = number(&mut self.tables.locals, kind);
        self.add(head, Meaning::Local(kind))
    }

    /// Adds a word or phrase for a level of participants in meetings (for example, "heads of state" for the level "leaders").
    pub fn level(&mut self, level: &str, word: &str) -> &mut Self {
        let level = number(&mut self.tables.levels, level);
        self.add(word, Meaning::Level(level))
    }

    /// Adds a word for an ordinal number ("third"), with its value.
    pub fn ordinal(&mut self, word: &str, value: u32) -> &mut Self {
        self.add(word, Meaning::Number(value))
    }

    /// Adds a word or phrase to a class.
    pub fn word(&mut self, class: Class, phrase: &str) -> &mut Self {
        self.add(phrase, Meaning::Word(class))
    }

    /// Builds the finder.
    #[must_use]
    pub fn build(self) -> RecordFinder {
        RecordFinder { tables: self.tables }
    }
}

impl RecordFinder {
    /// Returns a builder without words. `breaker` splits phrases into words. Use the same word breaker for the phrases and the documents.
    #[must_use]
    pub fn builder(breaker: &dyn WordBreaker) -> RecordFinderBuilder<'_> {
        RecordFinderBuilder { breaker, tables: Tables::default() }
    }
}
