//! Reads dates in metadata that are not in the form YYYY-MM-DD, such as "30 June 2021".

use chancery_temporal::TemporalTagger;
use chancery_text::{Date, DateSource, Document, TimexType, Warning};
use chancery_tokenizer::Tokenizer;

/// Sets the date of a document from a string in its metadata ("30 June 2021", "Wed, 21 Dec 2016 10:00"). Words around the date are
/// ignored. If the string contains no date or several different dates, the date is not set, and the document gets a warning.
pub(crate) fn read_date(tokenizer: Option<&Tokenizer>, temporal: &TemporalTagger, doc: &mut Document) {
    let Some(given) = doc.metadata.date_text.take() else { return };
    let mut text = Document::new("date", given.text.as_str());
    if let Some(tokenizer) = tokenizer {
        tokenizer.run(&mut text);
    }
    temporal.run(&mut text);
    let dated = text.times.iter().filter(|time| matches!(time.timex_type, TimexType::Date | TimexType::Time));
    let mut dates: Vec<Date> = dated.filter_map(|time| time.value.split('T').next()?.parse().ok()).collect();
    dates.dedup();
    let reason = match dates[..] {
        [date] => {
            doc.metadata.date = Some(date);
            doc.metadata.date_source = Some(DateSource::Field);
            return;
        }
        [] => "the value contains no date that can be read; write the date as YYYY-MM-DD",
        _ => "the value contains more than one date; write only the date of the document, as YYYY-MM-DD",
    };
    doc.warnings.push(Warning { field: given.field, value: given.text, reason: reason.to_owned() });
}
