//! Splits an HTML source into tags, text and character references, with their positions. The tokenizer is `html5gum`, which follows the HTML Standard (13.2.5).
//!
//! A comment, a tag or an element such as `script` may never be closed. According to the standard, the rest of the document then belongs to it. This reader
//! differs from the standard: it still reads the rest as text and markup.

use super::elements::{Content, content};
use html5gum::{Emitter, Error, Reader, State, Tokenizer};
use std::cell::Cell;
use std::convert::Infallible;
use std::ops::Range;

/// Receives the parts of a source in order. The parts do not overlap. All ranges are byte ranges of
/// the source.
pub(super) trait Sink {
    /// Receives text without markup and character references.
    fn text(&mut self, range: Range<usize>);
    /// Receives a character reference.
    fn reference(&mut self, range: Range<usize>, decoded: &str);
    /// Receives a start or end tag.
    fn tag(&mut self, tag: &Tag<'_>);
    /// Receives a comment.
    fn comment(&mut self, range: Range<usize>);
    /// Receives other markup, such as a document type declaration.
    fn other(&mut self, range: Range<usize>);
}

/// A start or end tag.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// Name in lower case.
    pub(super) name: &'a str,
    /// Whether this is an end tag.
    pub(super) closing: bool,
    /// Whether the tag ends with `/>`.
    pub(super) self_closing: bool,
    /// Whether this is the start tag of an element such as `script` whose end tag is missing. Such elements end only at their end tags.
    pub(super) unclosed: bool,
    /// The bytes from `<` to `>`, both included.
    pub(super) range: Range<usize>,
    /// The first value of the attribute `role`; empty if the tag does not have this attribute.
    pub(super) role: &'a str,
    /// The value of the attribute `lang` or, if there is none, of `xml:lang`; empty if the tag has
    /// neither.
    pub(super) language: &'a str,
}

/// Maximum number of unclosed tags and declarations that are skipped. If there are more, the rest of the source is read as text, because each unclosed tag
/// requires another pass over the rest of the source.
const MAX_UNCLOSED: usize = 16;

/// Maximum number of attributes of a tag. A tag with more attributes is treated as unclosed,
/// because the tokenizer recurses for each attribute and the stack is limited.
const MAX_ATTRIBUTES: usize = 256;

/// The source as input of the tokenizer. When `stop` becomes `true`, the input ends, even if the
/// end of the source has not been reached.
struct Input<'a> {
    rest: &'a [u8],
    stop: &'a Cell<bool>,
}

impl<'a> Input<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }
}

impl Reader for Input<'_> {
    type Error = Infallible;

    #[inline]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        if self.stop.get() || self.rest.is_empty() { Ok(None) } else { Ok(self.take(1).first().copied()) }
    }

    #[inline]
    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let found = self.rest.get(..text.len()).is_some_and(|start| start == text || !case_sensitive && start.eq_ignore_ascii_case(text));
        if found {
            self.take(text.len());
        }
        Ok(found)
    }

    #[inline]
    fn read_until<'b>(&'b mut self, needle: &[u8], _: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        if self.stop.get() || self.rest.is_empty() {
            return Ok(None);
        }
        // The tokenizer also searches for zero bytes in text and attribute values. They are ignored
        // here, so that a vectorised search can be used.
        let found = match *needle {
            [a, 0, b] => memchr::memchr2(a, b, self.rest),
            [a, b, 0, c] => memchr::memchr3(a, b, c, self.rest),
            _ => self.rest.iter().position(|byte| needle.contains(byte)),
        };
        Ok(Some(self.take(found.unwrap_or(self.rest.len()).max(1))))
    }
}

/// Passes all parts of a source to `sink`.
pub(super) fn tokenize(source: &str, sink: &mut impl Sink) {
    let mut ends = EndTags { source, missing: Vec::new() };
    let mut at = 0;
    let mut unclosed = 0;
    let mut comments_end = true;
    while at < source.len() {
        // If one comment is not closed, all later comments are unclosed too.
        let end = if comments_end { source.len() } else { source[at..].find("<!--").map_or(source.len(), |found| at + found) };
        let stop = Cell::new(false);
        let input = Input { rest: &source.as_bytes()[at..end], stop: &stop };
        let events = Events::new(at, &stop, &mut ends, sink);
        let markup = match Tokenizer::new_with_emitter(input, events).flatten().last() {
            Some(start) => start,
            None if end < source.len() => end,
            None => return,
        };
        // The unclosed comment or tag ends at the first ">", as in old browsers.
        at = source[markup..].find('>').map_or(source.len(), |found| markup + found + 1);
        sink.other(markup..at);
        if source[markup..].starts_with("<!--") {
            comments_end = false;
        } else {
            unclosed += 1;
        }
        if unclosed > MAX_UNCLOSED && at < source.len() {
            return sink.text(at..source.len());
        }
    }
}

/// Searches for end tags. Names for which no end tag was found are stored in `missing` and are not
/// searched for again.
struct EndTags<'a> {
    source: &'a str,
    missing: Vec<String>,
}

impl EndTags<'_> {
    /// Returns whether the element `name` has an end tag after the byte offset `from`.
    fn exist(&mut self, name: &str, from: usize) -> bool {
        if self.missing.iter().any(|known| known == name) {
            return false;
        }
        let rest = self.source.as_bytes().get(from..).unwrap_or_default();
        let found = memchr::memmem::find_iter(rest, b"</").any(|at| {
            let tag = &rest[at + 2..];
            tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
                && tag.get(name.len()).is_some_and(|&byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
        });
        if !found {
            self.missing.push(name.to_owned());
        }
        found
    }
}

/// Converts the callbacks of the tokenizer to calls of a sink. The tokenizer yields a token only if
/// a comment or tag is still open at the end of the source. This token is the byte offset of the
/// comment or tag.
struct Events<'a, 's, S> {
    stop: &'a Cell<bool>,
    ends: &'a mut EndTags<'s>,
    sink: &'a mut S,
    /// Byte offset up to which the tokenizer has read.
    position: usize,
    /// Byte offset up to which the source has been passed to the sink.
    done: usize,
    /// End of the text that begins at `done` and has not yet been passed to the sink.
    text_end: usize,
    /// Byte offset of the "<" of the tag, comment or declaration that is being read.
    open: Option<usize>,
    unclosed: Option<usize>,
    name: String,
    last_start: String,
    closing: bool,
    self_closing: bool,
    attributes: usize,
    attribute: Vec<u8>,
    value: String,
    role: String,
    language: String,
}

impl<'a, 's, S: Sink> Events<'a, 's, S> {
    fn new(at: usize, stop: &'a Cell<bool>, ends: &'a mut EndTags<'s>, sink: &'a mut S) -> Self {
        Self {
            stop,
            ends,
            sink,
            position: at,
            done: at,
            text_end: at,
            open: None,
            unclosed: None,
            name: String::new(),
            last_start: String::new(),
            closing: false,
            self_closing: false,
            attributes: 0,
            attribute: Vec::new(),
            value: String::new(),
            role: String::new(),
            language: String::new(),
        }
    }

    /// Passes the text before the current markup to the sink.
    fn flush(&mut self) {
        if self.text_end > self.done {
            self.sink.text(self.done..self.text_end);
            self.done = self.text_end;
        }
    }

    /// Ends the current tag, comment or declaration at the current position, and returns its range.
    fn close(&mut self) -> Range<usize> {
        self.flush();
        let range = self.done.max(self.open.take().unwrap_or(self.done))..self.position;
        (self.done, self.text_end) = (self.position, self.position);
        range
    }

    fn start_tag(&mut self, closing: bool) {
        (self.closing, self.self_closing, self.attributes) = (closing, false, 0);
        self.attribute.clear();
        for text in [&mut self.name, &mut self.value, &mut self.role, &mut self.language] {
            text.clear();
        }
    }

    fn end_attribute(&mut self) {
        match self.attribute.as_slice() {
            b"role" if self.role.is_empty() => self.role.push_str(self.value.split_ascii_whitespace().next().unwrap_or_default()),
            b"lang" => {
                self.language.clear();
                self.language.push_str(self.value.trim());
            }
            b"xml:lang" if self.language.is_empty() => self.language.push_str(self.value.trim()),
            _ => {}
        }
        self.attribute.clear();
        self.value.clear();
    }
}

fn push(text: &mut String, bytes: &[u8]) {
    match std::str::from_utf8(bytes) {
        Ok(part) => text.push_str(part),
        // A chunk may end inside a character. This does not matter, because the names that are
        // compared are ASCII.
        Err(_) => text.push(char::REPLACEMENT_CHARACTER),
    }
}

impl<S: Sink> Emitter for Events<'_, '_, S> {
    type Token = usize;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn pop_token(&mut self) -> Option<usize> {
        self.unclosed.take()
    }

    fn emit_eof(&mut self) {
        self.flush();
        if self.open.is_some() {
            self.unclosed = self.open.take();
        }
    }

    fn init_string(&mut self) {
        // This is markup such as "</>", for which the tokenizer reports nothing.
        if self.position > self.done.max(self.text_end) {
            let range = self.close();
            self.sink.other(range);
        }
    }

    fn emit_string(&mut self, chunk: &[u8]) {
        self.open = None;
        let range = self.done.max(self.text_end)..self.position;
        let raw = self.ends.source.as_bytes().get(range.clone()).unwrap_or_default();
        // A chunk that is not a character reference is equal to the source, except that the
        // tokenizer reports "\r\n" as "\n". A chunk may end inside a character.
        if raw.starts_with(b"&")
            && raw != chunk
            && let Ok(decoded) = std::str::from_utf8(chunk)
        {
            self.flush();
            self.sink.reference(range.clone(), decoded);
            self.done = range.end;
        }
        self.text_end = range.end;
    }

    fn start_open_tag(&mut self) {
        self.open = Some(self.position.saturating_sub(1));
    }

    fn init_start_tag(&mut self) {
        self.start_tag(false);
    }

    fn init_end_tag(&mut self) {
        self.start_tag(true);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        push(&mut self.name, name);
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
        self.attributes += 1;
        if self.attributes > MAX_ATTRIBUTES {
            self.stop.set(true);
        }
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        if matches!(self.attribute.as_slice(), b"role" | b"lang" | b"xml:lang") {
            push(&mut self.value, value);
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        let range = self.close();
        let starts = !self.closing && !self.self_closing;
        let content = if starts { content(&self.name) } else { Content::Markup };
        let unclosed = matches!(content, Content::Raw | Content::Escapable) && !self.ends.exist(&self.name, range.end);
        let (name, role, language) = (self.name.as_str(), self.role.as_str(), self.language.as_str());
        self.sink.tag(&Tag { name, closing: self.closing, self_closing: self.self_closing, unclosed, range, role, language });
        self.last_start.clear();
        if starts {
            self.last_start.push_str(&self.name);
        }
        match content {
            _ if unclosed => None,
            Content::Markup => None,
            Content::Escapable => Some(State::RcData),
            Content::Raw => Some(State::RawText),
            Content::Plain => Some(State::PlainText),
        }
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.closing && !self.last_start.is_empty() && self.name == self.last_start
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        push(&mut self.last_start, name.unwrap_or_default());
    }

    fn init_comment(&mut self) {}

    fn emit_current_comment(&mut self) {
        let start = self.open.unwrap_or(self.done);
        let comment = self.ends.source.get(start..self.position).unwrap_or_default();
        let closed =
            if comment.starts_with("<!--") { comment.ends_with("-->") || comment.ends_with("--!>") } else { comment.ends_with('>') };
        if closed {
            let range = self.close();
            self.sink.comment(range);
        }
    }

    fn init_doctype(&mut self) {}

    fn emit_current_doctype(&mut self) {
        if self.ends.source.get(..self.position).is_some_and(|read| read.ends_with('>')) {
            let range = self.close();
            self.sink.other(range);
        }
    }

    fn set_force_quirks(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
