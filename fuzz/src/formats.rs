//! What people and other programs write, and is read: files of every kind, tables with corrections, lists of words.

use enregard::apply::read_corrections;
use enregard::read::{Kind, ReadOptions, Tracked, read_bytes};
use enregard::witness::Siglum;
use enregard::words::TokenLinker;
use enregard::{CompareOptions, Equivalents, Lexicon, Unobserved, Witness};

use crate::{LONGEST, chosen, language, level};

/// More than most archives of small documents have.
const LARGEST_FILE: usize = 1 << 16;
/// Of what is unpacked.
const LARGEST_TEXT: u64 = 1 << 20;

/// A file of any kind: the first byte says of which, none as well.
pub fn read(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else {
        return;
    };
    if rest.len() > LARGEST_FILE {
        return;
    }
    let options = ReadOptions {
        level: level(first),
        kind: Kind::ALL.get(usize::from(first) % 32).copied(),
        lossy: first & 0x20 != 0,
        tracked: if first & 0x40 != 0 {
            Tracked::Original
        } else {
            Tracked::Accepted
        },
        part: (first & 0x80 != 0).then(|| "2".to_owned()),
        max_size: LARGEST_TEXT,
        ..ReadOptions::default()
    };
    if let Ok(reading) = read_bytes(rest.to_vec(), "file", Siglum::nth(0), &options) {
        let witness = &reading.witness;
        assert!(
            witness
                .units()
                .iter()
                .all(|unit| witness.text.get(unit.span.range()).is_some())
        );
    }
}

/// A table with corrections, of the texts whose tables are in the corpus.
pub fn apply(data: &[u8]) {
    if data.len() > LARGEST_FILE {
        return;
    }
    let Ok(corrections) = read_corrections(data, &[]) else {
        return;
    };
    let of = |n: usize, text: &str| -> Option<Witness> {
        let options = ReadOptions {
            language: Some(language(0)),
            kind: Some(Kind::Text),
            ..ReadOptions::default()
        };
        Some(
            read_bytes(text.into(), "text", Siglum::nth(n), &options)
                .ok()?
                .witness,
        )
    };
    let texts = [
        include_str!("../../fixtures/genesis/martin.txt"),
        include_str!("../../fixtures/genesis/darby.txt"),
    ];
    let witnesses: Option<Vec<Witness>> = texts
        .iter()
        .enumerate()
        .map(|(n, text)| of(n, text))
        .collect();
    if let Some(witnesses) = witnesses {
        let _ = enregard::apply::apply(
            &corrections,
            witnesses,
            0,
            &[],
            &CompareOptions::default(),
            &Unobserved,
        );
    }
}

/// A table in JSON: what is read is written, and read back.
pub fn json(data: &[u8]) {
    use enregard::export::{ExportOptions, Format, write};
    if data.len() > LARGEST_FILE {
        return;
    }
    let Ok(table) = enregard::format::json::read(data) else {
        return;
    };
    for format in Format::ALL {
        let mut out = Vec::new();
        write(&table, format, &ExportOptions::default(), &mut out).expect("a vector takes all");
    }
}

/// A lexicon: what is read is written, and read back as it was.
pub fn lexicon(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Ok(lexicon) = Lexicon::from_tsv(text) else {
        return;
    };
    let written = lexicon.to_tsv();
    let again = Lexicon::from_tsv(&written).expect("what was written is read");
    assert_eq!(written, again.to_tsv());
    let mut known = Equivalents::default();
    lexicon.add_to(&mut known);
}

/// A thesaurus.
pub fn thesaurus(data: &[u8]) {
    let mut known = Equivalents::default();
    let _ = enregard::add_thesaurus(data, &mut known);
}

/// A settings file, found beside a text, or named.
pub fn settings(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    if let Ok(text) = std::str::from_utf8(rest) {
        enregard::cli::fuzzing::settings(text, first & 1 == 0);
    }
}

/// The manifest of a batch, by the first byte CSV, TSV or JSON Lines.
pub fn manifest(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    enregard::cli::fuzzing::manifest(first, rest.to_vec());
}

/// An alignment and its gold.
pub fn evaluate(data: &[u8]) {
    let text = String::from_utf8_lossy(&data[..data.len().min(LARGEST_FILE)]);
    let (system, gold) = text.split_once("\n=====\n").unwrap_or((&text, &text));
    let _ = enregard::evaluate::evaluate(system, gold);
}

/// Pairs of token lists, which are linked; each link stands inside its line.
pub fn words(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let mut linker = TokenLinker::new(language(first), first & 0x80 != 0, &Equivalents::default());
    for line in text.lines().take(LONGEST / 64) {
        let (a, b) = line.split_once("|||").unwrap_or((line, line));
        let [a, b] = [a, b].map(|side| {
            side.split([' ', '\t'])
                .filter(|token| !token.is_empty())
                .collect::<Vec<_>>()
        });
        let linked = linker.link(&a, &b);
        for pair in &linked.pairs {
            assert!(
                (pair.a as usize) < a.len()
                    && (pair.b as usize) < b.len()
                    && (0.0..=1.0).contains(&pair.probability)
            );
            let _ = linker.class(&linked, pair);
        }
    }
}
