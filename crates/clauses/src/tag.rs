//! Chooses one class for each word of a sentence.

use crate::cell::Cell;
use crate::class::Classes;
use crate::entry::{Entry, NONE};
use crate::lexicon::{Lexicon, plain};
use crate::lists::{Marks, WordList};
use crate::table::Slot;
use crate::tables::Tables;
use chancery_text::{Casing, Gap, Token, TokenKind, joined_key};

/// The word class of a name from the gazetteer: a noun ("France") or an adjective ("French").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameClass {
    Noun,
    Adjective,
}

/// A sentence whose words are to be classified.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// The text of the whole document.
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// The hash keys of words that are not names, although they begin a sentence and are not in the lexicon. They also occur in lower case in the document.
    /// Sorted.
    pub(crate) common: &'a [u32],
}

/// Builds the cells of a sentence and chooses a class for each word. A [`Cell`] is the state of one word during this process. `names` returns the number (counted
/// from 1) and the class of the name that contains a token. `open` and `found` are buffers that are reused between calls.
pub(crate) fn cells(
    tables: &Tables,
    sentence: &Source<'_>,
    names: impl Fn(usize) -> Option<(u32, NameClass)>,
    cells: &mut Vec<Cell>,
    open: &mut Vec<u32>,
    found: &mut Vec<Slot>,
) {
    let Source { text, tokens, common } = *sentence;
    cells.clear();
    tables.lexicon.find(tokens, text, found);
    let upper = tokens.iter().filter(|token| token.casing == Casing::Upper).count();
    let shouting = upper * 2 > tokens.len();
    let plain = shouting || titled(text, tokens);
    let mut first = true;
    let (mut hyphens, mut apostrophes) = (false, false);
    for (at, (token, slot)) in tokens.iter().zip(found.iter()).enumerate() {
        // Most words are in lower case and in the lexicon.
        if token.casing == Casing::Lower
            && token.kind == TokenKind::Word
            && token.key != 0
            && let Some(known) = tables.lexicon.cell(slot)
            && !known.readings.is_empty()
        {
            cells.push(Cell { word: slot.word, lemma: slot.lemma, ..*known });
            first = false;
            continue;
        }
        let entry = &tables.lexicon.entry(slot);
        let mut cell =
            cell(&tables.lexicon, text, token, entry, first || plain, shouting, token.key != 0 && common.binary_search(&token.key).is_ok());
        if let Some((number, class)) = names(at)
            && token.capital
        {
            cell.name = number;
            cell.readings = match class {
                NameClass::Noun => Classes::PROPER,
                NameClass::Adjective => Classes::PROPER.or(Classes::ADJECTIVE),
            };
            cell.national = matches!(class, NameClass::Adjective);
            cell.flags = Classes::default();
            cell.likely = Classes::PROPER;
        }
        if token.capital {
            cell.marks = cell.marks.or(Marks::CAPITAL);
        }
        if token.casing == Casing::Upper {
            cell.marks = cell.marks.or(Marks::UPPER);
        }
        hyphens |= cell.listed(WordList::Hyphen);
        apostrophes |= cell.readings == Classes::PUNCTUATION && token.key == 0;
        first = cell.readings == Classes::PUNCTUATION && (first || cell.listed(WordList::Quote) || cell.listed(WordList::Open));
        cells.push(cell);
    }
    if hyphens {
        compounds(tables, text, tokens, cells);
    }
    if apostrophes {
        plural_owners(text, tokens, cells);
    }
    open.clear();
    for (at, cell) in (0..).zip(cells.iter_mut()) {
        if cell.readings.count() > 1 {
            if cell.readings != cell.listed_for {
                cell.list = tables.list(cell.readings, cell.word, cell.marks.any(Marks::RULED));
            }
            open.push(at);
        }
    }
    disambiguate(tables, cells, open);
}

/// Returns `true` if a sentence is capitalised like a headline: at least four of its words are longer than three bytes, and all of these longer words
/// begin with a capital letter.
fn titled(text: &str, tokens: &[Token]) -> bool {
    let long = |token: &&Token| token.kind == TokenKind::Word && token.text(text).len() > 3;
    let mut words = tokens.iter().filter(long);
    words.all(|token| token.capital) && tokens.iter().filter(long).count() > 3
}

/// Sets the readings of words that are joined by hyphens. They usually become one adjective ("Iran-backed"), or a noun if the last word is a noun
/// ("ex-president"). Numbers and names keep their classes. A verb in the lexicon ("co-operate") gets the classes of its entry.
fn compounds(tables: &Tables, text: &str, tokens: &[Token], cells: &mut [Cell]) {
    for at in 1..cells.len().saturating_sub(1) {
        if !cells[at].listed(WordList::Hyphen) || tokens[at].gap != Gap::None {
            continue;
        }
        // The two parts of a word with a hyphen may form a word in the lexicon: "cooperate" for "co-operate".
        let word = joined_key(tokens, at + 1, text).and_then(|key| tables.lexicon.at(key)).filter(|entry| !entry.classes.is_empty());
        if let Some(verb) = word.filter(|entry| entry.classes.any(Classes::VERB) && cells[at + 1].name == 0) {
            for part in &mut cells[at - 1..=at] {
                part.readings = Classes::ADVERB;
                part.flags = Classes::default();
            }
            let marks = verb.marks.or(Marks::JOINED).or(cells[at + 1].marks.and(Marks::CAPITAL.or(Marks::UPPER)));
            cells[at + 1] = Cell { marks, possessive: cells[at + 1].possessive, ..Cell::of(&verb) };
            continue;
        }
        let wordlike = |cell: &Cell| !cell.is(Classes::PUNCTUATION);
        let joined = tokens[at + 1].gap == Gap::None || word.is_some() || cells[at - 1].listed(WordList::Prefix);
        if !joined || !wordlike(&cells[at - 1]) || !wordlike(&cells[at + 1]) {
            continue;
        }
        let prefix = cells[at - 1].listed(WordList::Prefix);
        let last = &mut cells[at + 1];
        last.marks = last.marks.or(Marks::JOINED);
        let participle = Classes::PARTICIPLE.or(Classes::ING);
        if prefix && last.is(Classes::VERB) {
            for part in &mut cells[at - 1..=at] {
                part.readings = Classes::ADVERB;
                part.flags = Classes::default();
            }
            continue;
        }
        if last.is(participle) {
            last.readings = if last.is(Classes::NOUN) { Classes::NOUN.or(Classes::ADJECTIVE) } else { Classes::ADJECTIVE };
        } else if last.is(Classes::NUMBER.or(Classes::PROPER)) {
            // A number or a name keeps its classes ("Asia-Pacific").
        } else if last.is(Classes::COMMON) {
            last.readings = last.readings.and(Classes::COMMON.or(Classes::ADJECTIVE));
        } else if last.is(Classes::ADJECTIVE) {
            last.readings = Classes::ADJECTIVE;
        } else if last.readings == Classes::ADVERB {
            // If the last part is an adverb, the other parts become adverbs too: "whole-heartedly".
            for part in &mut cells[at - 1..=at] {
                part.readings = Classes::ADVERB;
                part.flags = Classes::default();
            }
            continue;
        } else {
            last.readings = Classes::NOUN;
        }
        last.flags = Classes::default();
        cells[at].readings = Classes::ADJECTIVE;
        cells[at].marks = cells[at].marks.or(Marks::JOINED);
        let first = &mut cells[at - 1];
        if !first.is(Classes::NUMBER.or(Classes::PROPER)) {
            first.readings = Classes::ADJECTIVE;
        }
        first.flags = Classes::default();
    }
}

/// Marks words such as "states'" as possessors ("the states' decision"). The word must end in "s", an apostrophe that does not close a quotation must follow it, and
/// another word must follow the apostrophe.
fn plural_owners(text: &str, tokens: &[Token], cells: &mut [Cell]) {
    let mut open = false;
    for at in 0..cells.len().saturating_sub(1) {
        if cells[at].readings != Classes::PUNCTUATION {
            continue;
        }
        let mark = tokens[at].text(text);
        if mark != "'" && mark != "’" {
            open |= mark == "‘";
            continue;
        }
        let behind = at > 0 && tokens[at].gap == Gap::None && tokens[at + 1].gap != Gap::None;
        if !behind || open {
            open = tokens[at].gap != Gap::None;
            continue;
        }
        if tokens[at - 1].text(text).ends_with('s')
            && cells[at - 1].is(Classes::COMMON.or(Classes::PROPER))
            && tokens[at + 1].kind == TokenKind::Word
        {
            let owner = &mut cells[at - 1];
            owner.possessive = true;
            owner.readings = owner.readings.and(Classes::COMMON.or(Classes::PROPER));
            cells[at].readings = Classes::ADVERB;
            cells[at].marks = cells[at].marks.or(Marks::POSSESSIVE);
        }
    }
}

/// Gives the particles of verbs the class adverb ("out" in "carried out an attack"). Otherwise, the noun after the particle would be read as the object of a
/// preposition.
pub(crate) fn particles(tables: &Tables, cells: &mut [Cell]) {
    for at in 1..cells.len() {
        if cells[at].listed(WordList::Particle)
            && cells[at].is(Classes::PREPOSITION.or(Classes::ADVERB))
            && cells[at - 1].is(Classes::VERB)
            && tables.is_particle(cells[at - 1].lemma, cells[at].word)
        {
            cells[at].readings = Classes::ADVERB;
        }
    }
}

/// Reduces the readings of each word to one. `open` contains the indexes of the words that have more than one reading.
fn disambiguate(tables: &Tables, cells: &mut [Cell], open: &mut Vec<u32>) {
    let mut until = cells.len();
    for _ in 0..2 {
        // The second pass runs only if the first pass changed a word. It applies the rules again to the words up to the last changed one. It continues beyond
        // this word only if it has itself changed a word.
        let (mut last, mut kept) = (None, 0);
        for number in 0..open.len() {
            let at = open[number] as usize;
            if (at < until || last.is_some()) && apply(tables, cells, at) {
                last = Some(at);
            }
            if cells[at].readings.count() > 1 {
                open[kept] = at as u32;
                kept += 1;
            }
        }
        open.truncate(kept);
        let Some(last) = last else { break };
        until = last + 1;
    }
    for at in open {
        let cell = &mut cells[*at as usize];
        cell.readings = settled(cell);
    }
    restore(tables, cells);
}

/// Applies the `restore` rules. A `restore` rule gives a word a class that the lexicon lists for the word, but that is no longer among its readings. For
/// example, such rules turn a noun or adjective into a verb if the clause lacks a verb. They also turn words such as "with" into coordinators.
fn restore(tables: &Tables, cells: &mut [Cell]) {
    for at in 0..cells.len() {
        let cell = &cells[at];
        let may_be_verb =
            cell.is(Classes::COMMON.or(Classes::ADJECTIVE)) && cell.listed_for.any(Classes::VERB) && !cell.marks.any(Marks::JOINED);
        if !may_be_verb && !cell.listed(WordList::Joint) && !cell.listed(WordList::Idiom) {
            continue;
        }
        let (before, after) = beside(cells, at);
        let likely = cells[at].likely.or(Classes::EDGE);
        let candidates = tables.restorers.iter().flat_map(|block| block.candidates(before, after, likely));
        let mut rules = candidates.filter_map(|quick| tables.restoring.get(usize::from(quick.rule)));
        let rule = rules.find(|rule| cells[at].listed_for.any(rule.target) && rule.holds(cells, at));
        if let Some(rule) = rule {
            cells[at].readings = cells[at].listed_for.and(rule.target);
        }
    }
}

/// Returns the readings and flags of the words before and after the word `at`.
#[inline]
fn beside(cells: &[Cell], at: usize) -> (Classes, Classes) {
    let bits = |cell: Option<&Cell>| cell.map_or(Classes::EDGE, |cell| cell.readings.or(cell.flags));
    (bits(at.checked_sub(1).and_then(|before| cells.get(before))), bits(cells.get(at + 1)))
}

/// Applies the rules for the word `at`. Returns `true` if its readings have changed.
#[inline]
fn apply(tables: &Tables, cells: &mut [Cell], at: usize) -> bool {
    let (before, after) = beside(cells, at);
    let Cell { mut readings, likely, list, .. } = cells[at];
    // The class `EDGE` is always added to the likeliest class, because the look-up finds no rules for a word without a likeliest class. No rule tests whether
    // `EDGE` is the likeliest class.
    let likely = likely.or(Classes::EDGE);
    let mut changed = false;
    for block in tables.rules_of(list) {
        for quick in block.candidates(before, after, likely) {
            if let Some(left) = quick.leaves(readings)
                && (!quick.conditions || tables.rules.get(usize::from(quick.rule)).is_some_and(|rule| rule.holds(cells, at)))
            {
                changed = true;
                readings = left;
                cells[at].readings = left;
                if left.count() < 2 {
                    return true;
                }
            }
        }
    }
    changed
}

/// Chooses a class for a word that still has several readings after the rules have been applied. This is the likeliest class, if it is one of the readings;
/// otherwise the first reading in a fixed order.
fn settled(cell: &Cell) -> Classes {
    if cell.readings.count() < 2 {
        return cell.readings;
    }
    if cell.readings.any(cell.likely) {
        return cell.likely;
    }
    const ORDER: [Classes; 14] = [
        Classes::PROPER,
        Classes::NOUN,
        Classes::PLURAL,
        Classes::ADJECTIVE,
        Classes::ADVERB,
        Classes::PREPOSITION,
        Classes::SUBORDINATOR,
        Classes::DETERMINER,
        Classes::SUBJECT_PRONOUN,
        Classes::PAST,
        Classes::ING,
        Classes::THIRD,
        Classes::BASE,
        Classes::PARTICIPLE,
    ];
    ORDER.into_iter().find(|class| cell.readings.any(*class)).unwrap_or(cell.readings)
}

/// Creates the cell of a token.
///
/// - `first` means that a capital first letter is not evidence of a name, for example because the token begins a sentence.
/// - `shouting` means that the sentence is mostly in capitals, so a word in capitals ("WHO") is not necessarily a name.
/// - `common` means that the word is not a name, although it begins a sentence with a capital letter. It also occurs in lower case in the document.
fn cell(lexicon: &Lexicon, text: &str, token: &Token, entry: &Entry, first: bool, shouting: bool, common: bool) -> Cell {
    let mut cell = Cell { word: NONE, lemma: NONE, ..Cell::default() };
    match token.kind {
        TokenKind::Punctuation | TokenKind::Symbol => {
            cell.readings = Classes::PUNCTUATION;
            cell.word = entry.word;
            cell.marks = entry.marks;
            if entry.is_closed() {
                cell.readings = entry.classes;
            }
            return cell;
        }
        TokenKind::Number => {
            cell.readings = Classes::NUMBER;
            return cell;
        }
        _ => {}
    }
    // A word in capitals is a name even at the start of a sentence: "ICE returned the statue".
    let name = token.casing == Casing::Upper && token.span.len() > 1 && !entry.classes.any(Classes::VERB.or(Classes::ADVERB));
    let first = first && (shouting || !name);
    cell = Cell {
        word: entry.word,
        lemma: entry.lemma,
        marks: entry.marks,
        list: entry.rules,
        listed_for: entry.classes.without(Classes::FLAGS),
        ..Cell::default()
    };
    if entry.is_closed() && !(token.casing == Casing::Upper && token.span.len() > 1 && !shouting) {
        cell.close(entry, token.capital && !first);
        return cell;
    }
    if token.key == 0 {
        let word = plain(token.text(text));
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'').filter(|stem| stem.ends_with('s')));
        if let Some(stem) = stem {
            cell.readings = if token.capital && !first { Classes::PROPER } else { Classes::NOUN };
            cell.likely = cell.readings;
            cell.possessive = true;
            cell.marks = cell.marks.or(Marks::POSSESSIVE);
            if let Some(entry) = lexicon.get(stem) {
                cell.word = entry.word;
                cell.marks = cell.marks.or(entry.marks.and(Marks::NAMED));
            } else {
                cell.word = NONE;
            }
            return cell;
        }
    }
    let known = cell.listed_for;
    cell.likely = entry.likely;
    cell.readings = if token.capital && !first {
        if known.any(Classes::ADJECTIVE) && !known.any(Classes::NOUN) { Classes::PROPER.or(Classes::ADJECTIVE) } else { Classes::PROPER }
    } else if known.is_empty() {
        guess(lexicon, token.text(text), token.capital && !common)
    } else if token.capital && !known.any(Classes::VERB.or(Classes::ADVERB).or(Classes::ADJECTIVE)) {
        known.or(Classes::PROPER)
    } else {
        known
    };
    cell
}

/// Guesses the classes of a word that is not in the lexicon.
///
/// A word without a capital has the classes that its ending indicates, or is a noun if the ending is unknown. A capitalised word is usually a name. However, if it
/// has the ending of an abstract noun ("-ism"), it has the classes that this ending indicates. If it has the ending of an adverb, it is an adverb or a name.
fn guess(lexicon: &Lexicon, word: &str, capital: bool) -> Classes {
    let classes = lexicon.by_ending(word);
    if capital && lexicon.is_abstract(word) {
        return classes;
    }
    if capital {
        return if classes == Classes::ADVERB { Classes::ADVERB.or(Classes::PROPER) } else { Classes::PROPER };
    }
    if classes.is_empty() { Classes::NOUN } else { classes }
}
