//! From entries to a gazetteer.

use crate::entity_types::EntityTypes;
use crate::entry::{Activation, CasePolicy, Entity, Link};
use crate::gazetteer::{Constraints, EntityRow, Gazetteer, NameRow};
use crate::head_nouns::HeadNouns;
use crate::local::DefinitionWords;
use crate::name_context::{ContextLexicon, NameContext};
use crate::scan_hits::Role;
use chancery_phrases::{PhrasesBuilder, Start, TooLarge};
use chancery_text::fold::Folder;
use chancery_text::{EntityIx, Form, Relation, RelationKind, Token, WordBreaker};
use std::collections::{BTreeMap, HashMap};

/// A gazetteer that cannot be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A form of this entity holds no letter or digit.
    #[error("the form \"{form}\" of {id} holds no letter or digit")]
    EmptyForm {
        /// The entity.
        id: String,
        /// The form.
        form: String,
    },
    /// There are more names than 29 bits can count, or more words or nodes than 31.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// Collects entities and builds a [`Gazetteer`].
#[derive(Debug, Default)]
pub struct GazetteerBuilder {
    entities: Vec<Entity>,
    folder: Folder,
    clitics: Vec<String>,
    definition_cues: Vec<String>,
    articles: Vec<String>,
    collectives: Vec<String>,
    company: Vec<(NameContext, String)>,
    joins: Vec<String>,
    year_leads: Vec<String>,
    heads: Vec<(Vec<String>, bool)>,
    head_ends: Vec<String>,
    language_nouns: Vec<String>,
    deictics: Vec<String>,
}

impl GazetteerBuilder {
    /// An empty builder with the plain folder and no possessive endings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Folds names and texts with this folder.
    #[must_use]
    pub fn with_folder(mut self, folder: Folder) -> Self {
        self.folder = folder;
        self
    }

    /// Lets a name be followed by this ending in the same token ("'s").
    #[must_use]
    pub fn with_clitic(mut self, clitic: &str) -> Self {
        self.clitics.push(self.folder.word(clitic));
        self
    }

    /// Adds a phrase behind which a document defines a short name ("hereinafter referred to as").
    #[must_use]
    pub fn with_definition_cue(mut self, phrase: &str) -> Self {
        self.definition_cues.push(phrase.to_owned());
        self
    }

    /// Adds a word that names several at once where a document defines it ("the Parties"): a short name that ends with it is not one of the last thing named alone.
    #[must_use]
    pub fn with_collective(mut self, word: &str) -> Self {
        self.collectives.push(self.folder.word(word));
        self
    }

    /// Adds an article that may stand before such a name ("the").
    #[must_use]
    pub fn with_article(mut self, word: &str) -> Self {
        self.articles.push(self.folder.word(word));
        self
    }

    /// Adds a phrase beside which the name of a place is a part of another name.
    #[must_use]
    pub fn with_name_context(mut self, beside: NameContext, phrase: &str) -> Self {
        self.company.push((beside, phrase.to_owned()));
        self
    }

    /// Adds a word that joins names of one kind ("and").
    #[must_use]
    pub fn with_join(mut self, word: &str) -> Self {
        self.joins.push(self.folder.word(word));
        self
    }

    /// Adds words that stand between a name and its year ("of").
    #[must_use]
    pub fn with_year_lead(mut self, phrase: &str) -> Self {
        self.year_leads.push(phrase.to_owned());
        self
    }

    /// Adds a head of names, in all its spellings: behind "Security Council" the document may say "the Council". It is looked for behind each article.
    /// `of_organs` says that where only a body is named its one organ with this head is meant ("the Secretariat").
    #[must_use]
    pub fn with_head(mut self, spellings: &[String], of_organs: bool) -> Self {
        self.heads.push((spellings.to_vec(), of_organs));
        self
    }

    /// Adds an article that points at what the document is about ("this Assembly").
    #[must_use]
    pub fn with_deictic(mut self, word: &str) -> Self {
        self.deictics.push(self.folder.word(word));
        self
    }

    /// Adds a noun before which adjectives are languages and no states ("in the Thai and Lao languages").
    #[must_use]
    pub fn with_language_noun(mut self, word: &str) -> Self {
        self.language_nouns.push(self.folder.word(word));
        self
    }

    /// Adds a word at which the head of a name ends ("of").
    #[must_use]
    pub fn with_head_end(mut self, word: &str) -> Self {
        self.head_ends.push(self.folder.word(word));
        self
    }

    /// Adds an entity.
    pub fn push(&mut self, entity: Entity) {
        self.entities.push(entity);
    }

    /// Builds the gazetteer; names are cut into words by `breaker`, which must be the one that cuts the documents.
    ///
    /// # Errors
    /// If a form has no letter or digit, or there are more names than can be counted.
    pub fn build(self, breaker: &dyn WordBreaker) -> Result<Gazetteer, BuildError> {
        let Self {
            entities: given,
            folder,
            clitics,
            definition_cues,
            articles,
            collectives,
            company,
            joins,
            year_leads,
            heads,
            head_ends,
            language_nouns,
            deictics,
        } = self;
        let phrases = clitics.iter().fold(PhrasesBuilder::new(folder), |phrases, clitic| phrases.with_clitic(clitic));
        let mut work = Compiler { breaker, phrases, tokens: Vec::new(), cues: HashMap::new(), cue_capitals: Vec::new() };
        let numbers: HashMap<String, EntityIx> =
            given.iter().enumerate().map(|(number, entity)| (entity.id.clone(), EntityIx(number as u32))).collect();
        let spelled: Vec<Vec<String>> =
            heads.iter().map(|(head, _)| head.iter().map(|word| work.phrases.folder().word(word)).collect()).collect();
        let mut countries: HashMap<String, u32> = HashMap::new();
        let (mut entities, mut names, mut languages) = (Vec::new(), Vec::new(), vec![String::new()]);
        for entity in given {
            let entity_ix = entities.len() as u32;
            let country_ix = entity.country.as_ref().map_or(0, |country| {
                let next = countries.len() as u32 + 1;
                *countries.entry(country.clone()).or_insert(next)
            });
            let mut own_heads: Vec<u32> = Vec::new();
            for name in entity.names {
                let number = u32::try_from(names.len()).ok().filter(|number| number >> 29 == 0).ok_or(TooLarge)?;
                if entity.headed && name.form < Form::Abbreviation && name.when == Activation::Always {
                    let head = work.head(&name.text, &head_ends);
                    if let Some(number) = spelled.iter().position(|spellings| head.as_ref().is_some_and(|head| spellings.contains(head)))
                        && !own_heads.contains(&(number as u32))
                    {
                        own_heads.push(number as u32);
                    }
                }
                let (text, unseen) = work.unbracketed(&name.text);
                let Some((capitals, cased)) = work.name(&text, name.case, number, name.when) else {
                    return Err(BuildError::EmptyForm { id: entity.id, form: name.text });
                };
                let language = languages.iter().position(|known| *known == name.language).unwrap_or_else(|| {
                    languages.push(name.language);
                    languages.len() - 1
                });
                let constraints = Constraints {
                    cased,
                    needs: name.needs.iter().filter_map(|cue| work.cue(cue)).collect(),
                    not: name.not.iter().filter_map(|cue| work.cue(cue)).collect(),
                    before: name.before.iter().map(|phrase| work.guard(phrase)).collect(),
                    after: name.after.iter().map(|phrase| work.guard(phrase)).collect(),
                };
                names.push(NameRow {
                    entity: entity_ix,
                    form: name.form,
                    language: language as u16,
                    case: name.case,
                    when: name.when,
                    capitals,
                    unseen,
                    short: text.chars().count() <= 3,
                    sort: entity.sort,
                    country_ix,
                    dated: entity.dated.is_some(),
                    // States are called by heads only where their full names stood.
                    headed: entity.sort.is_none() || {
                        let folded = work.phrases.folder().word(&text);
                        spelled.iter().flatten().any(|spelling| folded.contains(spelling.as_str()))
                    },
                    valid: name.valid.or(entity.valid),
                    prior: name.prior,
                    constraints: (constraints != Constraints::default()).then(|| Box::new(constraints)),
                });
            }
            entities.push(EntityRow {
                label: if entity.label.is_empty() { entity.id.clone() } else { entity.label },
                id: entity.id,
                kind: entity.kind,
                class: entity.class,
                country_ix,
                country: entity.country,
                wikidata: entity.wikidata,
                silent: entity.silent,
                sort: entity.sort,
                dated: entity.dated,
                heads: own_heads,
                organs: Vec::new(),
                valid: entity.valid,
                sector: entity.sector,
                refers: entity.refers,
                relations: relations(&entity.links, &numbers),
            });
        }
        let mut cues: Vec<Vec<String>> = definition_cues.iter().map(|phrase| work.words(phrase)).collect();
        cues.sort_by_key(|words| std::cmp::Reverse(words.len()));
        for (number, (head, _)) in heads.iter().enumerate() {
            for (article, word) in articles.iter().flat_map(|article| head.iter().map(move |word| (article, word))) {
                let _ = work.phrases.insert(&format!("{article} {word}"), breaker, Start::Any, Role::Head(number as u32).code());
            }
        }
        let of_organs: Vec<bool> = heads.iter().map(|(_, of_organs)| *of_organs).collect();
        stand_for_organs(&mut entities, &of_organs);
        for name in &mut names {
            let entity: &EntityRow = &entities[name.entity as usize];
            name.headed = name.headed && !entity.heads.is_empty() || !entity.organs.is_empty();
        }
        let heads = HeadNouns { spellings: heads.into_iter().map(|(head, _)| head).collect(), ends: head_ends, deictics };
        let company = ContextLexicon::new(company.iter().map(|(beside, phrase)| (*beside, work.words(phrase))).collect());
        let year_leads = year_leads.iter().map(|phrase| work.words(phrase)).collect();
        let Compiler { phrases, cue_capitals, .. } = work;
        let definition_words = DefinitionWords { cues, articles, collectives };
        Ok(Gazetteer {
            phrases: phrases.build()?,
            cue_capitals,
            kinds: EntityTypes::of(entities.iter()),
            entities,
            names,
            languages,
            definition_words,
            company,
            heads,
            joins,
            year_leads,
            language_nouns,
        })
    }
}

/// Links with numbers for ids, in order of kind.
fn relations(links: &[Link], numbers: &HashMap<String, EntityIx>) -> Vec<Relation> {
    let number = |id: &String| numbers.get(id).copied();
    let mut relations: Vec<Relation> = links
        .iter()
        .filter_map(|link| {
            Some(Relation { kind: link.kind, of: number(&link.of)?, at: link.at.as_ref().and_then(number), valid: link.valid })
        })
        .collect();
    relations.sort_by_key(|relation| relation.kind);
    relations
}

/// Lets each body that has organs stand for itself by its own heads, and for an organ by a head that just one of its organs has: those of `of_organs`.
fn stand_for_organs(entities: &mut [EntityRow], of_organs: &[bool]) {
    let mut organs: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (number, entity) in entities.iter().enumerate().filter(|(_, entity)| !entity.heads.is_empty()) {
        for body in entity.relations.iter().filter(|relation| relation.kind == RelationKind::Of) {
            organs.entry(body.of.0).or_default().push(number as u32);
        }
    }
    for (body, organs) in organs {
        let has = |entity: u32, head: u32| entities[entity as usize].heads.contains(&head);
        let meant = |head: u32| {
            let mut with = organs.iter().filter(|&&organ| has(organ, head));
            let only = with.next().filter(|_| with.next().is_none());
            if has(body, head) { Some(body) } else { only.copied() }
        };
        let heads = (0..of_organs.len() as u32).filter(|head| of_organs[*head as usize]);
        let stands_for: Vec<(u32, u32)> = heads.filter_map(|head| Some((head, meant(head)?))).collect();
        entities[body as usize].organs = stands_for;
    }
}

struct Compiler<'a> {
    breaker: &'a dyn WordBreaker,
    phrases: PhrasesBuilder,
    tokens: Vec<Token>,
    cues: HashMap<String, u32>,
    /// Whether each cue begins with a capital.
    cue_capitals: Vec<bool>,
}

impl Compiler<'_> {
    /// Puts a name in. Which of its first 64 words begin with a capital, and its words with case kept if case counts; `None` if it has no word.
    fn name(&mut self, text: &str, case: CasePolicy, number: u32, when: Activation) -> Option<(u64, Vec<String>)> {
        self.breaker.break_words(text, &mut self.tokens);
        let capitals = self.tokens.iter().take(64).enumerate().fold(0, |mask, (at, token)| mask | u64::from(token.capital) << at);
        let start = if case == CasePolicy::Any || capitals & 1 == 0 { Start::Any } else { Start::Capital };
        self.phrases.insert(text, self.breaker, start, Role::Name(number, when).code())?;
        let folder = self.phrases.folder();
        let exact = case == CasePolicy::Exact;
        let cased = if exact { self.tokens.iter().map(|token| folder.cased_word(token.text(text))).collect() } else { Vec::new() };
        Some((capitals, cased))
    }

    /// The head of a name, folded: the word before the first of these ends, or the last.
    fn head(&mut self, text: &str, ends: &[String]) -> Option<String> {
        let words = self.words(text);
        let end = words.iter().position(|word| ends.contains(word)).unwrap_or(words.len());
        words.get(end.checked_sub(1)?).cloned()
    }

    /// A name without its square brackets, and how many of its tokens stand before and behind them.
    fn unbracketed(&mut self, text: &str) -> (String, (u8, u8)) {
        let Some((lead, rest)) = text.split_once('[') else { return (text.to_owned(), (0, 0)) };
        let (inner, trail) = rest.split_once(']').unwrap_or((rest, ""));
        let count = |work: &mut Self, part: &str| u8::try_from(work.words(part).len()).unwrap_or(u8::MAX);
        let unseen = (count(self, lead), count(self, trail));
        (format!("{lead}{inner}{trail}"), unseen)
    }

    /// The folded words of a phrase.
    fn words(&mut self, text: &str) -> Vec<String> {
        self.breaker.break_words(text, &mut self.tokens);
        self.tokens.iter().map(|token| self.phrases.folder().word(token.text(text))).collect()
    }

    /// The folded words of a guard, and whether it begins with a capital.
    fn guard(&mut self, text: &str) -> (bool, Vec<String>) {
        (text.chars().next().is_some_and(char::is_uppercase), self.words(text))
    }

    /// The number of a cue; `None` if it has no word.
    fn cue(&mut self, text: &str) -> Option<u32> {
        if let Some(known) = self.cues.get(text) {
            return Some(*known);
        }
        let number = self.cues.len() as u32;
        self.breaker.break_words(text, &mut self.tokens);
        let capital = self.tokens.first().is_some_and(|token| token.capital);
        let start = if capital { Start::Capital } else { Start::Any };
        self.phrases.insert(text, self.breaker, start, Role::Cue(number).code())?;
        self.cue_capitals.push(capital);
        self.cues.insert(text.to_owned(), number);
        Some(number)
    }
}
