//! Ranks the suggested names. The names for which a gazetteer entry would be most useful come first.

use super::group::Candidate;
use super::report::SuggestOptions;

/// A name with its language, type and rank.
#[derive(Debug)]
pub(super) struct Ranked {
    pub(super) language: String,
    pub(super) candidate: Candidate,
    pub(super) kind: Option<String>,
    pub(super) sign: String,
    weight: f64,
}

impl Ranked {
    /// Returns at most `most` of the stored occurrences of the name, chosen at even intervals.
    pub(super) fn places(&self, most: usize) -> Vec<(u32, u32, u32)> {
        let all = &self.candidate.places;
        let most = most.min(all.len());
        (0..most).map(|number| all[number * all.len() / most.max(1)]).collect()
    }
}

/// Ranks the candidates that occur in at least `options.documents` documents and have one of the types
/// in `options.kinds`, and returns the first `options.most` of them. The more documents contain a
/// candidate, and the more likely it is to be a name, the higher it ranks.
pub(super) fn ranked(list: Vec<(String, Candidate)>, options: &SuggestOptions, given: impl Fn(&str) -> bool) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = list
        .into_iter()
        .filter(|(_, candidate)| candidate.docs.len() >= options.documents)
        .map(|(language, candidate)| {
            let (kind, sign, sure) = signs(&candidate, &given);
            let weight = candidate.docs.len() as f64 * sure;
            Ranked { language, candidate, kind, sign, weight }
        })
        .filter(|ranked| options.wants(ranked.kind.as_deref()))
        .collect();
    ranked.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.candidate.text.cmp(&b.candidate.text)));
    ranked.truncate(options.most);
    ranked
}

/// Evaluates the evidence (such as a head noun, or a title before the candidate) that a candidate is a name.
/// Returns the entity type that the evidence indicates, a description of the strongest evidence, and
/// the probability (from 0 to 1) that the candidate is a name. `given` tells whether a word is a
/// given name.
fn signs(candidate: &Candidate, given: &impl Fn(&str) -> bool) -> (Option<String>, String, f64) {
    let titled = candidate.titled * 5 >= candidate.count || candidate.titled >= 5;
    let first = candidate.text.split(' ').next().unwrap_or_default();
    if let Some((kind, noun)) = candidate.kind.as_ref().filter(|_| !candidate.single) {
        // The name of a body that many countries have does not say which body is meant, unless documents define an abbreviation for it.
        let sure = if candidate.in_each_country && candidate.short.is_empty() { 0.2 } else { 1.0 };
        return (Some(kind.clone()), format!("contains the noun \"{noun}\""), sure);
    }
    if !candidate.short.is_empty() {
        return (Some("igo".to_owned()), "defined with an abbreviation".to_owned(), 1.0);
    }
    if titled && !candidate.upper {
        return (Some("person".to_owned()), "follows titles".to_owned(), if candidate.single { 0.7 } else { 1.0 });
    }
    if candidate.upper {
        return (None, "abbreviation".to_owned(), 0.6);
    }
    if candidate.single {
        return (None, "always capitalised".to_owned(), 0.25);
    }
    if given(first) {
        return (Some("person".to_owned()), "begins with a given name".to_owned(), 1.0);
    }
    // Words such as "Economic Development" are usually only a part of a name, or no name at all.
    (None, "several capitalised words".to_owned(), if candidate.common { 0.1 } else { 0.4 })
}
