//! Reads the verb dictionaries of event coders (programs that find events in texts) and converts
//! them to frames.

mod dictionary;
mod pattern;
mod petrarch;
mod toml;

pub use dictionary::{Lexicon, VerbDictionary, VerbFrame};

use crate::error::{Error, ErrorKind};

impl VerbDictionary {
    /// Reads a verb dictionary of PETRARCH or PETRARCH 2.
    ///
    /// The words in a pattern become the conditions of a frame. If patterns of a verb differ only in
    /// one word, they are combined into one frame. If a frame cannot express a pattern, the pattern
    /// is left out and a note is added.
    ///
    /// # Errors
    /// Returns an error if the file contains no verb with a code.
    pub fn petrarch(text: &str, lexicon: &dyn Lexicon) -> Result<Self, Error> {
        let dictionary = petrarch::read(text.strip_prefix('\u{FEFF}').unwrap_or(text), lexicon);
        if dictionary.frames.is_empty() {
            return Err(Error::new(ErrorKind::Empty, 1, "the file contains no verb with a code"));
        }
        Ok(dictionary)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few words of English.
    struct Words;

    impl Lexicon for Words {
        fn is_preposition(&self, word: &str) -> bool {
            ["to", "of", "by", "with", "against", "in", "from"].contains(&word)
        }

        fn is_auxiliary(&self, word: &str) -> bool {
            ["was", "were", "is"].contains(&word)
        }

        fn is_negation(&self, word: &str) -> bool {
            word == "not"
        }

        fn is_infinitive_marker(&self, word: &str) -> bool {
            word == "to"
        }

        fn is_verb(&self, word: &str) -> bool {
            ["give", "provide", "sign", "attack", "refuse"].contains(&word)
        }

        fn is_agent_marker(&self, word: &str) -> bool {
            word == "by"
        }

        fn is_owner_marker(&self, word: &str) -> bool {
            word == "of"
        }

        fn default_target(&self) -> Vec<String> {
            vec!["object".to_owned(), "with".to_owned()]
        }
    }

    fn read(text: &str) -> VerbDictionary {
        VerbDictionary::petrarch(text, &Words).expect("a dictionary")
    }

    const FIRST: &str = "&MONEY\n+CASH_\n+HARD_CURRENCY\n\n--- GIVE [070] ---\nGIVE {GIVES GAVE GIVEN GIVING }  # a comment\n+ZAP_UP {+ZAPS_UP +ZAPPED_UP}\n\
        - * &MONEY TO + [071]  # GIVE\n- * LOAN TO + [071]\n- * &MONEY AID [0711]\n- + WAS * BY $ [070]\n- + WAS * BY $ [072]\n- * TO SIGN PACT WITH + [057]\n- NOT * ACCESS [162]\n- TRY TO * [01]\n- % * [074:075]\n- * X [ABC]\n- * UPROAR (IN) [:110]\n";

    #[test]
    fn patterns_become_conditions() {
        let dictionary = read(FIRST);
        assert_eq!(dictionary.classes["petrarch-money"], ["cash", "hard currency"]);
        assert_eq!(dictionary.forms["zap"], ["zaps", "zapped"]);
        let frame = |cameo: &str| dictionary.frames.iter().find(|frame| frame.cameo == cameo).expect(cameo);
        assert_eq!(
            (frame("070").verbs.as_slice(), frame("070").lines.as_slice()),
            (&["give".to_owned(), "zap up".to_owned()][..], &[6, 7][..])
        );
        // Two patterns that differ in one word become one frame.
        assert_eq!(frame("071").object, ["@petrarch-money", "loan"]);
        assert_eq!(
            (frame("071").target.as_slice(), frame("071").lines.as_slice()),
            (&["to".to_owned(), "object.to".to_owned()][..], &[8, 9][..])
        );
        assert_eq!(frame("0711").object, ["cash aid", "hard currency aid"]);
        assert_eq!(
            (frame("057").complement.as_slice(), frame("057").words.as_slice()),
            (&["sign".to_owned()][..], &["pact".to_owned()][..])
        );
        assert_eq!(frame("057").target, ["complement.with"]);
        assert!(frame("162").negated && frame("162").object == ["access"]);
        assert!(frame("074").reciprocal);
        let notes: Vec<(usize, &str)> = dictionary.notes.iter().map(|note| (note.line, note.text.as_str())).collect();
        assert_eq!(
            notes,
            [
                (15, "\"TRY TO * [01]\" was left out: the pattern requires another verb or a preposition before the verb"),
                (16, "the code 075 for the second side was left out; 074 is used for both sides"),
                (17, "\"* X [ABC]\" was left out: \"ABC\" is not a CAMEO code"),
            ]
        );
        let turned = frame("110");
        assert_eq!(
            (turned.source.as_slice(), turned.target.as_slice()),
            (&["object".to_owned(), "with".to_owned()][..], &["subject".to_owned()][..])
        );
        let passive: Vec<_> = dictionary.frames.iter().filter(|frame| frame.passive).collect();
        assert_eq!(passive.len(), 1, "a passive pattern with the same code as its verb does not become a separate frame");
    }

    #[test]
    fn phrases_in_brackets_are_those_of_the_second_version() {
        let text = "--- ASK [---] ---\nASK [020]\nWONDER\n- * (FOR {FINANCIAL AID}) [0231]\n- PROSECUTOR * (AGAINST) [173]\n";
        let dictionary = read(text);
        assert_eq!(dictionary.frames[0].cameo, "020");
        assert_eq!((dictionary.frames[1].cameo.as_str(), dictionary.frames[1].verbs.as_slice()), ("", &["wonder".to_owned()][..]));
        assert_eq!(dictionary.frames[2].prepositions["for"], ["financial aid"]);
        assert_eq!(
            (dictionary.frames[3].subject.as_slice(), dictionary.frames[3].prepositions["against"].as_slice()),
            (&["prosecutor".to_owned()][..], &["*".to_owned()][..])
        );
    }

    #[test]
    fn the_frames_file_names_its_source() {
        let file = read("--- GIVE [070] ---\nGIVE\n- * LOAN (TO +) [071]\n").to_frames("my\nverbs.txt");
        let expected = "# Frames imported by `chancery rules import`. You can edit this file; docs/events.md describes its format.\n# Source: my verbs.txt. Its licence also applies to this file.\n\
            \n[[frame]]\nid = \"petrarch.give.070\"\nverb = [\"give\"]\ncameo = \"070\"\ntarget = [\"object\", \"with\"]\nnote = \"line 2\"\n\
            \n[[frame]]\nid = \"petrarch.give.071\"\nverb = [\"give\"]\ncameo = \"071\"\ntarget = [\"to\", \"object.to\"]\nobject = [\"loan\"]\nnote = \"line 3\"\n";
        assert_eq!(file, expected);
        let error = VerbDictionary::petrarch("nothing\n", &Words).expect_err("no verb");
        assert_eq!(error.kind(), ErrorKind::Empty);
    }
}
