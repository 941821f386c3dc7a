//! Writes a verb dictionary as a frames file.

use super::dictionary::{VerbDictionary, VerbFrame};
use crate::text::{one_line, quoted};
use std::collections::BTreeMap;
use std::fmt::Write;

impl VerbDictionary {
    /// Writes the dictionary as a frames file in TOML. If `source` is not empty, a comment in the file names it as the
    /// source of the dictionary.
    #[must_use]
    pub fn to_frames(&self, source: &str) -> String {
        let mut out =
            String::from("# Frames imported by `chancery rules import`. You can edit this file; docs/events.md describes its format.\n");
        if !source.is_empty() {
            let _ = writeln!(out, "# Source: {}. Its licence also applies to this file.", one_line(source));
        }
        table(&mut out, "classes", &self.classes);
        table(&mut out, "forms", &self.forms);
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for frame in &self.frames {
            write_frame(&mut out, frame, &mut taken);
        }
        out
    }
}

fn table(out: &mut String, name: &str, lists: &BTreeMap<String, Vec<String>>) {
    if lists.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n[{name}]");
    for (key, words) in lists {
        let _ = writeln!(out, "{} = {}", quoted(key), list(words));
    }
}

fn write_frame(out: &mut String, frame: &VerbFrame, taken: &mut BTreeMap<String, usize>) {
    let verb = frame.verbs.first().map(|verb| verb.replace(' ', "-")).unwrap_or_default();
    let code = if frame.cameo.is_empty() { "none" } else { &frame.cameo };
    let id = format!("petrarch.{verb}.{code}");
    let count = taken.entry(id.clone()).or_default();
    *count += 1;
    let id = if *count > 1 { format!("{id}.{count}") } else { id };
    let _ = writeln!(out, "\n[[frame]]\nid = {}\nverb = {}", quoted(&id), list(&frame.verbs));
    if frame.cameo.is_empty() {
        out.push_str("act = \"NONE\"\n");
    } else {
        let _ = writeln!(out, "cameo = {}", quoted(&frame.cameo));
    }
    for (key, words) in [
        ("source", &frame.source),
        ("target", &frame.target),
        ("subject", &frame.subject),
        ("object", &frame.object),
        ("complement", &frame.complement),
        ("words", &frame.words),
    ] {
        if !words.is_empty() {
            let _ = writeln!(out, "{key} = {}", list(words));
        }
    }
    if !frame.prepositions.is_empty() {
        let cells: Vec<String> = frame.prepositions.iter().map(|(name, words)| format!("{} = {}", quoted(name), list(words))).collect();
        let _ = writeln!(out, "prep = {{ {} }}", cells.join(", "));
    }
    for (key, set) in [("reciprocal", frame.reciprocal), ("negated", frame.negated), ("passive", frame.passive)] {
        if set {
            let _ = writeln!(out, "{key} = true");
        }
    }
    let lines: Vec<String> = frame.lines.iter().take(5).map(ToString::to_string).collect();
    let more = if frame.lines.len() > 5 { format!(" and {} more", frame.lines.len() - 5) } else { String::new() };
    let _ = writeln!(out, "note = \"line {}{more}\"", lines.join(", "));
}

fn list(words: &[String]) -> String {
    let cells: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("[{}]", cells.join(", "))
}
