//! What a document of HTML or Markdown says of itself before its text: title, language, encoding, front matter.

use crate::markup::{html, tag};

/// What an HTML source says of itself in its head.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Head {
    pub(crate) title: Option<String>,
    pub(crate) language: Option<String>,
}

/// The title and the language of an HTML source.
pub(crate) fn html_head(source: &str) -> Head {
    let mut head = Head::default();
    let mut at = 0;
    while let Some(next) = source[at..].find('<') {
        at += next;
        let Some(tag) = tag(&source[at..]) else {
            at += 1;
            continue;
        };
        let text = &source[at..at + tag.length];
        at += tag.length;
        match tag.name.to_ascii_lowercase().as_str() {
            "html" => head.language = attribute(text, "lang").filter(|language| !language.is_empty()),
            "title" if !tag.closing => {
                let end = source[at..].find('<').map_or(source.len(), |end| at + end);
                let title = html(&source[at..end]).0.replace(['\u{AD}', '\u{2060}'], "");
                let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                head.title = Some(title).filter(|title| !title.is_empty());
                break;
            }
            "body" => break,
            _ => {}
        }
    }
    head
}

/// The encoding that an HTML source declares in its first bytes (HTML standard, 13.2.3.2): `<meta charset="…">` or a `content` with `charset=`.
pub(crate) fn declared_encoding(source: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&source[..source.len().min(HEAD)]).to_ascii_lowercase();
    let name = |meta: &str| {
        let value = meta.split('>').next()?.split_once("charset")?.1.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).unwrap_or(value.len());
        Some(value[..end].to_owned()).filter(|name| !name.is_empty())
    };
    head.split("<meta").skip(1).find_map(name)
}

/// In so many bytes a declaration must stand.
const HEAD: usize = 1024;

/// The value of an attribute in the text of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut parts = tag.split(|c: char| c.is_whitespace() || c == '>').filter_map(|part| part.split_once('='));
    let (_, value) = parts.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(value.trim_matches(['"', '\'', '/']).to_owned())
}

/// Keys and values of the block between two lines of `---` at the start of a Markdown source, as far as they are plain text on one line.
pub(crate) fn front_matter(source: &str) -> Vec<(String, String)> {
    let mut lines = source.strip_prefix('\u{FEFF}').unwrap_or(source).lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return Vec::new();
    }
    let inner: Vec<&str> = lines.by_ref().take_while(|line| !matches!(line.trim_end(), "---" | "...")).collect();
    let pairs = inner.iter().filter_map(|line| line.split_once(':')).filter(|(key, _)| !key.starts_with([' ', '-', '#']));
    let plain = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
    pairs.map(|(key, value)| (key.trim().to_lowercase(), plain(value))).filter(|(_, value)| !value.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read() {
        let head =
            html_head("<!DOCTYPE html>\n<html class=x lang='fr'><head><title>C&ocirc;te\n d’Ivoire</title></head><body><title>no</title>");
        assert_eq!(head, Head { title: Some("Côte d’Ivoire".to_owned()), language: Some("fr".to_owned()) });
        assert_eq!(html_head("<p>a < b</p>"), Head::default());
        let pairs = front_matter("---\ntitle: \"Talks: two\"\ndate: 2020-05-01\ntags:\n  - a\n---\nText: no\n");
        assert_eq!(pairs, [("title".to_owned(), "Talks: two".to_owned()), ("date".to_owned(), "2020-05-01".to_owned())]);
        assert_eq!(front_matter("Text\n---\na: b\n---\n"), []);
    }

    #[test]
    fn declared_encodings_are_read() {
        for (source, name) in [
            ("<html><head><META charset='windows-1251'>", Some("windows-1251")),
            ("<meta name=x><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\">", Some("iso-8859-2")),
            ("<meta name=keywords content='charset, x'><meta charset=big5>", Some("big5")),
            ("<p>charset=koi8-r</p>", None),
            ("<meta charset=>", None),
        ] {
            assert_eq!(declared_encoding(source.as_bytes()).as_deref(), name, "{source}");
        }
    }
}
