//! The word lists from which the tokenizer and the [`Folder`] are built, in a form that programs can
//! embed. A [`Folder`] normalises texts before they are compared.

use chancery_text::fold::Folder;
use chancery_tokenizer::{AbbreviationClass, BuildError, Language, LanguageBuilder, Tokenizer};
use serde::{Deserialize, Serialize};

/// The words of all languages that are used to split text into tokens and to fold (normalise) text.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Words {
    /// Each abbreviation with the name of its class.
    pub(crate) abbreviations: Vec<(String, String)>,
    /// Abbreviations that match only in lower case.
    pub(crate) small_letters_only: Vec<String>,
    /// Words that often begin a sentence.
    pub(crate) starters: Vec<String>,
    /// Words that may begin a sentence in lower case.
    pub(crate) lower_case_openers: Vec<String>,
    /// Pronouns that are always written with a capital.
    pub(crate) capital_pronouns: Vec<String>,
    /// Words that begin a heading, each with the level of the heading.
    pub(crate) headings: Vec<(String, u8)>,
    /// Ordinal words that number list items ("first", "secondly"), each with its number.
    pub(crate) counts: Vec<(String, u8)>,
    /// Words that may come before an ordinal word ("the" in "the second point").
    pub(crate) count_leads: Vec<String>,
    /// Phrases that number list items ("first of all"), each with its number.
    pub(crate) count_phrases: Vec<(String, u8)>,
    /// Nouns that may follow an ordinal word ("point" in "the second point").
    pub(crate) count_nouns: Vec<String>,
    /// Verbs that may follow an ordinal word ("is" in "the second is").
    pub(crate) count_verbs: Vec<String>,
    /// Words that turn the number after them into an ordinal number ("第" in Chinese).
    pub(crate) count_prefixes: Vec<String>,
    /// Phrases that begin the next list item.
    pub(crate) next_points: Vec<String>,
    /// Phrases that begin the last list item.
    pub(crate) last_points: Vec<String>,
    /// Phrases that end an enumeration.
    pub(crate) point_ends: Vec<String>,
    /// Phrases that end all enumerations and articles of a document.
    pub(crate) document_ends: Vec<String>,
    /// Nouns that come before the number in a reference to a part of a document ("paragraph" in
    /// "paragraph 5").
    pub(crate) references: Vec<String>,
    /// Words that join the last item of a list to the items before it ("and").
    pub(crate) joins: Vec<String>,
    /// Words that begin the greeting of a letter.
    pub(crate) greetings: Vec<String>,
    /// Phrases that close a letter.
    pub(crate) closings: Vec<String>,
    /// Words that come before the number of a figure or table ("Figure" in "Figure 2").
    pub(crate) figure_labels: Vec<String>,
    /// Words for the halves of the day, which may follow a time ("p.m.").
    pub(crate) day_halves: Vec<String>,
    /// Letters, each with its folded form.
    pub(crate) letters: Vec<(char, String)>,
}

/// The names of the classes of abbreviations.
pub(crate) const ABBREVIATIONS: [(&str, AbbreviationClass); 5] = [
    ("title", AbbreviationClass::Title),
    ("before_number", AbbreviationClass::BeforeNumber),
    ("after_number", AbbreviationClass::AfterNumber),
    ("never", AbbreviationClass::Never),
    ("anywhere", AbbreviationClass::Anywhere),
];

impl Words {
    /// Builds a tokenizer for all languages.
    ///
    /// # Errors
    /// Returns an error if an abbreviation does not end with a word and a period.
    pub fn tokenizer(&self) -> Result<Tokenizer, BuildError> {
        let mut language = Language::builder();
        for (form, class) in &self.abbreviations {
            if let Some((_, class)) = ABBREVIATIONS.iter().find(|(name, _)| name == class) {
                language.abbreviation(form, *class);
            }
        }
        for form in &self.small_letters_only {
            language.lower_case_only(form);
        }
        for word in &self.starters {
            language.starter(word);
        }
        for word in &self.lower_case_openers {
            language.lower_case_opener(word);
        }
        for word in &self.capital_pronouns {
            language.capital_pronoun(word);
        }
        for (word, level) in &self.headings {
            language.heading(word, *level);
        }
        for (word, number) in &self.counts {
            language.count_word(word, *number);
        }
        for word in &self.count_leads {
            language.count_lead(word);
        }
        for (phrase, number) in &self.count_phrases {
            language.count_phrase(phrase, *number);
        }
        type Add = fn(&mut LanguageBuilder, &str);
        let lists: [(&[String], Add); 9] = [
            (&self.count_nouns, |language, word| _ = language.count_noun(word)),
            (&self.count_verbs, |language, word| _ = language.count_verb(word)),
            (&self.count_prefixes, |language, word| _ = language.count_prefix(word)),
            (&self.next_points, |language, word| _ = language.next_point(word)),
            (&self.last_points, |language, word| _ = language.last_point(word)),
            (&self.point_ends, |language, word| _ = language.end_of_points(word)),
            (&self.document_ends, |language, word| _ = language.end_of_document(word)),
            (&self.references, |language, word| _ = language.reference(word)),
            (&self.joins, |language, word| _ = language.join(word)),
        ];
        for (words, add) in lists {
            words.iter().for_each(|word| add(&mut language, word));
        }
        for word in &self.greetings {
            language.greeting(word);
        }
        for phrase in &self.closings {
            language.closing(phrase);
        }
        for word in &self.figure_labels {
            language.label(word);
        }
        for word in &self.day_halves {
            language.day_half(word);
        }
        Ok(Tokenizer::new(language.build()?))
    }

    /// Builds the [`Folder`] with which all engines normalise texts before they compare them.
    #[must_use]
    pub fn folder(&self) -> Folder {
        Folder::with_table(self.letters.iter().map(|(letter, folded)| (*letter, folded.as_str())))
    }
}
