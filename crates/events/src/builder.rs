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

/// The names with which a condition can refer to kinds of participants. They need no word class.
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
    /// Adds a frame. The continuation of a frame consists of the words that must follow the verb ("on" in "call on"). If several frames match,
    /// the frame with the longest continuation is chosen, then the frame with the most conditions, and then the frame that was added first.
    pub fn frame(&mut self, frame: Frame) -> &mut Self {
        self.frames.push(frame);
        self
    }

    /// Adds lemmas to a word class. Conditions refer to the class as `@name`.
    pub fn class<'w>(&mut self, name: &str, words: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.classes.entry(name.to_owned()).or_default().extend(words.into_iter().map(str::to_owned));
        self
    }

    /// Sets two prepositions: `agent` introduces the actor in a passive clause ("by"), and `of` introduces an owner ("of").
    pub fn prepositions(&mut self, agent: &str, of: &str) -> &mut Self {
        (self.tables.agent, self.tables.of) = (key(agent), key(of));
        self
    }

    /// For events that are named by a noun, sets the parts of the clause that are searched for the source and for the target. A frame can specify
    /// other parts in [`Frame::noun_source`] and [`Frame::noun_target`]. Default: none.
    pub fn noun_sides(&mut self, source: Vec<Side>, target: Vec<Side>) -> &mut Self {
        (self.noun_source, self.noun_target) = (source, target);
        self
    }

    /// Sets the PLOVER class of the act `act`. An empty `class` means that PLOVER has no class for the act. Default: the act itself.
    pub fn act(&mut self, act: &str, class: &str) -> &mut Self {
        self.acts.insert(act.to_owned(), class.to_owned());
        self
    }

    /// Sets the PLOVER class that an event with the act of speech `act` has if the speaker says that somebody else must do something. For example, "said that
    /// Iran must leave" is a REQUEST.
    pub fn obliged(&mut self, act: &str, class: &str) -> &mut Self {
        self.obliged.insert(act.to_owned(), class.to_owned());
        self
    }

    /// Adds the inflected forms of `lemma`.
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

    /// Sets how firm an act of speech is, from 1 ("recall") to 6 ("condemn"). `verb` is the verb or noun that expresses the act. If `verb` has several words,
    /// the words after the first word must follow that word in the text. The value 0 means that the verb or noun does not express an act of speech.
    pub fn firmness(&mut self, verb: &str, firmness: u8) -> &mut Self {
        let mut words = verb.split_whitespace();
        let first = self.tables.words.lemma(words.next().unwrap_or_default());
        let list = self.tables.firmness.entry(first).or_default();
        list.push((words.map(key).collect(), firmness));
        list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        self
    }

    /// Sets the sector (role in society) of people who act for a government. Conditions refer to these people as `@government`. Default: none.
    pub fn government(&mut self, sector: &str) -> &mut Self {
        sector.clone_into(&mut self.tables.government);
        self
    }

    /// Adds sectors of people who act neither for a state nor for an armed group. Conditions refer to these people as `@people`. Default: none.
    pub fn people_sectors<'w>(&mut self, sectors: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.tables.people_sectors.extend(sectors.into_iter().map(str::to_owned));
        self
    }

    /// Adds acts whose targets belong to the country where the act happens, unless the text says otherwise ("killed 12 people in Baghdad").
    /// Default: none.
    pub fn placed<'w>(&mut self, acts: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.placed.extend(acts.into_iter().map(str::to_owned));
        self
    }

    /// Adds acts that cannot be performed by words alone. Somebody who "wants to attack" only plans the act, but somebody who "wishes to thank" performs the
    /// act by saying so. Default: none.
    pub fn deeds<'w>(&mut self, acts: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.deeds.extend(acts.into_iter().map(str::to_owned));
        self
    }

    /// Sets the sector of people and bodies that belong to an organisation ("the agencies of the United Nations"). For these people and bodies,
    /// this sector replaces the one that is set with [`government`](Self::government). Default: none.
    pub fn organisation(&mut self, sector: &str) -> &mut Self {
        sector.clone_into(&mut self.tables.organisation);
        self
    }

    /// Adds expressions that begin with a noun for people or bodies but name a thing ("state of affairs"). A star stands for any word; this word and the first
    /// word of the expression must be in lower case: "state of *" for "the state of relations", but not for "a State of the region". Default: none.
    pub fn things<'w>(&mut self, expressions: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let word = |word: &str| if word == "*" { SMALL } else { key(word) };
        let keys = expressions.into_iter().map(|words| words.split_whitespace().map(word).collect::<Vec<_>>());
        self.tables.things.extend(keys.filter(|keys| !keys.is_empty()));
        self
    }

    /// Adds pronouns for an act that several sides do to each other ("one another"). Default: none.
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

    /// Adds acts of speech. A speaker who says "we must add" or "we can reaffirm" performs the act by saying so. Default: none.
    pub fn speeches<'w>(&mut self, acts: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.speeches.extend(acts.into_iter().map(str::to_owned));
        self
    }

    /// Adds all forms of a noun for people or bodies. `sector` is the role of these people or bodies in society. `belongs` says how the words
    /// after the noun determine the state to which the people or bodies belong. If a form has several words, these words must be adjacent in the
    /// text.
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

    /// Adds one of the class conversions that PLOVER defines: an event of the class `class` with the voice `voice` gets the class `becomes`.
    pub fn conversion(&mut self, class: &str, voice: Modality, becomes: &str) -> &mut Self {
        self.tables.conversions.push((class.to_owned(), voice, becomes.to_owned()));
        self
    }

    /// Sets the quad class (1 to 4) of a PLOVER class. Quad classes distinguish verbal from material acts, and cooperative from conflictual acts.
    /// Default: none.
    pub fn quad(&mut self, class: &str, quad: u8) -> &mut Self {
        self.tables.quads.push((class.to_owned(), quad));
        self
    }

    /// Sets the value of a CAMEO code on the Goldstein scale, in tenths (19 for 1.9). Longer codes that begin with this code have the same value,
    /// unless a value is set for them.
    pub fn goldstein(&mut self, code: &str, tenths: i16) -> &mut Self {
        self.tables.goldstein.push((code.to_owned(), tenths));
        self
    }

    /// Returns the lemmas that the frames and word classes contain. Their inflected forms can be added with [`forms`](Self::forms).
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
        // Sorting puts uses of the same words next to each other. The sort is stable, so these uses stay in the order of their frames.
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
            // Within a noun phrase, every prepositional phrase belongs to the noun.
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

    /// Compiles conditions on prepositional phrases. Each pair in `list` consists of a preposition and the heads that the phrase after the
    /// preposition may have.
    fn pairs(&mut self, frame: &str, list: &[(String, Vec<String>)]) -> Result<Vec<(u64, Heads)>, BuildError> {
        list.iter().map(|(preposition, list)| Ok((key(preposition), self.heads(frame, list)?.unwrap_or_default()))).collect()
    }

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
