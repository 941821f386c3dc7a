//! The zip archive in which an office document is stored.

use crate::error::bail;
use crate::{ReadError, ReadErrorKind};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Maximum size of one part after decompression, in bytes.
const LARGEST: u64 = 1 << 30;

/// The first bytes of an office file that is encrypted or has one of the binary formats used before
/// 2007.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

pub(super) struct Package(ZipArchive<Cursor<Vec<u8>>>);

impl Package {
    /// Opens the archive of a document. `format` is the name of the format ("DOCX"), for use in messages.
    pub(super) fn open(bytes: Vec<u8>, format: &str) -> Result<Self, ReadError> {
        if bytes.starts_with(COMPOUND_FILE) {
            bail!(NotText, "this is an encrypted file or an old binary office file, not {format}; save it as {format} without a password");
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Self(archive)),
            Err(error) => Err(ReadError::new(ReadErrorKind::Malformed, format!("this is not a {format} file")).with_source(error)),
        }
    }

    /// Returns the content of the part `name`, which is a file in the archive. Returns `None` if the
    /// archive does not contain this part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let malformed = |error: Box<dyn std::error::Error + Send + Sync>| {
            ReadError::new(ReadErrorKind::Malformed, format!("the part {name} cannot be read")).with_source(error)
        };
        let mut file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(malformed(error.into())),
        };
        let mut bytes = Vec::new();
        file.by_ref().take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| malformed(error.into()))?;
        if bytes.len() as u64 > LARGEST {
            bail!(TooLarge, "the part {name} is larger than 1 GiB");
        }
        String::from_utf8(bytes).map(Some).map_err(|error| malformed(error.into()))
    }

    /// Returns the content of the part `name`, which every document of the format must contain.
    pub(super) fn main_part(&mut self, name: &str, format: &str) -> Result<String, ReadError> {
        match self.part(name)? {
            Some(part) => Ok(part),
            None => bail!(Malformed, "this is not a {format} file: it has no part {name}"),
        }
    }
}
