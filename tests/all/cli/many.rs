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

#[test]
fn a_pair_of_many_is_all_that_is_shown_counted_and_written() {
    let folder = folder();
    let all = "a.txt b.txt c.txt --pair A,C";
    let run = folder.run(&format!("{all} --view stacked"));
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(
        run.stdout.contains("C  c.txt") && !run.stdout.contains("b.txt"),
        "{run:?}"
    );
    for format in ["tei", "csv", "apparatus", "html", "json"] {
        let run = folder.run(&format!("{all} -q --format {format}"));
        assert!(
            run.stdout.contains("premières") && !run.stdout.contains("majeures"),
            "{format}: {run:?}"
        );
    }
    let same = "a.txt b.txt same.txt -q --exit-code";
    assert_eq!(folder.run(same).code, Some(1));
    assert_eq!(folder.run(&format!("{same} --pair A,C")).code, Some(0));
    let said = folder.trouble(&format!("{all} --explain 1"));
    assert!(said.contains("--pair"), "{said}");
}

#[test]
fn a_format_beside_a_file_is_that_of_the_file() {
    let folder = folder();
    let all = "a.txt b.txt c.txt -q";
    for (format, file) in [
        ("html", "k.html"),
        ("svg-tree", "tree.svg"),
        ("vecalign", "lines.txt"),
        ("latex-facing", "pages.tex"),
    ] {
        let run = folder.run(&format!("{all} --format {format} -o {file}"));
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(0), ""),
            "{format}: {run:?}"
        );
        let printed = folder.run(&format!("{all} --format {format}"));
        assert_eq!(folder.get(file), printed.stdout, "{format}");
    }
    // Two kinds of documents have one extension.
    let run = folder.run(&format!("{all} --format docx-facing -o facing.docx"));
    assert_eq!(run.code, Some(0), "{run:?}");
    folder.run(&format!("{all} -o docx-facing:named.docx"));
    folder.run(&format!("{all} -o tracked.docx"));
    let bytes = |name: &str| std::fs::read(folder.0.path().join(name)).expect("it is written");
    assert_eq!(bytes("facing.docx"), bytes("named.docx"));
    assert_ne!(bytes("facing.docx"), bytes("tracked.docx"));
    // The name says another.
    let run = folder.run(&format!("{all} --format csv -o k.json"));
    assert!(run.stdout.starts_with("row,"), "{run:?}");
    assert!(folder.get("k.json").starts_with('{'));
}

#[test]
fn a_table_remembers_its_base() {
    let folder = folder();
    let all = "a.txt b.txt c.txt -q";
    for table in ["t.csv", "t.tsv", "t.xlsx", "t.json"] {
        let made = folder.run(&format!("{all} --base C -o {table} --format json"));
        assert_eq!(made.code, Some(0), "{table}: {made:?}");
        let applied = folder.run(&format!("apply {table} {all} --format json"));
        let base = "\"base\":\"C\"";
        assert!(applied.stdout.contains(base), "{table}: {applied:?}");
    }
    let other = folder.get("t.csv").replace(",C\r\n", ",D\r\n");
    folder.put("other.csv", other);
    let said = folder.trouble("apply other.csv a.txt b.txt c.txt");
    assert!(said.contains("the column base"), "{said}");
}

#[test]
fn a_word_is_looked_for_in_all_rows() {
    let folder = folder();
    let all = "a.txt b.txt c.txt";
    let run = folder.run(&format!("{all} --explain mesures"));
    assert!(run.stdout.starts_with("Row 1:"), "{run:?}");
    let of_one = folder.run(&format!("{all} --explain B:majeures"));
    assert!(
        of_one.stdout.contains("\nB           majeures:"),
        "{of_one:?}"
    );
    let said = folder.trouble(&format!("{all} --explain zorglub"));
    assert!(said.contains("no row has such a word"), "{said}");
    folder.put("d.txt", "Le pain. Le vin.\n");
    folder.put("e.txt", "Le pain bis. Le vin noir.\n");
    let run = folder.run("d.txt e.txt --explain le");
    assert!(
        run.stderr
            .contains("le stands in row 2 as well (--explain 2:le)"),
        "{run:?}"
    );
}
