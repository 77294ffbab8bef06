//! Word links against links that people drew: a little under what is reached.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::words::lines;

type Links = BTreeSet<(usize, usize)>;

/// A sentence pair and its links.
struct Pair {
    a: Vec<String>,
    b: Vec<String>,
    sure: Links,
    /// Sure and possible links.
    all: Links,
    classes: BTreeMap<(usize, usize), String>,
}

#[allow(clippy::unwrap_used)]
fn read(name: &str) -> Vec<Pair> {
    let path = format!("{}/fixtures/words/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let tokens = |v: &Value| -> Vec<String> { serde_json::from_value(v.clone()).unwrap() };
    let links = |v: &Value| -> Links { serde_json::from_value(v.clone()).unwrap() };
    text.lines()
        .map(|line| {
            let pair: Value = serde_json::from_str(line).unwrap();
            let sure = links(&pair["sure"]);
            let classes: BTreeMap<String, String> =
                serde_json::from_value(pair["class"].clone()).unwrap_or_default();
            Pair {
                a: tokens(&pair["a"]),
                b: tokens(&pair["b"]),
                all: sure.union(&links(&pair["possible"])).copied().collect(),
                sure,
                classes: classes.into_iter().map(|(l, c)| (link(&l), c)).collect(),
            }
        })
        .collect()
}

#[allow(clippy::unwrap_used)]
fn link(text: &str) -> (usize, usize) {
    let (i, j) = text.split_once('-').unwrap();
    (i.parse().unwrap(), j.parse().unwrap())
}

/// What the command finds, with the class of each link if asked for.
fn find(pairs: &[Pair], options: &[&str]) -> Vec<BTreeMap<(usize, usize), String>> {
    let side = |tokens: &[String]| tokens.join(" ");
    let input: String = pairs
        .iter()
        .map(|p| format!("{} ||| {}\n", side(&p.a), side(&p.b)))
        .collect();
    let options = [&["--thesaurus", "none"], options].concat();
    let named = |text: &str| {
        let (at, class) = text.split_once(':').unwrap_or((text, ""));
        (link(at), class.to_owned())
    };
    let found = lines(&options, &input);
    assert_eq!(found.len(), pairs.len());
    found
        .iter()
        .map(|line| line.split_whitespace().map(named).collect())
        .collect()
}

/// F1 of precision and recall, each averaged over the pairs; and F1 over the links between different words.
fn score(pairs: &[Pair], found: &[BTreeMap<(usize, usize), String>], sure: bool) -> (f64, f64) {
    let (mut precision, mut recall) = (0.0, 0.0);
    let mut other = [0.0; 3];
    for (pair, found) in pairs.iter().zip(found) {
        let wanted = if sure { &pair.sure } else { &pair.all };
        let found: Links = found.keys().copied().collect();
        let right: Links = found.intersection(wanted).copied().collect();
        precision += right.len() as f64 / found.len().max(1) as f64;
        recall += right.len() as f64 / wanted.len().max(1) as f64;
        let differ = |l: &&(usize, usize)| pair.a[l.0].to_lowercase() != pair.b[l.1].to_lowercase();
        for (sum, links) in other.iter_mut().zip([&right, &found, wanted]) {
            *sum += links.iter().filter(differ).count() as f64;
        }
    }
    let averaged = 2.0 * precision * recall / (precision + recall) / pairs.len() as f64;
    (averaged, 2.0 * other[0] / (other[1] + other[2]))
}

#[test]
fn french() {
    let pairs = read("french.jsonl");
    assert_eq!(pairs.len(), 48);
    let (sure, _) = score(&pairs, &find(&pairs, &["--lang", "fr", "--sure"]), true);
    assert!(sure > 0.94, "sure links: F1 {sure}");
    let (all, other) = score(&pairs, &find(&pairs, &["--lang", "fr"]), false);
    assert!(all > 0.90, "all links: F1 {all}");
    assert!(other > 0.74, "links between different words: F1 {other}");
}

#[test]
fn english() {
    let pairs = read("english.jsonl");
    assert_eq!(pairs.len(), 75);
    let (sure, _) = score(&pairs, &find(&pairs, &["--lang", "en", "--sure"]), true);
    assert!(sure > 0.80, "sure links: F1 {sure}");
    let (all, other) = score(&pairs, &find(&pairs, &["--lang", "en"]), false);
    assert!(all > 0.77, "all links: F1 {all}");
    assert!(other > 0.55, "links between different words: F1 {other}");
}

#[test]
fn classes() {
    let pairs = read("french.jsonl");
    let found = find(&pairs, &["--lang", "fr", "--classes"]);
    let (mut right, mut all) = (0, 0);
    for (pair, found) in pairs.iter().zip(&found) {
        for (link, class) in found {
            let wanted = pair.classes.get(link).filter(|_| pair.sure.contains(link));
            if let Some(wanted) = wanted {
                all += 1;
                right += usize::from(wanted.split('|').any(|w| w == class));
            }
        }
    }
    assert!(all > 200, "{all} links with a class");
    assert!(right * 100 > all * 96, "{right} of {all} classes");
}
