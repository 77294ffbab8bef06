//! Two of more witnesses: the table that they have between them.

use smallvec::SmallVec;

use crate::table::{AlignmentTable, Fact, Link, Passage, Quotation, Row, RowKind};

impl AlignmentTable {
    /// The table of two of its witnesses, the first of them its base: the same rows, with their numbers, without what neither
    /// has. A row may hold several beads of the two, where a third ends its sentences elsewhere ([`Row::beads`]).
    pub fn between(&self, witnesses: [usize; 2]) -> Self {
        let rows = self
            .rows
            .iter()
            .filter(|row| witnesses.iter().any(|&w| row.has(w)));
        let place = |w: usize| witnesses.iter().position(|&own| own == w);
        let quotation = |quotation: &Quotation| {
            let passages = quotation.passages.iter().map(|passage| {
                Some(Passage {
                    witness: place(passage.witness)?,
                    ..*passage
                })
            });
            Some(Quotation {
                passages: passages.collect::<Option<_>>()?,
                ..quotation.clone()
            })
        };
        let facts = self.facts.iter().chain(&self.facts_between);
        let facts = facts.filter_map(|fact| fact_between(fact, witnesses));
        let mut facts: Vec<Fact> = facts.collect();
        facts.sort_by_cached_key(|fact| {
            let [a, b] = [0, 1].map(|w| fact.tokens[w].first().copied());
            (
                fact.row,
                !fact.is_contradiction(),
                fact.kind,
                a.is_none(),
                a,
                b,
            )
        });
        let sigla = witnesses.map(|w| &self.witnesses[w].siglum);
        let notes = self.notes.iter().filter(|note| note.is_among(&sigla));
        Self {
            witnesses: witnesses.map(|w| self.witnesses[w].clone()).into(),
            base: 0,
            uncompared: Vec::new(),
            rows: rows.map(|row| self.row_between(row, witnesses)).collect(),
            quotations: self.quotations.iter().filter_map(quotation).collect(),
            facts,
            facts_between: Vec::new(),
            ignored: self.ignored.clone(),
            notes: notes.cloned().collect(),
        }
    }

    fn row_between(&self, row: &Row, witnesses: [usize; 2]) -> Row {
        let [a, b] = witnesses;
        let both = row.has(a) && row.has(b);
        let links: Vec<Link> = match both && self.compares(a, b) {
            true => row
                .links
                .iter()
                .filter_map(|link| self.link_between(link, witnesses))
                .collect(),
            false => Vec::new(),
        };
        let moved_to = [b, a]
            .into_iter()
            .find_map(|w| row.moved_to_in(w, self.base));
        let beads = row
            .beads
            .iter()
            .filter(|bead| bead.witnesses == [a.min(b), a.max(b)]);
        let (count, score, confidence) = beads.fold((0, 0.0, 0.0), |(n, score, sum), bead| {
            (n + 1, score + bead.score, sum + bead.confidence)
        });
        Row {
            number: row.number,
            kind: if both { RowKind::Bead } else { RowKind::Only },
            cells: witnesses.map(|w| row.cells[w].clone()).into(),
            moved: both && moved_to.is_some(),
            moved_to: moved_to.filter(|_| both),
            places: Vec::new(),
            beads: Vec::new(),
            score: match count {
                0 => row.score.filter(|_| both),
                _ => Some(score),
            },
            confidence: match count {
                0 => row.confidence.filter(|_| both),
                count => Some(confidence / f64::from(count)),
            },
            similarity: match both {
                true => self.rules(&[]).similarity_between(&row.links, a, b),
                false => None,
            },
            links,
            status: row.status,
            note: row.note.clone(),
        }
    }

    fn link_between(&self, link: &Link, witnesses: [usize; 2]) -> Option<Link> {
        let [a, b] = witnesses;
        if link.tokens[a].is_empty() && link.tokens[b].is_empty() {
            return None;
        }
        let moved = witnesses.map(|w| link.is_moved_in(w, self.base));
        Some(Link {
            tokens: [&link.tokens[a], &link.tokens[b]].into(),
            class: link.class_between(a, b),
            moved: moved[0] != moved[1],
            probability: link.probability,
            variation: None,
        })
    }
}

/// A fact as two of its witnesses have it; `None` where it is not told between these two.
fn fact_between(fact: &Fact, witnesses: [usize; 2]) -> Option<Fact> {
    let told = |w: &usize| fact.witnesses.contains(w);
    let tokens = witnesses.map(|w| fact.tokens[w].clone());
    let first = fact
        .witnesses
        .first()
        .is_some_and(|first| witnesses.contains(first));
    (first && witnesses.iter().all(told)).then(|| Fact {
        tokens: tokens.into(),
        witnesses: SmallVec::from_buf([0, 1]),
        ..*fact
    })
}
