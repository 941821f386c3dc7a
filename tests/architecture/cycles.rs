//! Finds cycles between the files of a crate. A file refers to another by a path (`crate::`, `super::`, `self::`, or the name of a child module) in a `use`
//! declaration or in code. A path through a re-export refers to the file that defines the item.
//!
//! Method calls are not detected, because they contain no path. A module that is written inside a file counts as part of this file, and so does an enum whose
//! variants are imported with a glob.

use super::lexer::{Token, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// The path of a module from the root of the crate. It is empty for the root itself.
type Path = Vec<String>;

/// The names that one file imports, refers to and defines.
#[derive(Default)]
struct File {
    /// Imported names, each with the absolute path to which it refers. Child modules can use these imports too.
    imports: BTreeMap<String, Path>,
    /// Modules from which all names are imported (`*`).
    globs: Vec<Path>,
    /// Absolute paths to which the code or a private import refers.
    references: Vec<Path>,
    /// Names of the items that the file defines.
    items: BTreeSet<String>,
}

/// Returns the cycles between files. `sources` maps the path of each file below `src` to its text. Each cycle is a sorted list of files that all refer to one
/// another, directly or indirectly.
pub(super) fn cycles(sources: &BTreeMap<String, String>) -> Vec<Vec<String>> {
    let names: BTreeMap<Path, &str> = sources.keys().map(|name| (module(name), name.as_str())).collect();
    let modules: BTreeSet<Path> = names.keys().cloned().collect();
    let files: BTreeMap<Path, File> = sources.iter().map(|(name, text)| (module(name), read(&module(name), text, &modules))).collect();
    let edges: BTreeMap<&Path, BTreeSet<Path>> = files
        .iter()
        .map(|(module, file)| {
            let mut to: BTreeSet<Path> = file.references.iter().filter_map(|path| resolve(path, &files, 0)).collect();
            to.remove(module);
            (module, to)
        })
        .collect();
    let reachable = |from: &Path| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(module) = open.pop() {
            for next in &edges[&module] {
                if seen.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        seen
    };
    let reach: BTreeMap<&Path, BTreeSet<Path>> = files.keys().map(|module| (module, reachable(module))).collect();
    let mut cycles = BTreeSet::new();
    for module in files.keys().filter(|module| reach[module].contains(*module)) {
        let both = files.keys().filter(|other| reach[module].contains(*other) && reach[other].contains(module));
        let mut cycle: Vec<String> = both.map(|module| names[module].to_owned()).collect();
        cycle.sort();
        cycles.insert(cycle);
    }
    cycles.into_iter().collect()
}

/// Returns the module that a file defines: `rules/matcher.rs` is `rules::matcher`, `rules/mod.rs` is `rules`, `lib.rs` is the root.
fn module(name: &str) -> Path {
    let mut path: Path = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|last| last == "mod") || path.len() == 1 && ["lib", "main"].contains(&path[0].as_str()) {
        path.pop();
    }
    path
}

fn read(module: &Path, text: &str, modules: &BTreeSet<Path>) -> File {
    let tokens = tokens(text);
    let mut file = File::default();
    let mut at = 0;
    while at < tokens.len() {
        let word = match &tokens[at] {
            Token::Word(word) => word.as_str(),
            Token::Mark(_) => {
                at += 1;
                continue;
            }
        };
        let behind_path = at > 0 && tokens[at - 1] == Token::Mark("::");
        match word {
            "use" => {
                let public = at > 0 && (tokens[at - 1] == Token::Word("pub".to_owned()) || tokens[at - 1] == Token::Mark(")"));
                let mut trees = Vec::new();
                at = tree(&tokens, at + 1, &Vec::new(), &mut trees);
                for (path, alias) in trees {
                    let Some(path) = absolute(&path, module, modules) else { continue };
                    if !public {
                        file.references.push(path.clone());
                    }
                    match alias {
                        Some(alias) => drop(file.imports.insert(alias, path)),
                        None => file.globs.push(path),
                    }
                }
            }
            "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union" => {
                if let Some(Token::Word(name)) = tokens.get(at + 1) {
                    file.items.insert(name.clone());
                }
                at += 1;
            }
            _ if !behind_path && tokens.get(at + 1) == Some(&Token::Mark("::")) => {
                let mut trees = Vec::new();
                at = tree(&tokens, at, &Vec::new(), &mut trees).max(at + 1);
                file.references.extend(trees.into_iter().filter_map(|(path, _)| absolute(&path, module, modules)));
            }
            _ => at += 1,
        }
    }
    file
}

/// Reads a path, or a tree of paths (`a::{b, c}`), that begins at the token `at`, and returns the index of the token after it. Each path is added to `out` with
/// the name under which it is imported, or with `None` for a glob. `before` is the path in front of the tree.
fn tree(tokens: &[Token], mut at: usize, before: &Path, out: &mut Vec<(Path, Option<String>)>) -> usize {
    let mut path = before.clone();
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) => {
                path.push(word.clone());
                at += 1;
            }
            Some(Token::Mark("{")) if path.is_empty() || tokens.get(at.wrapping_sub(1)) == Some(&Token::Mark("::")) => {
                at += 1;
                while at < tokens.len() && tokens[at] != Token::Mark("}") {
                    let next = if tokens[at] == Token::Mark(",") { at + 1 } else { tree(tokens, at, &path, out) };
                    at = next.max(at + 1);
                }
                return at + 1;
            }
            Some(Token::Mark("*")) if tokens.get(at.wrapping_sub(1)) == Some(&Token::Mark("::")) => {
                out.push((path, None));
                return at + 1;
            }
            _ => break,
        }
        if tokens.get(at) == Some(&Token::Mark("::")) {
            at += 1;
        } else {
            break;
        }
    }
    if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
        path.pop();
    }
    let mut alias = path.last().cloned();
    if let (Some(Token::Word(word)), Some(Token::Word(name))) = (tokens.get(at), tokens.get(at + 1))
        && word == "as"
    {
        alias = Some(name.clone());
        at += 2;
    }
    if !path.is_empty() {
        out.push((path, alias));
    }
    at
}

/// Converts a path as written in a module to a path from the root of the crate. Returns `None` if the path leads out of the crate.
fn absolute(path: &Path, module: &Path, modules: &BTreeSet<Path>) -> Option<Path> {
    let first = path.first()?;
    let (mut base, mut rest) = match first.as_str() {
        "crate" => (Vec::new(), &path[1..]),
        "self" => (module.clone(), &path[1..]),
        "super" => (module.clone(), &path[..]),
        _ => (module.clone(), &path[..]),
    };
    while rest.first().is_some_and(|word| word == "super") {
        base.pop()?;
        rest = &rest[1..];
    }
    let plain = !["crate", "self", "super"].contains(&first.as_str());
    let child = || [base.as_slice(), &rest[..1]].concat();
    (!plain || modules.contains(&child())).then(|| [base.as_slice(), rest].concat())
}

/// Returns the module that defines the item to which an absolute path leads. Returns `None` if the crate has no root file.
fn resolve(path: &[String], files: &BTreeMap<Path, File>, depth: usize) -> Option<Path> {
    let mut here: Path = Vec::new();
    for (number, word) in path.iter().enumerate() {
        let file = files.get(&here)?;
        let mut child = here.clone();
        child.push(word.clone());
        if files.contains_key(&child) {
            here = child;
            continue;
        }
        let rest = &path[number + 1..];
        if let Some(target) = file.imports.get(word).filter(|_| depth < 16 && !file.items.contains(word)) {
            return resolve(&[target.as_slice(), rest].concat(), files, depth + 1);
        }
        let knows = |module: &Path| files.get(module).is_some_and(|file| file.items.contains(word) || file.imports.contains_key(word));
        if let Some(target) = file.globs.iter().find(|target| !file.items.contains(word) && knows(target)) {
            return resolve(&[target.as_slice(), &path[number..]].concat(), files, depth + 1);
        }
        return Some(here);
    }
    Some(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        cycles(&files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn files_that_refer_to_one_another_are_a_cycle() {
        let found = of(&[
            ("lib.rs", "mod a; mod b; mod c; mod d; pub use a::A;"),
            ("a.rs", "use crate::b::{self, B}; pub struct A(B);"),
            ("b.rs", "pub struct B; impl B { fn f() { let _ = super::c::C; } }"),
            ("c.rs", "use crate::A; pub struct C;"),
            ("d.rs", "use crate::{A, b::B as Other}; fn d(_: Other) {}"),
        ]);
        assert_eq!(found, [["a.rs", "b.rs", "c.rs"]]);
    }

    #[test]
    fn a_crate_whose_files_refer_one_way_has_no_cycle() {
        let found = of(&[
            ("lib.rs", "mod a; mod rules; pub use a::A; pub use rules::*; pub(crate) struct Root;"),
            (
                "a.rs",
                "//! Uses [`crate::rules::matcher`] in prose only.\npub struct A; const TEXT: &str = \"crate::rules::Rule\"; // crate::rules",
            ),
            ("rules/mod.rs", "mod matcher; mod pattern; pub use matcher::Matcher; pub(crate) use pattern::Pattern;"),
            ("rules/matcher.rs", "use super::Pattern; use std::fmt; pub struct Matcher<'a>(&'a Pattern, char); const QUOTE: char = '\"';"),
            ("rules/pattern.rs", "use crate::A; pub struct Pattern(A); #[cfg(test)] mod tests { use super::super::Matcher; }"),
        ]);
        assert_eq!(found, Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_module_and_the_one_above_it_may_be_a_cycle() {
        let found = of(&[
            ("main.rs", "mod a; fn main() { a::run(); }"),
            ("a/mod.rs", "mod b; pub struct Options; pub fn run() { b::go(&Options) }"),
            ("a/b.rs", "use super::Options; pub fn go(_: &Options) {}"),
        ]);
        assert_eq!(found, [["a/b.rs", "a/mod.rs"]]);
        let found = of(&[
            ("lib.rs", "mod a; pub struct Options; pub fn run() { a::go(&Options) }"),
            ("a.rs", "use crate::Options; pub fn go(_: &Options) {}"),
        ]);
        assert_eq!(found, [["a.rs", "lib.rs"]]);
    }

    #[test]
    fn two_cycles_are_told_apart() {
        let found = of(&[
            ("lib.rs", "mod a; mod b; mod c; mod d;"),
            ("a.rs", "use crate::b::*; pub struct A;"),
            ("b.rs", "use crate::a::A; use crate::c::C;"),
            ("c.rs", "pub struct C; fn f() -> crate::d::D { todo!() }"),
            ("d.rs", "pub struct D; fn f() -> super::c::C { todo!() }"),
        ]);
        assert_eq!(found, [["a.rs", "b.rs"], ["c.rs", "d.rs"]]);
    }
}
