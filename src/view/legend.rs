//! What the signs say: the key above a view, of the signs that stand in it, and the legend of them all.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::select::Standing;

use super::Layout;
use super::apparatus::is_numbered;
use super::cell::{FOLDED, PARAGRAPH};
use super::content::Content;
use super::ink::Ink;
use super::notes::{ARRIVED, MOVED_ROW, QUOTATION};
use super::page::{write_line, write_wrapped};
use super::palette::Colours;
use super::paper::Paper;
use super::signs::{self, APART, CellMarks, Sign};
use super::stacked::SAME;
use super::wrap::{Line, Piece};

/// The signs that stand in the view of `table`, each on words that say what it means; nothing where there is none.
pub(super) fn key(content: &Content<'_>, out: &mut Paper<'_>) -> io::Result<()> {
    let (table, options) = (content.table, content.options);
    let marker = &content.marker;
    let mut used = Used::default();
    for row in &table.rows {
        used.moved_row |= row.moved;
        used.same |= match options.layout {
            Layout::Stacked => content.shared(row).is_some(),
            Layout::Apparatus => content.agrees(row) && row.present().count() == row.cells.len(),
            _ => false,
        };
        used.only |= row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
        if options.layout == Layout::Apparatus && !used.occurrence {
            used.occurrence = is_numbered(content, row);
        }
        let cells = marker.cells(row);
        for (_, mark) in cells.iter().flat_map(|cell| &cell.marks) {
            used.parted |= marker.touching && mark.signed;
            used.numbered |= mark.number > 0;
        }
        used.many(&cells);
        let rules = table.rules(&options.quiet);
        for (link, mark) in row.links.iter().zip(marker.links(row)) {
            used.silent |= mark.sign.is_none() && rules.shows(link);
            used.moved |= mark.moved;
            match mark.sign {
                Some(Sign::Wording(_)) => used.wording = true,
                Some(Sign::Only | Sign::OnlyUnit) => used.only = true,
                Some(Sign::Form) => used.form = true,
                Some(Sign::Stands(..)) | None => {}
            }
        }
    }
    used.fact = !table.facts.is_empty();
    used.quotation = !table.quotations.is_empty();
    used.apart = !content.ambiguous.is_empty();
    let entries = match table.witnesses.len() > 2 {
        true => used.entries_of_many(options.layout, marker.everywhere),
        false => used.entries(options.layout, marker.everywhere),
    };
    if entries.is_empty() {
        return Ok(());
    }
    write_wrapped(out, &entries, 0, options.width)?;
    writeln!(out)
}

#[derive(Default)]
struct Used {
    wording: bool,
    only: bool,
    form: bool,
    moved: bool,
    moved_row: bool,
    same: bool,
    numbered: bool,
    /// Numbers in an apparatus.
    occurrence: bool,
    /// Words that differ and are not marked.
    silent: bool,
    /// Signs that part words of one colour.
    parted: bool,
    apart: bool,
    fact: bool,
    quotation: bool,
    /// Of more than two witnesses, how words stand to those of others.
    standings: BTreeSet<Standing>,
    /// Where one leaves out what others say.
    gap: bool,
}

impl Used {
    /// Notes what stands in the cells of a row of more than two witnesses.
    fn many(&mut self, cells: &[CellMarks]) {
        let marks = cells.iter().flat_map(|cell| &cell.marks);
        self.standings
            .extend(marks.filter_map(|(_, mark)| mark.standing()));
        let gaps = cells.iter().flat_map(|cell| &cell.gaps);
        for &(_, standing) in gaps {
            self.gap = true;
            self.standings.insert(standing);
        }
    }

    /// The entries of a table of more than two witnesses.
    fn entries_of_many(&self, layout: Layout, signed: bool) -> Vec<Piece> {
        let has = |standing| self.standings.contains(&standing);
        let in_cells = matches!(layout, Layout::Side | Layout::Stacked | Layout::Table);
        let of = match in_cells {
            true => [
                "this alone reads so",
                "some read so",
                "no two read the same",
            ],
            false => ["one reads otherwise", "some do", "no two read the same"],
        };
        let first = [
            (has(Standing::Alone), bare(only(of[0]), signed)),
            (has(Standing::Divided), bare(wording(of[1]), signed)),
            (has(Standing::AllDiffer), bare(all_differ(of[2]), signed)),
            (has(Standing::Form), bare(form("other form"), signed)),
            (
                self.gap,
                named(
                    signs::GAP,
                    match in_cells {
                        true => "left out here",
                        false => "more in others",
                    },
                    Ink::Only,
                ),
            ),
            (self.moved, bare(moved("moved"), signed)),
        ];
        self.listed(first.into(), "the same in all")
    }

    /// `signed` says whether signs stand around the words, or colours alone tell.
    fn entries(&self, layout: Layout, signed: bool) -> Vec<Piece> {
        let [wording, only, form] = match (layout, signed) {
            (Layout::Inline, true) => [
                wording("one text’s words → another’s"),
                only("-left out there} {+added there"),
                form("⌊one form → another⌋"),
            ],
            (Layout::Inline, false) => [
                wording("one text’s words → another’s"),
                vec![
                    Piece::text("left out there", Ink::Omitted),
                    Piece::text("  ", Ink::Plain),
                    Piece::text("added there", Ink::Only),
                ],
                form("one form → another"),
            ],
            _ => [
                wording("other words there"),
                only("only here"),
                form("other form"),
            ],
        };
        let bare = |entry| bare(entry, signed);
        let first = [
            (self.wording, bare(wording)),
            (self.only, bare(only)),
            (self.form, bare(form)),
            (self.moved, bare(moved("moved"))),
        ];
        self.listed(first.into(), "the same in both")
    }

    /// Those that stand in any table, after those of its own.
    fn listed(&self, mut entries: Vec<(bool, Vec<Piece>)>, same: &str) -> Vec<Piece> {
        entries.extend([
            (
                self.moved_row,
                named(MOVED_ROW, "moved sentence", Ink::MovedSign),
            ),
            (self.fact, fact("fact that differs")),
            (self.quotation, named(QUOTATION, "quotation", Ink::Strong)),
            (
                self.parted,
                named("⌊ ⌋", "parts two differences", Ink::WordingSign),
            ),
            (
                self.numbered,
                named("¹ ²", "which stands for which", Ink::Margin),
            ),
            (
                self.occurrence,
                named("¹ ²", "which of such words", Ink::Margin),
            ),
            (
                self.apart,
                named(format!("{APART}{{"), "a sign of the text", Ink::Strong),
            ),
            (
                self.silent,
                Piece::words("small words unmarked (--marks all)", Ink::Margin),
            ),
            (self.same, named(SAME, same, Ink::Strong)),
        ]);
        let entries: Vec<Vec<Piece>> = entries
            .into_iter()
            .filter_map(|(used, entry)| used.then_some(entry))
            .collect();
        // Two spaces between entries; lines are broken there alone.
        entries.join(&[Piece::text(" ", Ink::Plain), Piece::Space(Ink::Plain)][..])
    }
}

/// An entry without the signs around its words, where colours alone tell.
fn bare(entry: Vec<Piece>, signed: bool) -> Vec<Piece> {
    let is_bracket = |piece: &Piece| {
        let brackets = [
            Ink::WordingSign,
            Ink::OnlySign,
            Ink::AllDifferSign,
            Ink::FormSign,
            Ink::MovedSign,
        ];
        matches!(piece, Piece::Text(_, ink) if brackets.contains(ink))
    };
    let pieces = entry.into_iter();
    pieces
        .filter(|piece| signed || !is_bracket(piece))
        .collect()
}

fn named(sign: impl Into<String>, text: &str, ink: Ink) -> Vec<Piece> {
    vec![
        Piece::text(sign, ink),
        Piece::text(format!(" {text}"), Ink::Margin),
    ]
}

fn wording(text: &str) -> Vec<Piece> {
    bracketed(signs::WORDING, text, Ink::WordingSign, Ink::Wording)
}

fn all_differ(text: &str) -> Vec<Piece> {
    bracketed(signs::ALL_DIFFER, text, Ink::AllDifferSign, Ink::AllDiffer)
}

fn only(text: &str) -> Vec<Piece> {
    bracketed(signs::ONLY, text, Ink::OnlySign, Ink::Only)
}

fn moved(text: &str) -> Vec<Piece> {
    bracketed(signs::MOVED, text, Ink::MovedSign, Ink::Moved)
}

fn fact(text: &str) -> Vec<Piece> {
    bracketed((signs::FACT, ""), text, Ink::FactSign, Ink::Plain)
}

fn form(text: &str) -> Vec<Piece> {
    bracketed((signs::FORM, ""), text, Ink::FormSign, Ink::Form)
}

fn bracketed((open, close): (&str, &str), text: &str, sign: Ink, ink: Ink) -> Vec<Piece> {
    vec![
        Piece::text(open, sign),
        Piece::text(text, ink),
        Piece::text(close, sign),
    ]
}

/// Writes what every sign and colour of the views means.
///
/// # Errors
/// When the writer fails.
pub fn legend(colours: Colours, out: &mut dyn Write) -> io::Result<()> {
    let out = &mut Paper::new(out, colours);
    let sign = |c: char, ink: Ink| vec![Piece::text(c, ink)];
    let only_unit = bracketed(signs::ONLY, "Sentence.", Ink::OnlySign, Ink::OnlyUnit);
    let lines: [(Vec<Piece>, &str); 28] = [
        (wording("words"), "other words stand there in their place"),
        (only("words"), "nothing stands there"),
        (
            only_unit,
            "a sentence, or several, of which the other text has nothing",
        ),
        (
            form("word"),
            "another form of the word, or a word of its family",
        ),
        (
            form("word"),
            "the same word, otherwise written (spelling, accent, case)",
        ),
        (
            moved("words"),
            "these words stand elsewhere in the sentence there",
        ),
        (
            fact("word"),
            "a number, a date, a name or a negation that the other text has not there",
        ),
        (
            sign(MOVED_ROW, Ink::MovedSign),
            "the other text has this sentence elsewhere: after the row named",
        ),
        (
            sign(ARRIVED, Ink::MovedSign),
            "here the other text has the rows named",
        ),
        (
            sign(QUOTATION, Ink::Strong),
            "a passage quoted or paraphrased elsewhere, and where",
        ),
        (sign(PARAGRAPH, Ink::Margin), "a paragraph begins"),
        (
            vec![Piece::text(SAME, Ink::Strong)],
            "the same in both texts, and shown once",
        ),
        (
            sign(FOLDED, Ink::Margin),
            "not shown: sentences only here, or the same in both; text that is not compared",
        ),
        (
            wording("words → words"),
            "inline: the words of the first text, and of the other in their place",
        ),
        (only("-words"), "inline: the other text has nothing there"),
        (
            only("+words"),
            "inline: the other text has these words as well",
        ),
        (
            only("words"),
            "of more than two texts: this one alone reads so",
        ),
        (
            wording("words"),
            "of more than two: some read so, and some otherwise",
        ),
        (
            all_differ("words"),
            "of more than two: no two read the same",
        ),
        (
            vec![Piece::text(signs::GAP, Ink::Only)],
            "of more than two: here this leaves out what others say; in the base others have more",
        ),
        (
            vec![Piece::text("word] … B C", Ink::Plain)],
            "apparatus: the words of the base, and what others read; who is not named has them",
        ),
        (
            vec![Piece::text("om. add. transp.", Ink::Plain)],
            "apparatus: they leave it out; have more beside it; have it in another order, behind the word named",
        ),
        (
            vec![Piece::text("word¹", Ink::Plain)],
            "words of one number stand for each other; in an apparatus: which of such words",
        ),
        (
            vec![Piece::text(format!("{APART}{{"), Ink::Plain)],
            "without colour: a sign that stands in the text itself",
        ),
        (
            vec![Piece::text("1-2  89 %", Ink::Plain)],
            "table: one unit here, two there; the share of words that are the same",
        ),
        (
            vec![Piece::text("bead", Ink::Plain)],
            "units of both texts that are matched: they make up a row",
        ),
        (
            vec![Piece::text("nats", Ink::Plain)],
            "--explain: how much the evidence weighs; +2.3 is ten to one, +6.9 a thousand to one",
        ),
        (
            vec![Piece::text("␛ \\u{202e}", Ink::Plain)],
            "characters that are invisible, or would steer the terminal",
        ),
    ];
    for (sample, meaning) in lines {
        let mut line = Line::default();
        for piece in &sample {
            if let Piece::Text(text, ink) = piece {
                line.push(text, *ink);
            }
        }
        super::page::pad(&mut line, 17);
        line.push(meaning, Ink::Plain);
        write_line(out, line)?;
    }
    Ok(())
}
