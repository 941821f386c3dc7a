//! Reads Markdown (CommonMark with tables and strikethrough). A file is one document. Front matter is read as metadata; code blocks are left out of the text.

use super::html::{Html, parse as parse_html};
use super::mask::{Marks, Mask, block};
use super::parts::Content;
use crate::{ReadError, ReadOptions};
use chancery_text::{BlockKind, BlockMark, DateSource, Metadata};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a file.
pub(super) fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, ReadError> {
    let (source, encoding) = options.decoder.decode(bytes)?;
    let mut metadata = Metadata { encoding: Some(encoding.to_owned()), ..Metadata::default() };
    for (key, value) in front_matter(&source) {
        match key.as_str() {
            "title" => metadata.title = Some(value),
            "lang" | "language" => metadata.language = Some(value),
            "date" => {
                metadata.date = value.split(['T', ' ']).next().and_then(|day| day.parse().ok());
                metadata.date_source = metadata.date.map(|_| DateSource::Field);
            }
            _ => {
                metadata.fields.insert(key, value);
            }
        }
    }
    let (text, marks) = parse(&source);
    Ok(Content { text, source: Some(source), marks, pages: Vec::new(), metadata })
}

/// Returns the text with its markup masked, and the marks that record where its blocks begin. The text has the same length as the source.
fn parse(source: &str) -> (String, Vec<BlockMark>) {
    let mut mask = Mask::new(source);
    let mut marks = Marks::default();
    let (mut hidden, mut items) = (0, 0);
    // The range of the current HTML block, whose lines are reported one by one.
    let mut lines: Option<Range<usize>> = None;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) => hidden += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::MetadataBlock(_)) => hidden -= 1,
            Event::Start(Tag::Heading { level, .. }) => marks.push(range.start, BlockKind::Heading, level as u8),
            Event::Start(Tag::Item) => {
                items += 1;
                marks.push(range.start, BlockKind::ListItem, 0);
            }
            Event::End(TagEnd::Item) => items -= 1,
            Event::End(TagEnd::Heading(_)) => marks.push(range.end, block(items > 0), 0),
            Event::Start(Tag::Paragraph | Tag::TableHead | Tag::TableRow | Tag::BlockQuote(_)) => {
                marks.push(range.start, block(items > 0), 0)
            }
            Event::Html(_) if hidden == 0 => lines = Some(lines.map_or(range.start, |lines| lines.start)..range.end),
            Event::End(TagEnd::HtmlBlock) => {
                let Some(lines) = lines.take() else { continue };
                let Html { text, marks: inner, .. } = parse_html(&source[lines.clone()]);
                mask.show_as(lines.clone(), &text);
                for BlockMark { start, kind, level, .. } in inner {
                    let kind = if kind == BlockKind::Paragraph { block(items > 0) } else { kind };
                    marks.push(lines.start + start as usize, kind, level);
                }
            }
            Event::Text(text) if hidden == 0 => {
                if source[range.clone()].starts_with('&') && source[range.clone()] != *text && range.start >= mask.len() {
                    mask.replace(range, &text);
                    continue;
                }
                if is_emphasis_in_word(source, mask.len()..range.start) {
                    mask.fill(mask.len()..range.start);
                }
                mask.show(range);
            }
            Event::Code(_) if hidden == 0 => mask.show(range),
            _ => {}
        }
    }
    (mask.finish(&[]), marks.finish(&[]))
}

/// Returns `true` if a range contains only emphasis markers and has letters on both sides (`**K**enya`). A single marker (`*`) does not count, because it is
/// only one byte long and cannot be replaced with an invisible character, which takes at least two bytes.
fn is_emphasis_in_word(source: &str, range: Range<usize>) -> bool {
    let signs = source.get(range.clone()).unwrap_or_default();
    signs.len() > 1
        && signs.bytes().all(|byte| matches!(byte, b'*' | b'_' | b'~'))
        && source[..range.start].ends_with(char::is_alphabetic)
        && source[range.end..].starts_with(char::is_alphabetic)
}

/// Returns the keys and values of the front matter: the lines between two lines `---` at the start
/// of a source. Only values that are plain text on one line are read.
fn front_matter(source: &str) -> Vec<(String, String)> {
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

    fn words(text: &str) -> String {
        text.replace(['\u{AD}', '\u{2060}'], "").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn offsets_are_those_of_the_source() {
        let source = "---\ntitle: Hello\n---\n# Talks in *Astana*\n\nThe [Kenyan](http://x.y) side:\n\n```\ncode\n```\n\n<div>Peru <b>met</b> Chile.</div>\n\n1. first & last\n";
        let text = parse(source).0;
        assert_eq!(text.len(), source.len());
        assert_eq!(words(&text), "Talks in Astana The Kenyan side: Peru met Chile. first & last");
        assert_eq!(text.find("Kenyan"), source.find("Kenyan"));
    }

    #[test]
    fn words_stay_whole() {
        for (source, seen) in [
            ("**K**enya and Ch__a__d\n", "Kenya and Ch__a__d"),
            ("C&ocirc;te d&#39;Ivoire, AT&amp;T, a&nbsp;b\n", "Côte d'Ivoire, AT&T, a b"),
            ("[Chad](x)[Peru](y) *Mali* **Togo**\n", "Chad Peru Mali Togo"),
            ("&nosuch; & x\n", "&nosuch; & x"),
        ] {
            let text = parse(source).0;
            assert_eq!((text.len(), words(&text)), (source.len(), seen.to_owned()), "{source}");
        }
    }

    #[test]
    fn markup_says_what_blocks_are() {
        use BlockKind::{Heading, ListItem, Paragraph};
        let (text, marks) =
            parse("Zero\n\n# One\n\nTwo\nthree\n\n### Four *four*\n- Six\n- Seven\n\nFive\n\n| a | b |\n|---|---|\n| c | d |\n");
        let end = |at: usize| marks.get(at + 1).map_or(text.len(), |next| next.start as usize);
        let parts = marks.iter().enumerate().map(|(at, mark)| (words(&text[mark.start as usize..end(at)]), mark.kind, mark.level));
        let found: Vec<_> = parts.filter(|(words, ..)| !words.is_empty()).collect();
        let expected = [
            ("Zero", Paragraph, 0),
            ("One", Heading, 1),
            ("Two three", Paragraph, 0),
            ("Four four", Heading, 3),
            ("Six", ListItem, 0),
            ("Seven", ListItem, 0),
            ("Five", Paragraph, 0),
            ("a b", Paragraph, 0),
            ("c d", Paragraph, 0),
        ];
        assert_eq!(found, expected.map(|(words, kind, level)| (words.to_owned(), kind, level)));
    }

    #[test]
    fn front_matter_gives_pairs() {
        let pairs = front_matter("---\ntitle: \"Talks: two\"\ndate: 2020-05-01\ntags:\n  - a\n---\nText: no\n");
        assert_eq!(pairs, [("title".to_owned(), "Talks: two".to_owned()), ("date".to_owned(), "2020-05-01".to_owned())]);
        assert_eq!(front_matter("Text\n---\na: b\n---\n"), []);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 1000, failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_markup_keeps_its_length_and_marks_are_in_order(pieces in proptest::collection::vec(proptest::sample::select(vec![
            "<", ">", "<h1>", "</h1>", "<p>", "<nav>", "</nav>", "<li>", "<b>", "</b>", "<!--", "-->", "&", "&eacute;", "&#x41;", "&nosuch;", "\n", "\n\n", "\r\n", "# ",
            "- ", "1. ", "> ", "| a | b |\n|---|---|\n", "```\n", "---\n", "*", "**", "_", "[", "](x)", "Chad", "é", "中", " ", "    ", "\\",
        ]), 0..30)) {
            let source = pieces.concat();
            let (text, marks) = parse(&source);
            proptest::prop_assert_eq!(text.len(), source.len());
            proptest::prop_assert!(marks[0].start == 0 && marks.windows(2).all(|pair| pair[0].start < pair[1].start), "{:?}", marks);
            proptest::prop_assert!(marks.iter().all(|mark| mark.start as usize <= source.len()));
        }
    }
}
