//! Pairs of sentences that say the same, or something else, one a line: `pairs.txt`.

use enregard::witness::Language;
use rayon::prelude::*;

use super::facts;

/// `language | what differs | A | B`; `same` where nothing does, else the kinds of fact, by commas.
#[test]
fn what_is_said_is_compared() {
    let lines: Vec<&str> = include_str!("pairs.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    let wrong: Vec<String> = lines
        .par_iter()
        .flat_map_iter(|line| {
            let parts: Vec<&str> = line.split(" | ").collect();
            let [language, wanted, a, b] = parts[..] else {
                return vec![format!("{line}: has not four parts")];
            };
            let language = Language::from_code(language).unwrap();
            let told = |a: &str, b: &str| {
                let found = facts(language, a, b);
                let mut kinds: Vec<&str> = found
                    .iter()
                    .filter_map(|fact| fact.split(':').next())
                    .collect();
                kinds.dedup();
                let said = match &kinds[..] {
                    [] => "same".to_owned(),
                    kinds => kinds.join(","),
                };
                (said != wanted).then(|| format!("{line}: {found:?}"))
            };
            told(a, b).into_iter().chain(told(b, a)).collect()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
