//! Formats numbers for display.

use indicatif::HumanBytes;

/// Formats a number of bytes with a unit ("177 MiB").
pub(crate) fn bytes(number: u64) -> String {
    HumanBytes(number).to_string()
}

/// Formats a number with its noun: "1 document", "9,207 documents".
pub(crate) fn counted(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", grouped(number), if number == 1 { "" } else { "s" })
}

/// Formats a number with commas: 9207 as "9,207".
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_and_nouns_their_number() {
        for (number, expected) in
            [(0, "0 documents"), (1, "1 document"), (999, "999 documents"), (1000, "1,000 documents"), (1234567, "1,234,567 documents")]
        {
            assert_eq!(counted(number, "document"), expected);
        }
    }
}
