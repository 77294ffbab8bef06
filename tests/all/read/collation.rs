//! Witnesses for CollateX: one file that holds them all.

use enregard::read::{ReadOptions, read, read_bytes};
use enregard::witness::Siglum;

use super::{parts, titled};
use crate::cli::Folder;

const THREE: &str = r#"{"witnesses": [
  {"id": "A", "tokens": [{"t": "Le ", "n": "le"}, {"t": "chat ", "n": "chat"}, {"t": "dort", "n": "dormir"}, {"t": ".", "n": "."}]},
  {"id": "Wit B", "tokens": [{"t": "Le"}, {"t": "matou", "n": "chat"}, {"t": "sommeille", "n": "dormir"}, {"t": "."}]},
  {"id": "C", "content": "Le chien dort."}]}"#;

#[test]
fn all_witnesses_of_a_file_are_compared_under_their_ids() {
    let folder = Folder::new();
    folder.put("x.json", THREE);
    let run = folder.run("x.json --lang fr -q --format apparatus");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run:?}");
    for part in [
        "A  x.json#A (base)",
        "1  Le chat dort.",
        "chat] matou Wit_B · chien C",
        "dort] sommeille Wit_B",
    ] {
        assert!(run.stdout.contains(part), "{part}: {run:?}");
    }
    // By their ids, their letters, or new names; whatever the file is called.
    folder.put("y.txt", THREE);
    let run = folder.run("y.txt --lang fr -q --format apparatus --base C --sigla B=Hugo,A=Zola");
    assert!(
        run.stdout.contains("chien] chat Zola · matou Hugo"),
        "{run:?}"
    );
    // Two of them; and the same from the file as it came from elsewhere.
    let run = folder.run("x.json#C x.json#A --lang fr -q --format criticmarkup");
    assert_eq!(run.stdout.trim(), "Le {~~chien~>chat~~} dort.", "{run:?}");
    let run = folder.run("x.json --from collatex --lang fr --view summary");
    assert!(run.stdout.contains("x.json#Wit B"), "{run:?}");
}

#[test]
fn tokens_are_joined_as_they_stand_or_with_spaces_where_they_have_none() {
    let text = |part: &str| {
        let options = ReadOptions {
            part: Some(part.to_owned()),
            ..ReadOptions::default()
        };
        let bytes = THREE.as_bytes().to_vec();
        read_bytes(bytes, "x.json", Siglum::nth(0), &options).expect("a reading")
    };
    assert_eq!(text("A").witness.text, "Le chat dort.");
    assert_eq!(text("Wit B").witness.text, "Le matou sommeille.");
    assert_eq!(text("C").witness.text, "Le chien dort.");
    let form = |word: &str, form: &str| (word.to_owned(), form.to_owned());
    assert_eq!(
        text("Wit B").forms,
        [form("matou", "chat"), form("sommeille", "dormir")]
    );
}

#[test]
fn words_of_one_normal_form_stand_for_each_other() {
    // Nothing but their forms says what these words are to each other, and their order says another thing.
    let tokens = |words: [(&str, &str); 4]| {
        let tokens = words.map(|(t, n)| format!(r#"{{"t": "{t} ", "n": "{n}"}}"#));
        tokens.join(", ")
    };
    let file = |forms: bool| {
        let n = |form: &'static str, word: &'static str| if forms { form } else { word };
        let a = tokens([
            ("zorb", n("1", "zorb")),
            ("mik", n("2", "mik")),
            ("et", "et"),
            ("plov", n("3", "plov")),
        ]);
        let b = tokens([
            ("drun", n("3", "drun")),
            ("et", "et"),
            ("wast", n("1", "wast")),
            ("hibe", n("2", "hibe")),
        ]);
        format!(
            r#"{{"witnesses": [{{"id": "A", "tokens": [{a}]}}, {{"id": "B", "tokens": [{b}]}}]}}"#
        )
    };
    let changes = |forms: bool| {
        let folder = Folder::new();
        folder.put("x.json", file(forms));
        let run = folder.run("x.json --lang fr --thesaurus none --unit line -q --format jsonl");
        assert_eq!(run.code, Some(0), "{run:?}");
        run.stdout
    };
    let with = changes(true);
    assert!(
        with.contains("plov ⇄ drun") || with.contains("zorb mik ⇄ wast hibe"),
        "{with}"
    );
    assert!(!changes(false).contains("plov ⇄ drun"));
}

#[test]
fn what_is_written_for_collatex_is_read_again() {
    let folder = Folder::new();
    folder.put(
        "c.txt",
        "Les mesures premières,\n  « toutes », sont prises. Le dialogue  reprend.\n",
    );
    let run = folder.run("a.txt b.txt c.txt -q -o collatex:t.json");
    assert_eq!(run.code, Some(0), "{run:?}");
    let path = folder.path().join("t.json");
    assert_eq!(
        parts(&path, &ReadOptions::default()),
        titled(["A", "B", "C"])
    );
    for (name, file) in [("A", "a.txt"), ("B", "b.txt"), ("C", "c.txt")] {
        let part = format!("{}#{name}", path.display());
        let reading = read(part, Siglum::nth(0), &ReadOptions::default()).expect("a reading");
        assert_eq!(reading.witness.text, folder.get(file));
    }
    // The tool in Python writes a row a witness, and says of each token whose it is.
    let row = |id: &str, noun: &str| {
        format!(
            r#"[[{{"_sigil": "{id}", "t": "Le ", "n": "le"}}], null, [{{"_sigil": "{id}", "t": "{noun}", "n": "{noun}"}}]]"#
        )
    };
    let table = format!(
        r#"{{"table": [{}, {}], "witnesses": ["X", "Y"]}}"#,
        row("X", "chat"),
        row("Y", "chien")
    );
    folder.put("py.json", table);
    let run = folder.run("py.json --lang fr -q --unit line --format criticmarkup");
    assert_eq!(run.stdout.trim(), "Le {~~chat~>chien~~}", "{run:?}");
}

#[test]
fn what_is_wrong_with_the_file_is_told_by_its_place() {
    let folder = Folder::new();
    for (content, why) in [
        (
            r#"{"witnesses": [{"id": "A", "content": "x"}, {"id": "B"}]}"#,
            "witness 2 of its list (B) has neither `tokens` nor `content`",
        ),
        (
            r#"{"witnesses": [{"id": "A", "tokens": [{"t": "x"}, {"n": "y"}]}]}"#,
            "witness 1 of its list (A): token 2 has no text `t`",
        ),
        (
            r#"{"witnesses": [{"content": "x", "tokens": 1}]}"#,
            "witness 1 of its list has no `id`",
        ),
        (
            r#"{"witnesses": [{"id": "A", "content": "x"}, {"id": "A", "content": "y"}]}"#,
            "another’s: `A`",
        ),
        (r#"{"witnesses": [], "content": "#, "it is no JSON"),
        ("{}", "it has no list `witnesses`"),
        (r#"{"witnesses": []}"#, "it has no witnesses"),
    ] {
        folder.put("bad.json", content);
        let said = folder.trouble("bad.json --from collatex");
        assert!(
            said.contains("bad.json: ") && said.contains(why),
            "{content}: {said}"
        );
    }
    folder.put("x.json", THREE);
    let said = folder.trouble("x.json#D a.txt");
    assert!(
        said.contains("there is no witness `D` in it; there are A, Wit B, C"),
        "{said}"
    );
    let said = folder.trouble("x.json a.txt");
    assert!(said.contains("it holds several witnesses"), "{said}");
    folder.put(
        "one.json",
        r#"{"witnesses": [{"id": "A", "content": "Il dort."}]}"#,
    );
    let said = folder.trouble("one.json");
    assert!(said.contains("one file is named"), "{said}");
    assert_eq!(folder.run("one.json a.txt -q").code, Some(0));
}
