//! Reads PDF files that have a text layer. Each file is one document.

mod running;

use super::parts::Content;
use crate::error::bail;
use crate::{ReadError, ReadErrorKind, ReadOptions};
use chancery_text::{Metadata, Page, Span};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Maximum size of the text, in bytes.
const LARGEST: usize = 1 << 30;

/// Reads a PDF file. Page numbers, and lines that recur at the top or bottom of pages, are left out
/// of the text.
pub(super) fn read(bytes: Vec<u8>, _: &ReadOptions) -> Result<Content, ReadError> {
    let mut pages = pages(&bytes)?;
    drop(bytes);
    let count = pages.len();
    if pages.iter().all(|page| page.trim().is_empty()) {
        bail!(
            NotText,
            "the PDF has no text ({count} {}); if it is scanned, add a text layer with a program for optical character recognition",
            if count == 1 { "page" } else { "pages" }
        );
    }
    running::remove(&mut pages);
    let mut text = String::with_capacity(pages.iter().map(|page| page.len() + 1).sum());
    let mut spans = Vec::with_capacity(count);
    for page in pages {
        let page = page.trim_matches(['\n', '\r', '\u{c}', ' ']);
        if !text.is_empty() && !page.is_empty() {
            // A sentence may continue on the next page, so only a line break separates two pages.
            text.push('\n');
        }
        let start = text.len();
        text.push_str(page);
        if text.len() > LARGEST {
            bail!(TooLarge, "the text is larger than 1 GiB");
        }
        spans.push(Page::new(Span::new(start as u32, text.len() as u32)));
    }
    let metadata = Metadata { encoding: Some("UTF-8".to_owned()), ..Metadata::default() };
    Ok(Content { text, source: None, marks: Vec::new(), pages: spans, metadata })
}

/// Returns the text of each page.
fn pages(bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    // The library panics on some damaged files.
    let read = catch_unwind(AssertUnwindSafe(|| pdf_extract::extract_text_from_mem_by_pages(bytes)));
    match read {
        Ok(Ok(pages)) => Ok(pages),
        Ok(Err(error)) => {
            let message = error.to_string().to_lowercase();
            if message.contains("encrypt") || message.contains("password") {
                bail!(NotText, "the PDF is protected by a password");
            }
            Err(ReadError::new(ReadErrorKind::Malformed, "the PDF cannot be read").with_source(error))
        }
        Err(_) => bail!(Malformed, "the PDF is damaged, or uses features that are not supported"),
    }
}
