//! Two texts on facing pages: as many chunks on either side, and nothing but the texts in them.
#![allow(clippy::unwrap_used)]

use enregard::export::{ExportOptions, Format, cannot_hold};
use enregard::read::{ReadOptions, read_bytes};
use enregard::witness::{Language, Siglum, Witness};
use enregard::{AlignmentTable, CompareOptions, compare_witnesses};
use proptest::prelude::*;

use super::{export, with};
use crate::tables::{random, sample};

/// The chunks of both sides.
pub(super) fn sides(latex: &str) -> [Vec<String>; 2] {
    ["Leftside", "Rightside"].map(|side| {
        let between = |text: &str, from: &str, to: &str| -> Option<String> {
            let (_, behind) = text.split_once(from)?;
            Some(behind.split_once(to)?.0.to_owned())
        };
        let Some(own) = between(
            latex,
            &format!("\\begin{{{side}}}\n\\beginnumbering\n"),
            "\\endnumbering",
        ) else {
            return Vec::new();
        };
        let chunks = own.split_inclusive("\\pend\n");
        chunks
            .map(|chunk| between(chunk, "\\pstart\n", "\n\\pend").unwrap())
            .collect()
    })
}

/// What TeX would set, without white space and what no font has; `{` and `}` around what the other text has not are left out.
pub(super) fn set(chunk: &str) -> String {
    let mut out = String::new();
    let mut rest = chunk;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                let name = rest.len()
                    - rest
                        .trim_start_matches(|c: char| c.is_ascii_alphabetic())
                        .len();
                let (command, behind) = rest.split_at(name.max(1));
                rest = behind.strip_prefix("{}").unwrap_or(behind);
                match command {
                    "textbackslash" => out.push('\\'),
                    "textasciitilde" => out.push('~'),
                    "textasciicircum" => out.push('^'),
                    "textquotedbl" => out.push('"'),
                    "textasciigrave" => out.push('`'),
                    "textless" => out.push('<'),
                    "textgreater" => out.push('>'),
                    "textbar" => out.push('|'),
                    "hspace" => rest = behind.strip_prefix("*{\\parindent}%").unwrap(),
                    "," | "-" | "newline" | "noindent" | "mbox" | "unshown" | "onlybegins"
                    | "onlyends" => {}
                    "textbf" => {}
                    name if name.starts_with("differs") => {}
                    escaped if "{}$&#_%".contains(escaped) => out.push_str(escaped),
                    other => panic!("\\{other} in {chunk}"),
                }
            }
            '{' | '}' | '~' => {}
            c if c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

/// The text of a witness as [`set`] has it.
pub(super) fn bare(text: &str) -> String {
    let survives = |c: &char| {
        !(c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
            || matches!(c, '\u{fdd0}'..='\u{fdef}')
            || u32::from(*c) & 0xfffe == 0xfffe)
    };
    text.chars().filter(survives).collect()
}

fn compared(a: &str, b: &str) -> AlignmentTable {
    let options = ReadOptions {
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    };
    let witness = |n, text: &str| -> Witness {
        let reading = read_bytes(text.into(), "text", Siglum::nth(n), &options);
        reading.unwrap().witness
    };
    compare_witnesses([witness(0, a), witness(1, b)], &CompareOptions::default()).unwrap()
}

#[test]
fn paragraphs_stand_beside_each_other() {
    let latex = export(
        &compared(
            "Le marché commence à l’aube.\n\nLes poissonniers crient le prix des sardines. Il pleut.\n\nUn cheval tire la charrette.\n",
            "Le marché débute à l’aube.\n\nLes poissonniers crient le prix des sardines.\n\nUn cheval tire la charrette.\n\nEt voilà tout.\n",
        ),
        Format::LatexFacing,
    );
    assert_eq!(
        sides(&latex),
        [
            vec![
                "Le marché \\differswording{commence} à l’aube.",
                "Les poissonniers crient le prix des sardines. \\onlybegins{}Il pleut.\\onlyends{}",
                "Un cheval tire la charrette.",
                "\\mbox{}",
            ],
            vec![
                "Le marché \\differswording{débute} à l’aube.",
                "Les poissonniers crient le prix des sardines.",
                "Un cheval tire la charrette.",
                "\\onlybegins{}Et voilà tout.\\onlyends{}",
            ],
        ]
        .map(|side| side.into_iter().map(String::from).collect::<Vec<_>>())
    );
    // What is loaded, and what sets the pages, which stands outside of them.
    for part in [
        "\\usepackage{reledpar}\n",
        "\\begin{pages}\n\\begin{Leftside}\n",
        "\\end{Rightside}\n\\end{pages}\n\\Pages\n\\end{document}\n",
    ] {
        assert!(latex.contains(part), "{part}\n{latex}");
    }
}

/// Without paragraphs that end alike, long texts still stand beside each other: a paragraph goes on in the next chunk.
#[test]
fn long_paragraphs_are_several_chunks() {
    let sentence = |n: usize| {
        format!("Le marchand numéro {n} crie le prix de ses {n} sardines sur la place. ")
    };
    let text: String = (0..120).map(sentence).collect();
    let latex = export(&compared(&text, &text), Format::LatexFacing);
    let [left, right] = sides(&latex);
    assert!(left.len() > 2, "{}", left.len());
    assert_eq!(left, right);
    assert!(!left[0].starts_with("\\noindent") && left[1].starts_with("\\noindent\n"));
}

#[test]
fn of_more_than_two_two_are_written() {
    let table = random(&[3; 200], 3);
    let said = cannot_hold(&table, Format::LatexFacing, &ExportOptions::default()).unwrap();
    assert!(
        said.contains("facing pages hold two witnesses") && said.contains("--pair"),
        "{said}"
    );
    let options = ExportOptions {
        pair: Some([2, 0].map(Siglum::nth)),
        ..ExportOptions::default()
    };
    let latex = with(&table, Format::LatexFacing, &options);
    assert!(
        latex.contains("\\siglum{C} 2.txt") || latex.contains("\\siglum{C}"),
        "{latex}"
    );
    assert!(!latex.contains("\\siglum{B}"));
}

#[test]
fn every_look_has_a_command() {
    let latex = export(&sample(), Format::LatexFacing);
    for name in ["form", "moved", "only", "wording", "elsewhere"] {
        assert!(
            latex.contains(&format!("\\newcommand*{{\\differs{name}}}[1]")),
            "{name}"
        );
    }
}

proptest! {
    #[test]
    fn both_sides_are_the_texts_in_as_many_chunks(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let table = random(&bytes, 2);
        let latex = export(&table, Format::LatexFacing);
        let [left, right] = sides(&latex);
        prop_assert_eq!(left.len(), right.len());
        for (side, witness) in [left, right].iter().zip(&table.witnesses) {
            let found: String = side.iter().map(|chunk| set(chunk)).collect();
            prop_assert_eq!(found, bare(&witness.text));
            prop_assert!(side.iter().all(|chunk| !chunk.is_empty()));
        }
    }

    #[test]
    fn braces_are_balanced(bytes in prop::collection::vec(any::<u8>(), 0..400), sides in 0usize..4) {
        let latex = export(&random(&bytes, sides), Format::LatexFacing).replace("\\{", "").replace("\\}", "");
        let mut open = 0_i32;
        for c in latex.chars() {
            open += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            prop_assert!(open >= 0);
        }
        prop_assert_eq!(open, 0);
    }
}
