//! Where the witnesses of a row read otherwise than one of them, and what: the places of an apparatus.

use crate::class::Class;
use crate::select::Standing;
use crate::table::{Link, Reading, Row};
use crate::witness::{TokenIndex, TokenKind};

use super::content::Content;
use super::ink::Ink;
use super::lacunae::{Lacuna, lacunae};
use super::signs::{Mark, standing_ink};

/// A place of the base with what others read there.
pub(super) struct Entry {
    /// The words of the base, increasing; where others have more, those beside which they have it.
    pub(super) lemma: Vec<TokenIndex>,
    /// Whether others have more beside the lemma, and not other words in its place.
    pub(super) adds: bool,
    /// Whether they have it before the lemma.
    pub(super) before: bool,
    /// Which of the occurrences in the row the lemma is, from 1, where there are several.
    pub(super) occurrence: Option<u32>,
    /// What others read, each by who has it.
    pub(super) variants: Vec<Variant>,
}

impl Entry {
    /// Tokens above which the middle of a lemma is left out.
    pub(super) const LONG: usize = 6;
}

/// A reading.
pub(super) struct Variant {
    /// Who has it, increasing.
    pub(super) witnesses: Vec<usize>,
    /// Its words, of the first that has it.
    pub(super) tokens: Vec<TokenIndex>,
    /// Whether these are the words of the base, in another order.
    pub(super) same: bool,
    /// Whether they stand in another order.
    pub(super) moved: bool,
    /// The ink of the words.
    pub(super) ink: Ink,
}

/// A run of links at which the same witnesses read the same.
struct Place {
    links: Vec<usize>,
    /// The first and the last of them that are marked.
    marked: Option<[usize; 2]>,
    /// The groups of witnesses, that of the base first.
    groups: Vec<Vec<usize>>,
    /// Those that have the words in another order.
    moved: Vec<usize>,
    /// How each witness stands.
    standings: Vec<Standing>,
    /// The last word of the base before it.
    after: Option<TokenIndex>,
}

/// The places of a row where others read otherwise than `base`, in the order of the links.
pub(super) fn entries(content: &Content<'_>, row: &Row, base: usize) -> Vec<Entry> {
    let lacunae = lacunae(content, row, base);
    let marks = content.marker.links(row);
    let places = places(content, row, base, &lacunae, &marks);
    // What lacks a whole stretch is told where that begins.
    let mut lacking = lacunae.iter().peekable();
    let mut entries = Vec::new();
    for place in &places {
        while let Some(lacuna) = lacking.next_if(|lacuna| lacuna.link <= place.links[0]) {
            entries.push(entry_of(content, base, lacuna));
        }
        entries.push(entry(content, row, base, place, &marks));
    }
    entries.extend(lacking.map(|lacuna| entry_of(content, base, lacuna)));
    entries
}

/// The entry of a stretch that some lack.
fn entry_of(content: &Content<'_>, base: usize, lacuna: &Lacuna) -> Entry {
    Entry {
        lemma: content.with_marks_between(base, &lacuna.words),
        adds: false,
        before: false,
        occurrence: None,
        variants: vec![Variant {
            witnesses: lacuna.witnesses.clone(),
            tokens: Vec::new(),
            same: false,
            moved: false,
            ink: standing_ink(lacuna.standing()).unwrap_or(Ink::Plain),
        }],
    }
}

/// The readings of a link as far as they are marked: those of its words, and where only forms differ, of these.
pub(super) fn readings(
    content: &Content<'_>,
    row: &Row,
    link: &Link,
    standings: &[Standing],
) -> Vec<Reading> {
    let Some(agreement) = content.marker.agreement else {
        let seen = crate::table::Seen::Showing;
        let rules = content.marker.voices.rules();
        return rules.readings(row, link, content.table.base, seen);
    };
    let forms = standings.contains(&Standing::Form);
    match forms {
        true => agreement.readings(row, link),
        false => agreement.wordings(row, link),
    }
}

fn places(
    content: &Content<'_>,
    row: &Row,
    base: usize,
    lacunae: &[Lacuna],
    marks: &[Mark],
) -> Vec<Place> {
    let shown = content.marker.voices.of(row);
    let mut told = content.marker.standings(row);
    let mut places: Vec<Place> = Vec::new();
    let mut after = None;
    for (n, link) in row.links.iter().enumerate() {
        let marked = marks[n].sign.is_some() || marks[n].moved;
        if marked || content.marker.voices.rules().shows(link) {
            let standings = match content.marker.agreement {
                Some(agreement) if !marked => agreement.standings(row, link),
                _ => std::mem::take(&mut told[n]),
            };
            let mut groups: Vec<Vec<usize>> = match (marked, marks[n].sign) {
                (true, None) => vec![row.present().collect()],
                _ => {
                    let readings = readings(content, row, link, &standings);
                    readings.iter().map(|r| r.witnesses.to_vec()).collect()
                }
            };
            let is_told = |w: usize| lacunae.iter().any(|l| l.holds(w, &link.tokens[base]));
            groups
                .iter_mut()
                .for_each(|group| group.retain(|&w| !is_told(w)));
            groups.retain(|group| !group.is_empty());
            let moved = |&w: &usize| shown[n].moved && link.is_moved_in(w, content.table.base);
            let place = Place {
                links: vec![n],
                marked: marked.then_some([n; 2]),
                groups,
                moved: (0..row.cells.len()).filter(moved).collect(),
                standings,
                after,
            };
            if place.groups.len() < 2 && place.moved.is_empty() && !lacunae.is_empty() {
                after = link.tokens[base].last().copied().or(after);
                continue;
            }
            match places.last_mut() {
                Some(last) if goes_on(content, row, base, last, &place) => {
                    last.links.push(n);
                    if marked {
                        last.marked = Some([last.marked.map_or(n, |[from, _]| from), n]);
                    }
                }
                _ => places.push(place),
            }
        }
        after = link.tokens[base].last().copied().or(after);
    }
    // What is not marked stays where it stands between what is.
    places.retain_mut(|place| {
        let marked = place.marked;
        place
            .links
            .retain(|n| marked.is_some_and(|[from, to]| (from..=to).contains(n)));
        marked.is_some()
    });
    places
}

/// Whether a place goes on with another: the same read the same there, and the words of each follow.
fn goes_on(content: &Content<'_>, row: &Row, base: usize, last: &Place, next: &Place) -> bool {
    let words = |place: &Place, w: usize| -> Vec<TokenIndex> {
        let links = place.links.iter().map(|&n| &row.links[n].tokens[w]);
        links.flatten().copied().collect()
    };
    let follows = |w: usize| match (words(last, w).last(), words(next, w).first()) {
        (Some(before), Some(after)) => before < after,
        _ => true,
    };
    let adjoin = match (words(last, base).last(), words(next, base).first()) {
        (Some(&before), Some(&after)) => content.are_parted_by_marks(base, before, after),
        // What is more than the base has stands in one place.
        (None, None) => last.after == next.after,
        (Some(before), None) => next.after == Some(*before),
        (None, Some(&after)) => last
            .after
            .is_some_and(|before| content.are_parted_by_marks(base, before, after)),
    };
    last.groups == next.groups
        && last.moved == next.moved
        && adjoin
        && last.groups.iter().flatten().all(|&w| follows(w))
}

fn entry(content: &Content<'_>, row: &Row, base: usize, place: &Place, marks: &[Mark]) -> Entry {
    let words = |w: usize| -> Vec<TokenIndex> {
        let links = place.links.iter().map(|&n| &row.links[n].tokens[w]);
        let mut words: Vec<TokenIndex> = links.flatten().copied().collect();
        words.sort_unstable();
        content.with_marks_between(w, &words)
    };
    let (mut lemma, mut before) = (words(base), false);
    let adds = lemma.is_empty();
    if adds {
        (lemma, before) = beside(content, row, base, place.after);
    }
    let own = |group: &&Vec<usize>| !group.contains(&base);
    let mut variants: Vec<Variant> = Vec::new();
    // The base's own words in another order.
    let transposed: Vec<usize> = place
        .groups
        .iter()
        .filter(|group| group.contains(&base))
        .flatten()
        .copied()
        .filter(|w| place.moved.contains(w))
        .collect();
    if !transposed.is_empty() {
        variants.push(Variant {
            tokens: words(transposed[0]),
            witnesses: transposed,
            same: true,
            moved: true,
            ink: Ink::Plain,
        });
    }
    // Who has another form of the words is told apart: what is printed is what each has.
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for group in place.groups.iter().filter(own) {
        let mut by_text: Vec<(String, Vec<usize>)> = Vec::new();
        for &w in group {
            let text = printed(content, w, &words(w));
            match by_text.iter_mut().find(|(known, _)| *known == text) {
                Some((_, witnesses)) => witnesses.push(w),
                None => by_text.push((text, vec![w])),
            }
        }
        groups.extend(by_text.into_iter().map(|(_, witnesses)| witnesses));
    }
    for group in groups {
        let standing = place.standings[group[0]];
        variants.push(Variant {
            tokens: words(group[0]),
            same: false,
            moved: group.iter().all(|w| place.moved.contains(w)),
            ink: match content.marker.agreement {
                // Of two, by how it differs.
                None => marks[place.links[0]].ink(Ink::Plain),
                Some(_) if is_form(row, place, base, group[0]) => Ink::Form,
                Some(_) => standing_ink(standing).unwrap_or(Ink::Plain),
            },
            witnesses: group,
        });
    }
    Entry {
        occurrence: occurrence(content, row, base, &lemma),
        lemma,
        adds,
        before,
        variants,
    }
}

/// Words as they are printed, whatever their capitals and apostrophes.
fn printed(content: &Content<'_>, w: usize, words: &[TokenIndex]) -> String {
    let witness = &content.table.witnesses[w];
    let words = words.iter().map(|&t| witness.token_text(t));
    let words: Vec<String> = words
        .map(|text| text.to_lowercase().replace('’', "'"))
        .collect();
    words.join(" ")
}

/// Whether a witness has but other forms of the words of the base.
fn is_form(row: &Row, place: &Place, base: usize, w: usize) -> bool {
    let mut links = place.links.iter().map(|&n| &row.links[n]);
    links.all(|link| link.class_between(base, w) < Class::Wording)
}

/// The words of the base beside which others have more, and whether these stand behind: a word with the marks behind it, or
/// the first word.
fn beside(
    content: &Content<'_>,
    row: &Row,
    base: usize,
    after: Option<TokenIndex>,
) -> (Vec<TokenIndex>, bool) {
    let witness = &content.table.witnesses[base];
    let own = tokens(content, row, base);
    let Some(after) = after else {
        return (own.first().copied().into_iter().collect(), true);
    };
    let is_mark = |t: TokenIndex| witness.token(t).kind == TokenKind::Punctuation;
    let mut lemma: Vec<TokenIndex> = Vec::new();
    for &token in own.iter().rev().skip_while(|&&t| t > after) {
        lemma.insert(0, token);
        if !is_mark(token) {
            break;
        }
    }
    (lemma, false)
}

/// Which occurrence of its words in the row a lemma is, from 1; `None` where it is the only one.
fn occurrence(content: &Content<'_>, row: &Row, base: usize, lemma: &[TokenIndex]) -> Option<u32> {
    let witness = &content.table.witnesses[base];
    let own = tokens(content, row, base);
    let text = |tokens: &[TokenIndex]| -> Vec<&str> {
        tokens.iter().map(|&t| witness.token_text(t)).collect()
    };
    let wanted = text(lemma);
    let places: Vec<TokenIndex> = own
        .windows(lemma.len().max(1))
        .filter(|window| text(window) == wanted)
        .map(|window| window[0])
        .collect();
    let at = places
        .iter()
        .position(|place| Some(place) == lemma.first())?;
    (places.len() > 1).then_some(at as u32 + 1)
}

fn tokens(content: &Content<'_>, row: &Row, w: usize) -> Vec<TokenIndex> {
    let witness = &content.table.witnesses[w];
    let units = row.cells[w].iter().map(|&u| witness.unit(u));
    units.flat_map(|unit| unit.tokens.indices()).collect()
}
