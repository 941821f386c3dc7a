//! Markup put out of sight: what is no text becomes blanks of the same length, so that every offset is still one of the source.
//!
//! Markdown is read by `pulldown-cmark`, which tells where each piece of text stands. Libraries for HTML give no such places for decoded text, so HTML is
//! masked here: tags, comments, scripts and styles; an entity becomes its character, filled up with signs that no reader and no tokenizer sees, and such signs stand
//! for tags that only dress the letters of a word.

use chancery_text::{BlockKind, BlockMark};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The text of a Markdown source, of the same length in bytes, and what its markup says of blocks.
pub(crate) fn markdown(source: &str) -> (String, Vec<BlockMark>) {
    let mut mask = Mask::new(source);
    let mut marks = Marks::default();
    let (mut hidden, mut items) = (0, 0);
    // The lines of a block of HTML, which come one by one.
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
            Event::End(TagEnd::Heading(_)) => marks.push(range.end, inside(items > 0), 0),
            Event::Start(Tag::Paragraph | Tag::TableHead | Tag::TableRow | Tag::BlockQuote(_)) => {
                marks.push(range.start, inside(items > 0), 0)
            }
            Event::Html(_) if hidden == 0 => lines = Some(lines.map_or(range.start, |lines| lines.start)..range.end),
            Event::End(TagEnd::HtmlBlock) => {
                let Some(lines) = lines.take() else { continue };
                let (text, inner) = html(&source[lines.clone()]);
                mask.show_as(lines.clone(), &text);
                for BlockMark { start, kind, level, .. } in inner {
                    let kind = if kind == BlockKind::Paragraph { inside(items > 0) } else { kind };
                    marks.push(lines.start + start as usize, kind, level);
                }
            }
            Event::Text(_) | Event::Code(_) if hidden == 0 => mask.show(range),
            _ => {}
        }
    }
    (mask.finish(), marks.all)
}

/// The text of an HTML source, of the same length in bytes, and what its markup says of blocks.
pub(crate) fn html(source: &str) -> (String, Vec<BlockMark>) {
    let mut mask = Mask::new(source);
    let mut marks = Marks::default();
    let mut lists = Lists::default();
    // The level of a heading that is open and has no text yet.
    let mut heading = None;
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        if let Some(tag) = tag(rest) {
            if let Some(end) = inside_word(source, at) {
                mask.fill(at..end);
                at = end;
                continue;
            }
            let name = tag.name.to_ascii_lowercase();
            let mut end = at + tag.length;
            if !tag.closing && HIDDEN.contains(&name.as_str()) {
                end = close_of(source, end, &name);
            }
            match (name.as_str(), tag.closing) {
                ("ul" | "ol", false) => lists.begin(),
                ("ul" | "ol", true) => lists.end(),
                ("li", closing) => lists.item(!closing),
                // Lists that nobody closed.
                ("td" | "th" | "table" | "body", true) => lists = Lists::default(),
                _ => {}
            }
            if BLOCKS.contains(&name.as_str()) {
                mask.breaks(at..end, if name == "br" { 1 } else { 2 });
                match *name.as_bytes() {
                    _ if name == "br" => {}
                    [b'h', level @ b'1'..=b'6'] => heading = Some(level - b'0').filter(|_| !tag.closing),
                    _ => {}
                }
                match heading {
                    _ if name == "br" => {}
                    Some(level) => marks.push(end, BlockKind::Heading, level),
                    None => marks.push(end, inside(lists.items > 0), 0),
                }
            }
            at = end;
        } else if let Some((c, length)) = entity(rest) {
            heading = None;
            mask.replace(at..at + length, c);
            at += length;
        } else {
            let length = rest.char_indices().skip(1).find(|(_, c)| matches!(c, '<' | '&')).map_or(rest.len(), |(at, _)| at);
            if !rest[..length].trim().is_empty() {
                heading = None;
            }
            mask.show(at..at + length);
            at += length;
        }
    }
    (mask.finish(), marks.all)
}

/// The lists that are open, each with whether an item of it is.
#[derive(Default)]
struct Lists {
    open: Vec<bool>,
    /// How many items are open.
    items: usize,
}

impl Lists {
    fn begin(&mut self) {
        self.open.push(false);
    }

    fn end(&mut self) {
        self.item(false);
        self.open.pop();
    }

    /// Opens or closes an item of the innermost list.
    fn item(&mut self, opens: bool) {
        if let Some(open) = self.open.last_mut() {
            self.items = self.items + usize::from(opens) - usize::from(*open);
            *open = opens;
        }
    }
}

/// What a block is that markup does not tell to be a heading.
const fn inside(item: bool) -> BlockKind {
    if item { BlockKind::ListItem } else { BlockKind::Paragraph }
}

/// Marks as they are found; what stands before the first is a paragraph.
struct Marks {
    all: Vec<BlockMark>,
}

impl Default for Marks {
    fn default() -> Self {
        Self { all: vec![BlockMark::new(0, BlockKind::Paragraph, 0)] }
    }
}

impl Marks {
    fn push(&mut self, start: usize, kind: BlockKind, level: u8) {
        let start = start as u32;
        // Of several at one place the last says what the text there is.
        while self.all.last().is_some_and(|mark| mark.start >= start) {
            self.all.pop();
        }
        self.all.push(BlockMark::new(start, kind, level));
    }
}

/// Elements whose content is no text.
const HIDDEN: [&str; 8] = ["script", "style", "head", "noscript", "template", "svg", "nav", "select"];
/// Elements that begin and end paragraphs.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Elements that dress letters: a word goes on over their tags ("<b>K</b>enya").
const INLINE: [&str; 16] = ["a", "abbr", "b", "bdi", "bdo", "big", "em", "font", "i", "ins", "mark", "small", "span", "strong", "u", "wbr"];

/// The end of the tags at a byte, if letters stand before and behind them and they only dress letters. Letters that are written as entities do not count.
fn inside_word(source: &str, at: usize) -> Option<usize> {
    source[..at].chars().next_back().filter(|c| c.is_alphabetic())?;
    let (mut end, mut closed) = (at, false);
    while let Some(tag) = tag(&source[end..]) {
        // Where one ends and another begins, as links in a menu do, there are two words.
        if !INLINE.iter().any(|name| name.eq_ignore_ascii_case(tag.name)) || closed && !tag.closing {
            return None;
        }
        closed |= tag.closing;
        end += tag.length;
    }
    source[end..].starts_with(char::is_alphabetic).then_some(end)
}

/// A tag, with its length in bytes.
pub(super) struct TagHead<'a> {
    pub(super) name: &'a str,
    pub(super) closing: bool,
    pub(super) length: usize,
}

/// A tag, comment or declaration at the start of `rest`.
pub(super) fn tag(rest: &str) -> Option<TagHead<'_>> {
    let inner = rest.strip_prefix('<')?;
    if inner.starts_with("!--") {
        let length = rest.find("-->").map_or(rest.len(), |at| at + 3);
        return Some(TagHead { name: "", closing: false, length });
    }
    let closing = inner.starts_with('/');
    let name = inner.trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = &name[..end];
    if name.is_empty() && !inner.starts_with(['!', '?']) {
        return None;
    }
    // A ">" inside quotes ends nothing.
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (c, quote) {
            ('>', None) => return Some(TagHead { name, closing, length: at + 1 }),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
    }
    Some(TagHead { name, closing, length: rest.len() })
}

/// Where the element `name` that is open at `from` ends.
fn close_of(source: &str, from: usize, name: &str) -> usize {
    let closing = format!("</{name}");
    let lower = source.as_bytes();
    let found = (from..lower.len().saturating_sub(closing.len()))
        .find(|&at| lower[at..at + closing.len()].eq_ignore_ascii_case(closing.as_bytes()));
    found.map_or(source.len(), |at| source[at..].find('>').map_or(source.len(), |end| at + end + 1))
}

/// The longest name of an entity of HTML has so many letters, with its semicolon.
const LONGEST: usize = 33;

/// A character entity at the start of `rest`, and its length.
fn entity(rest: &str) -> Option<(char, usize)> {
    let inner = rest.strip_prefix('&')?;
    let end = inner.char_indices().take(LONGEST).find(|(_, c)| *c == ';')?.0;
    let name = &inner[..end];
    let c = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => char::from_u32(u32::from_str_radix(hex, 16).ok()?)?,
            None => char::from_u32(number.parse().ok()?)?,
        },
        None => named(&rest[..end + 2])?,
    };
    Some((c, end + 2))
}

/// The character that a named entity ("&eacute;") stands for, if it is one; a blank for those that are one wide.
fn named(entity: &str) -> Option<char> {
    let text = html_escape::decode_html_entities(entity);
    let mut chars = text.chars();
    let c = chars.next().filter(|_| chars.next().is_none() && text != entity)?;
    Some(if c == '\u{A0}' { ' ' } else { c })
}

/// A source of which only some pieces are shown.
struct Mask<'a> {
    source: &'a str,
    out: String,
}

impl<'a> Mask<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, out: String::with_capacity(source.len()) }
    }

    /// Blanks up to a byte; line breaks stay.
    fn hide_to(&mut self, end: usize) {
        let from = self.out.len();
        self.out.extend(
            self.source
                .as_bytes()
                .get(from..end)
                .unwrap_or_default()
                .iter()
                .map(|&b| if b == b'\n' || b == b'\r' { b as char } else { ' ' }),
        );
    }

    fn show(&mut self, range: Range<usize>) {
        if range.start >= self.out.len() {
            self.hide_to(range.start);
            self.out.push_str(&self.source[range]);
        }
    }

    /// Shows other text of the same length in bytes.
    fn show_as(&mut self, range: Range<usize>, text: &str) {
        if range.start >= self.out.len() && range.len() == text.len() {
            self.hide_to(range.start);
            self.out.push_str(text);
        }
    }

    /// Line breaks in place of a tag, as many as there is room for.
    fn breaks(&mut self, range: Range<usize>, count: usize) {
        self.hide_to(range.start);
        self.out.extend(std::iter::repeat_n('\n', count.min(range.len())));
        self.hide_to(range.end);
    }

    /// A character in place of an entity, filled up with soft hyphens and word joiners.
    fn replace(&mut self, range: Range<usize>, c: char) {
        self.hide_to(range.start);
        if c.len_utf8() > range.len() {
            return self.hide_to(range.end);
        }
        self.out.push(c);
        if !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{AD}')) {
            return self.hide_to(range.end);
        }
        self.fill_to(range.end);
    }

    /// Nothing that can be seen in place of what stands inside a word.
    fn fill(&mut self, range: Range<usize>) {
        self.hide_to(range.start);
        self.fill_to(range.end);
    }

    fn fill_to(&mut self, end: usize) {
        while self.out.len() < end {
            let filler = match end - self.out.len() {
                1 => ' ',
                3 => '\u{2060}',
                _ => '\u{AD}',
            };
            self.out.push(filler);
        }
    }

    fn finish(mut self) -> String {
        self.hide_to(self.source.len());
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        text.replace(['\u{AD}', '\u{2060}'], "").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn html_keeps_every_offset() {
        let source = "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><!-- no --><h1>Talks</h1><p class=\"a>b\">C&ocirc;te d&rsquo;Ivoire &amp; <b>Ken</b>ya<br>met.</p><script>if (a<b) {}</script></body>";
        let text = html(source).0;
        assert_eq!(text.len(), source.len());
        assert_eq!(words(&text), "Talks Côte d’Ivoire & Kenya met.");
        assert_eq!(text.find("Ivoire"), source.find("Ivoire"));
        assert!(text[..text.find("Ivoire").unwrap_or(0)].contains("\n\n"));
    }

    #[test]
    fn a_word_goes_on_over_tags_that_dress_letters() {
        for (source, seen) in [
            ("<span class=\"cap\">T</span>he Chad", "The Chad"),
            ("Ken<b></b>ya<sup>1</sup> and <i>Peru</i>", "Kenya 1 and Peru"),
            ("<a href=x>Chad</a><a href=y>Peru</a>", "Chad Peru"),
            ("Chad<br>Peru<p>Mali</p>Togo", "Chad Peru Mali Togo"),
            ("&yacute;&szlig;&scaron;&iuml;&aelig;&Aacute; &bogus; &nbsp;x", "ýßšïæÁ &bogus; x"),
            ("Chad <b>Peru</b> <a href=x>Mali</a>", "Chad Peru Mali"),
        ] {
            let text = html(source).0;
            assert_eq!((text.len(), words(&text)), (source.len(), seen.to_owned()), "{source}");
        }
    }

    #[test]
    fn markdown_keeps_every_offset() {
        let source = "---\ntitle: Hello\n---\n# Talks in *Astana*\n\nThe [Kenyan](http://x.y) side:\n\n```\ncode\n```\n\n<div>Peru <b>met</b> Chile.</div>\n\n1. first & last\n";
        let text = markdown(source).0;
        assert_eq!(text.len(), source.len());
        assert_eq!(words(&text), "Talks in Astana The Kenyan side: Peru met Chile. first & last");
        assert_eq!(text.find("Kenyan"), source.find("Kenyan"));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_markup_keeps_its_length_and_marks_come_in_order(pieces in proptest::collection::vec(proptest::sample::select(vec![
            "<", ">", "</", "<h1>", "</h1>", "<h7>", "<p>", "<ul>", "<li>", "</li>", "</ul>", "<b>", "</b>", "<!--", "-->", "<script>", "</script>", "<td a='", "'>", "&", "&eacute;",
            "&#x41;", "&nosuch;", "\n", "\n\n", "# ", "- ", "1. ", "> ", "| a | b |\n|---|---|\n", "```\n", "---\n", "*", "**", "Chad", "é", "中", " ", "    ",
        ]), 0..30)) {
            let source = pieces.concat();
            for (text, marks) in [html(&source), markdown(&source)] {
                proptest::prop_assert_eq!(text.len(), source.len());
                proptest::prop_assert!(marks.windows(2).all(|pair| pair[0].start < pair[1].start), "{:?}", marks);
                proptest::prop_assert!(marks.iter().all(|mark| mark.start as usize <= source.len()));
            }
        }
    }

    #[test]
    fn markup_says_what_blocks_are() {
        let of = |(text, marks): (String, Vec<BlockMark>)| -> Vec<(String, BlockKind, u8)> {
            let end = |at: usize| marks.get(at + 1).map_or(text.len(), |next| next.start as usize);
            let parts = marks.iter().enumerate().map(|(at, mark)| (words(&text[mark.start as usize..end(at)]), mark.kind, mark.level));
            parts.filter(|(words, ..)| !words.is_empty()).collect()
        };
        let expected = |blocks: &[(&str, BlockKind, u8)]| -> Vec<(String, BlockKind, u8)> {
            blocks.iter().map(|(words, kind, level)| ((*words).to_owned(), *kind, *level)).collect()
        };
        use BlockKind::{Heading, ListItem, Paragraph};
        assert_eq!(
            of(html(
                "Zero<h1>One</h1><p>Two<br>three<h3>Four<p>Five<ul><li>Six<li>Seven<p>Eight</ul>Nine<table><tr><td>Ten</td></tr></table>"
            )),
            expected(&[
                ("Zero", Paragraph, 0),
                ("One", Heading, 1),
                ("Two three", Paragraph, 0),
                ("Four", Heading, 3),
                ("Five", Paragraph, 0),
                ("Six", ListItem, 0),
                ("Seven", ListItem, 0),
                ("Eight", ListItem, 0),
                ("Nine", Paragraph, 0),
                ("Ten", Paragraph, 0),
            ])
        );
        assert_eq!(
            of(markdown("Zero\n\n# One\n\nTwo\nthree\n\n### Four *four*\n- Six\n- Seven\n\nFive\n\n| a | b |\n|---|---|\n| c | d |\n")),
            expected(&[
                ("Zero", Paragraph, 0),
                ("One", Heading, 1),
                ("Two three", Paragraph, 0),
                ("Four four", Heading, 3),
                ("Six", ListItem, 0),
                ("Seven", ListItem, 0),
                ("Five", Paragraph, 0),
                ("a b", Paragraph, 0),
                ("c d", Paragraph, 0),
            ])
        );
    }

    #[test]
    fn broken_markup_loses_nothing_and_does_not_panic() {
        for source in
            ["<", "a < b", "<p", "&", "&#x110000; &bogus; x", "<script>never closed", "a<!-- open", "é<ü>ö", "<b>Ж</b>&eacute;", "&#233;"]
        {
            let text = html(source).0;
            assert_eq!(text.len(), source.len(), "{source}");
        }
        assert_eq!(words(&html("a < b & c").0), "a < b & c");
    }
}
