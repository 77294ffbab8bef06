//! What is written: tables, several at once, all or none, standard output.

use std::fs;

use super::{FIRST, Folder, finish};

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
        run.stderr.contains("2 sentences matched one to one") && !run.stderr.contains("wording"),
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

/// A connection that the other end has cut with something of ours unread.
#[cfg(target_os = "linux")]
fn cut_off() -> std::os::fd::OwnedFd {
    use std::io::Write;
    use std::net::{TcpListener, TcpStream};
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut own =
        TcpStream::connect(listener.local_addr().expect("an address")).expect("a connection");
    let (other, _) = listener.accept().expect("a connection");
    own.write_all(b"unread").expect("room");
    // What was sent has arrived, so that it is unread when the other end closes.
    other.peek(&mut [0]).expect("a byte");
    drop(other);
    own.into()
}

#[cfg(target_os = "linux")]
#[test]
fn a_connection_that_is_cut_is_a_closed_pipe_to_a_writer_and_trouble_to_a_reader() {
    let folder = Folder::new();
    folder.put("g.vec", "[0]:[0]:0.1\n");
    for arguments in [
        "a.txt b.txt",
        "a.txt b.txt -q --format csv",
        "a.txt b.txt -q -o csv:/dev/stdout",
        "segment a.txt",
        "evaluate g.vec g.vec",
        "learn a.txt b.txt -q",
        "find a.txt b.txt",
        "--legend",
        "man",
    ] {
        let run = finish(folder.command(arguments).stdout(cut_off()));
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (Some(0), ""),
            "{arguments}"
        );
    }
    // What has come of the input is not all of it.
    for arguments in ["- b.txt", "batch -", "words", "segment -"] {
        let run = finish(folder.command(arguments).stdin(cut_off()));
        assert_eq!(run.code, Some(2), "{arguments}: {run:?}");
        assert!(run.stderr.contains("Connection reset"), "{run:?}");
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
