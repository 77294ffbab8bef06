//! Why units of more than two witnesses stand in one row: what every two say by themselves, and what the others say of that.

use std::io::{self, Write};

use crate::explanation::{Joint, JointBead, JointPair, Reasons, Says};
use crate::table::RowRef;
use crate::view::ink::Ink;
use crate::view::paper::Paper;
use crate::view::wording::{counted, percent, siglum};
use crate::view::wrap::Piece;
use crate::witness::{AlignedIndex, Level};

use super::Detail;
use super::beads::Page;
use super::sheet::Sheet;

/// The most pairs that are told one by one; of more the least sure.
const MOST_PAIRS: usize = 6;
/// The most of the pairs that have nothing to do with the witness that is told of, where there are too many.
const FEW_PAIRS: usize = 3;

/// Writes what the witnesses have in the row, and what every two of them have to do with each other: those of one, the base where
/// no other is asked about, with the words that tie them.
pub(super) fn write(
    sheet: Sheet<'_>,
    row: RowRef<'_>,
    (joint, asked): (&Joint, Option<usize>),
    out: &mut Paper<'_>,
) -> io::Result<()> {
    let base = Some(sheet.table.base).filter(|&base| row.has(base));
    let Some(one) = asked.or(base).or_else(|| row.present().next()) else {
        return Ok(());
    };
    let (near, rest): (Vec<_>, Vec<_>) = joint
        .pairs
        .iter()
        .partition(|pair| pair.witnesses.contains(&one));
    let with_base = |pair: &JointPair| base.is_some_and(|base| pair.witnesses.contains(&base));
    let (near, more) = least_sure(near, MOST_PAIRS, |pair| asked.is_some() && with_base(pair));
    let told = |w: &usize| *w == one || near.iter().any(|pair| pair.witnesses.contains(w));
    writeln!(out)?;
    for w in row.present().filter(told) {
        for unit in units(sheet, row, w) {
            let text = Piece::words(&sheet.text(w, unit), Ink::Plain);
            sheet.labelled(&sheet.name(w, unit), Ink::Strong, &text, out)?;
        }
    }
    if near.is_empty() {
        return sheet.labelled("alone", Ink::Margin, &alone(), out);
    }
    writeln!(out)?;
    for pair in near {
        Pair { sheet, pair }.write(true, out)?;
    }
    let of = format!(" of {}", siglum(sheet.table, one));
    others(sheet, &more, &of, out)?;
    if asked.is_some() {
        return Ok(());
    }
    let most = if rest.len() > MOST_PAIRS {
        FEW_PAIRS
    } else {
        MOST_PAIRS
    };
    let (rest, more) = least_sure(rest, most, |_| false);
    for pair in rest {
        Pair { sheet, pair }.write(false, out)?;
    }
    others(sheet, &more, "", out)
}

/// What is said of a row in which one witness alone stands.
fn alone() -> Vec<Piece> {
    let said = "no other text has anything of it; what it might have been in another is told where these two alone are named";
    Piece::words(said, Ink::Plain)
}

/// The least sure of pairs, where there are too many, and those that are left; else all, as they are. What is `wanted` is not left.
fn least_sure(
    mut pairs: Vec<&JointPair>,
    most: usize,
    wanted: impl Fn(&JointPair) -> bool,
) -> (Vec<&JointPair>, Vec<&JointPair>) {
    if pairs.len() <= most {
        return (pairs, Vec::new());
    }
    pairs.sort_by(|x, y| wanted(y).cmp(&wanted(x)).then(sure(x).total_cmp(&sure(y))));
    let more = pairs.split_off(most);
    (pairs, more)
}

/// `17 more pairs of A, 97 % sure or more`
fn others(sheet: Sheet<'_>, more: &[&JointPair], of: &str, out: &mut Paper<'_>) -> io::Result<()> {
    let Some(least) = more.iter().map(|pair| sure(pair)).reduce(f64::min) else {
        return Ok(());
    };
    let said = format!(
        "{}{of}, {} sure or more",
        counted(more.len(), "more pair"),
        percent(least)
    );
    sheet.labelled("others", Ink::Margin, &Piece::words(&said, Ink::Plain), out)
}

/// How sure the least sure bead of a pair is; 1 where it has none.
fn sure(pair: &JointPair) -> f64 {
    let sure = pair.beads.iter().map(|bead| bead.confidence);
    sure.fold(1.0, f64::min)
}

/// The aligned units of a witness in a row.
fn units(sheet: Sheet<'_>, row: RowRef<'_>, w: usize) -> Vec<AlignedIndex> {
    let witness = &sheet.table.witnesses[w];
    let whole = matches!(witness.level, Level::Clause | Level::Line);
    let aligned = witness.aligned_units().iter().enumerate();
    let own = aligned.filter(|&(n, unit)| {
        let shown = if whole { n } else { unit.sentence as usize };
        row.cells[w].iter().any(|cell| cell.get() == shown)
    });
    own.map(|(n, _)| AlignedIndex(n as u32)).collect()
}

/// What two of the witnesses have to do with each other.
struct Pair<'t> {
    sheet: Sheet<'t>,
    pair: &'t JointPair,
}

impl Pair<'_> {
    /// `with_words` says whether the words are told that tie their units.
    fn write(&self, with_words: bool, out: &mut Paper<'_>) -> io::Result<()> {
        let pair = self.pair;
        let page = Page(self.sheet, pair.witnesses);
        let [a, b] = pair.witnesses.map(|w| siglum(self.sheet.table, w));
        let mut label = format!("{a} with {b}");
        if pair.beads.is_empty() {
            let said = "stand here through others alone: no bead joins these two";
            let said = Piece::words(said, Ink::Plain);
            return self.sheet.labelled(&label, Ink::Margin, &said, out);
        }
        for bead in &pair.beads {
            let said = format!(
                "{}, {} sure: {}",
                page.both(&bead.a, &bead.b),
                percent(bead.confidence),
                self.who(bead, &page)
            );
            let said = Piece::words(&said, Ink::Plain);
            self.sheet.labelled(&label, Ink::Margin, &said, out)?;
            label.clear();
            let same = |own: &&Reasons| own.a == bead.a && own.b == bead.b;
            if let (true, Some(own)) = (with_words, pair.own.beads.iter().find(same)) {
                page.tied_by(own, out)?;
                if self.sheet.detail == Detail::Weights {
                    page.unexplained(own, out)?;
                    page.sums(own, out)?;
                    page.instead(own, out)?;
                }
            }
        }
        Ok(())
    }

    /// `their own words say so, and so do C D; E sets them apart`
    fn who(&self, bead: &JointBead, page: &Page<'_>) -> String {
        let voters = |says: Says| -> Vec<usize> {
            let votes = bead.votes.iter().filter(|vote| vote.says == says);
            votes.map(|vote| vote.witness).collect()
        };
        let together = voters(Says::Together);
        let names = self.sheet.few(&together);
        let does = if together.len() == 1 { "does" } else { "do" };
        let mut said = match bead.own {
            Some(own) => {
                let weight = match self.sheet.detail {
                    Detail::Words => String::new(),
                    Detail::Weights => format!(" ({})", percent(own)),
                };
                format!("their own words say so{weight}")
            }
            None => self.instead(bead, page),
        };
        said += &match (together.is_empty(), bead.own) {
            (true, _) => String::new(),
            (false, Some(_)) => format!(", and so {does} {names}"),
            (false, None) => format!(", but {names} {does}"),
        };
        for (says, one, more) in [
            (Says::InPart, "says so of a part", "say so of a part"),
            (Says::Apart, "sets them apart", "set them apart"),
            (
                Says::OneSide,
                "has but one of the two",
                "have but one of the two",
            ),
        ] {
            let voters = voters(says);
            if !voters.is_empty() {
                let verb = if voters.len() == 1 { one } else { more };
                said += &format!("; {} {verb}", self.sheet.few(&voters));
            }
        }
        if bead.votes.is_empty() && self.sheet.table.witnesses.len() > 2 {
            said += "; no other has anything of it";
        }
        said
    }

    /// What the two would have by themselves, where that is not the bead.
    fn instead(&self, bead: &JointBead, page: &Page<'_>) -> String {
        let shares = |own: &&Reasons| {
            own.a.iter().any(|unit| bead.a.contains(unit))
                || own.b.iter().any(|unit| bead.b.contains(unit))
        };
        let own = self.pair.own.beads.iter().filter(shares);
        let own: Vec<String> = own.map(|own| page.both(&own.a, &own.b)).collect();
        match own.is_empty() {
            true => "their own words do not say so".to_owned(),
            false => format!("their own words say {}", own.join(" and ")),
        }
    }
}
