//! What each module of the crate imports: paths found in the source and followed to the module that holds what they name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::source::{Kind, Token, closing, tokens};

/// The path of a module: `["words", "group"]`.
pub type Module = Vec<String>;

/// A file of `src/`.
#[derive(Debug)]
pub struct File {
    /// As people write it: `src/words/group.rs`.
    pub name: String,
    pub module: Module,
    pub tokens: Vec<Token>,
    /// Whether the whole file is compiled for tests only.
    pub test: bool,
}

/// A path that stands in a file and leads to another module.
#[derive(Debug)]
pub struct Import {
    pub file: String,
    pub line: usize,
    pub from: Module,
    pub to: Module,
    /// What is taken of that module; nothing if it is the module itself.
    pub item: Option<String>,
    pub test: bool,
}

/// The crate, as far as imports go.
#[derive(Debug, Default)]
struct Crate {
    modules: BTreeSet<Module>,
    /// The names that `use` brings into a module, and the paths they stand for.
    bound: BTreeMap<Module, BTreeMap<String, Module>>,
    /// The modules and types of which a module takes all.
    globs: BTreeMap<Module, Vec<Module>>,
    /// The names of what a module defines itself.
    defined: BTreeMap<Module, BTreeSet<String>>,
}

/// A path as written, before it is followed.
#[derive(Debug)]
struct Written {
    line: usize,
    /// The module it stands in.
    module: Module,
    segments: Vec<String>,
    test: bool,
}

/// The name under which `main.rs` goes; no module can have it.
pub const MAIN: &str = "main";

/// The Rust files under `src`, in the order of their names.
pub fn files(root: &Path) -> Vec<File> {
    let mut names = Vec::new();
    collect(&root.join("src"), &mut names);
    names.sort();
    let mut files: Vec<File> = names
        .iter()
        .map(|path| {
            let name = path.strip_prefix(root).expect("they are under the root");
            let name = name.to_string_lossy().replace('\\', "/");
            let source = std::fs::read_to_string(path).expect("a source file is UTF-8");
            File {
                module: module_of(&name),
                tokens: tokens(&source),
                name,
                test: false,
            }
        })
        .collect();
    let tests: Vec<Module> = files.iter().flat_map(test_files).collect();
    for file in &mut files {
        file.test = tests.iter().any(|test| file.module.starts_with(test));
    }
    files
}

fn collect(folder: &Path, names: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(&path, names);
        } else if path.extension().is_some_and(|e| e == "rs") {
            names.push(path);
        }
    }
}

fn module_of(name: &str) -> Module {
    let name = name.strip_prefix("src/").unwrap_or(name);
    let name = name.strip_suffix(".rs").unwrap_or(name);
    let name = name.strip_suffix("/mod").unwrap_or(name);
    match name {
        "lib" => Vec::new(),
        name => name.split('/').map(str::to_string).collect(),
    }
}

/// The modules that a file declares for its tests and that have files of their own.
fn test_files(file: &File) -> Vec<Module> {
    let declared = file
        .tokens
        .windows(3)
        .filter(|three| three[0].test && three[0].is_word("mod") && three[2].is_sign(';'));
    declared
        .filter_map(|three| three[1].word())
        .map(|name| joined(&file.module, name))
        .collect()
}

fn joined(module: &[String], name: &str) -> Module {
    let mut module = module.to_vec();
    module.push(name.to_string());
    module
}

/// Everything imported in these files from other modules of the crate.
pub fn imports(files: &[File]) -> Vec<Import> {
    let mut krate = Crate::default();
    for file in files {
        krate.modules.insert(file.module.clone());
    }
    let written: Vec<(&File, Vec<Written>)> =
        files.iter().map(|file| (file, krate.read(file))).collect();
    let mut imports = Vec::new();
    for (file, paths) in written {
        for path in paths {
            let Some((to, item)) = krate.follow(&path.module, &path.segments, 0) else {
                continue;
            };
            if to == path.module {
                continue;
            }
            imports.push(Import {
                file: file.name.clone(),
                line: path.line,
                from: path.module,
                to,
                item,
                test: path.test || file.test,
            });
        }
    }
    imports
}

impl Crate {
    /// Notes what a file defines and binds; gives the paths that stand in it.
    fn read(&mut self, file: &File) -> Vec<Written> {
        let tokens = &file.tokens;
        let mut written = Vec::new();
        let mut module = file.module.clone();
        // Where the inline modules end that are open here.
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if open.last() == Some(&at) {
                open.pop();
                module.pop();
            }
            let token = &tokens[at];
            let next = tokens.get(at + 1).and_then(Token::word);
            if token.is_word("use") && begins_item(tokens, at) {
                let end = at + statement(&tokens[at..]);
                let mut leaves = Vec::new();
                add_leaves(&tokens[at + 1..end], &[], &mut leaves);
                for leaf in leaves {
                    self.bind(&module, &leaf.path, &leaf.name);
                    written.push(Written {
                        line: leaf.line,
                        module: module.clone(),
                        segments: leaf.path,
                        test: token.test,
                    });
                }
                at = end;
            } else if let (true, Some(name)) = (defines(token), next) {
                let names = self.defined.entry(module.clone()).or_default();
                names.insert(name.to_string());
                if token.is_word("mod") && tokens[at + 2].is_sign('{') {
                    open.push(closing(tokens, at + 2));
                    module.push(name.to_string());
                    self.modules.insert(module.clone());
                }
                at += 2;
                continue;
            } else if begins_path(tokens, at) {
                let segments = path_at(&tokens[at..]);
                let len = segments.len();
                if len > 1 {
                    written.push(Written {
                        line: token.line,
                        module: module.clone(),
                        segments,
                        test: token.test,
                    });
                    at += 3 * (len - 1);
                }
            }
            at += 1;
        }
        written
    }

    fn bind(&mut self, module: &Module, segments: &[String], name: &str) {
        if name == "*" {
            let globs = self.globs.entry(module.clone()).or_default();
            globs.push(segments.to_vec());
        } else {
            let bound = self.bound.entry(module.clone()).or_default();
            bound.insert(name.to_string(), segments.to_vec());
        }
    }

    /// The module that a path leads to, and the item in it; `None` if it leads out of the crate.
    fn follow(
        &self,
        from: &[String],
        path: &[String],
        depth: usize,
    ) -> Option<(Module, Option<String>)> {
        // Two modules that take all of each other.
        if depth > 8 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let main = from.first().is_some_and(|room| room == MAIN);
        let mut here = match first.as_str() {
            "crate" if main => vec![MAIN.to_string()],
            "crate" => Vec::new(),
            "enregard" if main => Vec::new(),
            "self" => from.to_vec(),
            "super" => from[..from.len().checked_sub(1)?].to_vec(),
            name => match self.step(from, name, depth)? {
                (module, None) => module,
                found => return Some(found),
            },
        };
        for name in rest {
            if name == "super" {
                here.pop()?;
            } else if name == "self" || name == "*" {
                break;
            } else {
                match self.step(&here, name, depth) {
                    Some((module, None)) => here = module,
                    Some(found) => return Some(found),
                    // What a macro defines, or the name is one of another crate's.
                    None => return Some((here, Some(name.clone()))),
                }
            }
        }
        Some((here, None))
    }

    /// One name further from a module.
    fn step(&self, here: &[String], name: &str, depth: usize) -> Option<(Module, Option<String>)> {
        let child = joined(here, name);
        if self.modules.contains(&child) {
            return Some((child, None));
        }
        if self
            .defined
            .get(here)
            .is_some_and(|names| names.contains(name))
        {
            return Some((here.to_vec(), Some(name.to_string())));
        }
        let bound = self.bound.get(here).and_then(|bound| bound.get(name));
        if let Some(path) = bound {
            // `use similar;` binds a name to itself.
            if path.len() == 1 && path[0] == name {
                return None;
            }
            return self.follow(here, path, depth + 1);
        }
        let globs = self.globs.get(here)?;
        globs.iter().find_map(|glob| {
            let (module, _) = self.follow(here, &glob[..glob.len() - 1], depth + 1)?;
            (module != here).then(|| self.step(&module, name, depth + 1))?
        })
    }
}

/// Whether a `use` here is a statement and not the `use<…>` of a type.
fn begins_item(tokens: &[Token], at: usize) -> bool {
    !tokens.get(at + 1).is_some_and(|next| next.is_sign('<'))
}

/// The distance to the `;` that ends a statement.
fn statement(tokens: &[Token]) -> usize {
    let end = tokens.iter().position(|token| token.is_sign(';'));
    end.unwrap_or(tokens.len() - 1)
}

fn defines(token: &Token) -> bool {
    const KEYWORDS: [&str; 10] = [
        "struct",
        "enum",
        "union",
        "trait",
        "fn",
        "const",
        "static",
        "type",
        "mod",
        "macro_rules",
    ];
    KEYWORDS.iter().any(|keyword| token.is_word(keyword))
}

/// Whether a path begins here, not the middle of one and not where something may be seen (`pub(in crate::words)`).
fn begins_path(tokens: &[Token], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map(|at| &tokens[at]);
    let colon = |n: usize| before(n).is_some_and(|token| token.is_sign(':'));
    tokens[at].word().is_some()
        && !(colon(1) && colon(2))
        && !before(1).is_some_and(|token| {
            token.is_sign('.') || token.is_word("in") && before(2).is_some_and(|t| t.is_sign('('))
        })
}

/// The names of the path that begins here.
fn path_at(tokens: &[Token]) -> Vec<String> {
    let mut segments = Vec::new();
    let mut at = 0;
    while let Some(word) = tokens.get(at).and_then(Token::word) {
        segments.push(word.to_string());
        let colons = tokens.get(at + 1..at + 3);
        if !colons.is_some_and(|two| two.iter().all(|token| token.is_sign(':'))) {
            break;
        }
        at += 3;
    }
    segments
}

/// A leaf of the tree of a `use`.
struct Leaf {
    path: Vec<String>,
    /// What it is called here.
    name: String,
    line: usize,
}

/// Adds the leaves of a tree that hangs on the path `stem`: the names that no `::` follows.
fn add_leaves(tokens: &[Token], stem: &[String], leaves: &mut Vec<Leaf>) {
    let mut path = stem.to_vec();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let colons = tokens.get(at + 1).is_some_and(|next| next.is_sign(':'));
        match &token.kind {
            Kind::Sign(',') => path.truncate(stem.len()),
            Kind::Sign('{') => {
                let end = closing(tokens, at);
                add_leaves(&tokens[at + 1..end], &path, leaves);
                at = end;
            }
            Kind::Word(word) if word == "as" => {
                at += 1;
                if let (Some(leaf), Some(name)) = (leaves.last_mut(), tokens[at].word()) {
                    leaf.name = name.to_string();
                }
            }
            Kind::Word(word) if colons => path.push(word.clone()),
            Kind::Word(_) | Kind::Sign('*') => {
                let name = token.word().unwrap_or("*");
                let mut leaf = Leaf {
                    path: path.clone(),
                    name: name.to_string(),
                    line: token.line,
                };
                // `{self}` is what stands before the braces.
                match path.last() {
                    Some(last) if name == "self" => leaf.name = last.clone(),
                    _ => leaf.path.push(name.to_string()),
                }
                leaves.push(leaf);
            }
            _ => {}
        }
        at += 1;
    }
}

/// The imports of a made crate, a line each.
fn crate_of(sources: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<File> = sources
        .iter()
        .map(|(name, source)| File {
            name: (*name).to_string(),
            module: module_of(name),
            tokens: tokens(source),
            test: false,
        })
        .collect();
    let shown = imports(&files).into_iter().map(|import| {
        let item = import.item.unwrap_or_default();
        let test = if import.test { " test" } else { "" };
        format!(
            "{}:{} {}.{item}{test}",
            import.file,
            import.line,
            import.to.join("/")
        )
    });
    shown.collect()
}

#[test]
fn nested_and_inline_paths_are_found() {
    let found = crate_of(&[
        (
            "src/lib.rs",
            "pub mod a; mod b;\npub use a::c::Deep as Shallow;",
        ),
        ("src/a/mod.rs", "mod c; pub use c::*; pub fn f() {}"),
        (
            "src/a/c.rs",
            "pub struct Deep;\nimpl super::T for crate::b::B {}",
        ),
        (
            "src/b.rs",
            "use crate::{Shallow,\n a::{self, c::{Deep, other as o}, f}};\nuse std::fmt;\nfn g() { a::Deep; fmt::x(); }\n#[cfg(test)]\nmod tests { use super::super::a::f; }",
        ),
    ]);
    let expected = [
        "src/lib.rs:2 a/c.Deep",
        "src/a/mod.rs:1 a/c.",
        "src/a/c.rs:2 a.T",
        "src/a/c.rs:2 b.B",
        "src/b.rs:1 a/c.Deep",
        "src/b.rs:2 a.",
        "src/b.rs:2 a/c.Deep",
        "src/b.rs:2 a/c.other",
        "src/b.rs:2 a.f",
        "src/b.rs:4 a/c.Deep",
        "src/b.rs:6 a.f test",
    ];
    assert_eq!(found, expected);
}
