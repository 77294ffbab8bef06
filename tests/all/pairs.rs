//! `enregard pairs`: which of many documents hold the same.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;

use serde_json::Value;
use tempfile::TempDir;

/// What the command says of a file that holds `input`, the last argument.
fn piped(arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("input.jsonl");
    fs::write(&file, input).unwrap();
    run(&[arguments, &[file.to_str().unwrap()]].concat())
}

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let out = crate::enregard().args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (out.status.code(), text(out.stdout), text(out.stderr))
}

fn lines(arguments: &[&str], input: &str) -> Vec<Value> {
    let (code, out, said) = piped(arguments, input);
    assert_eq!(code, Some(0), "{said}");
    let lines = out.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A corpus: two renderings in pieces of other matter, a copy of one, and what has nothing to do with anything.
fn corpus() -> String {
    let texts = [
        (
            "un",
            "Il neige à Paris. Le ministre a signé hier un accord sur la pêche avec l’Islande. Le match est reporté à dimanche.",
        ),
        (
            "deux",
            "La bourse a perdu deux points. C’est hier que l’accord de pêche avec l’Islande fut signé par le ministre. Le blé monte.",
        ),
        (
            "trois",
            "Trois chevaux se sont échappés d’un pré de Beauvais ; les gendarmes les ont rattrapés dans un jardin.",
        ),
        (
            "quatre",
            "La bourse sera fermée. On joue demain à guichets fermés, la pluie ayant cessé de noyer le terrain.",
        ),
        (
            "cinq",
            "Ô rage ! Trois chevaux se sont échappés d’un pré de Beauvais ; les gendarmes les ont rattrapés dans un jardin.",
        ),
        ("vide", ""),
    ];
    texts.iter().fold(String::new(), |mut lines, (id, text)| {
        writeln!(lines, "{}", serde_json::json!({"id": id, "text": text})).unwrap();
        lines
    })
}

#[test]
fn renderings_and_copies() {
    let found = lines(&["pairs", "--json", "-q", "--corpus"], &corpus());
    let named: Vec<[&str; 2]> = found
        .iter()
        .map(|pair| ["a", "b"].map(|side| pair[side]["document"].as_str().unwrap()))
        .collect();
    assert_eq!(named, [["trois", "cinq"], ["un", "deux"]]);
    assert_eq!(found[0]["a"]["coverage"], 1.0);
    assert!(found[0]["b"]["coverage"].as_f64().unwrap() < 1.0);
    let sure = ["pairs", "--json", "-q", "--least", "95", "--corpus"];
    assert_eq!(lines(&sure, &corpus()).len(), 1);
    let none = lines(&["pairs", "--json", "-q", "--corpus"], "");
    assert!(none.is_empty());
}

#[test]
fn threads_change_nothing() {
    let of = |threads| {
        let arguments = ["pairs", "--json", "-q", "--threads", threads, "--corpus"];
        piped(&arguments, &corpus()).1
    };
    assert_eq!(of("1"), of("4"));
}

#[test]
fn what_is_told_can_be_compared() {
    let (code, manifest, said) = piped(&["pairs", "--manifest", "-q", "--corpus"], &corpus());
    assert_eq!(code, Some(0), "{said}");
    let compared = lines(&["batch"], &manifest);
    let ids: Vec<&Value> = compared.iter().map(|line| &line["id"]).collect();
    assert_eq!(
        ids,
        [
            &serde_json::json!(["trois", "cinq"]),
            &serde_json::json!(["un", "deux"])
        ]
    );
    assert!(compared.iter().all(|line| line["error"].is_null()));
}

#[test]
fn files_and_what_cannot_be_read() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let text = "Le ministre a signé hier un accord sur la pêche avec l’Islande.";
    fs::write(path("a.txt"), text).unwrap();
    fs::write(path("b.txt"), format!("Il neige. {text}")).unwrap();
    let (a, b, missing) = (path("a.txt"), path("b.txt"), path("c.txt"));
    let (code, out, said) = run(&["pairs", &a, &missing, &b, "--manifest"]);
    assert_eq!(code, Some(2));
    assert!(
        said.contains("c.txt: no such file") && said.contains("1 of 3 documents"),
        "{said}"
    );
    let pair: Value = serde_json::from_str(out.trim()).unwrap();
    assert_eq!((&pair["a"], &pair["b"]), (&a.into(), &b.into()));
}

#[test]
fn copies_come_before_what_a_longer_text_quotes() {
    let said = "Le ministre a signé hier un accord sur la pêche avec l’Islande.";
    let long = format!(
        "{said} Le blé monte. Les prix du bois baissent encore. La récolte de pommes sera maigre cette année."
    );
    let rows = [("un", said), ("deux", &long), ("trois", &long)];
    let corpus: String = rows
        .iter()
        .map(|(id, text)| format!("{}\n", serde_json::json!({"id": id, "text": text})))
        .collect();
    let pairs = lines(&["pairs", "--json", "--corpus"], &corpus);
    assert_eq!(pairs.len(), 3, "{pairs:?}");
    assert_eq!(
        (&pairs[0]["a"]["document"], &pairs[0]["b"]["document"]),
        (&"deux".into(), &"trois".into())
    );
}

/// Documents of the fixtures, with the pairs that hold the same: passages of eight verses of two renderings of one book, verse by verse
/// renderings of others, some of them with fourteen words of a passage behind them, and statements. Passages of one book have names and
/// phrases in common, and are no pair.
fn gold() -> (Vec<(String, String)>, Vec<[String; 2]>) {
    let fixture = |name: &str| {
        let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).unwrap()
    };
    let (a, b) = (fixture("ruth/A.txt"), fixture("ruth/B.txt"));
    let lines = [a.lines().collect::<Vec<_>>(), b.lines().collect()];
    let links: Value = serde_json::from_str(&fixture("ruth/gold.json")).unwrap();
    let links: Vec<[Vec<usize>; 2]> = serde_json::from_value(links["links"].clone()).unwrap();
    let (mut documents, mut pairs) = (Vec::new(), Vec::new());
    let mut quotable = Vec::new();
    for (k, verses) in links.chunks_exact(8).enumerate() {
        for (side, name) in ["A", "B"].iter().enumerate() {
            let numbers = verses.iter().flat_map(|link| &link[side]);
            let text: Vec<&str> = numbers.map(|&line| lines[side][line]).collect();
            documents.push((format!("{name}{k}"), text.join("\n")));
        }
        pairs.push([format!("A{k}"), format!("B{k}")]);
        let words = lines[0][verses[3][0][0]].split_whitespace();
        quotable.push(words.skip(1).take(14).collect::<Vec<_>>().join(" "));
    }
    for name in ["000", "001", "003"] {
        documents.push((name.to_owned(), fixture(&format!("kremlin/{name}.txt"))));
    }
    pairs.extend(
        [["000", "001"], ["000", "003"], ["001", "003"]].map(|pair| pair.map(str::to_owned)),
    );
    for (n, line) in fixture("words/french.jsonl").lines().enumerate() {
        let pair: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| pair[key].as_str().unwrap().to_owned();
        if text("id").starts_with("kremlin") {
            continue;
        }
        let mut first = text("a_text");
        let quoted = n.checked_sub(12).filter(|n| n % 3 == 0).map(|n| n / 3);
        if let Some((k, words)) = quoted.and_then(|k| Some((k, quotable.get(k)?))) {
            write!(first, " On lut « {words} ».").unwrap();
            pairs.push([format!("A{k}"), format!("s{n}")]);
            // The other rendering of the passage has it as well, in its own words.
            pairs.push([format!("B{k}"), format!("s{n}")]);
        }
        documents.extend([(format!("s{n}"), first), (format!("t{n}"), text("b_text"))]);
        pairs.push([format!("s{n}"), format!("t{n}")]);
    }
    (documents, pairs)
}

#[test]
fn pairs_that_are_known() {
    let (documents, gold) = gold();
    let corpus = documents
        .iter()
        .fold(String::new(), |mut lines, (id, text)| {
            writeln!(lines, "{}", serde_json::json!({"id": id, "text": text})).unwrap();
            lines
        });
    let found = lines(&["pairs", "--json", "-q", "--corpus"], &corpus);
    let found: Vec<[String; 2]> = found
        .iter()
        .map(|pair| ["a", "b"].map(|side| pair[side]["document"].as_str().unwrap().to_owned()))
        .collect();
    let wrong: Vec<_> = found.iter().filter(|pair| !gold.contains(pair)).collect();
    // That a verse quoted of one rendering stands in the other is more than is asked.
    let asked = gold
        .iter()
        .filter(|pair| !(pair[0].starts_with('B') && pair[1].starts_with('s')));
    let (right, missed): (Vec<_>, Vec<_>) = asked.partition(|pair| found.contains(pair));
    assert!(
        wrong.len() * 20 <= found.len(),
        "of {} wrong: {wrong:?}",
        found.len()
    );
    assert!(
        right.len() * 100 >= gold.len().min(53) * 85,
        "missed: {missed:?}"
    );
}
