//! The command: exit codes, messages, options, files written.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const FIRST: &str =
    "Les mesures principales sont prises. Le dialogue reprend entre les deux pays voisins.\n";
const SECOND: &str =
    "Les mesures majeures sont prises. Le dialogue reprend entre les deux pays voisins.\n";

/// What a run of the command came to.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// A folder with files, in which the command is run.
pub struct Folder(TempDir);

impl Folder {
    /// A folder with `a.txt` and `b.txt`, two renderings that differ in a word.
    pub fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        folder.put("a.txt", FIRST);
        folder.put("b.txt", SECOND);
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), content).expect("a file");
    }

    pub fn get(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("a file")
    }

    /// The names of all files, sorted.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path())
            .expect("a folder")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    pub fn command(&self, arguments: &str) -> Command {
        let mut command = crate::enregard();
        command
            .args(arguments.split_whitespace())
            .current_dir(self.path());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
            command.env_remove(name);
        }
        command
            .env("COLUMNS", "80")
            .env("XDG_CONFIG_HOME", self.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs the command with arguments that have no spaces.
    pub fn run(&self, arguments: &str) -> Run {
        finish(&mut self.command(arguments))
    }

    /// Runs the command with `input` on standard input.
    fn run_with(&self, arguments: &str, input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        // It may end before it has read everything.
        let _ = child.stdin.take().expect("piped").write_all(input);
        let output = child.wait_with_output().expect("the command ends");
        decoded(output)
    }

    /// The message of a run that must end in trouble.
    pub fn trouble(&self, arguments: &str) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {run:?}");
        assert_eq!(run.stdout, "", "{arguments}");
        run.stderr
    }
}

pub fn finish(command: &mut Command) -> Run {
    decoded(command.output().expect("the command runs"))
}

fn decoded(output: std::process::Output) -> Run {
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

#[test]
fn two_files_are_shown_with_a_summary() {
    let run = Folder::new().run("a.txt b.txt");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for part in ["a.txt", "b.txt", "⌊principales⌋", "⌊majeures⌋", "1 wording"] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    assert!(!run.stdout.contains('\u{1B}'));
}

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
        folder.trouble("a.txt b.txt a.txt"),
        "enregard: 3 files are named; two are compared at a time for now\n"
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
        ("a.txt b.txt --sigla M,", "--sigla: `` is no short name"),
        (
            "a.txt b.txt --sigla M,N=O",
            "--sigla: `N=O` is no short name",
        ),
        (
            "a.txt b.txt --tmx-lang A=f<r",
            "--tmx-lang: `f<r` is no language tag",
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
fn files_that_cannot_be_read_are_trouble() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("folder")).expect("a folder");
    folder.put("nul.bin", b"a\0b");
    folder.put("latin.txt", b"\xE9t\xE9 \xC3\xA9 \xC3\xA9 \xC3\xA9");
    folder.put("book.pdf", b"%PDF-1.4\n");
    for (name, part) in [
        ("none.txt", "none.txt: no such file"),
        ("folder", "folder: is a directory"),
        (
            "nul.bin",
            "nul.bin: is binary, not text: NUL at line 1, byte offset 1",
        ),
        (
            "latin.txt",
            "latin.txt: line 1, byte offset 0: byte 0xE9 is not UTF-8; name the encoding with --encoding",
        ),
        (
            "book.pdf",
            "book.pdf: is a PDF document, not plain text; extract its text: pdftotext",
        ),
    ] {
        for arguments in [
            format!("{name} a.txt"),
            format!("a.txt {name}"),
            format!("segment {name}"),
        ] {
            let said = folder.trouble(&arguments);
            assert!(said.starts_with(&format!("enregard: {part}")), "{said}");
        }
    }
    // Of two the first is told, in whatever order they are read.
    assert_eq!(
        folder.trouble("none.txt nul.bin"),
        "enregard: none.txt: no such file\n"
    );
}

#[test]
fn results_that_are_none_have_a_note() {
    let folder = Folder::new();
    folder.put("empty.txt", "");
    folder.put("blank.txt", " \n\n");
    folder.put("other.txt", "Quarante-deux zèbres galopaient.\n");
    for (arguments, part) in [
        ("a.txt empty.txt", "enregard: note: empty.txt: is empty\n"),
        ("empty.txt a.txt", "enregard: note: empty.txt: is empty\n"),
        ("empty.txt empty.txt", "A and B are the same text"),
        (
            "a.txt blank.txt",
            "enregard: note: blank.txt: holds nothing but white space\n",
        ),
        ("a.txt a.txt", "enregard: note: A and B are the same text\n"),
        (
            "a.txt other.txt --lang fr",
            "enregard: note: A and B have nothing in common that could be aligned\n",
        ),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments}: {run:?}");
        assert!(run.stderr.contains(part), "{arguments}: {}", run.stderr);
        for format in [
            "csv", "tsv", "json", "jsonl", "markdown", "vecalign", "ladder",
        ] {
            let run = folder.run(&format!("{arguments} --format {format}"));
            assert_eq!(run.code, Some(0), "{arguments} {format}: {run:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn dev_null_is_an_empty_text() {
    let run = Folder::new().run("a.txt /dev/null");
    assert_eq!(run.code, Some(0));
    assert!(run.stderr.contains("/dev/null: is empty"), "{}", run.stderr);
}

#[test]
fn encodings_a_file() {
    let folder = Folder::new();
    folder.put("mac.txt", b"L'\x8Et\x8E fut court.");
    folder.put("1252.txt", b"L'\xE9t\xE9 fut court.");
    let text = |arguments: &str| {
        let run = folder.run(&format!("{arguments} --lang fr --format csv"));
        assert_eq!(run.code, Some(0), "{run:?}");
        run.stdout
    };
    let row = "L'été fut court.,1,L'été fut court.";
    assert!(text("mac.txt 1252.txt --encoding A=macroman").contains(row));
    assert!(text("mac.txt 1252.txt --encoding macroman --encoding B=cp1252").contains(row));
    assert!(text("mac.txt 1252.txt --encoding M=macroman --sigla M,N").contains(row));
    let said = folder.trouble("mac.txt 1252.txt");
    assert!(said.contains("(perhaps macintosh)"), "{said}");
    let lossy = folder
        .run("mac.txt 1252.txt --lossy --lang fr --quiet --format csv")
        .stdout;
    assert!(lossy.contains("L'\u{FFFD}t\u{FFFD} fut court."), "{lossy}");
    let notes = folder.run("mac.txt 1252.txt --lossy --lang fr").stderr;
    assert!(
        notes.contains("mac.txt: 2 places are not UTF-8 and became U+FFFD, the first in line 1"),
        "{notes}"
    );
    assert!(
        notes.contains("1252.txt: is not UTF-8; read as windows-1252"),
        "{notes}"
    );
}

#[test]
fn languages_a_file() {
    let folder = Folder::new();
    let languages = |arguments: &str| {
        let run = folder.run(&format!("a.txt b.txt -q --format json {arguments}"));
        let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        [0, 1].map(|w| {
            json["witnesses"][w]["language"]
                .as_str()
                .expect("a code")
                .to_owned()
        })
    };
    assert_eq!(languages(""), ["fr", "fr"]);
    assert_eq!(languages("--lang auto"), ["fr", "fr"]);
    assert_eq!(languages("--lang de"), ["de", "de"]);
    assert_eq!(languages("--lang B=it --lang de"), ["de", "it"]);
    assert_eq!(languages("--lang de --lang A=auto"), ["fr", "de"]);
    assert_eq!(languages("--lang de --lang en"), ["en", "en"]);
    let run = folder.run("a.txt b.txt --lang B=it");
    assert!(run.stderr.contains("A is in fr, B in it"), "{}", run.stderr);
}

#[test]
fn standard_input_is_one_of_the_files() {
    let folder = Folder::new();
    let expected = folder.run("a.txt b.txt --format vecalign").stdout;
    assert_eq!(
        folder
            .run_with("- b.txt --format vecalign", FIRST.as_bytes())
            .stdout,
        expected
    );
    assert_eq!(
        folder
            .run_with("a.txt - --format vecalign", SECOND.as_bytes())
            .stdout,
        expected
    );
    let run = folder.run_with("a.txt -", b"%PDF-1.4");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.starts_with("enregard: standard input: is a PDF"),
        "{}",
        run.stderr
    );
    let run = folder.run_with("a.txt -", b"");
    assert!(
        run.stderr.contains("standard input: is empty"),
        "{}",
        run.stderr
    );
}

#[test]
fn commands_and_files_of_their_names() {
    let folder = Folder::new();
    folder.put("segment", FIRST);
    let compared = |arguments: &str| folder.run(arguments).stdout.contains("⌊majeures⌋");
    assert!(compared("./segment b.txt"));
    assert!(compared("b.txt segment"));
    assert!(compared("--lossy segment b.txt"));
    assert!(
        folder
            .run("segment b.txt")
            .stdout
            .starts_with("unit\tchars")
    );
}

#[test]
fn exit_code_tells_whether_texts_differ() {
    let folder = Folder::new();
    folder.put("quotes.txt", "L'été fut court.\n");
    folder.put("curly.txt", "L’été fut court.\n");
    folder.put(
        "longer.txt",
        format!("{FIRST}\nLa suite paraîtra demain matin.\n"),
    );
    folder.put(
        "skip.txt",
        format!("date 2020-09 Temps de lecture estimé : 2 minutes\n\n{FIRST}"),
    );
    for (arguments, code) in [
        ("a.txt a.txt", 0),
        ("skip.txt skip.txt", 0),
        ("a.txt b.txt", 1),
        ("quotes.txt curly.txt", 1),
        ("a.txt longer.txt", 1),
        ("longer.txt a.txt", 1),
        ("a.txt skip.txt", 0),
        ("a.txt none.txt", 2),
    ] {
        for more in ["", " --quiet", " --format vecalign", " --unit clause"] {
            let run = folder.run(&format!("{arguments} --lang fr --exit-code{more}"));
            assert_eq!(run.code, Some(code), "{arguments}{more}: {run:?}");
        }
        if code == 1 {
            assert_eq!(
                folder.run(&format!("{arguments} --lang fr")).code,
                Some(0),
                "{arguments}"
            );
        }
    }
    // Lines are compared one and all, but blank ones have nothing to differ in.
    assert_eq!(
        folder
            .run("longer.txt longer.txt --unit line --exit-code")
            .code,
        Some(0)
    );
}

#[test]
fn quiet_prints_nothing_but_what_is_asked_for() {
    let folder = Folder::new();
    folder.put("empty.txt", "");
    for arguments in [
        "a.txt b.txt -q",
        "a.txt empty.txt --quiet",
        "a.txt b.txt -q --view side --legend",
    ] {
        let run = folder.run(arguments);
        assert_eq!(
            (run.code, run.stdout.as_str(), run.stderr.as_str()),
            (Some(0), "", ""),
            "{arguments}"
        );
    }
    let run = folder.run("a.txt b.txt -q --format vecalign -o t.csv");
    assert_eq!((run.stdout.lines().count(), run.stderr.as_str()), (2, ""));
    assert!(folder.get("t.csv").starts_with("row,kind,"));
}

#[test]
fn with_a_table_the_summary_goes_to_stderr_and_the_view_must_be_asked_for() {
    let folder = Folder::new();
    let run = folder.run("a.txt b.txt -o t.csv");
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("1 wording"), "{}", run.stderr);
    let run = folder.run("a.txt b.txt --format csv");
    assert_eq!(run.stdout, folder.get("t.csv"));
    assert!(run.stderr.contains("1 wording"), "{}", run.stderr);
    let run = folder.run("a.txt b.txt -o t.csv --view stacked");
    assert!(
        run.stdout.contains("⌊majeures⌋") && !run.stdout.contains("1 wording"),
        "{}",
        run.stdout
    );
    // Formats without words do not compute them.
    let run = folder.run("a.txt b.txt --format vecalign");
    assert!(
        run.stderr.contains("2 beads") && !run.stderr.contains("wording"),
        "{}",
        run.stderr
    );
}

#[test]
fn several_files_are_written_in_one_run() {
    let folder = Folder::new();
    let run =
        folder.run("a.txt b.txt -o t.csv -o t.json -o vecalign:lines.txt -o md:notes -o t.TSV");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(
        folder.names(),
        [
            "a.txt",
            "b.txt",
            "lines.txt",
            "notes",
            "t.TSV",
            "t.csv",
            "t.json"
        ]
    );
    assert!(folder.get("t.csv").starts_with("row,kind,"));
    assert!(folder.get("t.TSV").starts_with("row\tkind\t"));
    assert!(
        folder
            .get("t.json")
            .starts_with("{\"schema\":\"enregard/1\"")
    );
    assert!(folder.get("notes").starts_with("| row |"));
    assert!(folder.get("lines.txt").starts_with("[0]:[0]:"));
}

#[test]
fn csv_for_spreadsheets() {
    let folder = Folder::new();
    folder.put("sum.txt", "=1+1\n");
    let csv = |more: &str| {
        folder
            .run(&format!("sum.txt b.txt --lang fr --format csv {more}"))
            .stdout
    };
    assert!(csv("").starts_with("row,") && csv("").contains(",=1+1,"));
    assert!(csv("--csv-bom").starts_with("\u{FEFF}row,"));
    assert!(csv("--csv-guard").contains(",'=1+1,"));
}

#[test]
fn language_tags_of_tmx() {
    let run = Folder::new().run("a.txt b.txt --format tmx --tmx-lang A=fr-FR,B=fr-CA");
    for tag in ["xml:lang=\"fr-FR\"", "xml:lang=\"fr-CA\""] {
        assert!(run.stdout.contains(tag), "{}", run.stdout);
    }
}

#[test]
fn targets_that_cannot_be_written_are_named_before_anything_is_read() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("folder.csv")).expect("a folder");
    folder.put("kept.csv", "old");
    let mut permissions = fs::metadata(folder.path().join("kept.csv"))
        .expect("metadata")
        .permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.path().join("kept.csv"), permissions).expect("permissions");
    for (target, part) in [
        (
            "t.txt",
            "-o t.txt: the name does not say which format is meant; put it before the name, as in csv:t.txt; formats: csv, tsv, json,",
        ),
        ("csv", "-o csv: the name does not say which format"),
        (
            "xls:t.csv",
            "-o xls:t.csv: no format is called `xls`; they are csv, tsv, json,",
        ),
        ("csv:", "the name of the file is missing"),
        ("csv:-", "use --format csv for standard output"),
        (
            "none/t.csv",
            "none/t.csv: cannot be written: there is no folder none",
        ),
        (
            "folder.csv",
            "folder.csv: cannot be written: it is a directory",
        ),
        ("kept.csv", "kept.csv: cannot be written: it is read-only"),
        (
            "csv:a.txt",
            "-o a.txt: is one of the files compared, which are never written",
        ),
        (
            "csv:./b.txt",
            "-o ./b.txt: is one of the files compared, which are never written",
        ),
        (
            "t.csv -o json:./t.csv",
            "-o ./t.csv: the same file is named twice",
        ),
    ] {
        let said = folder.trouble(&format!("a.txt b.txt -o {target}"));
        assert!(said.contains(part), "{target}: {said}");
        // A file that is missing is not even looked for.
        assert_eq!(folder.trouble(&format!("a.txt b.txt -o {target}")), said);
    }
    assert_eq!(folder.get("kept.csv"), "old");
    assert_eq!(folder.get("a.txt"), FIRST);
    assert_eq!(folder.names(), ["a.txt", "b.txt", "folder.csv", "kept.csv"]);
}

#[test]
fn a_run_that_fails_leaves_what_was_there() {
    let folder = Folder::new();
    folder.put("t.csv", "old");
    folder.trouble("a.txt none.txt -o t.csv -o new.json");
    assert_eq!(folder.get("t.csv"), "old");
    assert_eq!(folder.names(), ["a.txt", "b.txt", "t.csv"]);
}

#[cfg(target_os = "linux")]
#[test]
fn when_one_target_fails_none_is_written() {
    let folder = Folder::new();
    folder.put("t.csv", "old");
    let said = folder.trouble("a.txt b.txt -q -o t.csv -o json:/dev/full");
    assert!(
        said.contains("/dev/full: cannot be written: No space left"),
        "{said}"
    );
    assert_eq!(folder.get("t.csv"), "old");
    assert_eq!(folder.names(), ["a.txt", "b.txt", "t.csv"]);
}

#[cfg(unix)]
#[test]
fn devices_links_and_permissions_are_respected() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    assert_eq!(folder.run("a.txt b.txt -q -o csv:/dev/null").code, Some(0));
    assert!(!fs::metadata("/dev/null").expect("metadata").is_file());
    let run = folder.run("a.txt b.txt -q -o csv:/dev/stdout");
    assert!(run.stdout.starts_with("row,kind,"), "{}", run.stdout);

    folder.put("real.csv", "old");
    let real = folder.path().join("real.csv");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink("real.csv", folder.path().join("link.csv")).expect("a link");
    assert_eq!(folder.run("a.txt b.txt -q -o link.csv").code, Some(0));
    let link = fs::symlink_metadata(folder.path().join("link.csv")).expect("metadata");
    assert!(link.is_symlink());
    assert!(folder.get("real.csv").starts_with("row,kind,"));
    assert_eq!(
        fs::metadata(&real).expect("metadata").permissions().mode() & 0o777,
        0o640
    );

    // A new file has the permissions of any new file, not those of a temporary one.
    folder.put("plain", "");
    folder.run("a.txt b.txt -q -o new.csv");
    let mode = |name| {
        fs::metadata(folder.path().join(name))
            .expect("metadata")
            .permissions()
            .mode()
    };
    assert_eq!(mode("new.csv"), mode("plain"));
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_fails_is_trouble_but_a_closed_pipe_is_none() {
    let folder = Folder::new();
    for arguments in [
        "a.txt b.txt -q --format csv",
        "a.txt b.txt",
        "segment a.txt",
        "--legend",
    ] {
        let full = fs::File::options()
            .write(true)
            .open("/dev/full")
            .expect("/dev/full");
        let run = finish(folder.command(arguments).stdout(full));
        assert_eq!(run.code, Some(2), "{arguments}");
        assert!(
            run.stderr
                .contains("standard output: cannot be written: No space left"),
            "{}",
            run.stderr
        );

        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let run = finish(folder.command(arguments).stdout(writer));
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (Some(0), ""),
            "{arguments}"
        );
    }
}

#[test]
fn colour_is_resolved_from_option_environment_and_terminal() {
    let folder = Folder::new();
    let coloured = |option: &str, variables: &[(&str, &str)]| {
        let mut command = folder.command(&format!("a.txt b.txt {option}"));
        let run = finish(command.envs(variables.iter().copied()));
        assert_eq!(run.code, Some(0), "{run:?}");
        run.stdout.contains("\u{1B}[")
    };
    assert!(!coloured("", &[]), "a pipe is no terminal");
    assert!(coloured("--color always", &[]));
    assert!(coloured("--color=always", &[("NO_COLOR", "1")]));
    assert!(coloured("", &[("CLICOLOR_FORCE", "1")]));
    assert!(coloured("", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]));
    assert!(!coloured("", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured("--color never", &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured("", &[("CLICOLOR", "1")]));
}

#[test]
fn width_and_view() {
    let folder = Folder::new();
    let widest = |stdout: &str| stdout.lines().map(|l| l.chars().count()).max();
    let side = folder.run("a.txt b.txt --width 100").stdout;
    assert!(side.contains('│'), "{side}");
    let stacked = folder.run("a.txt b.txt --width 99").stdout;
    assert!(!stacked.contains('│'), "{stacked}");
    assert!(folder.run("a.txt b.txt --view side").stdout.contains('│'));
    assert!(
        !folder
            .run("a.txt b.txt --view stacked --width 120")
            .stdout
            .contains('│')
    );
    assert!(
        folder
            .run("a.txt b.txt --view auto --width 120")
            .stdout
            .contains('│')
    );
    let narrow = folder.run("a.txt b.txt --width 40").stdout;
    assert!(widest(&narrow) <= Some(40), "{narrow}");
    let mut command = folder.command("a.txt b.txt");
    let by_columns = finish(command.env("COLUMNS", "40")).stdout;
    assert_eq!(by_columns, narrow);
    let mut command = folder.command("a.txt b.txt --width 100");
    assert_eq!(finish(command.env("COLUMNS", "40")).stdout, side);
}

#[test]
fn what_is_quiet_can_be_shown() {
    let folder = Folder::new();
    folder.put(
        "dated.txt",
        format!("date 2020-09 Temps de lecture estimé : 2 minutes et demie\n\n{FIRST}"),
    );
    folder.put("curly.txt", FIRST.replace("Les mesures", "« Les mesures »"));
    let shown = |arguments: &str, part: &str| folder.run(arguments).stdout.contains(part);
    let text = "minutes et demie";
    assert!(shown(
        "dated.txt b.txt --show-skipped --lang fr --width 200",
        text
    ));
    assert!(shown(
        "dated.txt b.txt --legend --lang fr",
        "steer the terminal"
    ));
    assert!(!shown("dated.txt b.txt --lang fr", "steer the terminal"));
    let plain = folder.run("a.txt curly.txt").stdout;
    let marked = folder.run("a.txt curly.txt --show-typographic").stdout;
    assert_ne!(plain, marked);
}

#[test]
fn ignored_classes_are_neither_marked_nor_counted() {
    let folder = Folder::new();
    let whole = folder.run("a.txt b.txt --lang fr --exit-code --width 120");
    assert_eq!(whole.code, Some(1));
    assert!(whole.stdout.contains("1 wording"), "{}", whole.stdout);
    assert!(!whole.stdout.contains("100 %  "), "{}", whole.stdout);
    let run = folder.run("a.txt b.txt --lang fr --exit-code --width 120 --ignore wording,case");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(
        !run.stdout.contains("wording") && !run.stdout.contains('⌊'),
        "{}",
        run.stdout
    );
    let run = folder.run("a.txt b.txt --lang fr --ignore wording --format csv -q");
    let row = run.stdout.lines().nth(1).unwrap_or_default();
    assert!(row.contains(",1.0000,") && !row.contains('→'), "{row}");
    let run = folder.run("a.txt b.txt --ignore nonsense");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("typographic"), "{}", run.stderr);
}

#[test]
fn figures_for_people_and_programs() {
    let folder = Folder::new();
    let run = folder.run("a.txt b.txt --lang fr --stats");
    assert!(
        run.stdout.contains("principales -> majeures  (1)"),
        "{}",
        run.stdout
    );
    assert!(
        !run.stdout.contains('⌊') && run.stderr.contains("1 wording"),
        "{run:?}"
    );
    let run = folder.run("a.txt b.txt --lang fr --stats=json -q");
    let figures: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(figures["witnesses"][0]["words"], 13);
    assert_eq!(figures["witnesses"][0]["sentences"], 2);
    // All but one word of each text.
    assert_eq!(figures["agreement"]["words"], 26);
    assert_eq!(figures["agreement"]["wording"], 2);
    assert_eq!(figures["substitutions"][0]["b"], "majeures");
    assert_eq!(figures["substitutions"][0]["rows"], serde_json::json!([1]));
}

#[test]
fn facts_that_differ_are_flagged() {
    let folder = Folder::new();
    folder.put(
        "a.txt",
        "Le traité de paix fut signé en 1972 par les deux pays voisins.\n",
    );
    folder.put(
        "b.txt",
        "Le traité de paix ne fut pas signé en 1973 par les deux pays voisins.\n",
    );
    let run = folder.run("a.txt b.txt --lang fr --width 120");
    assert!(
        run.stdout.contains("⚑1972") && run.stdout.contains("⚑ne"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("2 facts differ: 1 number, 1 negation"),
        "{}",
        run.stdout
    );
    let run = folder.run("a.txt b.txt --lang fr --view inline --width 120");
    assert!(run.stdout.contains("⚑1972"), "{}", run.stdout);
    let run = folder.run("a.txt b.txt --lang fr --stats -q");
    let counts = "facts that differ\n        1  number\n        1  negation\n";
    assert!(run.stdout.contains(counts), "{}", run.stdout);
    let run = folder.run("a.txt b.txt --lang fr --format csv -q");
    assert!(
        run.stdout
            .contains("number: 1972 → 1973; negation: + ne pas"),
        "{}",
        run.stdout
    );
    let run = folder.run("a.txt b.txt --lang fr --format json -q");
    assert!(
        run.stdout.contains("\"kind\":\"negation\""),
        "{}",
        run.stdout
    );
}

#[test]
fn the_legend_stands_alone() {
    let run = Folder::new().run("--legend");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.lines().count() > 5, "{}", run.stdout);
}

#[test]
fn sigla_name_the_columns() {
    let folder = Folder::new();
    let header = "row,kind,moved,M1_units,M1,Darby_units,Darby,";
    let run = folder.run("a.txt b.txt --sigla M1,Darby --format csv");
    assert!(run.stdout.starts_with(header), "{}", run.stdout);
    assert!(
        run.stderr.contains("of M1 has a counterpart in Darby"),
        "{}",
        run.stderr
    );
}

#[test]
fn lines_are_units_one_and_all() {
    let folder = Folder::new();
    folder.put("x.txt", "Un.\n\nDeux. Trois.\r\nQuatre.");
    let run = folder.run("segment x.txt --unit line --lang fr");
    assert_eq!(
        run.stdout,
        "unit\tchars\tbytes\tparagraph\tsentence\tskip\ttext\n\
         1\t0-3\t0-3\t1\t1\t\tUn.\n\
         2\t4-4\t4-4\t2\t2\t\t\n\
         3\t5-17\t5-17\t3\t3\t\tDeux. Trois.\n\
         4\t19-26\t19-26\t4\t4\t\tQuatre.\n"
    );
    let run = folder.run("x.txt x.txt --unit line --format vecalign --lang fr");
    for line in 0..4 {
        let stands = |side: usize| {
            run.stdout
                .lines()
                .any(|l| l.split(':').nth(side) == Some(&format!("[{line}]")))
        };
        assert!(stands(0) && stands(1), "line {line}: {}", run.stdout);
    }
}

#[test]
fn segment_gives_places_in_characters_and_bytes() {
    let folder = Folder::new();
    folder.put(
        "e.txt",
        "date 2020-09 Temps de lecture estimé : 2 minutes\n\nDéjà l’été revient ; l’automne\nviendra plus tard. Fin.\n",
    );
    assert_eq!(
        folder.run("segment e.txt --lang fr").stdout,
        "unit\tchars\tbytes\tparagraph\tsentence\tskip\ttext\n\
         1\t0-48\t0-49\t1\t1\tmetadata\tdate 2020-09 Temps de lecture estimé : 2 minutes\n\
         2\t50-99\t51-108\t2\t2\t\tDéjà l’été revient ; l’automne viendra plus tard.\n\
         3\t100-104\t109-113\t2\t3\t\tFin.\n"
    );
    let clauses = folder.run("segment e.txt --lang fr --unit clause").stdout;
    assert!(
        clauses.contains("\t2\t2\t\tDéjà l’été revient ;\n"),
        "{clauses}"
    );
    let run = folder.run("segment e.txt --lang fr --format json");
    let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(json["schema"], "enregard/1");
    let witness = &json["witnesses"][0];
    assert_eq!(witness["units"][0]["skip"], "metadata");
    assert_eq!(witness["units"][1]["chars"], serde_json::json!([50, 99]));
    assert_eq!(witness["units"][1]["bytes"], serde_json::json!([51, 108]));
    assert!(
        witness["tokens"]
            .as_array()
            .is_some_and(|tokens| tokens.len() > 10)
    );
    // What the library writes it reads.
    let table = enregard::format::json::read(run.stdout.as_bytes()).expect("our JSON");
    assert_eq!(table.witnesses[0].units().len(), 3);
}

#[test]
fn a_run_is_the_same_every_time() {
    let folder = Folder::new();
    let first = folder.run("a.txt b.txt --format json").stdout;
    for _ in 0..3 {
        assert_eq!(folder.run("a.txt b.txt --format json").stdout, first);
    }
}

#[test]
fn word_diff_goes_by_the_name_that_git_gives_it() {
    let folder = Folder::new();
    let run = folder.run("a.txt b.txt --format porcelain -o porcelain:diff.txt");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(
        run.stdout.contains("\n-principales\n+majeures\n"),
        "{run:?}"
    );
    assert_eq!(folder.get("diff.txt"), run.stdout);
}
