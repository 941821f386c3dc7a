//! Tests the command that imports dictionaries of other tools as topics. The imported topics are added to
//! the embedded topics or replace them.

use crate::common::{chancery, folder};
use std::fs;

const LIWC: &str = "%\n1\ttrade\n2\tsecurity\n%\ntariff*\t1\npeace*\t2\nkind <of>3\t1\n";

#[test]
fn a_dictionary_takes_the_place_of_the_embedded_topics() {
    let dir = folder();
    let dic = dir.path().join("mine.dic");
    fs::write(&dic, LIWC).expect("a file");
    let (data, file) = (dir.path().join("mine"), dir.path().join("mine/topics/mine.toml"));
    let import =
        |more: &[&str]| chancery().args(["topics", "import"]).arg(&dic).arg("--out").arg(&file).args(more).output().expect("it runs");
    let done = import(&["--prefix", "my", "--replace"]);
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{told}");
    assert!(told.contains("mine.dic:7: \"kind <of>3") && told.contains("categories: 2; terms: 2; remarks: 1"), "{told}");
    let explained =
        chancery().args(["explain", "The peace talks were about tariffs on oil.", "--data"]).arg(&data).output().expect("it runs");
    let shown = String::from_utf8_lossy(&explained.stdout).into_owned();
    assert!(shown.contains("my.security") && shown.contains("my.trade"), "{shown}");
    assert!(!shown.contains("energy") && !shown.contains("political"), "{shown}");

    let again = import(&[]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("already exists"));
    let strict = import(&["--force", "--strict"]);
    assert_eq!(strict.status.code(), Some(2));
}

#[test]
fn what_is_no_dictionary_is_told_with_file_and_line() {
    let dir = folder();
    let wrong = dir.path().join("wrong.dic");
    fs::write(&wrong, "tariff 1\n").expect("a file");
    let done = chancery().args(["topics", "import"]).arg(&wrong).output().expect("it runs");
    assert_eq!(done.status.code(), Some(2));
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(told.contains("wrong.dic:1: a LIWC dictionary must begin with a line that contains only %"), "{told}");
    let unknown = dir.path().join("words.txt");
    fs::write(&unknown, "tariff\n").expect("a file");
    let done = chancery().args(["topics", "import"]).arg(&unknown).output().expect("it runs");
    assert!(String::from_utf8_lossy(&done.stderr).contains("give --format"));
}

#[test]
fn topics_in_the_wrong_folder_are_told_where_they_belong() {
    let dir = folder();
    fs::write(dir.path().join("t.toml"), "[[topic]]\nid = \"x\"\nterms = [\"peace\"]\n").expect("a file");
    let done = chancery().args(["explain", "Peace.", "--data"]).arg(dir.path()).output().expect("it runs");
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("topics go in a folder topics/"));
}
