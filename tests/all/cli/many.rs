//! More than two files, as they are named by people: one alone, the same twice, one empty, one in another language.

use super::Folder;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.put(
        "c.txt",
        "Les mesures premières sont prises. Le dialogue reprend.\n",
    );
    folder.put("same.txt", folder.get("a.txt"));
    folder.put("empty.txt", "");
    folder
}

#[test]
fn exit_codes_are_those_of_two() {
    let folder = folder();
    for (files, code) in [
        ("a.txt same.txt a.txt", 0),
        ("a.txt a.txt b.txt", 1),
        ("a.txt same.txt empty.txt", 1),
        ("a.txt b.txt none.txt", 2),
    ] {
        let run = folder.run(&format!("{files} -q --exit-code"));
        assert_eq!(run.code, Some(code), "{files}: {run:?}");
    }
    let said = folder.trouble("a.txt");
    assert!(said.contains("one file is named, two are needed"), "{said}");
    let run = folder.run("a.txt same.txt b.txt --view summary");
    assert!(run.stderr.contains("A and B are the same text"), "{run:?}");
    let run = folder.run("a.txt empty.txt b.txt --view summary");
    assert!(
        run.code == Some(0) && run.stderr.contains("empty.txt: is empty"),
        "{run:?}"
    );
}

#[test]
fn rows_are_chosen_by_what_any_file_has() {
    let folder = folder();
    let rows = |options: &str| -> Vec<String> {
        let run = folder.run(&format!("a.txt b.txt c.txt -q --format csv {options}"));
        assert_eq!(run.code, Some(0), "{options}: {run:?}");
        let lines = run.stdout.lines().skip(1);
        lines
            .map(|line| line.split(',').next().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(rows("--grep premieres"), ["1"]);
    assert_eq!(rows("--grep voisins"), ["2"]);
    assert_eq!(rows("--only wording"), ["1"]);
    assert_eq!(rows("--sort similarity"), ["2", "1"]);
}

#[test]
fn what_knows_two_says_so() {
    let folder = folder();
    let said = folder.trouble("git-diff a.txt b.txt c.txt");
    assert!(
        said.contains("with 1, 7 or 9 arguments (3 were given)"),
        "{said}"
    );
    folder.put("pairs", "a ||| b ||| c\n");
    let run = folder.run("words pairs");
    assert!(
        run.stderr
            .contains("`|||` stands twice; one parts the two sides"),
        "{run:?}"
    );
}

#[test]
fn a_memory_has_a_variant_of_each() {
    let folder = folder();
    let run = folder.run("a.txt b.txt c.txt -q --format tmx --tmx-lang C=fr-CA");
    assert_eq!(run.code, Some(0), "{run:?}");
    let first = run.stdout.split("</tu>").next().unwrap_or_default();
    for part in [
        "fr-QM",
        "fr-QN",
        "fr-CA",
        "principales",
        "majeures",
        "premières",
    ] {
        assert!(first.contains(part), "{part}: {first}");
    }
    assert_eq!(first.matches("<tuv").count(), 3, "{first}");
}
