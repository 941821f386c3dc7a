//! Tests of every input format: its text, offsets, date and language.

use crate::common::{folder, run, table, told, write};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// Returns a zstd frame that contains one uncompressed block (RFC 8878, 3.1.1).
fn zstd(text: &[u8]) -> Vec<u8> {
    let size = u8::try_from(text.len()).expect("a short text");
    let block = (u32::from(size) << 3 | 1).to_le_bytes();
    [&[0x28, 0xB5, 0x2F, 0xFD, 0x20, size], &block[..3], text].concat()
}

#[test]
fn every_format_gives_names_at_their_place_in_the_source() {
    let work = folder();
    let docs = work.path().join("docs");
    let html =
        "<html><head><title>Peru</title></head><body><h1>Talks</h1><p>C&ocirc;te d&rsquo;Ivoire &amp; <b>Kenya</b></p></body></html>";
    write(&docs.join("a.md"), b"# Talks\n\nGhana *signed*.\n\n```\nPeru\n```\n");
    write(&docs.join("b.html"), html.as_bytes());
    write(&docs.join("c.csv"), b"id,text,date,theme\nc1,\"Chad spoke, loudly\",1999-05-01,water\nc2,Mali spoke,no date,x\n");
    write(&docs.join("d.tsv"), b"id\ttext\nd1\tPeru spoke\n");
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(b"Japan spoke.").expect("packed");
    write(&docs.join("e.txt.gz"), &packed.finish().expect("packed"));
    write(&docs.join("f.jsonl.zst"), &zstd(b"{\"id\": \"f1\", \"text\": \"Oman spoke.\"}\n"));
    write(&docs.join("g.txt.gz"), b"not packed");
    write(&docs.join("h.csv"), b"name,body\nx,Cuba\n");
    let output = run(&["run", "docs", "--out", "out", "-q"], work.path());
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let out = work.path().join("out");
    let mentions: Vec<(String, String, String)> = table(&out, "mentions")
        .into_iter()
        .map(|mut row| (row.remove("doc_id").unwrap(), row.remove("id").unwrap(), row.remove("start").unwrap()))
        .collect();
    let at = |needle: &str| html.find(needle).unwrap().to_string();
    let expected = [
        ("a", "state.gh", "9".to_owned()),
        ("b", "state.ci", at("C&ocirc;")),
        ("b", "state.ke", at("Kenya")),
        ("c1", "state.td", "0".to_owned()),
        ("c2", "state.ml", "0".to_owned()),
        ("d1", "state.pe", "0".to_owned()),
        ("e", "state.jp", "0".to_owned()),
        ("f1", "state.om", "0".to_owned()),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(doc, id, start)| (doc.to_owned(), id.to_owned(), start)).collect();
    assert_eq!(mentions, expected);
    let surface = table(&out, "mentions")[1]["surface"].clone();
    assert_eq!(surface, "Côte d’Ivoire", "the invisible characters that fill a character reference are not shown");
    let readers: Vec<String> = table(&out, "documents").into_iter().map(|mut row| row.remove("reader").unwrap()).collect();
    assert_eq!(readers, ["markdown", "html", "csv", "csv", "tsv", "txt", "jsonl"]);
    let c1 = &table(&out, "documents")[2];
    assert!(c1["date"] == "1999-05-01" && c1["fields"].contains("water"), "{c1:?}");
    let warnings = table(&out, "warnings");
    assert!(warnings.len() == 1 && warnings[0]["doc_id"] == "c2" && warnings[0]["value"] == "no date", "{warnings:?}");
    let failures = table(&out, "failures");
    let told: Vec<(&str, &str)> = failures.iter().map(|row| (row["path"].as_str(), row["record"].as_str())).collect();
    assert_eq!(told, [("docs/g.txt.gz", ""), ("docs/h.csv", "")]);
    assert!(failures[1]["reason"].contains("--text-field") && failures[1]["reason"].contains("body"), "{failures:?}");
}

#[test]
fn encodings_are_guessed_on_request_and_the_language_is_told() {
    let work = folder();
    write(
        &work.path().join("docs/fr.txt"),
        b"La C\xF4te d\x92Ivoire et le Br\xE9sil ont parl\xE9 hier devant l\x92Assembl\xE9e g\xE9n\xE9rale \xE0 New York.",
    );
    let plain = run(&["run", "docs", "--out", "plain", "-q"], work.path());
    assert_eq!(plain.status.code(), Some(1));
    assert!(table(&work.path().join("plain"), "failures")[0]["reason"].contains("--encoding auto"));
    let output = run(&["run", "docs", "--out", "auto", "--encoding", "auto", "-q"], work.path());
    assert!(output.status.success(), "{}", told(&output));
    let row = &table(&work.path().join("auto"), "documents")[0];
    assert_eq!((row["encoding"].as_str(), row["language"].as_str(), row["language_detected"].as_str()), ("windows-1252", "fr", "true"));
}

#[test]
fn the_date_is_from_a_field_else_the_name_else_a_date_line() {
    let work = folder();
    let line = "Joint communiqu\u{e9}\n\nAstana, 15 June 2001\n\nThe sides met today.\n";
    write(&work.path().join("docs/X_1999.txt"), line.as_bytes());
    write(
        &work.path().join("lines/a.jsonl"),
        format!("{{\"id\": \"field\", \"date\": \"1980\", \"text\": {line:?}}}\n{{\"id\": \"line\", \"text\": {line:?}}}\n").as_bytes(),
    );
    write(
        &work.path().join("lines/b.jsonl"),
        b"{\"id\": \"none\", \"text\": \"They met on 15 June 2001 in Astana, as everybody knows who was there at that time.\"}\n",
    );
    assert!(run(&["run", "docs", "--out", "named", "--name-pattern", "{country}_{year}", "-q"], work.path()).status.success());
    assert!(run(&["run", "lines", "--out", "lined", "-q"], work.path()).status.success());
    let dates = |out: &str| -> Vec<(String, String)> {
        table(&work.path().join(out), "documents")
            .into_iter()
            .map(|mut row| (row.remove("date").unwrap(), row.remove("date_source").unwrap()))
            .collect()
    };
    let pair = |date: &str, source: &str| (date.to_owned(), source.to_owned());
    assert_eq!(dates("named"), [pair("1999", "file-name")]);
    assert_eq!(dates("lined"), [pair("1980", "field"), pair("2001-06-15", "text"), pair("", "")]);
    // Relative time expressions are resolved with the date of the document.
    let today: Vec<String> = table(&work.path().join("lined"), "times")
        .into_iter()
        .filter(|row| row["surface"] == "today")
        .map(|mut row| row.remove("value").unwrap())
        .collect();
    assert_eq!(today, ["PRESENT_REF", "2001-06-15"]);
}

#[test]
fn a_text_may_end_with_its_date_in_a_sentence() {
    let work = folder();
    let text = "Chad and Peru agreed on all that was before them in these days.\n\nBoth were glad of it and will meet again in another town.\n\nDone at Shanghai on the fifteenth day of June, 15 June 2001.\n";
    write(&work.path().join("docs/a.txt"), text.as_bytes());
    assert!(run(&["run", "docs", "--out", "out", "-q"], work.path()).status.success());
    assert_eq!(table(&work.path().join("out"), "documents")[0]["date"], "2001-06-15");
}

#[test]
fn markup_says_what_is_a_heading() {
    let work = folder();
    let html = "<h1>Talks</h1><p>Short</p><h2>Water</h2><p>Chad and Peru spoke.</p><ul><li>One</li><li>Two</li></ul><table><tr><td>Cell</td></tr></table><h2>Trade</h2>";
    write(&work.path().join("docs/a.html"), html.as_bytes());
    write(&work.path().join("docs/b.md"), b"# Talks\n\nShort\n\n## Water\n\nChad and Peru spoke.\n\n- One\n- Two\n\n## Trade\n");
    assert!(run(&["run", "docs", "--out", "out", "-q"], work.path()).status.success());
    // If the markup contains no headings, they are recognised by the layout of the lines. Headings and list items that the markup defines may extend over several
    // lines. This also applies to HTML elements in a Markdown file.
    write(&work.path().join("plain/a.html"), b"<p><b>CHAPTER I</b></p><p>The Parties met and agreed on all that was before them.</p>");
    write(&work.path().join("plain/b.md"), b"<h2>\nWater\n</h2>\n<ul>\n<li>Chad and\nPeru</li>\n</ul>\n");
    write(
        &work.path().join("plain/c.html"),
        b"<h1><div>Talks</div></h1><p>(1) The Parties to the agreement,</p><p>and others agree to it.</p>",
    );
    assert!(run(&["run", "plain", "--out", "looked", "-q"], work.path()).status.success());
    let headings: Vec<(String, String)> = table(&work.path().join("looked"), "sections")
        .into_iter()
        .map(|mut row| (row.remove("doc_id").unwrap(), row.remove("heading").unwrap()))
        .filter(|(_, heading)| !heading.is_empty())
        .collect();
    let pair = |doc: &str, heading: &str| (doc.to_owned(), heading.to_owned());
    assert_eq!(headings, [pair("a", "CHAPTER I"), pair("b", "Water"), pair("c", "Talks")]);
    let sections: Vec<(String, String, String)> = table(&work.path().join("out"), "sections")
        .into_iter()
        .map(|mut row| (row.remove("heading").unwrap(), row.remove("level").unwrap(), row.remove("parent").unwrap()))
        .filter(|(heading, ..)| !heading.is_empty())
        .collect();
    let section = |heading: &str, level: &str, parent: &str| (heading.to_owned(), level.to_owned(), parent.to_owned());
    let of_one = [section("Talks", "1", ""), section("Water", "2", "1"), section("Trade", "2", "1")];
    assert_eq!(sections, [of_one.clone(), of_one].concat());
}

#[test]
fn a_report_of_the_press_begins_with_its_date() {
    let work = folder();
    let rest = "The leaders of five states met yesterday and signed a statement about the river and its banks.";
    let leads = [
        ("ASTANA, 19 May 2023 (KazTAG) -- ", "2023-05-19"),
        ("BEIJING/MOSCOW, March 21, 2023 \u{2014} ", "2023-03-21"),
        ("New York, 3 September 1999 \u{2013} ", "1999-09-03"),
        ("On 15 June 2001 \u{2013} a great day \u{2013} they met. ", ""),
        ("In brief, on 15 June 2001 it began. ", ""),
        ("Astana, 15 June 2001 saw a beginning. ", ""),
        ("Astana, 15 June 2001 (as all know ", ""),
        ("The treaty of 12 March 1999 holds.\n\n", ""),
        ("Recalling resolution 1373 of 28 September 2001,\n\n", ""),
        ("Adopted in Samarkand, 16 September 2022\n\n", "2022-09-16"),
        ("Astana, 15 June 2001.\n\n", "2001-06-15"),
        ("Москва, 29 мая 2015 года.\n\n", "2015-05-29"),
    ];
    let lines: Vec<String> = leads
        .iter()
        .enumerate()
        .map(|(at, (lead, _))| format!("{{\"id\": \"{at}\", \"text\": {:?}}}\n", format!("{lead}{rest}")))
        .collect();
    write(&work.path().join("docs/a.jsonl"), lines.concat().as_bytes());
    assert!(run(&["run", "docs", "--out", "out", "-q"], work.path()).status.success());
    let dates: Vec<String> = table(&work.path().join("out"), "documents").into_iter().map(|mut row| row.remove("date").unwrap()).collect();
    assert_eq!(dates, leads.map(|(_, date)| date));
}

#[test]
fn standard_input_is_what_it_is_said_to_be() {
    let work = folder();
    for (format, text, found) in [
        ("text", "Peru spoke.", ["stdin", "Peru"]),
        ("html", "<p>P<b>er</b>u spoke.", ["stdin", "Peru"]),
        ("jsonl", "{\"id\": \"a\", \"text\": \"Peru spoke.\"}\n", ["a", "Peru"]),
        ("tsv", "id\ttext\nb\tPeru spoke.\n", ["b", "Peru"]),
    ] {
        let mut child = crate::common::chancery()
            .args(["run", "-", "--stdin-format", format, "--out", format, "-q"])
            .current_dir(work.path())
            .stdin(std::process::Stdio::piped())
            .spawn()
            .expect("the command");
        child.stdin.take().expect("standard input").write_all(text.as_bytes()).expect("written");
        assert!(child.wait().expect("its end").success(), "{format}");
        let rows: Vec<_> =
            table(&work.path().join(format), "mentions").into_iter().map(|row| [row["doc_id"].clone(), row["surface"].clone()]).collect();
        assert_eq!(rows, [found], "{format}");
    }
    // The same options can be given in a settings file.
    write(&work.path().join("study.toml"), b"documents = [\"-\"]\nout = \"set\"\nstdin-format = \"jsonl\"\nfuzzy = true\nquiet = true\n");
    let mut child = crate::common::chancery()
        .args(["run", "--config", "study.toml"])
        .current_dir(work.path())
        .stdin(std::process::Stdio::piped())
        .spawn()
        .expect("the command");
    child.stdin.take().expect("standard input").write_all(b"{\"id\": \"a\", \"text\": \"Uzbekistam spoke.\"}\n").expect("written");
    assert!(child.wait().expect("its end").success());
    let row = &table(&work.path().join("set"), "mentions")[0];
    assert_eq!((row["doc_id"].as_str(), row["id"].as_str(), row["edits"].as_str()), ("a", "state.uz", "1"));
}

#[test]
fn html_that_is_not_utf_8_is_read_as_it_says() {
    let work = folder();
    write(&work.path().join("docs/a.html"), b"<meta charset=\"windows-1251\"><p>\xCF\xE5\xF0\xF3</p>");
    write(&work.path().join("docs/b.html"), "<meta charset=\"windows-1251\"><p>Перу</p>".as_bytes());
    write(&work.path().join("docs/c.html"), b"<meta charset=\"shift_jis\"><p>\xFF\xFE\xFD</p>");
    let output = run(&["run", "docs", "--out", "out", "-q"], work.path());
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let encodings: Vec<String> =
        table(&work.path().join("out"), "documents").into_iter().map(|mut row| row.remove("encoding").unwrap()).collect();
    assert_eq!(encodings, ["windows-1251", "UTF-8"]);
    // The columns `char_start`, `char_end` and `chars` count the characters of the source, including those of its markup and of `&ocirc;`.
    write(&work.path().join("one/a.html"), b"<p>C&ocirc;te, Iran</p>");
    assert!(run(&["run", "one", "--out", "counted", "-q"], work.path()).status.success());
    let iran = &table(&work.path().join("counted"), "mentions")[0];
    assert_eq!((iran["start"].as_str(), iran["char_start"].as_str(), iran["char_end"].as_str()), ("15", "15", "19"));
    assert_eq!(table(&work.path().join("counted"), "documents")[0]["chars"], "23");
    // UTF-8 is read as UTF-8 even if `--encoding` names the encoding of the other texts.
    write(&work.path().join("one/b.txt"), "Перу".as_bytes());
    write(&work.path().join("one/c.txt"), b"\xCF\xE5\xF0\xF3");
    assert!(run(&["run", "one", "--out", "mixed", "--encoding", "windows-1251", "-q"], work.path()).status.success());
    let peru = table(&work.path().join("mixed"), "mentions").into_iter().filter(|row| row["id"] == "state.pe").count();
    assert_eq!(peru, 2);
    // The encoding that the user names takes precedence over the declared one. With `--encoding auto`, the encoding of a file with a wrong declaration is guessed.
    let named = run(&["run", "docs", "--out", "named", "--encoding", "utf-8", "-q"], work.path());
    assert_eq!(named.status.code(), Some(1));
    assert_eq!(table(&work.path().join("named"), "failures").len(), 2);
    assert!(run(&["run", "docs", "--out", "guessed", "--encoding", "auto", "-q"], work.path()).status.success());
    let ids: Vec<String> = table(&work.path().join("out"), "mentions").into_iter().map(|mut row| row.remove("id").unwrap()).collect();
    assert_eq!(ids, ["state.pe", "state.pe"]);
    assert!(table(&work.path().join("out"), "failures")[0]["reason"].contains("that it declares"));
}

#[test]
fn dates_in_fields_are_read_in_the_forms_that_people_use() {
    let work = folder();
    let cases = [
        ("2021-06-30T10:00:00Z", "2021-06-30"),
        ("2021-06-30 10:00", "2021-06-30"),
        ("30 June 2021", "2021-06-30"),
        ("June 30, 2021", "2021-06-30"),
        ("Wed, 21 Dec 2016", "2016-12-21"),
        ("Wed, 21 Dec 2016 10:30:00 GMT", "2016-12-21"),
        ("Published 5 May 2019 (updated)", "2019-05-05"),
        ("31/12/2019", "2019-12-31"),
        ("June 2021", "2021-06"),
        ("2021", "2021"),
        ("30 \u{438}\u{44e}\u{43d}\u{44f} 2021 \u{433}.", "2021-06-30"),
        ("2021\u{5e74}6\u{6708}30\u{65e5}", "2021-06-30"),
        ("", ""),
        ("soon", ""),
        ("1 May 2019 and 2 May 2020", ""),
    ];
    let lines = cases.iter().map(|(date, _)| format!("{}\n", serde_json::json!({"id": date, "date": date, "text": "Chad."})));
    write(&work.path().join("a.jsonl"), lines.collect::<String>().as_bytes());
    let output = run(&["run", "a.jsonl", "--out", "out", "-q"], work.path());
    assert!(output.status.success(), "{}", told(&output));
    let rows = table(&work.path().join("out"), "documents");
    for ((given, expected), row) in cases.iter().zip(&rows) {
        assert_eq!(row["date"], *expected, "{given}");
    }
    let warnings = table(&work.path().join("out"), "warnings");
    assert_eq!(warnings.iter().map(|row| row["value"].as_str()).collect::<Vec<_>>(), ["soon", "1 May 2019 and 2 May 2020"]);
}

#[test]
fn an_empty_table_and_a_gzip_file_that_is_none_are_told() {
    let work = folder();
    write(&work.path().join("docs/a.csv"), b"");
    write(&work.path().join("docs/b.txt.gz"), b"Peru spoke.");
    write(&work.path().join("study.toml"), b"documents = \"docs\"\nformat = \"csv\"\nout = \"out\"\n");
    let output = run(&["run", "--config", "study.toml", "-q"], work.path());
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let reasons: Vec<String> =
        table(&work.path().join("out"), "failures").into_iter().map(|mut row| row.remove("reason").unwrap()).collect();
    assert!(reasons[0].contains("the file is empty"), "{reasons:?}");
    assert!(reasons[1].contains("not compressed with gzip"), "{reasons:?}");
}
