//! Changed facts: numbers, dates, names and negations that differ inside a row, or that one witness alone has there.
//!
//! A fact is compared by what it says, not by how its words were linked: `25 mai` in both cells is no difference wherever
//! it stands. What counts as a number, a month or a negation is in [`words`], a table a language; a name is a word with
//! a capital inside a sentence, that stands nowhere in lower case.

mod mentions;
mod names;
mod negations;
mod numbers;
mod words;

use rayon::prelude::*;

use crate::table::{AlignmentTable, Row, RowKind};
use crate::witness::Witness;

use mentions::{Mention, differences};
use names::Names;

/// Rows a task of the thread pool takes at once.
const ROWS_AT_A_TIME: usize = 512;

/// What kind of fact differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A number, in figures or in words.
    Number,
    /// A day, a month, with their year.
    Date,
    /// A proper name.
    Name,
    /// A negation.
    Negation,
}

impl FactKind {
    /// Every kind, in the order of the summary.
    pub const ALL: [Self; 4] = [Self::Number, Self::Date, Self::Name, Self::Negation];

    /// The name used in views and exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Negation => "negation",
        }
    }
}

/// A fact that differs between two witnesses in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The number of the row.
    pub row: u32,
    /// What kind of fact it is.
    pub kind: FactKind,
    /// For each witness the indices of the tokens that say it, increasing; empty where it says nothing of the kind.
    pub tokens: Vec<Vec<u32>>,
}

impl AlignmentTable {
    /// The facts that differ in these rows, in their order. Rows whose words are not linked have none.
    pub fn find_facts(witnesses: &[Witness], rows: &[Row]) -> Vec<Fact> {
        let names = Names::new(witnesses);
        rows.par_chunks(ROWS_AT_A_TIME)
            .flat_map_iter(|rows| {
                let facts = rows.iter().map(|row| facts_between(witnesses, row, &names));
                facts.collect::<Vec<_>>()
            })
            .flatten()
            .collect()
    }

    /// The facts that differ in a row.
    pub fn facts_of(&self, row: u32) -> &[Fact] {
        let from = self.facts.partition_point(|f| f.row < row);
        let to = self.facts.partition_point(|f| f.row <= row);
        self.facts.get(from..to).unwrap_or_default()
    }
}

/// The facts of a row that differ between its first cell and the others.
fn facts_between(witnesses: &[Witness], row: &Row, names: &Names) -> Vec<Fact> {
    if row.kind != RowKind::Bead || row.links.is_empty() {
        return Vec::new();
    }
    let cells: Vec<usize> = (0..witnesses.len())
        .filter(|&w| !row.cells[w].is_empty())
        .collect();
    let found: Vec<Vec<Mention>> = cells
        .iter()
        .map(|&w| mentions::of(&witnesses[w], &row.cells[w], names))
        .collect();
    let Some((first, others)) = found.split_first() else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for (n, other) in others.iter().enumerate() {
        let sides = [cells[0], cells[n + 1]];
        facts.extend(differences(witnesses, row, sides, [first, other]));
    }
    facts
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::read::{ReadOptions, read_bytes};
    use crate::witness::{Language, Level, Siglum};
    use crate::{CompareOptions, compare};

    /// The facts that differ in texts of one line a bead, as `kind: a → b`.
    fn facts(language: Language, a: &str, b: &str) -> Vec<String> {
        let options = ReadOptions {
            level: Level::Line,
            language: Some(language),
            ..ReadOptions::default()
        };
        let witnesses = [a, b].map(|text| {
            let siglum = Siglum(if text == a { "A" } else { "B" }.to_owned());
            read_bytes(text.into(), "text", siglum, &options)
                .unwrap()
                .witness
        });
        let table = compare(witnesses, &CompareOptions::default());
        let text = |w: usize, tokens: &[u32]| {
            let words: Vec<&str> = tokens
                .iter()
                .map(|&t| table.witnesses[w].token_text(t))
                .collect();
            words.join(" ")
        };
        table
            .facts
            .iter()
            .map(|f| {
                let (a, b) = (text(0, &f.tokens[0]), text(1, &f.tokens[1]));
                format!("{}: {a} → {b}", f.kind.name())
            })
            .collect()
    }

    fn french(a: &str, b: &str) -> Vec<String> {
        facts(Language::French, a, b)
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let same = [
            (
                "Il a vendu 1 500 moutons à la foire.",
                "Il a vendu mille cinq cents moutons à la foire.",
            ),
            (
                "Il a vécu quatre-vingt-dix-sept ans au pays.",
                "Il a vécu 97 ans au pays.",
            ),
            (
                "Il y avait vingt et un soldats devant la porte.",
                "Il y avait 21 soldats devant la porte.",
            ),
            (
                "Louis XIV régna longtemps sur la France.",
                "Louis 14 régna longtemps sur la France.",
            ),
            (
                "Adam vécut neuf cent trente ans, puis il mourut.",
                "Adam vécut 930 ans, puis il mourut.",
            ),
            (
                "La ville donna un million aux pauvres gens.",
                "La ville donna 1 000 000 aux pauvres gens.",
            ),
            (
                "Il portait un habit neuf pour la fête.",
                "Il portait un habit nouveau pour la fête.",
            ),
            (
                "À la troisième heure ils le virent venir.",
                "À trois heures ils le virent venir.",
            ),
        ];
        for (a, b) in same {
            assert_eq!(french(a, b), Vec::<String>::new(), "{a}");
        }
        assert_eq!(
            french(
                "Il a vendu vingt-cinq moutons à la foire.",
                "Il a vendu 30 moutons à la foire."
            ),
            ["number: vingt-cinq → 30"]
        );
        assert_eq!(
            french(
                "Les douze disciples mangeaient du pain.",
                "Les disciples mangeaient du pain."
            ),
            ["number: douze → "]
        );
    }

    #[test]
    fn dates() {
        let a = "L’accord fut signé à Moscou le 25 mai 1972.";
        assert_eq!(
            french(a, "L’accord fut signé à Moscou le 26 mai 1972."),
            ["date: 25 mai 1972 → 26 mai 1972"]
        );
        assert_eq!(
            french(a, "Le 25 mai 1972, à Moscou, fut signé l’accord."),
            Vec::<String>::new()
        );
        assert_eq!(
            french(
                "Le train partit lundi matin de la grande gare.",
                "Le train partit mardi matin de la grande gare."
            ),
            ["date: lundi → mardi"]
        );
        assert_eq!(
            facts(
                Language::English,
                "The treaty was signed on May 25, 1972 in Moscow.",
                "The treaty was signed on 25 June 1972 in Moscow."
            ),
            ["date: May 25 1972 → 25 June 1972"]
        );
    }

    #[test]
    fn names() {
        assert_eq!(
            french(
                "Le traité avec l’Iran fut signé par les ministres.",
                "Le traité avec l’Irak fut signé par les ministres."
            ),
            ["name: Iran → Irak"]
        );
        assert_eq!(
            french(
                "Alors il monta avec Jean sur la montagne.",
                "Alors il monta avec lui sur la montagne."
            ),
            ["name: Jean → "]
        );
        let same = [
            (
                "Les accords avec la Russie furent signés.",
                "Les accords russes furent signés.",
            ),
            (
                "Il vit les Etats-Unis de loin hier.",
                "Il vit les États-Unis de loin hier.",
            ),
            // A capital that the other uses for a common word.
            ("Ils dirent au Roi de venir.", "Ils dirent au roi de venir."),
            // An acronym that one side adds.
            (
                "La sécurité de l’information importe.",
                "La sécurité de l’information (SII) importe.",
            ),
        ];
        for (a, b) in same {
            assert_eq!(french(a, b), Vec::<String>::new(), "{a}");
        }
    }

    #[test]
    fn negations() {
        assert_eq!(
            french(
                "Il ne viendra pas demain matin.",
                "Il viendra demain matin."
            ),
            ["negation: ne pas → "]
        );
        assert_eq!(
            french(
                "Il partit sans argent pour la ville.",
                "Il partit avec argent pour la ville."
            ),
            ["negation: sans → "]
        );
        let same = [
            ("Il n’a point mangé de pain.", "Il n’a pas mangé de pain."),
            ("Je ne sais où il demeure.", "Je ne sais pas où il demeure."),
            ("Il ne mange que du pain.", "Il mange seulement du pain."),
            (
                "Il ne viendra pas aussi demain.",
                "Il ne viendra pas non plus demain.",
            ),
            (
                "Le principe de non-ingérence importe.",
                "Le principe de non ingérence importe.",
            ),
        ];
        for (a, b) in same {
            assert_eq!(french(a, b), Vec::<String>::new(), "{a}");
        }
        assert_eq!(
            facts(
                Language::English,
                "They will not accept the plan of the king.",
                "They will accept the plan of the king."
            ),
            ["negation: not → "]
        );
    }
}
