//! Lines that end in the midst of what is one: a number, an abbreviation and what it is of. However a text is set, its next
//! line goes on with them: `10` / `000`, `M.` / `Dupont`, `art.` / `5`, `z.` / `B.`, `3.` / `Mai`.

use super::abbreviations::{dotted, ends_sentence, is_letter, keeps_point};
use super::numbers::last_word;
use super::rules::Rules;

/// The digits of a group of a number.
const GROUP: usize = 3;
/// No longer end or beginning of a line, in chars, is looked at.
const LOOKED_AT: usize = 40;

/// Whether the line `after` goes on with what the line `before` ends in the midst of.
pub(super) fn tie(before: &str, after: &str, rules: &Rules) -> bool {
    // A line of one word is a label, a heading, a cell.
    if !before.contains(char::is_whitespace) {
        return false;
    }
    is_number(before, after)
        || before.ends_with('.')
            && (is_abbreviation(before, after, rules) || is_day(before, after, rules))
}

/// Whether a number goes on: groups of digits before what is counted. Where the line before begins with a number both may be
/// numbers of lines.
fn is_number(before: &str, after: &str) -> bool {
    let group = last_word(before);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let behind = after[digits..].trim_start();
    digits == GROUP
        && behind.len() < after.len() - digits
        && behind.starts_with(|c: char| c.is_alphabetic() || matches!(c, '€' | '$' | '£' | '%'))
        && (1..=GROUP).contains(&group.len())
        && group.bytes().all(|c| c.is_ascii_digit())
        && before[..before.len() - group.len()].ends_with(char::is_whitespace)
        && !before.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether an abbreviation goes on that ends no sentence there.
fn is_abbreviation(before: &str, after: &str, rules: &Rules) -> bool {
    let from = before.char_indices().rev().nth(LOOKED_AT);
    let before = &before[from.map_or(0, |(at, _)| at)..];
    let head = &before[..before.len() - 1];
    let word = last_word(head);
    if word.is_empty() {
        return false;
    }
    let to = after.char_indices().nth(LOOKED_AT);
    let after = &after[..to.map_or(after.len(), |(at, _)| at)];
    let together = format!("{before} {after}");
    let start = head.len() - word.len();
    // `z.` / `B.`
    if dotted(&together[start..], rules) > word.len() + 1 {
        return rules
            .abbreviations
            .dotted
            .iter()
            .any(|entry| entry.starts_with(&head[start..]));
    }
    let listed = rules.abbreviations;
    let initial = is_letter(word) && !listed.lists(word);
    let next = after.split_whitespace().next().unwrap_or_default();
    let goes_on = match initial {
        true => introduces_name(&head[..start]) && next.starts_with(char::is_uppercase),
        false => listed.inside.contains(word) || listed.before_number.contains(word),
    };
    goes_on
        && keeps_point(&together, start..head.len(), rules)
        && !ends_sentence(&before[start..], "", next, true, rules)
}

/// Whether an initial behind it is the first of a name: `the poet J.`; in lists they are put after the family, `Dupont, J.`
fn introduces_name(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    last_word(before).starts_with(char::is_lowercase)
}

/// Whether a date goes on: the number of a day before its month.
fn is_day(before: &str, after: &str, rules: &Rules) -> bool {
    let head = before.trim_end_matches('.');
    let day = last_word(head);
    let article = last_word(head[..head.len() - day.len()].trim_end());
    let next = after.find(|c: char| !c.is_alphabetic());
    let next = &after[..next.unwrap_or(after.len())];
    rules.ordinal_point
        && !day.is_empty()
        && day.bytes().all(|c| c.is_ascii_digit())
        && rules.abbreviations.before_ordinal.contains(article)
        && next.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    #[test]
    fn what_is_one_is_not_parted_by_the_end_of_a_line() {
        for (language, before, after) in [
            ("fr", "Le total est de 10", "000 euros."),
            ("fr", "J’ai vu M.", "Dupont hier."),
            ("fr", "Selon l’art.", "5 de la loi."),
            ("fr", "Il cite p.", "12 du livre."),
            ("en", "I met Mr.", "Smith yesterday."),
            ("en", "She met the poet J.", "R. Smith in Rome."),
            ("en", "They read the other poet, W.", "H. Auden."),
            ("fr", "Il habite chez le peintre J.", "Dupont, à Brest."),
            ("en", "See No.", "5 below."),
            ("de", "Das steht auf S.", "12 des Buches."),
            ("de", "Er lernt u.", "a. Spanisch."),
            ("de", "Das gilt z.", "B. für Kinder."),
            ("de", "Nach Art. 12 Abs.", "3 ist es so."),
            ("de", "Er kam am 3.", "Mai nach Berlin."),
            ("es", "Vi al Sr.", "García ayer."),
            ("it", "Ho visto il sig.", "Rossi ieri."),
            ("nl", "Ik zag dhr.", "Jansen gisteren."),
            ("pt", "Segundo o art.", "5 da lei."),
        ] {
            let rules = Rules::of(Language::from_code(language).expect("a language"));
            assert!(tie(before, after, &rules), "{before} / {after}");
        }
    }

    #[test]
    fn other_lines_are_apart() {
        for (language, before, after) in [
            ("fr", "Il en compta 10", "200"),
            ("fr", "100 Il en compta 10", "101 Il partit."),
            ("fr", "Il en compta 10", "20 hommes partirent."),
            ("fr", "Il en compta 10", "200hommes"),
            ("fr", "Il vint.", "Il vit."),
            ("fr", "Dupont, J.", "Durand, M."),
            ("en", "By J.", "Smith"),
            ("fr", "On prit le plan B.", "Le roi dormait."),
            ("en", "We need more vitamin C.", "Oranges have it."),
            ("fr", "Des pommes, etc.", "Le roi dormait."),
            ("en", "He said no.", "Nobody came."),
            ("en", "M.", "Smith"),
            ("de", "Es waren 3.", "Mai war es."),
        ] {
            let rules = Rules::of(Language::from_code(language).expect("a language"));
            assert!(!tie(before, after, &rules), "{before} / {after}");
        }
    }
}
