//! Expands triggers to all their forms. A trigger is a word or phrase that may indicate the event of a rule; the rule is tried only where a trigger occurs.

use crate::braces;
use crate::language::Verbs;
use chancery_classifier::Trigger;

/// Expands a trigger to its forms: `sign/v` gives all forms of the verb, `sign/v:past` only the
/// past tense, and `treaty/n` the singular and the plural. In a phrase, each word may have such a
/// suffix. The verb form of the phrase is the form of its first verb with a suffix.
pub(super) fn triggers(text: &str, verbs: &Verbs) -> Result<Vec<Trigger>, String> {
    let mut found = vec![Trigger { text: String::new(), form: String::new() }];
    for word in text.split(' ') {
        let forms = forms(text, word, verbs)?;
        if forms.is_empty() {
            return Err(format!("no form of \"{word}\" is known"));
        }
        found = found
            .iter()
            .flat_map(|before| {
                forms.iter().map(move |(text, form)| Trigger {
                    text: if before.text.is_empty() { text.clone() } else { format!("{} {text}", before.text) },
                    form: if before.form.is_empty() { form.clone() } else { before.form.clone() },
                })
            })
            .collect();
    }
    Ok(found)
}

/// Returns the spellings of `word`, one of the words in the trigger `text`. Each is paired with the
/// name of its verb form, which is empty if the word is not a verb with a suffix.
fn forms(text: &str, word: &str, verbs: &Verbs) -> Result<Vec<(String, String)>, String> {
    let verb = |base| verbs.verb(base).into_iter().map(|(form, text)| (text, form.to_owned()));
    Ok(match word.split_once('/') {
        Some((base, "v")) => verb(base).collect(),
        Some((base, kind)) if kind.starts_with("v:") => {
            let wanted: Vec<&str> = kind[2..].split('|').collect();
            verb(base).filter(|(_, form)| wanted.contains(&form.as_str())).collect()
        }
        Some((base, "n")) => verbs.noun(base).into_iter().map(|text| (text, String::new())).collect(),
        Some((_, other)) => return Err(format!("there is no inflection \"/{other}\" (in \"{text}\")")),
        None => braces::expand(word)?.into_iter().map(|text| (text, String::new())).collect(),
    })
}
