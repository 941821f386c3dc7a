//! Reads actor files of PETRARCH and TABARI, and agent files of NGEC. An entry is a phrase in capitals, followed by
//! synonyms (after `+`) and by codes in brackets. A code may be limited to certain dates.

use super::entry::{NameEntry, Names, NamesOptions, Target};

/// Prefixes of actor codes, each with the type of the entities that have codes with this prefix.
const PREFIXES: [(&str, &str); 9] = [
    ("IGO", "igo"),
    ("NGO", "igo"),
    ("NGM", "igo"),
    ("INT", "igo"),
    ("MNC", "company"),
    ("IMG", "armed"),
    ("REB", "armed"),
    ("SEP", "armed"),
    ("UAF", "armed"),
];

/// Words that are written in lower case inside a name.
const SMALL: [&str; 12] = ["OF", "THE", "AND", "FOR", "IN", "ON", "DE", "AL", "TO", "LA", "DU", "A"];

/// An entry of the file: a phrase with its synonyms and codes.
#[derive(Default)]
struct Block {
    line: usize,
    phrases: Vec<String>,
    codes: Vec<(usize, String)>,
}

pub(super) fn read(text: &str, options: &NamesOptions) -> Names {
    let mut names = Names::default();
    let mut block = Block::default();
    let mut comment = false;
    for (number, raw) in text.lines().enumerate() {
        let number = number + 1;
        let cleaned: String = raw.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        let mut line = cleaned.as_str();
        // A comment may extend over several lines.
        if comment {
            let Some((_, rest)) = line.split_once("-->") else { continue };
            (comment, line) = (false, rest);
        }
        if let Some((before, rest)) = line.split_once("<!--") {
            comment = !rest.contains("-->");
            line = before;
        }
        let line = line.split(['#', ';']).next().unwrap_or_default().trim_end();
        if line.trim().is_empty() {
            continue;
        }
        let (phrase, codes) = line.split_once('[').map_or((line, None), |(phrase, rest)| (phrase, Some(rest)));
        let phrase = phrase.trim();
        let codes =
            codes.into_iter().flat_map(|rest| rest.split('[')).map(|code| code.trim_end_matches([']', '}', ' ', '\t']).trim().to_owned());
        if phrase.is_empty() {
            block.codes.extend(codes.map(|code| (number, code)));
        } else if let Some(synonym) = phrase.strip_prefix('+') {
            block.phrases.push(synonym.trim().to_owned());
            block.codes.extend(codes.map(|code| (number, code)));
        } else if phrase.ends_with(']') && line.starts_with(char::is_whitespace) {
            block.codes.push((number, phrase.trim_end_matches(']').to_owned()));
        } else if phrase.starts_with('!') && phrase.contains('=') {
            names.note(number, format!("the set of words \"{phrase}\" was left out: sets are not supported; write each phrase in full"));
        } else {
            // Phrases without codes share the codes of the next phrase.
            if !block.codes.is_empty() {
                finish(&mut names, std::mem::take(&mut block), options);
            }
            if block.phrases.is_empty() {
                block.line = number;
            }
            block.phrases.push(phrase.to_owned());
            block.codes.extend(codes.map(|code| (number, code)));
        }
    }
    finish(&mut names, block, options);
    names
}

fn finish(names: &mut Names, block: Block, options: &NamesOptions) {
    if block.phrases.is_empty() {
        return;
    }
    let dated = block.codes.iter().any(|(_, code)| code.contains(['<', '>']) || code.split_whitespace().count() > 1);
    let Some(code) = block.codes.iter().map(|(_, code)| code.split([' ', '<', '>']).next().unwrap_or_default()).find(|code| *code != "---")
    else {
        names.note(block.line, format!("\"{}\" was left out: it has no code", block.phrases[0]));
        return;
    };
    let agent = code.starts_with('~') || code.ends_with('~');
    let plain = code.trim_matches('~').to_owned();
    let state = plain.len() == 3 && !agent && !dated && !PREFIXES.iter().any(|(prefix, _)| *prefix == plain);
    let kind = options.labels.get(&plain).map(String::as_str).unwrap_or_else(|| match () {
        () if agent => "office",
        () if dated && !state => "person",
        () => PREFIXES.iter().find(|(prefix, _)| plain.starts_with(prefix)).map_or(options.kind.as_str(), |(_, kind)| kind),
    });
    let mut entry = NameEntry::new(block.line, kind);
    if state {
        entry.target = Target::State(plain.clone());
    } else if agent {
        // An agent may have the codes of several sectors, joined into one. Each of them has three
        // letters; only the first is kept.
        let sector: String = plain.chars().take(3).collect();
        if sector != plain {
            names.note(block.line, format!("only the first sector of the code {plain} is kept: {sector}"));
        }
        entry.ids.push(("plover".to_owned(), sector));
    } else {
        entry.ids.push(("cameo".to_owned(), plain.clone()));
    }
    if dated {
        for (line, code) in &block.codes {
            names.note(
                *line,
                format!(
                    "\"[{code}]\" of \"{}\" was left out: a code with dates describes a term of office, and the file does not name the office",
                    block.phrases[0]
                ),
            );
        }
    }
    for (number, phrase) in block.phrases.iter().enumerate() {
        let plural = phrase.split_once('{').map(|(_, plurals)| plurals.trim_end_matches('}'));
        let text = phrase.split('{').next().unwrap_or_default().trim();
        if text.contains(['!', '*', '%', '(', ')']) {
            names.note(block.line, format!("\"{text}\" was left out: it is a pattern, not a name"));
            continue;
        }
        let text = title(text, agent);
        entry.form(if number == 0 && !state { "name" } else { "alias" }, &options.language, &text, agent);
        for plural in plural.into_iter().flat_map(|plurals| plurals.split_whitespace()) {
            entry.form("alias", &options.language, &title(plural, agent), agent);
        }
    }
    if let Some(first) = entry.forms.first_mut().filter(|_| !state) {
        "name".clone_into(&mut first.kind);
        names.entries.push(entry);
    } else if !entry.forms.is_empty() {
        names.entries.push(entry);
    }
}

/// Converts a phrase in capitals to a name with the usual capitals. Abbreviations stay in capitals. If `agent` is `true`,
/// the phrase is a common noun and is converted to lower case.
fn title(phrase: &str, agent: bool) -> String {
    let words: Vec<&str> = phrase.split(['_', ' ']).filter(|word| !word.is_empty()).collect();
    let one = words.len() == 1;
    let cased = |(number, word): (usize, &&str)| {
        let short = one && word.chars().count() <= 5 && !word.contains(['A', 'E', 'I', 'O', 'U'])
            || word.contains('.')
            || word.chars().count() == 1;
        if agent {
            return word.to_lowercase();
        }
        if number > 0 && SMALL.contains(word) {
            return word.to_lowercase();
        }
        if short || word.chars().any(char::is_lowercase) {
            return (*word).to_owned();
        }
        word.split('-').map(capitalised).collect::<Vec<_>>().join("-")
    };
    words.iter().enumerate().map(cased).collect::<Vec<_>>().join(" ")
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_string() + &chars.as_str().to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions, Target};

    const ACTORS: &str = "# comment\nKAZAKHSTAN_  [KAZ]\n+KAZAKH_ ; note\n<!-- several\nlines -->\nTHE_UNITED_NATIONS_\nU.N._\n\t[IGOUNO]\nKOFI_ANNAN_\t\n+K._ANNAN_\n\t[IGOUNO 970101-061231] \n\t[ELI]; x\nFOREIGN_!MINIST! [~GOV]\nATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~JUD]\nNOBODY_\n\t[---]\n";

    #[test]
    fn blocks_are_states_bodies_people_and_agents() {
        let names = NamesFormat::Petrarch.read(ACTORS, &NamesOptions::default()).expect("names");
        let of = |number: usize| {
            let entry = &names.entries[number];
            (entry.line, entry.kind.as_str(), entry.forms.iter().map(|form| form.text.as_str()).collect::<Vec<_>>())
        };
        assert_eq!(names.entries[0].target, Target::State("KAZ".to_owned()));
        assert_eq!(of(0).2, ["Kazakhstan", "Kazakh"]);
        assert_eq!(of(1), (6, "igo", vec!["The United Nations", "U.N."]));
        assert_eq!(of(2), (9, "person", vec!["Kofi Annan", "K. Annan"]));
        assert_eq!(of(3), (14, "office", vec!["attorney general", "attorneys general"]));
        assert_eq!(names.entries.len(), 4);
        let lines: Vec<usize> = names.notes.iter().map(|note| note.line).collect();
        assert_eq!(lines, [11, 12, 13, 15], "{:?}", names.notes);
    }
}
