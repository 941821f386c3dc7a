//! What every reader gives.

/// A term of a category.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Term {
    /// Words; a star at a word's end stands for any letters or none.
    pub text: String,
    /// Its weight, 1 where the format has none.
    pub weight: f32,
}

/// A category and its own terms.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Category {
    /// Names from the top of the tree down to this one.
    pub path: Vec<String>,
    /// In the order of the file.
    pub terms: Vec<Term>,
}

/// Something that was left out or taken in another sense.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The line, from 1; 0 where it is the whole file.
    pub line: usize,
    /// What and why.
    pub text: String,
}

/// A dictionary.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dictionary {
    /// In order of appearance; one above others comes before them.
    pub categories: Vec<Category>,
    /// In order of lines.
    pub notes: Vec<Note>,
}

impl Dictionary {
    /// Terms of all categories.
    #[must_use]
    pub fn term_count(&self) -> usize {
        self.categories.iter().map(|category| category.terms.len()).sum()
    }

    /// The number of a category, made with all above it if it is new.
    pub(crate) fn category(&mut self, path: &[String]) -> usize {
        for depth in 1..path.len() {
            self.one(&path[..depth]);
        }
        self.one(path)
    }

    fn one(&mut self, path: &[String]) -> usize {
        if let Some(at) = self.categories.iter().position(|category| category.path == path) {
            return at;
        }
        self.categories.push(Category { path: path.to_vec(), terms: Vec::new() });
        self.categories.len() - 1
    }

    pub(crate) fn note(&mut self, line: usize, text: impl Into<String>) {
        self.notes.push(Note { line, text: text.into() });
    }

    /// Adds a pattern with wildcards to a category, or a note on why it cannot be taken. Blanks around it and runs of them do not count.
    pub(crate) fn add(&mut self, category: usize, pattern: &str, weight: f32, line: usize) {
        let mut text = pattern.split_whitespace().collect::<Vec<_>>().join(" ");
        while text.contains("**") {
            text = text.replace("**", "*");
        }
        let inner = text.split(' ').any(|word| word.strip_suffix('*').unwrap_or(word).contains('*'));
        let reason = if text.is_empty() || text.chars().all(|c| !c.is_alphanumeric()) {
            "no word is in it"
        } else if inner {
            "a star can only stand at the end of a word"
        } else if text.contains('?') {
            "? as a wildcard is not known"
        } else if text.contains(['{', '}', '|', '~', '\\']) {
            "it holds signs that are no part of words"
        } else if text.split(' ').any(|word| word == "*") {
            "a star cannot stand for a whole word"
        } else if weight.is_nan() || weight <= 0.0 {
            "its weight is not above 0"
        } else {
            ""
        };
        if !reason.is_empty() {
            return self.note(line, format!("\"{text}\" is left out: {reason}"));
        }
        let terms = &mut self.categories[category].terms;
        if !terms.iter().any(|term| term.text == text) {
            terms.push(Term { text, weight });
        }
    }
}
