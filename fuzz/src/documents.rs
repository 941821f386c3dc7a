//! Fuzz targets for the readers of documents and for the tokenizer.

use chancery_read::{Format, NamePattern, ReadOptions, read_bytes, records};
use chancery_text::{BlockMark, Document, Metadata, Span};
use chancery_tokenizer::Tokenizer;

/// Checks that the spans are in order, do not overlap, and begin and end at character boundaries. Returns an error if they do not.
fn in_order(doc: &Document, what: &str, spans: impl Iterator<Item = Span>) -> Result<(), String> {
    let mut last = 0;
    for span in spans {
        if span.start() < last || doc.text().get(span.range()).is_none() {
            return Err(format!(
                "the {what} {span:?} begins before byte {last} or does not lie on character boundaries ({} bytes)",
                doc.text().len()
            ));
        }
        last = span.end();
    }
    Ok(())
}

/// Reads `bytes` as documents in the format `format`, first as UTF-8 and then with a guessed encoding.
pub(crate) fn read(bytes: &[u8], format: Format) -> Result<(), String> {
    for encoding in ["utf-8", "auto"] {
        let mut options = ReadOptions::new();
        options.encoding(encoding).map_err(|error| error.to_string())?;
        let docs: Vec<Document> = match format {
            Format::Jsonl | Format::Csv | Format::Tsv | Format::Spreadsheet => {
                records("fuzz", bytes, format, options).filter_map(|record| record.read().ok()).collect()
            }
            _ => read_bytes("fuzz", bytes.to_vec(), format, &options).ok().into_iter().collect(),
        };
        for mut doc in docs {
            let inside = |mark: &BlockMark| doc.text().is_char_boundary(mark.start as usize);
            if !doc.marks.is_sorted_by_key(|mark| mark.start) || !doc.marks.iter().all(inside) {
                return Err("the blocks of the markup are not in order or do not begin at character boundaries".to_owned());
            }
            cut(&mut doc)?;
        }
    }
    Ok(())
}

/// Runs the tokenizer on a document, and checks the spans of the tokens, sentences and blocks.
fn cut(doc: &mut Document) -> Result<(), String> {
    Tokenizer::default().run(doc);
    in_order(doc, "token", doc.tokens.iter().map(|token| token.span))?;
    in_order(doc, "sentence", doc.sentences.iter().map(|sentence| sentence.span))?;
    in_order(doc, "block", doc.blocks.iter().map(|block| block.span))?;
    let mut next = 0;
    for sentence in &doc.sentences {
        if sentence.token_range.start != next || sentence.token_range.end <= next {
            return Err(format!("the sentence {:?} is empty or does not begin at token {next}", sentence.token_range));
        }
        next = sentence.token_range.end;
    }
    if next as usize != doc.tokens.len() {
        return Err(format!("the sentences end at token {next} of {}", doc.tokens.len()));
    }
    Ok(())
}

pub(crate) fn text(bytes: &[u8]) -> Result<(), String> {
    read(bytes, Format::Text)
}

pub(crate) fn html(bytes: &[u8]) -> Result<(), String> {
    read(bytes, Format::Html)
}

pub(crate) fn markdown(bytes: &[u8]) -> Result<(), String> {
    read(bytes, Format::Markdown)
}

pub(crate) fn jsonl(bytes: &[u8]) -> Result<(), String> {
    read(bytes, Format::Jsonl)
}

pub(crate) fn csv(bytes: &[u8]) -> Result<(), String> {
    read(bytes, Format::Csv)
}

pub(crate) fn tsv(bytes: &[u8]) -> Result<(), String> {
    read(bytes, Format::Tsv)
}

/// Tests a pattern for file names. The first line of the input is the pattern, and the rest is a file name.
pub(crate) fn name_pattern(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, name) = text.split_once('\n').unwrap_or((&text, "KAZ_2001"));
    if let Ok(pattern) = NamePattern::new(pattern) {
        let _ = pattern.apply(name, &mut Metadata::default());
    }
    Ok(())
}

pub(crate) fn tokenizer(bytes: &[u8]) -> Result<(), String> {
    cut(&mut Document::new("fuzz", String::from_utf8_lossy(bytes)))
}
