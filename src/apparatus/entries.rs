//! The entries of a row: what is said of each of its places.

use crate::class::Class;
use crate::select::Standing;
use crate::table::{Link, Row};
use crate::witness::{TokenIndex, Witness};

use super::additions::joined;
use super::citation::{is_mark, last_word, with_marks_between};
use super::lacunae::{Lacuna, lacunae};
use super::places::{Place, places};
use super::{Apparatus, Entry, Landmark, Side, Variant};

/// What is said of the words of a row, told against `base`, which stands in it.
pub(super) fn entries(apparatus: &Apparatus<'_>, row: &Row, base: usize) -> Vec<Entry> {
    let lacunae = lacunae(apparatus.table, row, base);
    let maker = Maker {
        apparatus,
        row,
        base,
    };
    // What lacks a whole stretch is told where that begins.
    let mut lacking = lacunae.iter().peekable();
    let mut entries = Vec::new();
    for place in places(apparatus, row, base, &lacunae) {
        while let Some(lacuna) = lacking.next_if(|lacuna| lacuna.link <= place.links[0]) {
            entries.push(maker.of_lacuna(lacuna));
        }
        entries.push(maker.of_place(&place));
    }
    entries.extend(lacking.map(|lacuna| maker.of_lacuna(lacuna)));
    joined(apparatus.table, entries)
}

struct Maker<'a> {
    apparatus: &'a Apparatus<'a>,
    row: &'a Row,
    base: usize,
}

impl Maker<'_> {
    fn witness(&self, w: usize) -> &Witness {
        &self.apparatus.table.witnesses[w]
    }

    /// The entry of a stretch that some lack.
    fn of_lacuna(&self, lacuna: &Lacuna) -> Entry {
        let rules = self.apparatus.voices.rules();
        let present = self.row.present().filter(|&w| rules.compares(self.base, w));
        Entry {
            lemma: with_marks_between(self.witness(self.base), &lacuna.words),
            side: Side::At,
            agreeing: present.filter(|w| !lacuna.witnesses.contains(w)).collect(),
            variants: vec![Variant {
                words: vec![Vec::new(); lacuna.witnesses.len()],
                witnesses: lacuna.witnesses.clone(),
                moved: None,
                standing: lacuna.standing(),
            }],
        }
    }

    fn of_place(&self, place: &Place) -> Entry {
        let lemma = self.words(place, self.base);
        let (lemma, side) = match lemma.is_empty() {
            true => self.beside(place.after),
            false => (lemma, Side::At),
        };
        // Some have the base's own words, in another order.
        let own = place.groups.iter().filter(|group| self.is_own(group));
        let (transposed, agreeing): (Vec<usize>, Vec<usize>) = own
            .flatten()
            .partition(|&w| *w != self.base && place.moved.contains(w));
        let mut variants: Vec<Variant> = Vec::new();
        if let Some(&first) = transposed.first() {
            variants.push(Variant {
                words: vec![Vec::new(); transposed.len()],
                moved: Some(self.landmark(place, first)),
                witnesses: transposed,
                standing: Standing::With,
            });
        }
        for group in place.groups.iter().filter(|group| !self.is_own(group)) {
            let own = self.by_print(place, group).into_iter();
            variants.extend(own.map(|witnesses| self.variant(place, witnesses)));
        }
        Entry {
            lemma,
            side,
            agreeing,
            variants,
        }
    }

    fn variant(&self, place: &Place, witnesses: Vec<usize>) -> Variant {
        let first = witnesses[0];
        let moved = witnesses.iter().all(|w| place.moved.contains(w));
        Variant {
            words: witnesses.iter().map(|&w| self.words(place, w)).collect(),
            moved: moved.then(|| self.landmark(place, first)),
            standing: match self.apparatus.agreement {
                // Of two, by how it differs.
                None => self.apart(place),
                Some(_) if self.is_form(place, first) => Standing::Form,
                Some(_) => place.standings[first],
            },
            witnesses,
        }
    }

    fn is_own(&self, group: &[usize]) -> bool {
        group.contains(&self.base)
    }

    /// The words of a witness with the marks between them.
    fn words(&self, place: &Place, w: usize) -> Vec<TokenIndex> {
        with_marks_between(self.witness(w), &place.words(self.row, w))
    }

    /// The witnesses of a group by what is printed of them: who has another form of the words is told apart.
    fn by_print(&self, place: &Place, group: &[usize]) -> Vec<Vec<usize>> {
        let mut by_text: Vec<(String, Vec<usize>)> = Vec::new();
        for &w in group {
            let text = printed(self.witness(w), &self.words(place, w));
            match by_text.iter_mut().find(|(known, _)| *known == text) {
                Some((_, witnesses)) => witnesses.push(w),
                None => by_text.push((text, vec![w])),
            }
        }
        by_text
            .into_iter()
            .map(|(_, witnesses)| witnesses)
            .collect()
    }

    /// Whether a witness has but other forms of the words of the base.
    fn is_form(&self, place: &Place, w: usize) -> bool {
        let mut links = self.links(place);
        links.all(|link| link.class_between(self.base, w) < Class::Wording)
    }

    /// How two witnesses stand to each other.
    fn apart(&self, place: &Place) -> Standing {
        match self.links(place).next().map(|link| link.class) {
            Some(Class::Omission | Class::Addition) => Standing::Alone,
            Some(Class::Wording) => Standing::Divided,
            _ => Standing::Form,
        }
    }

    fn links(&self, place: &Place) -> impl Iterator<Item = &Link> {
        place.links.iter().map(|&n| &self.row.links[n])
    }

    /// The word that a witness has before these.
    fn landmark(&self, place: &Place, w: usize) -> Landmark {
        let first = place.words(self.row, w).first().copied();
        let mut before = (0..first.map_or(0, TokenIndex::get)).rev();
        let word = before.find(|&at| !is_mark(self.witness(w), TokenIndex::new(at)));
        word.map_or(Landmark::Beginning, |at| {
            Landmark::Word(TokenIndex::new(at))
        })
    }

    /// The words of the base beside which others have more: a word with the marks behind it, or the first word.
    fn beside(&self, after: Option<TokenIndex>) -> (Vec<TokenIndex>, Side) {
        let witness = self.witness(self.base);
        let units = self.row.cells[self.base].iter().map(|&u| witness.unit(u));
        let mut own = units.flat_map(|unit| unit.tokens.indices());
        let Some(after) = after else {
            return (own.next().into_iter().collect(), Side::Before);
        };
        let own: Vec<TokenIndex> = own.take_while(|&t| t <= after).collect();
        (last_word(witness, &own), Side::Behind)
    }
}

/// Words as they are printed, whatever their capitals and apostrophes.
fn printed(witness: &Witness, words: &[TokenIndex]) -> String {
    let words = words.iter().map(|&t| witness.token_text(t));
    let words: Vec<String> = words
        .map(|text| text.to_lowercase().replace('’', "'"))
        .collect();
    words.join(" ")
}
