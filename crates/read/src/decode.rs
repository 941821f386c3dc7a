//! Decodes bytes to text.

use crate::error::{ReadError, bail};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use sha2::{Digest, Sha256};

/// Decodes bytes to text. The encoding is determined by these rules, in this order:
///
/// 1. A byte order mark determines the encoding.
/// 2. Bytes that are valid UTF-8 are read as UTF-8, unless the caller named UTF-16.
/// 3. All other bytes are read in the encoding that the caller named. If the caller named none, they
///    are read in the encoding that the document declares. If the document declares none, or if the
///    bytes are not valid in it, the encoding is guessed with `chardetng`, the detector of Firefox,
///    but only if the caller asked for this (`auto`).
#[derive(Clone, Copy, Debug, Default)]
pub struct Decoder {
    wanted: Wanted,
    /// The encoding that the document declares.
    declared: Option<&'static Encoding>,
    /// If `true`, all bytes are decoded in the encoding that the caller named, even if they are
    /// valid UTF-8.
    strict: bool,
}

/// The encoding that the caller requested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Wanted {
    #[default]
    Nothing,
    Named(&'static Encoding),
    /// Guess the encoding of bytes that are not UTF-8.
    Guess,
}

/// Maximum size of a text, in bytes of UTF-8.
const LARGEST: usize = 1 << 30;

impl Decoder {
    /// Creates a decoder. `label` is a label of the Encoding Standard (`windows-1251`, `koi8-r`), or `auto` to guess the encoding of text that is not UTF-8.
    /// `None` means that the caller names no encoding.
    ///
    /// # Errors
    /// Returns an error if no encoding has that label.
    pub fn new(label: Option<&str>) -> Result<Self, ReadError> {
        let wanted = match label {
            None => Wanted::Nothing,
            Some(label) if label.eq_ignore_ascii_case("auto") => Wanted::Guess,
            Some(label) => match Encoding::for_label_no_replacement(label.as_bytes()) {
                Some(encoding) => Wanted::Named(encoding),
                None => bail!(
                    InvalidOption,
                    "there is no encoding \"{label}\"; try auto, utf-8, windows-1252, windows-1251, koi8-r, iso-8859-2, gb18030, big5, shift_jis"
                ),
            },
        };
        Ok(Self { wanted, ..Self::default() })
    }

    /// Returns a decoder for parts of a document, such as the cells of a table. It decodes all parts in the encoding that the caller named, even if a part
    /// happens to be valid UTF-8.
    #[must_use]
    pub fn for_parts(self) -> Self {
        Self { strict: true, ..self }
    }

    /// Returns a decoder for a document that declares its encoding by a label. The declared encoding is used only if the bytes are not UTF-8 and the caller has
    /// named no encoding. An unknown label is ignored.
    #[must_use]
    pub fn with_declared(self, label: Option<&str>) -> Self {
        // The declaration itself was read as ASCII, so the document cannot be UTF-16.
        let possible = |encoding: &&Encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding);
        Self { declared: label.and_then(|label| Encoding::for_label_no_replacement(label.as_bytes())).filter(possible), ..self }
    }

    /// Returns the text and the name of its encoding. A byte order mark remains in the text, so that offsets match those of the file.
    ///
    /// # Errors
    /// Returns an error if the bytes are more than 1 GiB (kind `TooLarge`), are not text (kind
    /// `NotText`), or are not text in the expected encoding (kind `Encoding`).
    pub fn decode(&self, bytes: Vec<u8>) -> Result<(String, &'static str), ReadError> {
        if bytes.len() > LARGEST {
            bail!(TooLarge, "the document has {} bytes; at most 1 GiB can be read", bytes.len());
        }
        let is_utf_16 = |encoding: &&Encoding| [UTF_16LE, UTF_16BE].contains(encoding);
        let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding).filter(is_utf_16);
        let named = if let Wanted::Named(encoding) = self.wanted { Some(encoding) } else { None };
        // Text in another encoding is almost never valid UTF-8, unless it is ASCII.
        let looks_like_utf_8 = || !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok();
        let other = named.filter(|encoding| *encoding != UTF_8 && (is_utf_16(encoding) || self.strict || !looks_like_utf_8()));
        if let Some(encoding) = marked.or(other) {
            if !is_utf_16(&encoding) {
                refuse_binary(&bytes)?;
            }
            return match decoded(encoding, &bytes)? {
                Some(text) => Ok(text),
                None => bail!(Encoding, "the text is not in the encoding {}; give the right encoding with --encoding", encoding.name()),
            };
        }
        refuse_binary(&bytes)?;
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Ok((text, "UTF-8")),
            Err(error) => error,
        };
        let guess = self.wanted == Wanted::Guess;
        if let Some(encoding) = self.declared.filter(|_| named.is_none()) {
            match decoded(encoding, error.as_bytes())? {
                Some(text) => return Ok(text),
                None if guess => {}
                None => bail!(
                    Encoding,
                    "the text is not UTF-8, and not in the encoding {} that it declares; give its encoding with --encoding, or guess it with --encoding auto",
                    encoding.name()
                ),
            }
        }
        if guess {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(error.as_bytes(), true);
            let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
            return match decoded(encoding, error.as_bytes())? {
                Some(text) => Ok(text),
                None => bail!(
                    Encoding,
                    "the text is not UTF-8, and not in the guessed encoding {}; give its encoding with --encoding",
                    encoding.name()
                ),
            };
        }
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|&&b| b == b'\n').count() + 1;
        bail!(
            Encoding,
            "not UTF-8 at byte {at} (line {line}); give the encoding with --encoding, for example --encoding windows-1252, or guess it with --encoding auto"
        )
    }
}

/// Decodes bytes in an encoding. Returns the text and the name of the encoding, or `None` if the bytes are not valid in this encoding.
fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Result<Option<(String, &'static str)>, ReadError> {
    let (text, invalid) = encoding.decode_without_bom_handling(bytes);
    if text.len() > LARGEST {
        bail!(TooLarge, "the document is larger than 1 GiB as UTF-8");
    }
    Ok((!invalid).then(|| (text.into_owned(), encoding.name())))
}

/// Returns an error if the bytes are a PDF file, a ZIP archive or other binary data. A zero byte
/// indicates binary data: this function is not called for UTF-16, and text in other encodings
/// contains no zero bytes.
fn refuse_binary(bytes: &[u8]) -> Result<(), ReadError> {
    let head = &bytes[..bytes.len().min(8192)];
    if head.starts_with(b"%PDF") {
        bail!(NotText, "this is a PDF file, not text; to read it as PDF, give it a name that ends in .pdf");
    }
    if head.starts_with(b"PK\x03\x04") {
        bail!(
            NotText,
            "this is a ZIP archive or office document, not text; the name of an office document must end in .docx, .odt, .xlsx or .ods"
        );
    }
    match head.iter().position(|&b| b == 0) {
        Some(at) => bail!(
            NotText,
            "not text: byte {at} is zero (a binary file, or UTF-16 without a byte order mark; for UTF-16, try --encoding utf-16le)"
        ),
        None => Ok(()),
    }
}

/// Returns the SHA-256 of bytes in lower-case hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
