//! The builder that collects the words of a [`Language`].

use crate::abbreviation::AbbreviationClass;
use crate::error::BuildError;
use crate::language::{LOWER_ONLY, Language, stem_key};
use crate::phrases::Sense;
use crate::words;
use chancery_text::{Token, WordBreaker};

/// A word breaker that splits phrases as the tokenizer does, but does not recognise abbreviations.
struct Plain;

impl WordBreaker for Plain {
    fn break_words(&self, text: &str, out: &mut Vec<Token>) {
        words::tokens(text, &Language::default(), out);
    }
}

/// Collects abbreviations and words, and builds a [`Language`]. Words of several languages can be added to one builder.
#[derive(Clone, Debug, Default)]
pub struct LanguageBuilder {
    abbreviations: Vec<(String, AbbreviationClass)>,
    lower_case_only: Vec<String>,
    /// Everything except the abbreviations.
    language: Language,
}

impl LanguageBuilder {
    /// Creates a builder without words.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an abbreviation. `form` must end with a period. A form in lower case matches in any case. A form with a capital matches only as written or entirely
    /// in capitals. If the form consists of several words ("et al."), only the last word is used.
    pub fn abbreviation(&mut self, form: &str, class: AbbreviationClass) -> &mut Self {
        self.abbreviations.push((form.to_owned(), class));
        self
    }

    /// Restricts an abbreviation to lower case ("p.", not "P."). The abbreviation must also be added with [`abbreviation`](Self::abbreviation).
    pub fn lower_case_only(&mut self, form: &str) -> &mut Self {
        self.lower_case_only.push(form.to_owned());
        self
    }

    /// Adds a word that often begins a sentence. `word` must be written as at the start of a sentence ("The").
    pub fn starter(&mut self, word: &str) -> &mut Self {
        self.language.starters.insert(word.to_owned());
        self.language.lower_case_starters.insert(word.to_lowercase());
        self
    }

    /// Adds a word that may begin a sentence although it is in lower case ("i"). The word matches only as written. A full stop before any other lower-case word
    /// normally does not end a sentence.
    pub fn lower_case_opener(&mut self, word: &str) -> &mut Self {
        self.language.lower_case_openers.insert(word.to_owned());
        self
    }

    /// Adds a pronoun that is always written with a capital ("I"). The capital of such a word does not show that a sentence begins: after a dash or an
    /// ellipsis, for example, the word usually continues the sentence. The word matches only as written. It also matches before an apostrophe ("I'm").
    pub fn capital_pronoun(&mut self, word: &str) -> &mut Self {
        self.language.capital_pronouns.insert(word.to_owned());
        self
    }

    /// Adds a word that begins a heading if a number follows the word ("Article"). `level` is the level of these headings; 1 is the highest. `word` may be
    /// written in any case, but the word must begin with a capital in the text.
    pub fn heading(&mut self, word: &str, level: u8) -> &mut Self {
        self.language.headings.insert(word.to_lowercase(), level);
        self
    }

    /// Adds an ordinal that numbers an item of a list ("first", "Secondly"). `number` is the number of the item, from 1. The word matches in any case.
    pub fn count_word(&mut self, word: &str, number: u8) -> &mut Self {
        self.language.counts.insert(word.to_lowercase(), number);
        self.phrase(word, Sense::Count { number, bare: false })
    }

    /// Adds a phrase that numbers an item of a list ("first of all"). `number` is the number of the item, from 1. Unlike an ordinal, the phrase need not be
    /// followed by a comma.
    pub fn count_phrase(&mut self, phrase: &str, number: u8) -> &mut Self {
        self.phrase(phrase, Sense::Count { number, bare: true })
    }

    /// Adds a phrase that introduces the next item of a list without stating its number ("next"). The phrase matches only if a comma, a colon or a verb such as
    /// "is" follows.
    pub fn next_point(&mut self, phrase: &str) -> &mut Self {
        self.phrase(phrase, Sense::Next)
    }

    /// Adds a phrase that introduces the last item of a list ("finally").
    pub fn last_point(&mut self, phrase: &str) -> &mut Self {
        self.phrase(phrase, Sense::Last)
    }

    /// Adds a phrase that ends all open lists except lists of headings ("in conclusion"). The phrase has this effect only at the start of a paragraph.
    pub fn end_of_points(&mut self, phrase: &str) -> &mut Self {
        self.phrase(phrase, Sense::End { all: false })
    }

    /// Adds a phrase that ends all open lists, including lists of headings such as articles ("done at"). The phrase has this effect only at the start of a
    /// paragraph.
    pub fn end_of_document(&mut self, phrase: &str) -> &mut Self {
        self.phrase(phrase, Sense::End { all: true })
    }

    /// Adds a noun that may follow an ordinal at the start of a list item ("point" in "the second point").
    pub fn count_noun(&mut self, noun: &str) -> &mut Self {
        self.language.count_nouns.insert(noun.to_lowercase());
        self
    }

    /// Adds a verb that may follow an ordinal at the start of a list item ("is" in "the second is"). `verb` must be in lower case.
    pub fn count_verb(&mut self, verb: &str) -> &mut Self {
        self.language.count_verbs.insert(verb.to_owned());
        self
    }

    /// Adds a word that turns the Chinese number after it into an ordinal ("第").
    pub fn count_prefix(&mut self, word: &str) -> &mut Self {
        self.language.count_prefixes.insert(word.to_owned());
        self
    }

    /// Adds a noun that precedes the number in a reference to a part of a document ("paragraph" in "paragraph 5").
    pub fn reference(&mut self, noun: &str) -> &mut Self {
        self.language.references.insert(noun.to_lowercase());
        self
    }

    /// Adds a word that joins the last item of a list to the items before it ("and").
    pub fn join(&mut self, word: &str) -> &mut Self {
        self.language.joins.insert(word.to_owned());
        self
    }

    fn phrase(&mut self, phrase: &str, sense: Sense) -> &mut Self {
        self.language.point_phrases.add(&Plain, phrase, sense);
        self
    }

    /// Adds a word that may precede an ordinal at the start of a list item ("the" in "the second"). The word matches in any case.
    pub fn count_lead(&mut self, word: &str) -> &mut Self {
        self.language.count_leads.insert(word.to_lowercase());
        self.language.point_phrases.note(word);
        self
    }

    /// Adds a word that begins the greeting of a letter ("Hi"). The word matches in any case.
    pub fn greeting(&mut self, word: &str) -> &mut Self {
        self.language.greetings.insert(word.to_lowercase());
        self
    }

    /// Adds a phrase that closes a letter ("Best regards"). The phrase matches in any case.
    pub fn closing(&mut self, phrase: &str) -> &mut Self {
        self.language.closings.insert(phrase.to_lowercase());
        self
    }

    /// Adds a word that precedes the number of a figure or table ("Figure" in "Figure 2"). The word matches only as written.
    pub fn label(&mut self, word: &str) -> &mut Self {
        self.language.labels.insert(word.to_owned());
        self
    }

    /// Adds a word that follows a time and states the half of the day ("AM"). The word matches in any case.
    pub fn day_half(&mut self, word: &str) -> &mut Self {
        self.language.day_halves.insert(word.to_lowercase());
        self
    }

    /// Builds the language.
    ///
    /// # Errors
    /// Returns an error if an abbreviation does not end with a word and a period.
    pub fn build(&self) -> Result<Language, BuildError> {
        let mut language = self.language.clone();
        for (form, class) in &self.abbreviations {
            let stem = stem(form)?;
            language.longest = language.longest.max(stem.len());
            add_stem(&mut language, stem.to_owned(), class.bit());
            // If an abbreviation such as "т.е." is written with a space, "т. е.", the last letter is a separate word and needs an entry of its own.
            if let Some((_, letter)) = stem.rsplit_once('.')
                && letter.chars().nth(1).is_none()
                && letter.chars().all(char::is_lowercase)
            {
                add_stem(&mut language, letter.to_owned(), class.bit() | LOWER_ONLY);
            }
            let upper = stem.to_uppercase();
            if upper != stem {
                add_stem(&mut language, upper, class.bit());
            }
        }
        for form in &self.lower_case_only {
            let stem = stem(form)?;
            language.abbreviations.remove(stem.to_uppercase().as_str());
            if let Some(classes) = language.abbreviations.get_mut(stem) {
                *classes |= LOWER_ONLY;
            }
        }
        Ok(language)
    }
}

impl Language {
    /// Creates a builder without words.
    #[must_use]
    pub fn builder() -> LanguageBuilder {
        LanguageBuilder::new()
    }
}

fn add_stem(language: &mut Language, stem: String, classes: u8) {
    let key = stem_key(&stem);
    language.stems[(key >> 6) as usize % 32] |= 1 << (key & 63);
    *language.abbreviations.entry(stem).or_default() |= classes;
}

/// Returns the last word of an abbreviation, without its final period.
fn stem(form: &str) -> Result<&str, BuildError> {
    let stem = form.rsplit(' ').next().and_then(|word| word.strip_suffix('.')).filter(|stem| !stem.is_empty());
    stem.ok_or_else(|| BuildError::new(form))
}
