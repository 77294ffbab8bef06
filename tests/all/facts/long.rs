//! Facts of rows as long as a chapter.

use super::french_facts;

/// Words without facts, all of them different.
fn words(from: usize, count: usize) -> String {
    let letters = |n: usize| -> String {
        let syllable = |k: u32| {
            ["ba", "co", "du", "fi", "le", "mo", "nu", "pa", "ri", "so"][n / 10_usize.pow(k) % 10]
        };
        (0..4).map(syllable).collect()
    };
    let words: Vec<String> = (from..from + count).map(letters).collect();
    words.join(" ")
}

#[test]
fn a_chapter_on_one_line_is_compared_page_by_page() {
    let text = |first: &str, last: &str| {
        format!(
            "{} {first} hommes {} {last} femmes {}",
            words(0, 40),
            words(40, 2500),
            words(2540, 40)
        )
    };
    // In a sentence both would say both.
    assert_eq!(
        french_facts(&text("12", "30"), &text("30", "12")),
        ["number: 12 → 30", "number: 30 → 12"]
    );
    assert_eq!(
        french_facts(&text("12", "30"), &text("12", "30")),
        Vec::<String>::new()
    );
}

#[test]
fn what_one_chapter_alone_says_is_told() {
    let (begin, end) = (words(0, 1500), words(1500, 1500));
    let told = french_facts(&format!("{begin} en 1815 {end}"), &format!("{begin} {end}"));
    assert_eq!(told, ["number: 1815 → "]);
}
