//! Collects frames and word lists, and compiles them.

use crate::coder::EventCoder;
use crate::cue::Cue;
use crate::error::BuildError;
use crate::frame::{Frame, Side};
use crate::tables::{Belongs, CompiledFrame, Conditions, Heads, Outline, SMALL, SectorNoun, Slot, Tables, Use};
use crate::words::{NONE, Uses, key};
use chancery_text::Modality;
use chancery_text::key::without_possessive;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The built-in names for kinds of participants, which every condition can use.
const BUILT_IN: &str = "@actor, @place, @thing, @government, @official and @people";

/// Collects frames, word classes and cues, and builds an [`EventCoder`].
#[derive(Clone, Debug, Default)]
pub struct EventCoderBuilder {
    frames: Vec<Frame>,
    classes: HashMap<String, Vec<String>>,
    acts: HashMap<String, String>,
    obliged: HashMap<String, String>,
    noun_source: Vec<Side>,
    noun_target: Vec<Side>,
    placed: HashSet<String>,
    deeds: HashSet<String>,
    speeches: HashSet<String>,
    tables: Tables,
}

impl EventCoderBuilder {
    /// Adds a frame.
    ///
    /// If several frames match a verb, the coder uses the frame with the longest continuation, that is, with the most fixed words after the verb ("on" in
    /// "call on"). If several frames have a continuation of this length, it uses the one with the most conditions. Conditions that forbid something do not
    /// count. If several frames are still equal, it uses the one that was added first.
    pub fn frame(&mut self, frame: Frame) -> &mut Self {
        self.frames.push(frame);
        self
    }

    /// Adds the lemmas `words` to the word class `name`. Conditions refer to the class as `@` followed by its name.
    pub fn class<'w>(&mut self, name: &str, words: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.classes.entry(name.to_owned()).or_default().extend(words.into_iter().map(str::to_owned));
        self
    }

    /// Sets the two prepositions that the coder must know: `agent` introduces the actor in a passive clause ("by"), and `of` introduces an owner ("of").
    /// Default: none.
    pub fn prepositions(&mut self, agent: &str, of: &str) -> &mut Self {
        (self.tables.agent, self.tables.of) = (key(agent), key(of));
        self
    }

    /// Sets the parts of the clause in which the coder looks for the source and the target if a noun names the event. A frame can specify other parts in
    /// [`Frame::noun_source`] and [`Frame::noun_target`]. Default: none.
    pub fn noun_sides(&mut self, source: Vec<Side>, target: Vec<Side>) -> &mut Self {
        (self.noun_source, self.noun_target) = (source, target);
        self
    }

    /// Sets the PLOVER class of the act `act`. An empty `class` means that PLOVER has no class for the act. Default: the class has the same name as the act.
    pub fn act(&mut self, act: &str, class: &str) -> &mut Self {
        self.acts.insert(act.to_owned(), class.to_owned());
        self
    }

    /// Sets the PLOVER class of statements that somebody else must do something. `act` is the act of the verb that introduces the statement. For example, the
    /// act of "said" can get the class REQUEST in "said that Iran must leave".
    pub fn obliged(&mut self, act: &str, class: &str) -> &mut Self {
        self.obliged.insert(act.to_owned(), class.to_owned());
        self
    }

    /// Adds inflected forms of `lemma`. A form can belong to at most two lemmas; a third one is ignored.
    pub fn forms<'w>(&mut self, lemma: &str, forms: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let number = self.tables.words.lemma(lemma);
        for form in forms {
            self.tables.words.form(form, number);
        }
        self
    }

    /// Adds a support verb, which expresses an act only together with a noun ("launch" in "launch an attack"). If `verb` has several words, the
    /// words after the first must follow the verb in the text.
    pub fn support(&mut self, verb: &str) -> &mut Self {
        let mut words = verb.split_whitespace();
        let first = self.tables.words.lemma(words.next().unwrap_or_default());
        self.tables.support.entry(first).or_default().push(words.map(key).collect());
        self
    }

    /// Sets the firmness of the act of speech that `verb` expresses, from 1 ("recall") to 6 ("condemn"). The value 0 means that `verb` does not express an act
    /// of speech. `verb` is a verb or noun; if it has several words, the words after the first must follow the first in the text.
    pub fn firmness(&mut self, verb: &str, firmness: u8) -> &mut Self {
        let mut words = verb.split_whitespace();
        let first = self.tables.words.lemma(words.next().unwrap_or_default());
        let list = self.tables.firmness.entry(first).or_default();
        list.push((words.map(key).collect(), firmness));
        list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        self
    }

    /// Sets the sector (role in society) of people who act for a government. The condition `@government` accepts these people, and also states and
    /// organisations. Default: none.
    pub fn government(&mut self, sector: &str) -> &mut Self {
        sector.clone_into(&mut self.tables.government);
        self
    }

    /// Adds sectors of people who act neither for a state nor for an armed group ("farmers"). The condition `@people` accepts these people, and also people
    /// named after their state ("Chileans"). Default: none.
    pub fn people_sectors<'w>(&mut self, sectors: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.tables.people_sectors.extend(sectors.into_iter().map(str::to_owned));
        self
    }

    /// Adds acts whose targets belong to the country where the act happens, unless the text names another state ("killed 12 people in Baghdad").
    /// Default: none.
    pub fn placed<'w>(&mut self, acts: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.placed.extend(acts.into_iter().map(str::to_owned));
        self
    }

    /// Adds acts that cannot be performed by words alone. Somebody who "wants to attack" only plans the act, but the words "wishes to thank" are themselves
    /// an expression of thanks. Default: none.
    pub fn deeds<'w>(&mut self, acts: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.deeds.extend(acts.into_iter().map(str::to_owned));
        self
    }

    /// Sets the sector of people and bodies that belong to an organisation ("the agencies of the United Nations"). They get this sector instead of the one
    /// that is set with [`government`](Self::government). Default: none.
    pub fn organisation(&mut self, sector: &str) -> &mut Self {
        sector.clone_into(&mut self.tables.organisation);
        self
    }

    /// Adds expressions that begin with a noun for people or bodies but name a thing ("state of affairs"). A star stands for any word in lower case. In an
    /// expression with a star, the first word must be in lower case too. "state of *", for example, matches "the state of relations" but not "a State of the
    /// region". Default: none.
    pub fn things<'w>(&mut self, expressions: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let word = |word: &str| if word == "*" { SMALL } else { key(word) };
        let keys = expressions.into_iter().map(|words| words.split_whitespace().map(word).collect::<Vec<_>>());
        self.tables.things.extend(keys.filter(|keys| !keys.is_empty()));
        self
    }

    /// Adds reciprocal pronouns ("each other", "one another"). If the object is such a pronoun, the participants in the source are also the target.
    /// Default: none.
    pub fn mutual<'w>(&mut self, pronouns: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let keys = pronouns.into_iter().map(|words| words.split_whitespace().map(key).collect::<Vec<_>>());
        self.tables.mutual.extend(keys.filter(|keys| !keys.is_empty()));
        self
    }

    /// Adds expressions that introduce examples of a group ("such as" in "countries such as Jordan"). Default: none.
    pub fn examples<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let keys = words.into_iter().map(|words| words.split_whitespace().map(key).collect::<Vec<_>>());
        self.tables.examples.extend(keys.filter(|keys| !keys.is_empty()));
        self
    }

    /// Adds acts that a speaker performs even with a modal verb: a speaker who says "we must add" adds something, and one who says "we can reaffirm"
    /// reaffirms something. Default: none.
    pub fn speeches<'w>(&mut self, acts: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.speeches.extend(acts.into_iter().map(str::to_owned));
        self
    }

    /// Adds all forms of a noun for people or bodies. `sector` is the role of these people or bodies in society. `belongs` says which words after the noun show
    /// the state to which they belong. If a form has several words, these words must be adjacent in the text.
    pub fn people<'w>(&mut self, sector: &str, belongs: Belongs, forms: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let known = self.tables.sectors.iter().position(|known| known == sector);
        let number = known.unwrap_or_else(|| {
            self.tables.sectors.push(sector.to_owned());
            self.tables.sectors.len() - 1
        });
        for form in forms {
            let mut words: Vec<u64> = form.split_whitespace().map(|word| key(without_possessive(word))).collect();
            if let Some(last) = words.pop() {
                let next = self.tables.people.len() as u32;
                let word = self.tables.words.word(last);
                if word.people == NONE {
                    word.people = next;
                    self.tables.people.push(Vec::new());
                }
                let list = word.people as usize;
                self.tables.people[list].push(SectorNoun { before: words, sector: number as u16, belongs });
            }
        }
        self
    }

    /// Adds word forms that have the meaning `cue`.
    pub fn cue<'w>(&mut self, cue: Cue, forms: impl IntoIterator<Item = &'w str>) -> &mut Self {
        for form in forms {
            self.tables.words.cue(form, cue);
        }
        self
    }

    /// Adds a class conversion: an event of the class `class` with the voice `voice` gets the class `becomes`. PLOVER defines such conversions. For example,
    /// an ASSAULT with the voice `future` becomes a THREATEN.
    pub fn conversion(&mut self, class: &str, voice: Modality, becomes: &str) -> &mut Self {
        self.tables.conversions.push((class.to_owned(), voice, becomes.to_owned()));
        self
    }

    /// Sets the quad class of a PLOVER class: 1 for verbal cooperation, 2 for material cooperation, 3 for verbal conflict and 4 for material conflict. Default:
    /// 0, which means that the class has no quad class.
    pub fn quad(&mut self, class: &str, quad: u8) -> &mut Self {
        self.tables.quads.push((class.to_owned(), quad));
        self
    }

    /// Sets the value of a CAMEO code on the Goldstein scale, in tenths (19 for 1.9). Longer codes that begin with this code get the same value,
    /// unless their own value or that of a longer prefix is set.
    pub fn goldstein(&mut self, code: &str, tenths: i16) -> &mut Self {
        self.tables.goldstein.push((code.to_owned(), tenths));
        self
    }

    /// Returns the lemmas that the frames and word classes contain, sorted and without duplicates. Use [`forms`](Self::forms) to add their inflected forms.
    #[must_use]
    pub fn lemmas(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        let mut add = |words: &[String]| {
            all.extend(
                words
                    .iter()
                    .filter(|word| !word.starts_with('@') && *word != "*")
                    .flat_map(|word| word.split_whitespace().map(str::to_owned)),
            )
        };
        for frame in &self.frames {
            let firsts: Vec<String> = frame.verbs.iter().filter_map(|verb| verb.split_whitespace().next().map(str::to_owned)).collect();
            add(&firsts);
            add(&frame.nouns);
            let c = &frame.conditions;
            for list in [&c.object, &c.not_object, &c.subject, &c.not_subject, &c.complement, &c.words, &c.unless] {
                add(list);
            }
            c.prepositions.iter().chain(&c.not_prepositions).for_each(|(_, list)| add(list));
        }
        self.classes.values().for_each(|list| add(list));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Builds the coder.
    ///
    /// # Errors
    /// Returns an error if a frame refers to a word class that does not exist, or if a frame has neither a verb nor a noun.
    pub fn build(mut self) -> Result<EventCoder, BuildError> {
        let (mut verbs, mut fallbacks): (BTreeMap<u32, Vec<Use>>, BTreeMap<u32, Vec<Use>>) = Default::default();
        for frame in std::mem::take(&mut self.frames) {
            let number = self.tables.frames.len() as u32;
            if frame.verbs.is_empty() && frame.nouns.is_empty() {
                return Err(BuildError::new(&frame.id, "a frame needs at least one verb or noun".to_owned()));
            }
            let compiled = self.compile(&frame)?;
            self.tables.frames.push(compiled);
            for (words, nouns) in frame.verbs.iter().map(|verb| (verb, false)).chain(frame.nouns.iter().map(|noun| (noun, true))) {
                let mut words = words.split_whitespace();
                let (first, rest) = if nouns {
                    // The last word of a multi-word noun is its head. The other words must come directly before the head.
                    let mut words: Vec<&str> = words.collect();
                    let last = words.pop().unwrap_or_default();
                    (last, words.into_iter().map(key).collect())
                } else {
                    (words.next().unwrap_or_default(), words.map(key).collect::<Vec<_>>())
                };
                let first = self.tables.words.lemma(first);
                let used = Use { rest, frame: number };
                let verbs = if frame.fallback { &mut fallbacks } else { &mut verbs };
                if nouns { self.tables.nouns.entry(first).or_default().push(used) } else { verbs.entry(first).or_default().push(used) }
            }
        }
        for word in verbs.values().chain(fallbacks.values()).flatten().filter_map(|used| used.rest.first()) {
            self.tables.words.continues(*word);
        }
        for (lemma, uses) in verbs {
            let verb = self.tables.verb(uses);
            self.tables.verbs.insert(lemma, verb);
        }
        for (lemma, uses) in fallbacks {
            let verb = self.tables.verb(uses);
            self.tables.fallbacks.insert(lemma, verb);
        }
        self.tables.goldstein.sort();
        // The sort puts uses of the same words next to each other. It is stable, so these uses stay in the order of their frames.
        let order = |a: &Use, b: &Use| b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest));
        let mut nouns = std::mem::take(&mut self.tables.nouns);
        nouns.values_mut().for_each(|uses| {
            uses.sort_by(order);
            *uses = self.tables.noun(std::mem::take(uses));
        });
        self.tables.nouns = nouns;
        self.tables.outlines = self.tables.frames.iter().map(Outline::new).collect();
        self.tables.support.values_mut().for_each(|all| all.sort_by_key(|rest| std::cmp::Reverse(rest.len())));
        self.tables.people.iter_mut().for_each(|all| all.sort_by_key(|noun| std::cmp::Reverse(noun.before.len())));
        let Tables { verbs, fallbacks, nouns, support, .. } = &self.tables;
        let looked_for = self.tables.looked_for();
        let uses = [
            (Uses::VERB, verbs.keys().chain(fallbacks.keys()).chain(support.keys()).copied().collect()),
            (Uses::NOUN, nouns.keys().copied().collect()),
            (Uses::LOOKED_FOR, looked_for),
        ];
        let of = |lemma: u32| {
            let served = uses.iter().filter(|(_, lemmas): &&(Uses, HashSet<u32>)| lemmas.contains(&lemma));
            served.fold(Uses::default(), |all, (uses, _)| all.or(*uses))
        };
        self.tables.words.set_uses(of);
        Ok(EventCoder::new(self.tables))
    }

    fn compile(&mut self, frame: &Frame) -> Result<CompiledFrame, BuildError> {
        let c = &frame.conditions;
        let prepositions = self.pairs(&frame.id, &c.prepositions)?;
        let not_prepositions = self.pairs(&frame.id, &c.not_prepositions)?;
        let mut heads = |list: &[String]| self.heads(&frame.id, list);
        let clause = c.clause.iter().fold(0, |bits, kind| {
            bits | match kind.as_str() {
                "to" => 1,
                "that" => 2,
                "ing" => 4,
                _ => 0,
            }
        });
        let mut compiled = CompiledFrame {
            id: frame.id.clone(),
            act: frame.act.clone(),
            mode: frame.mode.clone(),
            cameo: frame.cameo.clone(),
            none: frame.act == "NONE",
            source: slots(&frame.source, &[Side::Subject]),
            target: slots(&frame.target, &[Side::Object]),
            reciprocal: frame.reciprocal,
            fallback: frame.fallback,
            asks: Conditions {
                object: heads(&c.object)?,
                not_object: heads(&c.not_object)?,
                subject: heads(&c.subject)?,
                not_subject: heads(&c.not_subject)?,
                prepositions,
                not_prepositions,
                clause,
                complement: heads(&c.complement)?,
                passive: c.passive,
                words: heads(&c.words)?,
                unless: heads(&c.unless)?,
                negated: c.negated,
            },
            ..CompiledFrame::default()
        };
        compiled.placed = self.placed.contains(&frame.act);
        compiled.deed = self.deeds.contains(&frame.act);
        compiled.speech = self.speeches.contains(&frame.act);
        compiled.obliged = self.obliged.get(&frame.act).cloned().unwrap_or_default();
        compiled.class = frame.class.clone().or_else(|| self.acts.get(&frame.act).cloned()).unwrap_or_else(|| frame.act.clone());
        compiled.noun_source = slots(&frame.noun_source, &self.noun_source);
        compiled.noun_target = if frame.noun_target.is_empty() {
            let mut target: Vec<Slot> = frame.target.iter().filter(|side| matches!(side, Side::Preposition(_))).map(slot).collect();
            target.extend(self.noun_target.iter().map(slot));
            target
        } else {
            slots(&frame.noun_target, &[])
        };
        compiled.asks_doer = compiled.target.first() == Some(&Slot::ObjectPreposition(self.tables.agent));
        for slot in compiled.noun_source.iter_mut().chain(compiled.noun_target.iter_mut()) {
            // A slot is a part of a clause or noun phrase in which a frame looks for the source or the target. If a noun names the event, both are inside its
            // noun phrase, not in the clause around it. The slots of a clause are therefore replaced with the corresponding slots of the noun.
            *slot = match *slot {
                Slot::Preposition(preposition) => Slot::ObjectPreposition(preposition),
                Slot::Subject => Slot::ObjectOwner,
                Slot::Object => Slot::ObjectPreposition(self.tables.of),
                other => other,
            };
        }

        let positive = [&c.object, &c.subject, &c.complement, &c.words, &c.clause];
        compiled.weight = positive.into_iter().filter(|list| !list.is_empty()).count() as u32
            + c.prepositions.len() as u32
            + u32::from(c.passive.is_some())
            + u32::from(c.negated.is_some());
        Ok(compiled)
    }

    /// Compiles the conditions on prepositions of the frame with the id `frame`. Each item of `list` contains a preposition and the heads to which the
    /// condition applies.
    fn pairs(&mut self, frame: &str, list: &[(String, Vec<String>)]) -> Result<Vec<(u64, Heads)>, BuildError> {
        list.iter().map(|(preposition, list)| Ok((key(preposition), self.heads(frame, list)?.unwrap_or_default()))).collect()
    }

    /// Compiles a list of heads of the frame with the id `frame`. Word classes are replaced with their lemmas. Returns `None` for an empty list.
    fn heads(&mut self, frame: &str, list: &[String]) -> Result<Option<Heads>, BuildError> {
        if list.is_empty() {
            return Ok(None);
        }
        let mut heads = Heads::default();
        for item in list {
            match item.as_str() {
                "*" => heads.any = true,
                "@actor" => heads.actor = true,
                "@place" => heads.place = true,
                "@thing" => heads.thing = true,
                "@government" => heads.government = true,
                "@people" => heads.people = true,
                "@official" => heads.official = true,
                _ => {
                    let words = match item.strip_prefix('@') {
                        Some(class) => match self.classes.get(class) {
                            Some(words) => words.clone(),
                            None => {
                                let message = format!("there is no class of words \"{item}\"; the built-in ones are {BUILT_IN}");
                                return Err(BuildError::new(frame, message));
                            }
                        },
                        None => vec![item.clone()],
                    };
                    for word in words {
                        if word.starts_with('@') {
                            if let Some(inner) = self.heads(frame, &[word])? {
                                heads.lemmas.extend(inner.lemmas);
                                heads.terms.extend(inner.terms);
                                heads.actor |= inner.actor;
                                heads.place |= inner.place;
                                heads.thing |= inner.thing;
                                heads.government |= inner.government;
                                heads.people |= inner.people;
                                heads.official |= inner.official;
                            }
                            continue;
                        }
                        let lemmas: Vec<u32> = word.split_whitespace().map(|word| self.tables.words.lemma(word)).collect();
                        match lemmas[..] {
                            [lemma] => heads.lemmas.push(lemma),
                            _ => heads.terms.push(lemmas),
                        }
                    }
                }
            }
        }
        heads.lemmas.sort_unstable();
        heads.lemmas.dedup();
        Ok(Some(heads))
    }
}

/// Compiles `sides`, or `default` if `sides` is empty.
fn slots(sides: &[Side], default: &[Side]) -> Vec<Slot> {
    let sides = if sides.is_empty() { default } else { sides };
    sides.iter().map(slot).collect()
}

fn slot(side: &Side) -> Slot {
    match side {
        Side::Subject => Slot::Subject,
        Side::Object => Slot::Object,
        Side::Indirect => Slot::Indirect,
        Side::Preposition(preposition) => Slot::Preposition(key(preposition)),
        Side::ObjectOwner => Slot::ObjectOwner,
        Side::ObjectPreposition(preposition) => Slot::ObjectPreposition(key(preposition)),
        Side::SubjectPreposition(preposition) => Slot::SubjectPreposition(key(preposition)),
        Side::SubjectOwner => Slot::SubjectOwner,
        Side::ComplementPreposition(preposition) => Slot::ComplementPreposition(key(preposition)),
        Side::ComplementSubject => Slot::ComplementSubject,
        Side::ComplementObject => Slot::ComplementObject,
    }
}

impl EventCoder {
    /// Returns a builder without frames.
    #[must_use]
    pub fn builder() -> EventCoderBuilder {
        EventCoderBuilder::default()
    }
}
