//! Opens files that may be compressed.

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The first bytes of every gzip file.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// Opens a file. If its name ends in `.gz` or `.zst`, the content is decompressed while it is read.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    let file = File::open(path)?;
    Ok(match path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).as_deref() {
        Some("gz") => {
            let mut input = BufReader::new(file);
            let start = input.fill_buf()?;
            if !start.is_empty() && !start.starts_with(&GZIP) {
                return Err(invalid("the file is not compressed with gzip, although its name ends in .gz; rename the file"));
            }
            Box::new(MultiGzDecoder::new(input))
        }
        Some("zst") => Box::new(Zstd::new(BufReader::new(file))),
        _ => Box::new(file),
    })
}

/// Maximum window size that a zstd frame may request, in bytes. This is the window of `zstd --ultra
/// -22`, and the limit of the reference decoder.
const MAX_WINDOW: u64 = 128 << 20;

/// Decompresses all zstd frames of an input, one after another, and verifies their checksums.
struct Zstd<R> {
    input: R,
    decoder: FrameDecoder,
    in_frame: bool,
}

impl<R: BufRead> Zstd<R> {
    fn new(input: R) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(MAX_WINDOW);
        Self { input, decoder, in_frame: false }
    }

    /// Starts the next frame. Returns `false` at the end of the input.
    fn start_frame(&mut self) -> io::Result<bool> {
        while !self.input.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.input) {
                Ok(()) => return Ok(true),
                // Skippable frames contain data for other programs. They are not part of the
                // document.
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.input.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(invalid(error)),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.in_frame {
                self.in_frame = self.start_frame()?;
                if !self.in_frame {
                    break;
                }
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                self.decoder.decode_blocks(&mut self.input, BlockDecodingStrategy::UptoBlocks(1)).map_err(invalid)?;
            }
            let count = self.decoder.read(buffer)?;
            if count > 0 {
                return Ok(count);
            }
            self.in_frame = false;
            let stored = self.decoder.get_checksum_from_data();
            if stored.is_some() && stored != self.decoder.get_calculated_checksum() {
                return Err(invalid("the file is damaged: its checksum does not match its data"));
            }
        }
        Ok(0)
    }
}

fn invalid(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    fn read(bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        Zstd::new(bytes).read_to_end(&mut text)?;
        Ok(text)
    }

    #[test]
    fn all_frames_are_read() {
        let text = "Peru spoke with Chad. ".repeat(20_000).into_bytes();
        let frame = compress_to_vec(&text[..], CompressionLevel::Fastest);
        let skipped = [&[0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
        assert!(frame.len() < text.len() / 4);
        assert_eq!(read(&[&skipped[..], &frame, &skipped, &frame].concat()).unwrap(), text.repeat(2));
        assert!(read(&[]).unwrap().is_empty());
        // A frame as `zstd` writes it for a short text, but with a wrong checksum.
        let short = b"\x28\xB5\x2F\xFD\x24\x05\x29\x00\x00Peru\n\x00\x00\x00\x00";
        assert_eq!(read(short).unwrap_err().kind(), io::ErrorKind::InvalidData, "a wrong checksum");
        for broken in [&frame[..frame.len() - 9], b"not compressed", &[&frame[..], b"rest"].concat()] {
            assert!(read(broken).is_err());
        }
    }
}
