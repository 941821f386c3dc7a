//! Compares the output of commands with the files in `snapshots/`. After an intended change, `just snapshots` rewrites these files; read the differences before
//! you commit them.

use crate::common::{folder, run, said, told, write};
use insta::{Settings, assert_snapshot};
use std::fs;
use std::path::Path;

/// Asserts that a text equals the file `snapshots/NAME.snap`.
fn same(name: &str, text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, text));
}

/// Writes documents that together produce rows in every table, and one document that cannot be read.
fn documents(folder: &Path) {
    write(
        &folder.join("docs/KAZ_2023.txt"),
        "I. AIMS\n\nAstana, 19 May 2023\n\n1. The Kazakh foreign minister met the Presidents of Kyrgyzstan and Uzbekistan.\n\
         2. Kazakhstan and China signed a treaty on trade. Georgia Tech took no part.\n\
         3. The Central Asian states condemned the attack; Beijing said nothing.\n"
            .as_bytes(),
    );
    write(&folder.join("docs/page.html"), b"<html><head><title>Talks</title></head><body><h1>Talks</h1><p>C&ocirc;te d&rsquo;Ivoire met <b>Kenya</b> in 1999.</p></body></html>");
    write(&folder.join("docs/russian.txt"), "Президент Казахстана посетил Китай 3 мая 2022 года.".as_bytes());
    write(&folder.join("docs/broken.txt"), b"\x00\x01");
}

#[test]
fn tables_of_a_small_set_of_documents() {
    let work = folder();
    documents(work.path());
    let args = ["run", "docs", "--out", "out", "--format", "csv", "--tokens", "--sentence-text", "--rejected", "-q"];
    let output = run(&args, work.path());
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let mut tables: Vec<_> =
        fs::read_dir(work.path().join("out")).expect("a dataset").map(|entry| entry.expect("an entry").path()).collect();
    tables.retain(|path| path.is_dir());
    tables.sort();
    assert!(tables.len() > 8, "{tables:?}");
    for table in tables {
        let name = table.file_name().expect("a name").to_string_lossy();
        same(&format!("table_{name}"), &fs::read_to_string(table.join("part-00000.csv")).expect("a table"));
    }
}

/// Returns a summary without the elapsed time.
fn without_time(text: &str) -> String {
    let line = |line: &str| match line.split_once(" in ") {
        Some((documents, _)) if line.contains("MB/s") => format!("{documents} in TIME"),
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn summary_of_a_run() {
    let work = folder();
    documents(work.path());
    let output = run(&["run", "docs", "--out", "out"], work.path());
    same("run", &format!("{}{}", without_time(&said(&output)), without_time(&told(&output))));
}

#[test]
fn schema() {
    let work = folder();
    same("schema", &said(&run(&["schema"], work.path())));
}

#[test]
fn explanations() {
    let work = folder();
    for (name, text) in [
        ("states", "Kazakhstan, the Kyrgyz Republic and China met in Georgia; Chad was ill."),
        ("treaty", "On 15 June 2001 they adopted the Shanghai Convention on Combating Terrorism, Separatism and Extremism."),
        ("event", "The Kazakh foreign minister signed an agreement with China on the transit of oil."),
        ("rejection", "Georgia Tech and the Bank of China hired Jordan Smith of West Turkey Creek."),
        ("russian", "Президент Казахстана встретился с премьер-министром Китая 3 мая 2022 года."),
        ("chinese", "中华人民共和国主席和哈萨克斯坦共和国总统于2023年5月17日在西安举行会谈。"),
    ] {
        let output = run(&["explain", text, "--date", "2023-05-20"], work.path());
        assert!(output.status.success(), "{}", told(&output));
        same(&format!("explain_{name}"), &said(&output));
    }
}

#[test]
fn check_of_a_folder_with_errors() {
    let work = folder();
    for (file, text) in [
        (
            "gazetteer/names.toml",
            "[[entity]]\nid = \"igo.x\"\ntype = \"igo\"\nname.en = \"Xyz Union\"\naliass.en = [\"X\"]\nmember = [\"state.qq\"]\nvalid = \"2001-02-30/..\"\nsrc = { by = \"hand\" }\n\n\
             [[entity]]\nid = \"City Of X\"\ntype = \"town\"\nname.en = \"X{a,b\"\n",
        ),
        (
            "rules/open.toml",
            "[[rule]]\nid = \"open\"\nact = \"SUPPORT\"\ntrigger = [\"open/x\"]\npattern = \"source=stat ...4 TRIGGER <$nosuch>\"\ndeed = 1\n",
        ),
        ("topics/mine.toml", "[[topic]]\nid = \"x\"\nterms = [3]\n"),
        ("language/en/actors.toml", "direct = \"yes\"\n[[body]]\nsector = \"PARTY\"\nwords = [\"politburo\"]\n"),
        ("language/en/time.toml", "[[rule]]\nid = \"r\"\npattern = \"$nosuch\"\n"),
        ("broken.toml", "a = [\n"),
    ] {
        write(&work.path().join("mine").join(file), text.as_bytes());
    }
    let output = run(&["gazetteer", "check", "--data", "mine"], work.path());
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    same("check", &format!("{}{}", said(&output), told(&output)));
    let output = run(&["gazetteer", "check", "--data", "mine", "--short"], work.path());
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    same("check_short", &said(&output));
    let output = run(&["rules", "test", "--data", "mine", "--short"], work.path());
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(said(&output).lines().all(|line| line.starts_with("mine/") && line.contains(": error[CH-")), "{}", said(&output));
}
