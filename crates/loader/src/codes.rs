//! The registry of diagnostic codes.
//!
//! Every diagnostic has a [`Code`], so a code that is not listed here cannot be reported. The tables in `CONTRIBUTING.md` and `docs/rules.md`
//! are printed from this list by `cargo run -p chancery-loader --example codes`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::fmt::Write;

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data cannot be used.
    Error,
    /// The data can be used, but probably do not do what their author intended.
    Warning,
}

impl Severity {
    /// Returns "error" or "warning".
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Defines the codes. Each line consists of the variant, the code, its severity, a title, an explanation and the usual fix.
macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $title:literal $explanation:literal $fix:literal)+) => {
        /// The kind of problem that a diagnostic reports. Codes are stable: a code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $explanation] $name),+
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns the code as it is printed ("CH-D002").
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// Returns the severity of the code: error or warning.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }

            /// Returns a title of a few words for the problem.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }

            /// Explains in one or two sentences what is wrong.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$name => $explanation),+ }
            }

            /// Returns the usual fix: what to change to correct the problem.
            #[must_use]
            pub const fn fix(self) -> &'static str {
                match self { $(Self::$name => $fix),+ }
            }
        }
    };
}

codes! {
    Syntax "CH-D001" Error "syntax" "The file is not valid TOML, or a line is not valid JSON." "Look for a missing quotation mark or bracket."
    UnknownKey "CH-D002" Error "unknown key" "A key or table is unknown, or is not allowed at this position." "Correct the spelling; the message lists the known keys."
    WrongValue "CH-D003" Error "wrong value" "A value has the wrong type, or is not one of the values that the key allows." "Write the value as the message says."
    Missing "CH-D004" Error "missing part" "A required part, such as an id, a type, a form or a text, is missing." "Add the missing part."
    MalformedId "CH-D005" Error "malformed id" "An id is malformed." "Write `kind.name`, such as `igo.water-council`, in lower-case ASCII letters, digits and hyphens."
    UnknownType "CH-D006" Error "unknown type" "A type or sector is not in any `types.toml`." "Correct the name, or define the type or sector in your own `types.toml`."
    Duplicate "CH-D007" Error "duplicate id" "An id is defined twice." "To add to the entry of a lower layer (the embedded data, or a folder given before this one), write `extend = true`. To replace that entry, switch it off in a separate table with `off = true`."
    NothingBelow "CH-D008" Error "nothing to extend" "An entry with `extend = true` or `off = true` has an id that no lower layer defines." "Correct the id, or remove the key."
    UnknownReference "CH-D009" Error "unknown reference" "A reference points to an entry that does not exist." "Correct the id, or add the entry."
    Date "CH-D010" Error "malformed date" "An interval, or a date in it, is malformed." "Write an interval such as `\"1991-08-31/..\"` or `\"1960/1971-10-26\"`."
    Braces "CH-D011" Error "braces" "Braces are not balanced or cannot be expanded." "Close each brace. One string can expand to at most 64 forms."
    SharedForm "CH-D012" Error "shared form" "Two entries share a form, but do not list each other in `rival`." "List the other entry in `rival`, or remove the form from one of the entries."
    NotNormalized "CH-D013" Error "not NFC" "A form is not in Unicode normalization form C (NFC)." "Convert the file to NFC."
    NoSource "CH-D014" Error "no source" "An entry has no source, or a rule for word forms has no example." "Write `src = { by = \"hand\", from = \"…\" }`, or add an example."
    DoubleForm "CH-D015" Warning "form given twice" "An entry lists the same form twice, with the same `valid` and `needs`." "Remove one of the two forms."
    SameItem "CH-D017" Error "shared Wikidata item" "Two entries have the same Wikidata item." "Correct the Wikidata identifier of one of the entries."
    ExampleFails "CH-D018" Error "example fails" "A rule for inflection, verb forms or time expressions does not produce the result that its own example states, or a time rule has no example." "Correct the rule or the example."
    TimeRule "CH-D019" Error "unreadable time rule" "The pattern or value of a time rule is not valid." "Correct the part that the message quotes."
    NothingToDrop "CH-D020" Warning "nothing to drop" "A `drop` or `replace` names something that no lower layer contains." "Correct the spelling, or remove the entry from `drop` or `replace`."
    Misplaced "CH-D021" Error "misplaced file" "A data file is in a folder where it is not read." "Move the file to the folder that the message names."
    WrongEnding "CH-D022" Error "wrong file ending" "A file looks like a data file, but its name does not end in `.toml` or `.jsonl`." "Rename the file, or move it out of the folder."
    NotRead "CH-D023" Warning "file not read" "A file in the folder is not a data file and is not read." "Move the file out of the folder."
    EmptyFolder "CH-D024" Error "empty folder" "The folder contains no data file." "Check the path after `--data`."
    LanguageTag "CH-D025" Error "unknown language" "A language code is not valid (BCP 47)." "Write the code of the language, not of the country: `zh`, not `cn`."
    CommonWord "CH-D026" Warning "common word" "A name that is a single word is also a common word, so it would be found wherever that word occurs." "Remove the name, or restrict it with `needs`, `when`, `case` or another key."
    NoCaseForms "CH-D027" Warning "no case forms" "In your files, a name of several words has no case forms, so the name is found only in the nominative." "List the case endings in braces, or write `infl = false` if the name does not change."
    SecondName "CH-D028" Error "second name" "An entry with `extend = true` gives a second preferred name." "Write `rename` to replace the name, or `alias` to add another name."
    LowerExample "CH-D029" Warning "example overridden" "Your rule changes the result of an example in a lower layer." "Restrict your rule, or drop the rule of the lower layer."
    IdleCondition "CH-D030" Warning "condition without effect" "An entry lists a form both with conditions (`needs`, `not`, `before`, `after`, `when`) and without them, so the conditions have no effect." "Remove the form without conditions, or the form with conditions."
    NotText "CH-D031" Error "not UTF-8" "A data file is not UTF-8, so it cannot be read." "Save the file as UTF-8."
    OverlappingTerms "CH-D032" Warning "overlapping terms of office" "Two persons hold the same office in the same place at the same time, or one person holds it twice." "Correct the dates of one of the terms. If several persons hold the office together, add `role = \"joint\"` to the term."
    TermWithoutPlace "CH-D033" Warning "term of office without a place" "A term of office does not say in which state or body the office is held, although the office exists in several." "Add `at` to the term, with the id of the state or body."
    Unchecked "CH-D034" Warning "unchecked suggestion" "In your files, an entry was copied from the output of `suggest` and still has `by = \"suggest\"`." "Check the entry, then write its real source."
    RulePart "CH-R001" Error "incomplete rule" "A required part of a rule is missing (the id, a trigger, a pattern, `accept` or `reject`), or its `act` is not one of the sixteen PLOVER classes." "Add the missing part, or correct the `act`."
    DuplicateRule "CH-R002" Error "duplicate rule" "The id of a rule is already in use." "Choose another id. To replace a rule of a lower layer, switch that rule off with `off = true`."
    Trigger "CH-R003" Error "unreadable trigger" "A trigger has an unknown inflection (`/verb`) or form (`/v:pst`), or its braces cannot be expanded." "Write `/v`, `/v:past` or `/n`."
    Pattern "CH-R004" Error "unreadable pattern" "A pattern is not valid. It has an unknown group, class or form, an empty slot or alternative, or a gap with an invalid number, or `TRIGGER` is missing or occurs twice." "Correct the part that the message quotes."
    RuleExample "CH-R005" Error "rule example fails" "An example in `accept` is not accepted, or one in `reject` is not rejected. The message says what was found, and why the rule did not apply." "Correct the pattern or the example."
    EmptyReject "CH-R006" Error "example without trigger" "An example in `reject` does not contain a trigger of its rule." "Write an example that contains a trigger of the rule."
    PhraseForWord "CH-R007" Error "phrase for a word" "The key `unless` or a word class contains a phrase, but only single words are allowed there." "Replace the phrase with its most distinctive word. In a pattern, you can write the words of the phrase one after another."
    UnknownTopic "CH-R008" Warning "unknown topic" "A rule requires a topic (`topics`) that does not exist, so the rule may never apply." "Write the id of an area or topic; the message lists the areas."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Returns a Markdown table of all codes that begin with `prefix` ("CH-D").
#[must_use]
pub fn code_table(prefix: &str) -> String {
    let mut table = "| code | meaning | usual fix |\n|---|---|---|\n".to_owned();
    for code in Code::ALL.iter().filter(|code| code.as_str().starts_with(prefix)) {
        let warning = if code.severity() == Severity::Warning { "Warning: " } else { "" };
        let _ = writeln!(table, "| {code} | {warning}{} | {} |", code.explanation(), code.fix());
    }
    table
}
