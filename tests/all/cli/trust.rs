//! Settings that merely lie beside a text may have come with it: they write nothing, read nothing elsewhere, run nothing.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::symlink;

use super::{Folder, Run, finish};

/// Settings that a stranger has put beside the texts, and what a comparison, or another command, comes to.
fn beside(folder: &Folder, settings: &str, arguments: &str) -> Run {
    folder.put("enregard.toml", settings);
    finish(&mut folder.command(arguments))
}

#[test]
fn settings_beside_texts_neither_write_nor_read_elsewhere() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("home")).unwrap();
    let plain = folder.run("a.txt b.txt").stdout;
    let pairs = folder.run("batch - --summary");
    assert_eq!(pairs.code, Some(0), "{pairs:?}");
    let before = folder.names().len() + 1;
    for (settings, arguments, told) in [
        (
            "output = 'criticmarkup:home/.profile'",
            "a.txt b.txt",
            "output",
        ),
        ("output = ['x.csv', 'json:../x']", "a.txt b.txt", "output"),
        ("output = 'x.tsv'", "learn a.txt b.txt", ""),
        (
            "[learn]\noutput = 'x.tsv'",
            "learn a.txt b.txt",
            "[learn] output",
        ),
        ("[batch]\noutput = 'home'", "batch -", "[batch] output"),
        ("[apply]\noutput = 'x.csv'", "a.txt b.txt", ""),
        ("lexicon = '/dev/zero'", "a.txt b.txt", "lexicon"),
        ("thesaurus = '/dev/zero'", "a.txt b.txt", "thesaurus"),
        (
            "[words]\nthesaurus = '/dev/zero'",
            "words",
            "[words] thesaurus",
        ),
        (
            "no-pager = true\nthreads = 60000",
            "a.txt b.txt",
            "no-pager, threads",
        ),
        (
            "format = 'json'\nquiet = true\nexit-code = true",
            "a.txt b.txt",
            "exit-code, format, quiet",
        ),
        (
            "explain = 1\nlegend = true\nstats = 'text'",
            "a.txt b.txt",
            "explain, legend, stats",
        ),
    ] {
        let run = beside(&folder, settings, arguments);
        assert_eq!(run.code, Some(0), "{settings}: {run:?}");
        let notes: Vec<&str> = run
            .stderr
            .lines()
            .filter(|l| l.contains("enregard.toml"))
            .collect();
        match told {
            "" => assert!(notes.is_empty(), "{settings}: {run:?}"),
            told => {
                assert_eq!(notes.len(), 1, "{settings}: {run:?}");
                assert!(
                    notes[0].contains(&format!("beside texts: {told};")),
                    "{settings}: {run:?}"
                );
            }
        }
        if arguments == "a.txt b.txt" {
            assert_eq!(run.stdout, plain, "{settings}");
        }
        assert_eq!(
            folder.names().len(),
            before,
            "{settings}: {:?}",
            folder.names()
        );
        assert_eq!(fs::read_dir(folder.path().join("home")).unwrap().count(), 0);
    }
    // What is refused is refused whatever its value; what is wrong otherwise is told, and stops nothing.
    let run = beside(&folder, "threads = 'many'", "a.txt b.txt -q");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let run = beside(&folder, "pager = 'touch x'", "a.txt b.txt");
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr.contains("no setting is called `pager`"),
        "{run:?}"
    );
}

#[test]
fn the_users_own_settings_and_those_that_are_named_may_say_anything() {
    let folder = Folder::new();
    fs::create_dir_all(folder.path().join("config/enregard")).unwrap();
    folder.put("config/enregard/enregard.toml", "output = 'own.csv'\n");
    let mut command = folder.command("a.txt b.txt");
    command.env("XDG_CONFIG_HOME", folder.path().join("config"));
    let run = finish(&mut command);
    assert!(folder.get("own.csv").starts_with("row,kind,"), "{run:?}");
    assert!(!run.stderr.contains("enregard.toml"), "{run:?}");
    folder.put("mine.toml", "output = 'named.json'\nview = 'summary'\n");
    for arguments in [
        "a.txt b.txt --settings mine.toml",
        "--settings=mine.toml --no-settings a.txt b.txt",
    ] {
        let run = folder.run(arguments);
        assert!(
            folder.get("named.json").starts_with("{\"schema\""),
            "{run:?}"
        );
        fs::remove_file(folder.path().join("named.json")).unwrap();
    }
    let said = folder.trouble("a.txt b.txt --settings none.toml");
    assert!(said.contains("none.toml: cannot be read"), "{said}");
    // It is read, so it is not written.
    let said = folder.trouble("a.txt b.txt --settings mine.toml -o criticmarkup:mine.toml");
    assert!(said.contains("a settings file that is read"), "{said}");
    for key in ["settings = 'x'", "no-settings = true"] {
        folder.put("mine.toml", key);
        let said = folder.trouble("a.txt b.txt --settings mine.toml");
        assert!(said.contains("on the command line alone"), "{said}");
    }
}

#[test]
fn settings_beside_texts_may_say_what_witnesses_are_called_and_which_of_them_are_shown() {
    let folder = Folder::new();
    folder.put("c.txt", "Les mesures premières sont prises.\n");
    let settings =
        "sigla = ['B=Hugo', 'C=Zola']\nbase = 'B'\npair = ['Hugo', 'C']\napparatus = 'positive'\n";
    folder.put("enregard.toml", settings);
    let run = folder.run("a.txt b.txt c.txt -q --format apparatus");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run:?}");
    assert!(
        run.stdout.contains("majeures Hugo] premières Zola"),
        "{run:?}"
    );
    let run = folder.run("a.txt b.txt c.txt -q --format criticmarkup");
    assert!(run.stdout.contains("{~~majeures~>premières~~}"), "{run:?}");
}

#[test]
fn settings_that_are_a_link_out_of_their_folder_are_not_read() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("texts")).unwrap();
    folder.put("secret", "root:*:20228:0:99999:7:::\nkey = 'value'\n");
    folder.put("valid", "view = 'secret-value'\n");
    for name in ["a.txt", "b.txt"] {
        folder.put(&format!("texts/{name}"), folder.get(name));
    }
    for target in ["../secret", "../valid", "/etc/passwd"] {
        let link = folder.path().join("texts/enregard.toml");
        let _ = fs::remove_file(&link);
        symlink(target, &link).unwrap();
        let run = folder.run("texts/a.txt texts/b.txt");
        assert_eq!(run.code, Some(0), "{target}: {run:?}");
        assert!(
            run.stderr
                .contains("is a link that leads out of its folder"),
            "{run:?}"
        );
        assert!(
            !run.stderr.contains("root:") && !run.stderr.contains("secret-value"),
            "{run:?}"
        );
    }
    let link = folder.path().join("texts/enregard.toml");
    fs::remove_file(&link).unwrap();
    folder.put("texts/inside.toml", "view = 'summary'\n");
    symlink("inside.toml", &link).unwrap();
    let run = folder.run("texts/a.txt texts/b.txt");
    assert!(
        !run.stdout.contains("principales") && run.stderr.is_empty(),
        "{run:?}"
    );
}

#[test]
fn a_home_that_cannot_be_read_is_one_without_settings() {
    let folder = Folder::new();
    folder.put("file", "");
    let long = format!("/tmp/{}", "x".repeat(300));
    for home in ["/dev/null", "/no/such/home", "file", "", &long] {
        let mut command = folder.command("a.txt b.txt");
        command.env_remove("XDG_CONFIG_HOME").env("HOME", home);
        let run = finish(&mut command);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{home}");
        let mut command = folder.command("a.txt b.txt");
        command.env("XDG_CONFIG_HOME", home);
        let run = finish(&mut command);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{home}");
    }
    // What stands there and cannot be read is told, and nothing fails of it.
    for (name, link) in [("folder", None), ("circle", Some("enregard.toml"))] {
        let own = folder.path().join(name).join("enregard");
        fs::create_dir_all(&own).unwrap();
        match link {
            Some(link) => symlink(link, own.join("enregard.toml")).unwrap(),
            None => fs::create_dir(own.join("enregard.toml")).unwrap(),
        }
        let mut command = folder.command("a.txt b.txt");
        let run = finish(command.env("XDG_CONFIG_HOME", folder.path().join(name)));
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.stderr.contains("cannot be read"), "{run:?}");
    }
}
