//! Finding the facts that differ, by difference: the same number of rows with numbers, dates, names and negations, and
//! with none of them.

use enregard::{CompareOptions, compare_witnesses};

use crate::texts::witnesses;

const ROWS: usize = 500;

#[divan::bench(args = ["full", "none"])]
fn rows(bencher: divan::Bencher, what: &str) {
    let sentence = |n: usize, day: usize| match what {
        "full" => format!(
            "Le {day} mai {}, à 15 h 30, Martin Duval ne vendit pas {n} mille cinq cents actions à 20 %.\n",
            1900 + n % 100
        ),
        _ => format!(
            "Le matin, vers midi, le vieux marchand vendit en souriant toutes les actions du quartier {}.\n",
            word(n)
        ),
    };
    let text = |day| (0..ROWS).map(|n| sentence(n, day)).collect::<String>();
    let pair = [text(12), text(13)];
    bencher
        .with_inputs(|| witnesses([&pair[0], &pair[1]]))
        .bench_values(|pair| compare_witnesses(pair, &CompareOptions::default()));
}

/// A word for a number: letters, and no numeral.
fn word(n: usize) -> String {
    let letter = |part: usize| char::from(b'a' + (part % 26) as u8);
    format!("v{}o{}u", letter(n), letter(n / 26))
}
