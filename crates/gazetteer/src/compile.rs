//! Compiles the parts of a gazetteer into its tables.

use crate::entry::{Activation, CasePolicy, Entity, Link, Name};
use crate::parts::Parts;
use crate::tables::{
    Constraints, ContextLexicon, DefinitionWords, EntityRow, EntityTypes, Guard, HeadNouns, Index, NameRow, Regions, Role, Tables, Texts,
    TextsBuilder,
};
use chancery_phrases::{PhrasesBuilder, Start, TooLarge};
use chancery_text::{EntityIx, Form, Relation, RelationKind, Token, WordBreaker};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// The error returned when the tables of a gazetteer cannot be compiled.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CompileError {
    #[error("the name \"{name}\" of {id} has no letter or digit")]
    EmptyName { id: String, name: String },
    #[error("there are more than {} names", u32::MAX >> 3)]
    TooManyNames,
    #[error("the ids, labels and other texts of all entities are longer than 4 GiB")]
    TooManyTexts,
    #[error("there are too many names")]
    Phrases(#[from] TooLarge),
}

/// Compiles the tables of a gazetteer from its parts.
pub(crate) fn compile(parts: &Parts, breaker: &dyn WordBreaker) -> Result<Tables, CompileError> {
    let mut compiler = Compiler::new(parts, breaker);
    // The rows of entities and the rows of names do not depend on each other. For a million entities, each takes about a second.
    let (rows, names) = both(|| entity_rows(&parts.entities), || compiler.all_names(&parts.entities));
    let ((mut entities, texts), (mut names, head_nouns)) = (rows.ok_or(CompileError::TooManyTexts)?, names?);
    for (entity, head_nouns) in entities.iter_mut().zip(head_nouns) {
        entity.head_nouns = head_nouns;
    }
    compiler.head_noun_phrases();
    stand_for_organs(&mut entities, &parts.head_nouns);
    for name in &mut names {
        let entity: &EntityRow = &entities[name.entity as usize];
        name.country_ix = entity.country_ix;
        name.introduces_head = name.introduces_head && !entity.head_nouns.is_empty() || !entity.organs.is_empty();
    }
    let mut cues: Vec<Vec<String>> = parts.definition_cues.iter().map(|phrase| compiler.words(phrase)).collect();
    cues.sort_by_key(|words| Reverse(words.len()));
    let contexts = parts.contexts.iter().map(|(context, phrase)| (*context, compiler.words(phrase))).collect();
    let year_leads = parts.year_leads.iter().map(|phrase| compiler.words(phrase)).collect();
    let negations = parts.negations.iter().map(|phrase| compiler.words(phrase)).collect();
    let exclusions = parts.exclusions.iter().map(|phrase| compiler.words(phrase)).collect();
    let regions = Regions::new(parts.regions.iter().map(|region| (region, compiler.split(&region.phrase))));
    let definition_words = DefinitionWords { cues, articles: compiler.articles.clone(), collectives: compiler.folded(&parts.collectives) };
    let head_nouns = HeadNouns {
        spellings: parts.head_nouns.iter().map(|(spellings, _)| spellings.clone()).collect(),
        ends: compiler.folded(&parts.head_ends),
        deictics: compiler.folded(&parts.deictics),
    };
    let ((types, index), phrases) =
        both(|| (EntityTypes::of(&entities, &texts), Index::new(&entities, &texts)), || compiler.phrases.build());
    Ok(Tables {
        phrases: phrases?,
        types,
        index,
        entities,
        texts,
        names,
        definition_words,
        contexts: ContextLexicon::new(contexts),
        head_nouns,
        joins: compiler.folded(&parts.joins),
        year_leads,
        negations,
        exclusions,
        regions,
        language_nouns: compiler.folded(&parts.language_nouns),
        cue_capitals: compiler.cue_capitals,
        languages: compiler.languages,
    })
}

/// Runs two functions at the same time, the first one in a new thread. Returns both results.
fn both<A: Send, B>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        (first.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), second)
    })
}

/// Returns the rows of all entities, without their head nouns and organs, and the texts of these rows. Returns `None` if the texts are longer than 4 GiB.
fn entity_rows(entities: &[Arc<Entity>]) -> Option<(Vec<EntityRow>, Texts)> {
    let mut rows = Vec::with_capacity(entities.len());
    let (entity_ixs, mut countries, mut texts) = (linked(entities), HashMap::new(), TextsBuilder::default());
    for entity in entities {
        rows.push(entity_row(entity, &entity_ixs, &mut countries, &mut texts)?);
    }
    Some((rows, texts.build()))
}

/// Creates the row of an entity, without its head nouns and organs. `countries` numbers the countries from 1 on, in the order in which they occur. Returns
/// `None` if the texts of all entities become longer than 4 GiB.
fn entity_row<'a>(
    entity: &'a Entity,
    entity_ixs: &HashMap<&str, EntityIx>,
    countries: &mut HashMap<&'a str, u32>,
    texts: &mut TextsBuilder,
) -> Option<EntityRow> {
    let country_ix = entity.country.as_ref().map_or(0, |country| {
        let next = countries.len() as u32 + 1;
        *countries.entry(country).or_insert(next)
    });
    let id = texts.add(&entity.id)?;
    let shared = |texts: &mut TextsBuilder, text: &Option<String>| match text {
        Some(text) => texts.shared(text).map(Some),
        None => Some(None),
    };
    Some(EntityRow {
        id,
        kind: texts.shared(&entity.kind)?,
        class: entity.class,
        label: if entity.label.is_empty() { id } else { texts.add(&entity.label)? },
        country: shared(texts, &entity.country)?,
        country_ix,
        wikidata: match &entity.wikidata {
            Some(item) => Some(texts.add(item)?),
            None => None,
        },
        silent: entity.silent,
        name_class: entity.name_class,
        dated: entity.dated,
        head_nouns: Vec::new(),
        organs: Vec::new(),
        valid: entity.valid,
        permanent: entity.permanent,
        sector: shared(texts, &entity.sector)?,
        refers: entity.refers,
        relations: relations(&entity.links, entity_ixs),
    })
}

/// Returns a map from the id of each entity that is the target of a link to the index of the entity. The map is small even for a million entities, because few
/// of them are targets.
fn linked(entities: &[Arc<Entity>]) -> HashMap<&str, EntityIx> {
    let links = entities.iter().flat_map(|entity| &entity.links);
    let targets: HashSet<&str> = links.flat_map(|link| [Some(&link.of), link.at.as_ref()]).flatten().map(String::as_str).collect();
    let all = entities.iter().zip(0..).map(|(entity, number)| (entity.id.as_str(), EntityIx(number)));
    all.filter(|(id, _)| targets.contains(id)).collect()
}

/// Converts links into relations. Ids become indexes, and links to unknown ids are omitted. The relations are sorted by kind.
fn relations(links: &[Link], entity_ixs: &HashMap<&str, EntityIx>) -> Vec<Relation> {
    let entity_ix = |id: &String| entity_ixs.get(id.as_str()).copied();
    let mut relations: Vec<Relation> = links
        .iter()
        .filter_map(|link| {
            Some(Relation { kind: link.kind, of: entity_ix(&link.of)?, at: link.at.as_ref().and_then(entity_ix), valid: link.valid })
        })
        .collect();
    relations.sort_by_key(|relation| relation.kind);
    relations
}

/// Fills the field `organs` of each body that has organs.
///
/// The field tells what a head noun such as "the Secretariat" refers to after the text has named the body. If one of the body's own names has the head noun, it
/// refers to the body. Otherwise, it refers to the organ of the body that has a name with the head noun. If no organ or several organs have such a name, the
/// head noun is left out.
fn stand_for_organs(entities: &mut [EntityRow], head_nouns: &[(Vec<String>, bool)]) {
    let mut organs_of: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (number, entity) in entities.iter().enumerate().filter(|(_, entity)| !entity.head_nouns.is_empty()) {
        for body in entity.relations.iter().filter(|relation| relation.kind == RelationKind::Of) {
            organs_of.entry(body.of.0).or_default().push(number as u32);
        }
    }
    for (body, organs) in organs_of {
        let has = |entity: u32, head: u32| entities[entity as usize].head_nouns.contains(&head);
        let meant = |head: u32| {
            let mut with = organs.iter().filter(|&&organ| has(organ, head));
            let only = with.next().filter(|_| with.next().is_none());
            if has(body, head) { Some(body) } else { only.copied() }
        };
        let heads = (0..).zip(head_nouns).filter(|(_, (_, of_organs))| *of_organs).map(|(head, _)| head);
        let stands_for: Vec<(u32, u32)> = heads.filter_map(|head| Some((head, meant(head)?))).collect();
        entities[body as usize].organs = stands_for;
    }
}

/// The state of the compilation.
struct Compiler<'a> {
    parts: &'a Parts,
    breaker: &'a dyn WordBreaker,
    phrases: PhrasesBuilder,
    tokens: Vec<Token>,
    languages: Vec<String>,
    cues: HashMap<&'a str, u32>,
    /// For each cue, whether the cue begins with a capital letter.
    cue_capitals: Vec<bool>,
    /// Folded articles.
    articles: Vec<String>,
    /// Folded words that follow the head noun of a name.
    head_ends: Vec<String>,
    /// The folded spellings of each head noun.
    head_nouns: Vec<Vec<String>>,
}

impl<'a> Compiler<'a> {
    fn new(parts: &'a Parts, breaker: &'a dyn WordBreaker) -> Self {
        let mut phrases = PhrasesBuilder::new(parts.folder.clone());
        for clitic in &parts.clitics {
            phrases.clitic(clitic);
        }
        let folded = |words: &[String]| words.iter().map(|word| parts.folder.word(word)).collect::<Vec<_>>();
        Self {
            parts,
            breaker,
            phrases,
            tokens: Vec::new(),
            languages: vec![String::new()],
            cues: HashMap::new(),
            cue_capitals: Vec::new(),
            articles: folded(&parts.articles),
            head_ends: folded(&parts.head_ends),
            head_nouns: parts.head_nouns.iter().map(|(spellings, _)| folded(spellings)).collect(),
        }
    }

    fn folded(&self, words: &[String]) -> Vec<String> {
        words.iter().map(|word| self.phrases.folder().word(word)).collect()
    }

    /// Adds the names of all entities. Returns the rows of the names and, for each entity, the indexes of the head nouns of its names.
    fn all_names(&mut self, entities: &'a [Arc<Entity>]) -> Result<(Vec<NameRow>, Vec<Vec<u32>>), CompileError> {
        let mut rows = Vec::with_capacity(entities.len());
        let head_nouns =
            (0..).zip(entities).map(|(entity_ix, entity)| self.names(entity, entity_ix, &mut rows)).collect::<Result<_, _>>()?;
        Ok((rows, head_nouns))
    }

    /// Adds the names of an entity to `rows`. Returns the indexes of the head nouns of these names, without duplicates.
    fn names(&mut self, entity: &'a Entity, entity_ix: u32, rows: &mut Vec<NameRow>) -> Result<Vec<u32>, CompileError> {
        let mut head_nouns = Vec::new();
        for name in &entity.names {
            let number = u32::try_from(rows.len()).ok().filter(|number| number >> 29 == 0).ok_or(CompileError::TooManyNames)?;
            let (text, unseen) = self.unbracketed(&name.text);
            if entity.headed
                && name.form < Form::Abbreviation
                && name.activation == Activation::Always
                && let Some(head) = self.head_noun(&name.text)
                && !head_nouns.contains(&head)
            {
                head_nouns.push(head);
            }
            self.breaker.break_words(&text, &mut self.tokens);
            let Some((capitals, cased)) = self.insert(&text, name, number) else {
                return Err(CompileError::EmptyName { id: entity.id.clone(), name: name.text.clone() });
            };
            let constraints = self.constraints(name, cased);
            rows.push(NameRow {
                entity: entity_ix,
                form: name.form,
                language: self.language(&name.language),
                case: name.case,
                capitals,
                unseen,
                short: text.chars().count() <= 3,
                name_class: entity.name_class,
                // The caller replaces this number.
                country_ix: 0,
                dated: entity.dated.is_some(),
                // A place or person is referred to by a head noun ("the Republic") only after one of its names that contains a head noun ("Kyrgyz Republic").
                introduces_head: entity.name_class.is_none() || self.has_head_noun(&text),
                valid: name.valid.or(entity.valid),
                prior: name.prior,
                inverted: name.inverted,
                constraints: (constraints != Constraints::default()).then(|| Box::new(constraints)),
            });
        }
        Ok(head_nouns)
    }

    fn language(&mut self, language: &str) -> u16 {
        let known = self.languages.iter().position(|known| known == language);
        let number = known.unwrap_or_else(|| {
            self.languages.push(language.to_owned());
            self.languages.len() - 1
        });
        number as u16
    }

    fn constraints(&mut self, name: &'a Name, cased: Vec<String>) -> Constraints {
        Constraints {
            cased,
            needs: name.needs.iter().filter_map(|cue| self.cue(cue)).collect(),
            not: name.not.iter().filter_map(|cue| self.cue(cue)).collect(),
            hints: name.hints.iter().filter_map(|cue| self.cue(cue)).collect(),
            before: name.before.iter().map(|phrase| self.guard(phrase)).collect(),
            after: name.after.iter().map(|phrase| self.guard(phrase)).collect(),
        }
    }

    /// Inserts a name into the phrase set. The words of `text` must be in `tokens`.
    ///
    /// Returns a bit mask with one bit for each of the first 64 words of the name. A bit is set if the word begins with a capital letter. For
    /// [`CasePolicy::Exact`], also returns the words with their case. Returns `None` if the name has no word, number or ideograph.
    fn insert(&mut self, text: &str, name: &Name, number: u32) -> Option<(u64, Vec<String>)> {
        let capitals = self.tokens.iter().take(64).enumerate().fold(0, |mask, (at, token)| mask | u64::from(token.capital) << at);
        let start = if name.case == CasePolicy::Any || capitals & 1 == 0 { Start::Any } else { Start::Capital };
        self.phrases.insert_tokens(text, &self.tokens, start, Role::Name(number, name.activation).code())?;
        let folder = self.phrases.folder();
        let exact = name.case == CasePolicy::Exact;
        let cased = if exact { self.tokens.iter().map(|token| folder.cased_word(token.text(text))).collect() } else { Vec::new() };
        Some((capitals, cased))
    }

    /// Returns the index of the head noun of a name. The head noun is the word before the first word such as "of" (see [`Parts::head_ends`]), or the last word
    /// if there is no such word. Returns `None` if this word is not in the list of head nouns.
    fn head_noun(&mut self, text: &str) -> Option<u32> {
        let words = self.words(text);
        let end = words.iter().position(|word| self.head_ends.contains(word)).unwrap_or(words.len());
        let head = words.get(end.checked_sub(1)?)?;
        (0..).zip(&self.head_nouns).find(|(_, spellings)| spellings.contains(head)).map(|(number, _)| number)
    }

    fn has_head_noun(&self, text: &str) -> bool {
        let folded = self.phrases.folder().word(text);
        self.head_nouns.iter().flatten().any(|spelling| folded.contains(spelling.as_str()))
    }

    /// Adds each combination of an article and a head noun to the phrase set.
    fn head_noun_phrases(&mut self) {
        for (number, (spellings, _)) in (0..).zip(&self.parts.head_nouns) {
            for (article, word) in self.articles.iter().flat_map(|article| spellings.iter().map(move |word| (article, word))) {
                let phrase = format!("{article} {word}");
                let _ = self.phrases.insert(&phrase, self.breaker, Start::Any, Role::HeadNoun(number).code());
            }
        }
    }

    /// Returns a name without its square brackets, together with the number of tokens before the opening bracket and the number of tokens after the closing
    /// bracket.
    fn unbracketed<'t>(&mut self, text: &'t str) -> (Cow<'t, str>, (u8, u8)) {
        let Some((lead, rest)) = text.split_once('[') else { return (Cow::Borrowed(text), (0, 0)) };
        let (inner, trail) = rest.split_once(']').unwrap_or((rest, ""));
        let count = |compiler: &mut Self, part: &str| u8::try_from(compiler.words(part).len()).unwrap_or(u8::MAX);
        let unseen = (count(self, lead), count(self, trail));
        (Cow::Owned(format!("{lead}{inner}{trail}")), unseen)
    }

    /// Returns the folded words of a phrase.
    fn words(&mut self, text: &str) -> Vec<String> {
        self.breaker.break_words(text, &mut self.tokens);
        self.tokens.iter().map(|token| self.phrases.folder().word(token.text(text))).collect()
    }

    /// Returns the words of a phrase as they are written.
    fn split(&mut self, text: &str) -> Vec<String> {
        self.breaker.break_words(text, &mut self.tokens);
        self.tokens.iter().map(|token| token.text(text).to_owned()).collect()
    }

    fn guard(&mut self, text: &str) -> Guard {
        Guard { capital: text.chars().next().is_some_and(char::is_uppercase), words: self.words(text) }
    }

    /// Returns the index of a cue. Adds the cue if it is new. Returns `None` if the cue contains no word; such cues are ignored.
    fn cue(&mut self, text: &'a str) -> Option<u32> {
        if let Some(known) = self.cues.get(text) {
            return Some(*known);
        }
        let number = self.cues.len() as u32;
        self.breaker.break_words(text, &mut self.tokens);
        let capital = self.tokens.first().is_some_and(|token| token.capital);
        let start = if capital { Start::Capital } else { Start::Any };
        self.phrases.insert(text, self.breaker, start, Role::Cue(number).code())?;
        self.cue_capitals.push(capital);
        self.cues.insert(text, number);
        Some(number)
    }
}
