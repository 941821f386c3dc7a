//! Detects the language of documents that do not state their language.

use chancery_text::Document;

/// The number of bytes that are examined at the beginning of a text. The second number is used only
/// if the first one gives no reliable result, because the running time is proportional to the number
/// of bytes.
const HEADS: [usize; 2] = [500, 2000];

/// Detects the language of a document from its letters and trigrams, using the library `whatlang`.
/// The language is set only if the result is reliable. If the input states the language, the
/// document is not changed.
pub(crate) fn detect(doc: &mut Document) {
    if doc.metadata.language.is_some() {
        return;
    }
    let text = doc.text();
    let found = HEADS.iter().find_map(|head| {
        let end = text.floor_char_boundary(*head);
        whatlang::detect(&text[..end]).filter(whatlang::Info::is_reliable)
    });
    if let Some(found) = found {
        doc.metadata.language = Some(two_letters(found.lang().code()).to_owned());
        doc.metadata.language_detected = true;
    }
}

/// Converts an ISO 639-3 code to the two-letter ISO 639-1 code, which BCP 47 requires if there is
/// one. Other codes are returned unchanged.
fn two_letters(code: &'static str) -> &'static str {
    const SHORT: [(&str, &str); 40] = [
        ("eng", "en"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("fra", "fr"),
        ("spa", "es"),
        ("ara", "ar"),
        ("deu", "de"),
        ("por", "pt"),
        ("ita", "it"),
        ("ukr", "uk"),
        ("bel", "be"),
        ("bul", "bg"),
        ("srp", "sr"),
        ("hrv", "hr"),
        ("mkd", "mk"),
        ("pol", "pl"),
        ("ces", "cs"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("hun", "hu"),
        ("ron", "ro"),
        ("ell", "el"),
        ("tur", "tr"),
        ("aze", "az"),
        ("uzb", "uz"),
        ("tuk", "tk"),
        ("kat", "ka"),
        ("hye", "hy"),
        ("heb", "he"),
        ("pes", "fa"),
        ("urd", "ur"),
        ("hin", "hi"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("vie", "vi"),
        ("tha", "th"),
        ("ind", "id"),
        ("nld", "nl"),
        ("swe", "sv"),
        ("fin", "fi"),
    ];
    SHORT.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short)
}
