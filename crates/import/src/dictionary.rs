//! The form in which the readers of all formats return a dictionary.

/// A search term of a category.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Term {
    /// One or more words, separated by single spaces. A `*` at the end of a word matches zero or more letters.
    pub text: String,
    /// Weight of the term, greater than 0. It is 1 if the format has no weights.
    pub weight: f32,
}

/// A category with the terms that belong directly to it, but not the terms of its subcategories.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Category {
    /// The names of the categories from the root of the tree to this category. The path has at least one name.
    pub path: Vec<String>,
    /// Terms without duplicates, in file order.
    pub terms: Vec<Term>,
}

/// A note on a part of the file that was skipped, or whose meaning changed, during the conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// Line number, counted from 1; 0 if the note concerns the whole file.
    pub line: usize,
    /// What was skipped, or how its meaning changed, and why.
    pub text: String,
}

impl Note {
    /// Creates a note.
    #[must_use]
    pub fn new(line: usize, text: impl Into<String>) -> Self {
        Self { line, text: text.into() }
    }
}

/// A dictionary: a tree of categories, stored as a list.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dictionary {
    /// Categories in file order. A category always comes after its parent.
    pub categories: Vec<Category>,
    /// Notes on all parts of the file that were skipped, or whose meaning changed, in the order in which the notes were made.
    pub notes: Vec<Note>,
}

impl Dictionary {
    /// Returns the number of terms in all categories.
    #[must_use]
    pub fn term_count(&self) -> usize {
        self.categories.iter().map(|category| category.terms.len()).sum()
    }

    /// Returns the index of the category with this path. Adds the category and its ancestors if they
    /// are missing.
    pub(crate) fn category(&mut self, path: &[String]) -> usize {
        for depth in 1..path.len() {
            self.find_or_add(&path[..depth]);
        }
        self.find_or_add(path)
    }

    fn find_or_add(&mut self, path: &[String]) -> usize {
        if let Some(index) = self.categories.iter().position(|category| category.path == path) {
            return index;
        }
        self.categories.push(Category { path: path.to_vec(), terms: Vec::new() });
        self.categories.len() - 1
    }

    pub(crate) fn note(&mut self, line: usize, text: impl Into<String>) {
        self.notes.push(Note { line, text: text.into() });
    }

    /// Adds a note that `what` was skipped because of `reason`.
    pub(crate) fn skip(&mut self, line: usize, what: &str, reason: &str) {
        self.note(line, format!("\"{what}\" was skipped: {reason}"));
    }

    /// Adds a term to a category. If a topics file cannot express the term, adds a note instead.
    /// Leading, trailing and repeated white space is removed.
    pub(crate) fn add(&mut self, category: usize, pattern: &str, weight: f32, line: usize) {
        let mut text = pattern.split_whitespace().collect::<Vec<_>>().join(" ");
        while text.contains("**") {
            text = text.replace("**", "*");
        }
        if let Some(reason) = unsupported(&text, weight) {
            return self.skip(line, &text, reason);
        }
        let terms = &mut self.categories[category].terms;
        if !terms.iter().any(|term| term.text == text) {
            terms.push(Term { text, weight });
        }
    }
}

/// Returns the reason why a topics file cannot express the term `text`, or `None` if it can.
fn unsupported(text: &str, weight: f32) -> Option<&'static str> {
    let star_inside = text.split(' ').any(|word| word.strip_suffix('*').unwrap_or(word).contains('*'));
    if text.is_empty() || text.chars().all(|c| !c.is_alphanumeric()) {
        Some("it contains no word")
    } else if star_inside {
        Some("the wildcard * is only supported at the end of a word")
    } else if text.contains('?') {
        Some("the wildcard ? is not supported")
    } else if text.contains(['{', '}', '|', '~', '\\']) {
        Some("it contains one of the characters { } | ~ \\, which are reserved in topics files")
    } else if text.split(' ').any(|word| word == "*") {
        Some("a * that stands for a whole word is not supported")
    } else if weight.is_nan() || weight <= 0.0 {
        Some("its weight is not above 0")
    } else {
        None
    }
}
