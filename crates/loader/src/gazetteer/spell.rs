//! Finds all spellings of each form: expands its braces and adds its case forms.

use super::raw::RawEntry;
use crate::braces;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::language::{Languages, WordClass};
use chancery_text::Form;

/// Fills in `spelled` for all forms of an entry, and adds the case forms of their context words.
pub(super) fn spell(entry: &mut RawEntry, languages: &Languages, diagnostics: &mut Diagnostics) {
    for form in entry.forms.iter_mut().chain(&mut entry.renames).chain(&mut entry.drops) {
        let spelled = match braces::expand(&form.text) {
            Ok(spelled) => spelled,
            Err(reason) => {
                let help =
                    "{a,b} lists alternatives; if a form has several groups {~a,b}, all of them use the alternative at the same position";
                diagnostics.add(Code::Braces, form.at, format!("\"{}\": {reason}", form.text), help);
                continue;
            }
        };
        let Some(inflection) = languages.inflection(&form.language) else {
            form.spelled = spelled;
            continue;
        };
        form.spelled = if form.inflect && spelled.len() == 1 && form.form != Form::Abbreviation {
            let class = match form.form {
                Form::Adjective => WordClass::Adjective,
                Form::Demonym => WordClass::Demonym,
                _ => WordClass::Noun,
            };
            inflection.forms(&spelled[0], class)
        } else {
            spelled
        };
        for cues in [&mut form.needs, &mut form.not, &mut form.hints] {
            *cues = cues.iter().flat_map(|cue| inflection.forms(cue, WordClass::Noun)).collect();
        }
    }
}
