//! From bytes to text.

use crate::error::{ReadError, bail};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use sha2::{Digest, Sha256};

/// Decodes bytes: by their byte-order mark, else as UTF-8 (but where the user named UTF-16); what is not UTF-8 is read in the encoding the user named, else as it declares itself, else guessed
/// (`chardetng`, the detector of a web browser) if the user says so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decoder {
    wanted: Wanted,
    /// What the document says it is in.
    declared: Option<&'static Encoding>,
    /// Whether all is in the encoding that the user named, as the cells of one table are.
    strict: bool,
}

/// What the user says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Wanted {
    #[default]
    Nothing,
    Named(&'static Encoding),
    /// The encoding of what is not UTF-8 is guessed.
    Guess,
}

/// Largest text, in bytes of UTF-8.
const LARGEST: usize = 1 << 30;

impl Decoder {
    /// A decoder for what the user names: an encoding label (WHATWG), `auto` for guessing, or nothing for UTF-8.
    ///
    /// # Errors
    /// If no encoding has that label.
    pub fn new(name: Option<&str>) -> Result<Self, ReadError> {
        let wanted = match name {
            None => Wanted::Nothing,
            Some(name) if name.eq_ignore_ascii_case("auto") => Wanted::Guess,
            Some(name) => match Encoding::for_label_no_replacement(name.as_bytes()) {
                Some(encoding) => Wanted::Named(encoding),
                None => bail!(
                    "there is no encoding \"{name}\"; try auto, utf-8, windows-1252, windows-1251, koi8-r, iso-8859-2, gb18030, big5, shift_jis"
                ),
            },
        };
        Ok(Self { wanted, ..Self::default() })
    }

    /// The same for a part of something larger: whether that is UTF-8 cannot be told by the part.
    #[must_use]
    pub fn strictly(self) -> Self {
        Self { strict: true, ..self }
    }

    /// The same for a document that declares an encoding itself: that one counts where the bytes are not UTF-8 and the user named none. A name that no encoding
    /// has says nothing.
    #[must_use]
    pub fn declared(self, name: Option<&str>) -> Self {
        // A document that could be read so far as to declare UTF-16 is none.
        let possible = |encoding: &&Encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding);
        Self { declared: name.and_then(|name| Encoding::for_label_no_replacement(name.as_bytes())).filter(possible), ..self }
    }

    /// The text and the name of the encoding. A byte-order mark stays in the text, so that offsets are those of the file.
    ///
    /// # Errors
    /// The reason why the bytes are not text, in words for people.
    pub fn decode(&self, bytes: Vec<u8>) -> Result<(String, &'static str), String> {
        if bytes.len() > LARGEST {
            return Err(format!("the document has {} bytes; at most 1 GiB can be read", bytes.len()));
        }
        let utf_16 = |encoding: &&Encoding| [UTF_16LE, UTF_16BE].contains(encoding);
        let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding).filter(utf_16);
        let named = if let Wanted::Named(encoding) = self.wanted { Some(encoding) } else { None };
        // What is UTF-8 and not plain ASCII is hardly anything else.
        let plainly = || !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok();
        let other = named.filter(|encoding| *encoding != UTF_8 && (utf_16(encoding) || self.strict || !plainly()));
        if let Some(encoding) = marked.or(other) {
            if !utf_16(&encoding) {
                binary(&bytes)?;
            }
            let text = decoded(encoding, &bytes)?;
            return text.ok_or_else(|| format!("the bytes are not {}; name the right encoding with --encoding", encoding.name()));
        }
        binary(&bytes)?;
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Ok((text, "UTF-8")),
            Err(error) => error,
        };
        let guess = self.wanted == Wanted::Guess;
        if let Some(encoding) = self.declared.filter(|_| named.is_none()) {
            match decoded(encoding, error.as_bytes())? {
                Some(text) => return Ok(text),
                None if guess => {}
                None => {
                    return Err(format!(
                        "neither UTF-8 nor {}, which it says it is in; name the encoding with --encoding, or have it guessed with --encoding auto",
                        encoding.name()
                    ));
                }
            }
        }
        if guess {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(error.as_bytes(), true);
            let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
            let text = decoded(encoding, error.as_bytes())?;
            return text.ok_or_else(|| {
                format!("not UTF-8, and not {} either, which it looks like most; name the encoding with --encoding", encoding.name())
            });
        }
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|&&b| b == b'\n').count() + 1;
        Err(format!(
            "not UTF-8 at byte {at} (line {line}); name the encoding with --encoding, for example windows-1252, or have it guessed with --encoding auto"
        ))
    }
}

/// The text of bytes in an encoding, with its name; `None` where they are not in it.
fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Result<Option<(String, &'static str)>, String> {
    let (text, faults) = encoding.decode_without_bom_handling(bytes);
    if text.len() > LARGEST {
        return Err("the document is larger than 1 GiB as UTF-8".to_owned());
    }
    Ok((!faults).then(|| (text.into_owned(), encoding.name())))
}

/// Refuses what is no text at all: zero bytes do not occur in text of the encodings that come here.
fn binary(bytes: &[u8]) -> Result<(), String> {
    let head = &bytes[..bytes.len().min(8192)];
    if head.starts_with(b"%PDF") {
        return Err("a PDF file, not text; convert it first, for example with pdftotext".to_owned());
    }
    if head.starts_with(b"PK\x03\x04") {
        return Err("a ZIP archive or office document, not text; convert it to text first".to_owned());
    }
    match head.iter().position(|&b| b == 0) {
        Some(at) => Err(format!("not text: a zero byte at byte {at} (a binary file, or UTF-16 without a mark: try --encoding utf-16le)")),
        None => Ok(()),
    }
}

/// SHA-256 in small hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
