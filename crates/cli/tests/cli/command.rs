//! Tests the program `chancery`: the files that it writes, and the errors that it reports.

use crate::common::{bytes, chancery, folder, run, told};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let work = folder();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").canonicalize().expect("samples");
    let samples = samples.to_str().expect("UTF-8");
    for threads in ["1", "2", "8"] {
        let output = run(
            &[
                "run",
                samples,
                "--out",
                threads,
                "--threads",
                threads,
                "--format",
                "csv,tsv,parquet,jsonl",
                "--tokens",
                "--sentence-text",
                "--rejected",
                "-q",
            ],
            work.path(),
        );
        assert!(output.status.success(), "{}", told(&output));
    }
    let one = bytes(&work.path().join("1"));
    assert!(one.len() > 15 && one.values().map(Vec::len).sum::<usize>() > 100_000);
    assert!(one == bytes(&work.path().join("2")));
    assert!(one == bytes(&work.path().join("8")));
}

#[test]
fn a_bad_file_is_a_failure_and_nothing_else_is_lost() {
    let work = folder();
    let docs = work.path().join("docs");
    fs::create_dir(&docs).expect("a folder");
    fs::write(docs.join("a.txt"), "Kenya spoke.").expect("a file");
    fs::write(docs.join("binary.txt"), b"\x00\x01\x02").expect("a file");
    fs::write(docs.join("empty.txt"), "").expect("a file");
    fs::write(docs.join("latin.txt"), b"C\xF4te d'Ivoire").expect("a file");
    fs::write(
        docs.join("lines.jsonl"),
        "{\"id\": \"j1\", \"text\": \"Ghana spoke.\", \"date\": \"1960-05\"}\nnot JSON\n{\"id\": \"j3\"}\n",
    )
    .expect("a file");
    fs::write(docs.join("utf16.txt"), b"\xFF\xFET\x00o\x00g\x00o\x00").expect("a file");
    std::os::unix::fs::symlink("nowhere", docs.join("z-gone.txt")).expect("a link");
    let output = run(&["run", "docs", "--out", "out", "--format", "csv"], work.path());
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let documents = fs::read_to_string(work.path().join("out/documents/part-00000.csv")).expect("documents");
    let ids: Vec<&str> = documents.lines().skip(1).map(|line| line.split(',').next().unwrap_or("")).collect();
    assert_eq!(ids, ["a", "empty", "j1", "utf16"]);
    let mentions = fs::read_to_string(work.path().join("out/mentions/part-00000.csv")).expect("mentions");
    assert!(["Kenya", "Ghana", "Togo"].iter().all(|name| mentions.contains(name)), "{mentions}");
    let failures = fs::read_to_string(work.path().join("out/failures/part-00000.csv")).expect("failures");
    for (file, reason) in [
        ("docs/binary.txt", "not text: byte 0 is zero"),
        ("docs/latin.txt", "not UTF-8 at byte 1 (line 1); give the encoding with --encoding"),
        ("docs/lines.jsonl,2", "not JSON"),
        ("docs/lines.jsonl,3", "there is no field \"\"text\"\""),
        ("docs/z-gone.txt", "cannot be read: "),
    ] {
        assert!(failures.lines().any(|line| line.starts_with(file) && line.contains(reason)), "{file}: {reason}\n{failures}");
    }
    assert_eq!(failures.lines().count(), 6);
    assert!(told(&output).contains("5 documents failed"), "{}", told(&output));
    let latin = run(&["run", "docs/latin.txt", "--out", "latin", "--encoding", "windows-1252", "-q"], work.path());
    assert!(latin.status.success());
    assert!(fs::read_to_string(work.path().join("latin/mentions/part-00000.csv")).expect("mentions").contains("Côte d'Ivoire"));
}

#[test]
fn what_cannot_be_done_is_told_with_the_way_out() {
    let work = folder();
    fs::write(work.path().join("a.txt"), "Kenya.").expect("a file");
    fs::create_dir(work.path().join("full")).expect("a folder");
    fs::write(work.path().join("full/keep.me"), "precious").expect("a file");
    fs::write(work.path().join("bad.toml"), "out = \"x\"\nthread = 3\n").expect("a file");
    fs::create_dir_all(work.path().join("mine/gazetteer")).expect("a folder");
    fs::write(
        work.path().join("mine/gazetteer/x.toml"),
        "[[entity]]\nid = \"igo.x\"\ntype = \"igo\"\nname.en = \"Xyz Union\"\naliass.en = [\"X\"]\nmember = [\"state.qq\"]\nvalid = \"2001-02-30/..\"\nsrc = { by = \"hand\" }\n",
    )
    .expect("a file");
    for (args, said) in [
        (vec!["run", "nothing.txt", "--out", "o"], "there is no file or folder nothing.txt"),
        (vec!["run", "a.txt"], "give --out DIR"),
        (vec!["run", "--out", "o"], "no documents were given"),
        (vec!["run", "a.txt", "--out", "full"], "is not empty; give another folder, or --force"),
        (vec!["run", "a.txt", "--out", "full", "--force"], "contains no dataset"),
        (vec!["run", "a.txt", "--out", "a.txt"], "is a file"),
        (vec!["run", "a.txt", "--out", "a.txt/x"], "a.txt/x"),
        (vec!["run", "a.txt", "--out", "o", "--encoding", "klingon"], "there is no encoding \"klingon\""),
        (vec!["run", "a.txt", "--out", "o", "--name-pattern", "{year"], "has a { without a closing }"),
        (vec!["run", "a.txt", "--config", "bad.toml"], "unknown field `thread`"),
        (
            vec!["run", "a.txt", "--out", "o", "--data", "mine"],
            "error[CH-D002]: an entry has no key \"aliass\"\n --> mine/gazetteer/x.toml:5:1\n",
        ),
        (vec!["run", "a.txt", "--out", "o", "--data", "mine"], "did you mean \"alias\"?"),
        (vec!["run", "a.txt", "--out", "o", "--data", "mine"], "igo.x has member = \"state.qq\", but no entry has this id"),
        (vec!["run", "a.txt", "--out", "o", "--data", "mine"], "there is no such date"),
        (vec!["run", "a.txt", "--out", "o", "--threads", "0"], "at least 1"),
    ] {
        let output = run(&args, work.path());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", told(&output));
        assert!(told(&output).contains(said), "{args:?}: {}", told(&output));
        assert!(!work.path().join("o").exists(), "{args:?} left something behind");
    }
    assert_eq!(fs::read_to_string(work.path().join("full/keep.me")).expect("kept"), "precious");
    // A folder with the manifest of another program is not overwritten either.
    fs::create_dir_all(work.path().join("app")).expect("a folder");
    fs::write(work.path().join("app/manifest.json"), "{\"name\": \"x\"}").expect("a file");
    let app = run(&["run", "a.txt", "--out", "app", "--force", "-q"], work.path());
    assert!(app.status.code() == Some(2) && work.path().join("app/manifest.json").exists(), "{}", told(&app));
    // Two documents with the same id are reported.
    fs::write(work.path().join("twice.jsonl"), "{\"id\": \"a\", \"text\": \"Kenya.\"}\n".repeat(2)).expect("a file");
    let twice = run(&["run", "twice.jsonl", "--out", "two"], work.path());
    assert!(twice.status.success() && told(&twice).contains("1 document has a duplicate id"), "{}", told(&twice));
    // A folder is not a dataset just because it has a subfolder with the name of a table. If a folder is a dataset, files that do not belong to the
    // dataset are not removed.
    fs::create_dir_all(work.path().join("like/documents")).expect("a folder");
    fs::write(work.path().join("like/documents/a.txt"), "Kenya.").expect("a file");
    let refused = run(&["run", "like/documents", "--out", "like", "--force", "-q"], work.path());
    assert!(refused.status.code() == Some(2) && told(&refused).contains("contains no dataset"), "{}", told(&refused));
    assert!(run(&["run", "a.txt", "--out", "set", "-q"], work.path()).status.success());
    fs::write(work.path().join("set/mentions/notes.txt"), "precious").expect("a file");
    let part = run(&["run", "set/documents/part-00000.csv", "--out", "set", "--force", "--text-field", "doc_id", "-q"], work.path());
    assert!(part.status.code() == Some(2) && told(&part).contains("one of the documents to read"), "{}", told(&part));
    assert!(run(&["run", "a.txt", "--out", "set", "--force", "--format", "jsonl", "-q"], work.path()).status.success());
    assert!(work.path().join("set/mentions/notes.txt").exists() && !work.path().join("set/mentions/part-00000.csv").exists());
    assert!(!work.path().join("set/documents").exists() && work.path().join("like/documents/a.txt").exists());
    let check = run(&["gazetteer", "check", "--data", "mine"], work.path());
    assert_eq!(check.status.code(), Some(1));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_reported() {
    let work = folder();
    let output = chancery()
        .args(["annotate"])
        .current_dir(work.path())
        .stdin(Stdio::from(fs::File::open(input(work.path())).expect("input")))
        .stdout(fs::File::create("/dev/full").expect("the device"))
        .output()
        .expect("the command");
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("No space left"), "{}", told(&output));
}

#[test]
fn an_output_that_can_take_no_more_is_told() {
    let work = folder();
    let command = env!("CARGO_BIN_EXE_chancery");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    // A limit on the size of files simulates a full disk. When a file reaches this limit, the system sends a signal that would kill the program, so the
    // signal is ignored.
    let script = format!("trap '' XFSZ; ulimit -f 8; exec '{command}' run '{}' --out out --format csv", samples.display());
    let output = Command::new("sh").args(["-c", &script]).current_dir(work.path()).output().expect("a shell");
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    let told = told(&output);
    assert!(told.contains("out") && told.contains(".csv") && told.contains("File too large"), "{told}");
}

#[test]
fn a_file_without_permission_is_a_failure() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    let work = folder();
    fs::create_dir(work.path().join("docs")).expect("a folder");
    fs::write(work.path().join("docs/a.txt"), "Kenya spoke.").expect("a file");
    let closed = work.path().join("docs/closed.txt");
    fs::write(&closed, "Ghana spoke.").expect("a file");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("permissions");
    let mut command = chancery();
    if fs::read(&closed).is_ok() {
        // Root can read every file, so the command runs as another user, from a folder where this user can execute it.
        let (copy, out) = (work.path().join("chancery"), work.path().join("out"));
        fs::copy(env!("CARGO_BIN_EXE_chancery"), &copy).expect("a copy");
        fs::create_dir(&out).expect("a folder");
        for path in [work.path(), &copy, &out] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o777)).expect("permissions");
        }
        command = Command::new(copy);
        command.uid(65534).gid(65534);
    }
    let output = command.args(["run", "docs", "--out", "out", "--format", "csv"]).current_dir(work.path()).output().expect("the command");
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let failures = fs::read_to_string(work.path().join("out/failures/part-00000.csv")).expect("failures");
    assert!(failures.contains("closed.txt") && failures.contains("ermission denied"), "{failures}");
}

fn input(work: &Path) -> PathBuf {
    let path = work.join("in.jsonl");
    fs::write(&path, "{\"text\": \"Kenya and Ghana\"}\n".repeat(5000)).expect("a file");
    path
}

#[test]
fn settings_patterns_force_and_the_users_own_names() {
    let work = folder();
    fs::create_dir_all(work.path().join("docs/1960")).expect("a folder");
    fs::write(work.path().join("docs/1960/GHA_15_1960.txt"), "The Xyz Union greets Ghana.").expect("a file");
    fs::write(work.path().join("docs/readme.rst"), "not a document").expect("a file");
    fs::create_dir_all(work.path().join("mine")).expect("a folder");
    fs::write(
        work.path().join("mine/own.toml"),
        "[[entity]]\nid = \"igo.xyz\"\ntype = \"igo\"\nname.en = \"Xyz Union\"\nsrc = { by = \"hand\" }\n",
    )
    .expect("a file");
    fs::write(work.path().join("settings.toml"), "documents = [\"docs\"]\nout = \"out\"\nname-pattern = \"{country}_{session}_{year}\"\ndata = [\"mine\"]\nformat = [\"csv\", \"jsonl\"]\n").expect("a file");
    for extra in [vec![], vec!["--force"]] {
        let mut args = vec!["run", "--config", "settings.toml", "--json"];
        args.extend(extra);
        let output = run(&args, work.path());
        assert!(output.status.success(), "{}", told(&output));
        let summary: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(summary["documents"], 1);
        assert_eq!(summary["mentions_by_type"]["igo"], 1);
        assert_eq!(summary["top_states"][0]["country"], "GHA");
    }
    let documents = fs::read_to_string(work.path().join("out/documents/part-00000.csv")).expect("documents");
    assert!(documents.contains("GHA_15_1960,docs/1960/GHA_15_1960.txt,,1960,file-name"), "{documents}");
    let manifest = fs::read_to_string(work.path().join("out/manifest.json")).expect("a manifest");
    assert!(manifest.contains("data_sha256") && !manifest.contains(work.path().to_str().expect("UTF-8")));
    // A dataset made with the user's own data has a different hash.
    let plain = run(&["run", "docs", "--out", "plain", "-q"], work.path());
    assert!(plain.status.success() && plain.stdout.is_empty() && plain.stderr.is_empty());
    let hash = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON")["data_sha256"].clone();
    assert_ne!(hash(&manifest), hash(&fs::read_to_string(work.path().join("plain/manifest.json")).expect("a manifest")));
}

#[test]
fn annotate_answers_line_by_line() {
    use std::io::Write;
    let mut child = chancery().arg("annotate").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command");
    let mut stdin = child.stdin.take().expect("standard input");
    stdin
        .write_all("{\"id\": \"1\", \"text\": \"Казахстан и 中国 met.\"}\nbroken\n{\"id\": \"3\", \"text\": \"\"}\n".as_bytes())
        .expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("the end");
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["mentions"][0]["country"], "KAZ");
    assert_eq!((&lines[0]["mentions"][1]["start"], &lines[0]["mentions"][1]["end"]), (&22.into(), &28.into()));
    assert_eq!(lines[1]["record"], 2);
    assert!(lines[1]["error"].as_str().expect("words").contains("not JSON"));
    assert_eq!(lines[2]["id"], "3");
}
