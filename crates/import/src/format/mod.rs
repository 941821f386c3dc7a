//! The list of formats. The reader of each format is in a separate file.

mod lexicoder;
mod liwc;
mod quanteda;
mod wordstat;
mod yoshikoder;

use crate::{Dictionary, Error, ErrorKind, Options, UnknownFormat};
use std::path::Path;
use std::str::FromStr;

/// A function that reads a dictionary. The text must not begin with a byte order mark.
type Read = fn(&str, &Options) -> Result<Dictionary, Error>;

/// Defines [`Format`] with the name, file extensions and reader of each format.
macro_rules! formats {
    ($($(#[$doc:meta])+ $variant:ident: $name:literal, [$($extension:literal),+], $read:path;)+) => {
        /// A dictionary format of another tool.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Format {
            $($(#[$doc])+ $variant),+
        }

        impl Format {
            /// Every format, in alphabetical order of the names.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the name of the format in lower case. [`str::parse`] converts this name back to the format.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }

            /// Returns the file extensions of the format, in lower case and without the dot.
            #[must_use]
            pub const fn extensions(self) -> &'static [&'static str] {
                match self {
                    $(Self::$variant => &[$($extension),+]),+
                }
            }

            const fn reader(self) -> Read {
                match self {
                    $(Self::$variant => $read),+
                }
            }
        }
    };
}

formats! {
    /// Lexicoder 3 (`.lc3`).
    Lexicoder: "lexicoder", ["lc3"], lexicoder::read;
    /// LIWC 2001 to 2015 (`.dic`).
    Liwc: "liwc", ["dic"], liwc::read;
    /// quanteda and newsmap (`.yml`, `.yaml`).
    Quanteda: "quanteda", ["yml", "yaml"], quanteda::read;
    /// WordStat (`.cat`).
    Wordstat: "wordstat", ["cat"], wordstat::read;
    /// Lexicoder 2 and Yoshikoder (`.lcd`, `.ykd`).
    Yoshikoder: "yoshikoder", ["lcd", "ykd"], yoshikoder::read;
}

impl Format {
    /// Reads a dictionary from a string. A byte order mark is ignored. Lines may end with LF or CRLF.
    ///
    /// Anything that cannot be converted is skipped and listed in [`Dictionary::notes`].
    ///
    /// # Errors
    /// Returns an error if the text is not in this format or contains no terms.
    pub fn read(self, text: &str, options: &Options) -> Result<Dictionary, Error> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let dictionary = self.reader()(text, options)?;
        if dictionary.term_count() == 0 {
            let last_line = text.lines().count().max(1);
            return Err(Error::new(ErrorKind::Empty, last_line, "the dictionary contains no terms; is this the right format?"));
        }
        Ok(dictionary)
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    /// Converts the [name](Self::as_str) of a format to the format. The name is case-sensitive.
    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let known = Self::ALL.iter().copied().find(|format| format.as_str() == name);
        known.ok_or_else(|| UnknownFormat::new(name, Self::ALL.iter().map(|format| format.as_str())))
    }
}

impl TryFrom<&Path> for Format {
    type Error = UnknownFormat;

    /// Chooses the format by the extension of a file name, ignoring case. The file is not opened.
    ///
    /// ```
    /// use chancery_import::Format;
    /// use std::path::Path;
    ///
    /// assert_eq!(Format::try_from(Path::new("policy.LC3")), Ok(Format::Lexicoder));
    /// assert!(Format::try_from(Path::new("policy.txt")).is_err());
    /// ```
    fn try_from(path: &Path) -> Result<Self, UnknownFormat> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        let known = Self::ALL.iter().copied().find(|format| format.extensions().contains(&extension.as_str()));
        known.ok_or_else(|| UnknownFormat::new(extension, Self::ALL.iter().flat_map(|format| format.extensions()).copied()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_found_by_its_name_and_extensions() {
        for &format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
            for extension in format.extensions() {
                assert_eq!(Format::try_from(Path::new(&format!("a.{extension}"))), Ok(format));
            }
        }
        let message = "docx".parse::<Format>().expect_err("not a format").to_string();
        assert_eq!(message, "unknown dictionary format \"docx\"; expected one of lexicoder, liwc, quanteda, wordstat, yoshikoder");
        let message = Format::try_from(Path::new("policy.txt")).expect_err("not a format").to_string();
        assert_eq!(message, "unknown dictionary format \"txt\"; expected one of lc3, dic, yml, yaml, cat, lcd, ykd");
    }

    #[test]
    fn a_dictionary_without_terms_is_an_error() {
        let error = Format::Liwc.read("\u{FEFF}%\n1\ttrade\n%\n", &Options::default()).expect_err("no term");
        assert_eq!((error.kind(), error.line()), (ErrorKind::Empty, 3));
    }

    #[test]
    fn a_truncated_dictionary_never_panics_and_its_error_has_a_line() {
        let samples = [
            (Format::Lexicoder, "+trade\nfree trade \n tarif\n+war\narms\n"),
            (Format::Liwc, "%\n1\ttrade\n\t2\ttariffs\n%\nduty*\t1 2\ncustoms union 1\nkind <of>3\t1\n"),
            (Format::Quanteda, "TRADE:\n  __: [duty*, 'free trade']\n  TARIFFS: tariff*\nWAR: [arms]\n"),
            (Format::Wordstat, "TRADE\n\tTARIFFS\n\t\tfree_trade (1)\n\tduty* (0.5)\n\t@RULE [A NEAR B]\n"),
            (
                Format::Yoshikoder,
                "<dictionary patternengine=\"substring\">\n<cnode name=\"a &amp; b\"><pnode name=\"é*\"/></cnode>\n</dictionary>",
            ),
        ];
        for (format, sample) in samples {
            assert!(format.read(sample, &Options::default()).is_ok(), "{format:?}");
            for end in (0..sample.len()).filter(|&end| sample.is_char_boundary(end)) {
                if let Err(error) = format.read(&sample[..end], &Options::default()) {
                    // Some parsers report the end of the text on the line after the last line.
                    assert!((1..=sample.lines().count() + 1).contains(&error.line()), "{format:?} {end}: {error}");
                }
            }
        }
    }

    #[test]
    fn parser_errors_are_kept_as_the_source() {
        for (format, text) in [(Format::Yoshikoder, "<a>\n<b></a>"), (Format::Quanteda, "a: [b\nc: d")] {
            let error = format.read(text, &Options::default()).expect_err("bad syntax");
            assert_eq!(error.kind(), ErrorKind::Syntax);
            assert!(std::error::Error::source(&error).is_some(), "{error}");
        }
    }
}
