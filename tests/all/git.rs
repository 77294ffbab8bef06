//! Git, used for real: a repository of prose in a temporary folder.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::Command;

use tempfile::TempDir;

const ENREGARD: &str = env!("CARGO_BIN_EXE_enregard");

struct Repository(TempDir);

impl Repository {
    /// A chapter, committed; git calls us for texts.
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.git(&["init", "-q", "-b", "main"]);
        repository.put(".gitattributes", b"*.txt diff=enregard\n");
        repository.put("chapitre un.txt", CHAPTER.as_bytes());
        repository.commit();
        repository
    }

    fn put(&self, name: &str, content: &[u8]) {
        fs::write(self.0.path().join(name), content).unwrap();
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "texte"]);
    }

    /// What git prints; it must succeed.
    fn git(&self, arguments: &[&str]) -> String {
        let out = Command::new("git")
            .env("XDG_DATA_DIRS", crate::NO_DATA)
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args(["-c", "core.quotepath=off", "-c", "core.autocrlf=false"])
            .arg("-c")
            .arg(format!("diff.enregard.command='{ENREGARD}' git-diff"))
            .arg("-c")
            .arg(format!(
                "difftool.enregard.cmd='{ENREGARD}' \"$LOCAL\" \"$REMOTE\""
            ))
            .args(arguments)
            .current_dir(self.0.path())
            .env("COLUMNS", "80")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env_remove("GIT_EXTERNAL_DIFF")
            .env_remove("GIT_PAGER_IN_USE")
            .output()
            .unwrap();
        let stderr = String::from_utf8(out.stderr).unwrap();
        assert!(out.status.success(), "git {arguments:?}: {stderr}");
        String::from_utf8(out.stdout).unwrap()
    }
}

const CHAPTER: &str =
    "Les mesures principales sont prises. Le dialogue reprend entre les deux pays voisins.\n";

#[test]
fn a_changed_text_is_compared() {
    let repository = Repository::new();
    assert_eq!(repository.git(&["diff"]), "");
    repository.put(
        "chapitre un.txt",
        CHAPTER.replace("principales", "majeures").as_bytes(),
    );
    let shown = repository.git(&["diff"]);
    for part in [
        "chapitre un.txt\n",
        "chapitre un.txt (working tree)",
        "⌊principales⌋",
        "⌊majeures⌋",
        "1 wording",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains("@@"), "{shown}");
    repository.commit();
    let log = repository.git(&["log", "-1", "-p", "--ext-diff"]);
    assert!(log.contains("⌊majeures⌋"), "{log}");
    let tool = repository.git(&["difftool", "-y", "-t", "enregard", "HEAD~1"]);
    assert!(tool.contains("⌊majeures⌋"), "{tool}");
}

#[test]
fn what_is_the_same_is_folded() {
    let repository = Repository::new();
    let sentences = |changed: &str| -> String {
        let sentence = |c| {
            let is = if c == 'u' { changed } else { "blanche" };
            format!("La page de {c}erne est {is}. ")
        };
        ('a'..='z').map(sentence).collect()
    };
    repository.put("long.txt", sentences("blanche").as_bytes());
    repository.git(&["add", "-A"]);
    repository.commit();
    repository.put("long.txt", sentences("noire").as_bytes());
    let shown = repository.git(&["diff"]);
    assert!(shown.contains("… 17 sentences the same …"), "{shown}");
    let folder = crate::cli::Folder::new();
    folder.put("old.txt", sentences("blanche"));
    folder.put("new.txt", sentences("noire"));
    let change = "git-diff long.txt old.txt 1a 100644 new.txt 2b 100644";
    for view in ["inline", "side", "table"] {
        let shown = folder
            .run(&format!("{change} --view {view} --width 200"))
            .stdout;
        assert!(
            shown.contains("… 17 sentences the same …"),
            "{view}: {shown}"
        );
    }
    let whole = folder.run(&format!("{change} --fold=never")).stdout;
    assert!(!whole.contains("the same …"), "{whole}");
    assert!(
        shown.contains("rerne") && !shown.contains("qerne"),
        "{shown}"
    );
    repository.put(
        "long.txt",
        sentences("blanche").replace(' ', "\n").as_bytes(),
    );
    let shown = repository.git(&["diff"]);
    assert!(
        shown.contains("A and B are the same text: 26 sentences; only"),
        "{shown}"
    );
}

#[test]
fn the_exit_code_says_whether_the_texts_differ() {
    let folder = crate::cli::Folder::new();
    folder.put(
        "c.txt",
        folder.get("a.txt").replace("principales", "PRINCIPALES"),
    );
    let code = |options: &str, old: &str, new: &str| {
        let run = folder.run(&format!(
            "git-diff {options} t.txt {old} 12 100644 {new} 34 100644"
        ));
        run.code
    };
    assert_eq!(code("--exit-code", "a.txt", "b.txt"), Some(1));
    assert_eq!(code("", "a.txt", "b.txt"), Some(0));
    assert_eq!(code("--exit-code", "a.txt", "a.txt"), Some(0));
    assert_eq!(code("--exit-code", "a.txt", "c.txt"), Some(1));
    assert_eq!(code("--exit-code --ignore case", "a.txt", "c.txt"), Some(0));
    assert_eq!(code("--exit-code", "a.txt", "/dev/null"), Some(1));
    assert_eq!(code("--exit-code", "a.txt", "none.txt"), Some(1));
}

#[test]
fn new_deleted_renamed_binary_and_empty_files_do_not_stop_git() {
    let repository = Repository::new();
    repository.put("nouveau.txt", "Un texte nouveau est né.\n".as_bytes());
    repository.put("vide.txt", b"");
    repository.put("image.txt", b"\x89PNG\r\n\x1a\n\0\0");
    repository.git(&["mv", "chapitre un.txt", "chapitre 1.txt"]);
    repository.put(
        "chapitre 1.txt",
        format!("{CHAPTER}Une phrase de plus est venue.\n").as_bytes(),
    );
    repository.git(&["add", "-A"]);
    let shown = repository.git(&["diff", "--cached", "-M10%"]);
    for part in [
        "nouveau.txt (new)",
        "Un texte nouveau est né.",
        "chapitre un.txt → chapitre 1.txt, similarity index",
        "{Une phrase de plus est venue.}",
        "image.txt (new)\n\nnot compared: image.txt: ",
        "vide.txt (new)",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    repository.commit();
    fs::remove_file(repository.0.path().join("nouveau.txt")).unwrap();
    let shown = repository.git(&["diff"]);
    assert!(shown.contains("nouveau.txt (deleted)"), "{shown}");
}

#[test]
fn a_conflict_is_named() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "-b", "autre"]);
    repository.put("chapitre un.txt", b"Un.\n");
    repository.commit();
    repository.git(&["checkout", "-q", "main"]);
    repository.put("chapitre un.txt", b"Deux.\n");
    repository.commit();
    // A merge with a conflict ends in trouble, which is what is wanted here.
    let merge = "alias.try=!git merge -q autre || true";
    repository.git(&["-c", merge, "try"]);
    let shown = repository.git(&["diff", "--cached"]);
    assert!(shown.contains("chapitre un.txt: unmerged"), "{shown}");
}

#[test]
fn other_numbers_of_arguments_are_trouble() {
    let out = Command::new(ENREGARD)
        .args(["git-diff", "a", "b"])
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2));
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("7 or 9 arguments (2 were given)"), "{said}");
}
