//! What the command says of itself, and of options that cannot be.

use super::Folder;

#[test]
fn alone_it_says_what_to_do() {
    let folder = Folder::new();
    let said = folder.trouble("");
    assert!(
        said.contains("enregard A.txt B.txt") && said.contains("--help"),
        "{said}"
    );
    assert_eq!(
        folder.trouble("a.txt"),
        "enregard: one file is named, two are needed: enregard a.txt OTHER\n"
    );
    assert_eq!(
        folder.trouble("a.txt b.txt a.txt --base D"),
        "enregard: --base D: no file is called D; they are A, B, C\n"
    );
}

#[test]
fn help_and_version() {
    let folder = Folder::new();
    let short = folder.run("-h");
    assert_eq!((short.code, short.stderr.as_str()), (Some(0), ""));
    assert!(
        short.stdout.contains("Usage: enregard [OPTIONS] A B"),
        "{}",
        short.stdout
    );
    let long = folder.run("--help").stdout;
    for part in [
        "Examples:",
        "Exit codes:",
        "./segment",
        "--encoding",
        "segment",
    ] {
        assert!(long.contains(part), "{part}");
    }
    let version = folder.run("--version").stdout;
    assert_eq!(
        version,
        concat!("enregard ", env!("CARGO_PKG_VERSION"), "\n")
    );
    assert!(
        folder
            .run("segment --help")
            .stdout
            .contains("enregard segment")
    );
}

#[test]
fn bad_options_are_trouble() {
    let folder = Folder::new();
    for (arguments, part) in [
        ("a.txt b.txt --colour never", "'--color'"),
        ("a.txt b.txt --color red", "auto, always, never"),
        (
            "a.txt b.txt --unit word",
            "clause, sentence, line, paragraph",
        ),
        ("a.txt b.txt --view wide", "auto, side, stacked"),
        ("a.txt b.txt --format xls", "csv, tsv, json"),
        ("a.txt b.txt --width 3", "20.."),
        (
            "a.txt b.txt --encoding klingon",
            "no encoding is called `klingon`",
        ),
        (
            "a.txt b.txt --encoding C=mac",
            "--encoding C=mac: no file is called C; they are A, B",
        ),
        (
            "a.txt b.txt --lang x1",
            "--lang x1: no code of a language, such as fr or pt-BR, nor auto",
        ),
        (
            "a.txt b.txt --lang C=fr",
            "--lang C=fr: no file is called C; they are A, B",
        ),
        ("a.txt b.txt --sigla M", "--sigla names 1 of 2 files"),
        ("a.txt b.txt --sigla M,M", "--sigla: `M` stands twice"),
        ("a.txt b.txt --sigla M,", "--sigla: `` is not a short name"),
        (
            "a.txt b.txt --sigla M,N=O",
            "--sigla M,N=O: some of them say whose they are, and some do not",
        ),
        (
            "a.txt b.txt --tmx-lang A=f<r",
            "--tmx-lang: `f<r` is not a language tag",
        ),
        ("a.txt b.txt --tmx-lang C=fr", "no file is called C"),
        ("- -", "standard input (-) can be only one of the files"),
        ("segment", "<FILE>"),
    ] {
        let said = folder.trouble(arguments);
        assert!(said.contains(part), "{arguments}: {said}");
    }
}

#[test]
fn the_legend_stands_alone() {
    let run = Folder::new().run("--legend");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.lines().count() > 5, "{}", run.stdout);
}
