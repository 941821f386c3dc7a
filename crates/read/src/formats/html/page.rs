//! Builds the masked text and the block marks of an HTML source from the events of the HTML
//! tokenizer (texts, tags, comments). In the masked text, spaces or invisible characters replace
//! the markup.

use super::elements::{is_block, is_inline};
use super::events::{Sink, Tag, tokenize};
use super::regions::{Edge, Regions};
use crate::formats::mask::{Marks, Mask, block};
use chancery_text::{BlockKind, BlockMark};
use std::ops::Range;

/// The result of reading an HTML source.
#[derive(Debug)]
pub(crate) struct Html {
    /// The masked text, which has the same length as the source.
    pub(crate) text: String,
    /// Positions at which headings, list items and paragraphs begin.
    pub(crate) marks: Vec<BlockMark>,
    /// Content of the first `title` element.
    pub(crate) title: Option<String>,
    /// Attribute `lang` of the `html` element.
    pub(crate) language: Option<String>,
}

/// Reads an HTML source, or a part of one.
pub(crate) fn parse(source: &str) -> Html {
    let mut page = Page {
        source,
        mask: Mask::new(source),
        marks: Marks::default(),
        regions: Regions::default(),
        lists: Lists::default(),
        heading: None,
        gap: None,
        swallows: false,
        title: Title::Unseen,
        language: None,
    };
    tokenize(source, &mut page);
    let hidden = page.regions.finish();
    let title = if let Title::Read(title) = page.title { Some(title).filter(|title| !title.is_empty()) } else { None };
    Html { text: page.mask.finish(&hidden), marks: page.marks.finish(&hidden), title, language: page.language }
}

struct Page<'a> {
    source: &'a str,
    mask: Mask<'a>,
    marks: Marks,
    regions: Regions<State>,
    lists: Lists,
    /// The level of the open heading. `None` if no heading is open, or if text of the open heading has
    /// already been read.
    heading: Option<u8>,
    /// The tags since the last letter, if all of them belong to inline elements. The word that ends
    /// with this letter may continue after the tags.
    gap: Option<Gap>,
    /// Whether the text up to the next tag is the content of an unclosed hidden element, such as a
    /// script. This text is left out.
    swallows: bool,
    title: Title,
    language: Option<String>,
}

/// The state at the start of a hidden element. It is restored at the end of that element.
struct State {
    heading: Option<u8>,
    lists: usize,
}

struct Gap {
    start: usize,
    closed: bool,
}

enum Title {
    Unseen,
    /// The `title` element is open. Its text begins at this byte offset.
    Open(usize),
    Read(String),
}

impl Page<'_> {
    /// Handles a tag or comment at `range`, which may be inside a word. `closing` and `opening`
    /// tell whether an element ends or starts there. If one element ends and the next starts at the
    /// same place, as with two adjacent links, the letters before and after the tags belong to two
    /// words.
    fn may_join(&mut self, range: &Range<usize>, closing: bool, opening: bool) {
        match &mut self.gap {
            Some(gap) if gap.closed && opening => self.gap = None,
            Some(gap) => gap.closed |= closing,
            None if self.source[..range.start].ends_with(char::is_alphabetic) && self.mask.len() == range.start => {
                self.gap = Some(Gap { start: range.start, closed: closing });
            }
            None => {}
        }
    }

    fn block(&mut self, tag: &Tag<'_>) {
        let breaks_line = tag.name == "br";
        self.mask.breaks(tag.range.clone(), if breaks_line { 1 } else { 2 });
        if breaks_line {
            return;
        }
        if let [b'h', level @ b'1'..=b'6'] = tag.name.as_bytes() {
            self.heading = Some(level - b'0').filter(|_| !tag.closing);
        }
        match self.heading {
            Some(level) => self.marks.push(tag.range.end, BlockKind::Heading, level),
            None => self.marks.push(tag.range.end, block(self.lists.in_item()), 0),
        }
    }

    fn title(&mut self, tag: &Tag<'_>) {
        match self.title {
            Title::Unseen if !tag.closing && !tag.unclosed && !self.regions.is_open("svg") => self.title = Title::Open(tag.range.end),
            Title::Open(start) if tag.closing => {
                self.mask.hide_to(tag.range.start);
                self.title = Title::Read(self.mask.words_from(start));
            }
            _ => {}
        }
    }
}

impl Sink for Page<'_> {
    fn text(&mut self, range: Range<usize>) {
        if self.swallows {
            return;
        }
        let text = &self.source[range.clone()];
        if let Some(gap) = self.gap.take()
            && text.starts_with(char::is_alphabetic)
        {
            self.mask.fill(gap.start..range.start);
        }
        if self.heading.is_some() && !text.trim().is_empty() {
            self.heading = None;
        }
        self.mask.show(range);
    }

    fn reference(&mut self, range: Range<usize>, decoded: &str) {
        self.gap = None;
        if !decoded.trim().is_empty() {
            self.heading = None;
        }
        if !self.swallows {
            self.mask.replace(range, decoded);
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        self.swallows = false;
        if tag.name == "title" {
            self.title(tag);
        }
        let edge = self.regions.tag(tag, || State { heading: self.heading, lists: self.lists.len() });
        if edge.is_none() && is_inline(tag.name) {
            return self.may_join(&tag.range, tag.closing, !tag.closing);
        }
        self.gap = None;
        if let Some(Edge::End(state)) = edge {
            self.heading = state.heading;
            self.lists.cut(state.lists);
        }
        match (tag.name, tag.closing) {
            ("ul" | "ol", false) => self.lists.begin(),
            ("ul" | "ol", true) => self.lists.end(),
            ("li", closing) => self.lists.item(!closing),
            // Closes lists whose end tags are missing.
            ("td" | "th" | "table" | "body", true) => self.lists.cut(0),
            ("html", false) if self.language.is_none() => {
                self.language = Some(tag.language.to_owned()).filter(|language| !language.is_empty())
            }
            _ => {}
        }
        if is_block(tag.name) {
            self.block(tag);
        }
        self.swallows = tag.unclosed && super::elements::is_hidden(tag.name);
    }

    fn comment(&mut self, range: Range<usize>) {
        self.may_join(&range, false, false);
    }

    fn other(&mut self, _: Range<usize>) {
        self.gap = None;
    }
}

/// The open lists. For each list, outermost first, `open` tells whether an item of the list is open.
/// `items` is the number of open items in all lists.
#[derive(Default)]
struct Lists {
    open: Vec<bool>,
    items: usize,
}

impl Lists {
    fn in_item(&self) -> bool {
        self.items > 0
    }

    fn len(&self) -> usize {
        self.open.len()
    }

    fn begin(&mut self) {
        self.open.push(false);
    }

    fn end(&mut self) {
        self.item(false);
        self.open.pop();
    }

    /// Opens an item of the innermost list, or closes it if `opens` is `false`.
    fn item(&mut self, opens: bool) {
        if let Some(open) = self.open.last_mut() {
            self.items = self.items + usize::from(opens) - usize::from(*open);
            *open = opens;
        }
    }

    /// Closes all lists except the outermost `count`.
    fn cut(&mut self, count: usize) {
        while self.open.len() > count {
            self.end();
        }
    }
}
