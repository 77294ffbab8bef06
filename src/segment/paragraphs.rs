//! Paragraphs: blank lines separate them, and single line ends do where the [`Layout`] says so.
//!
//! In wrapped text a line opens a paragraph that
//! - follows the end of a sentence and is indented;
//! - is an item: it begins with a dash, a bullet or a counter, behind the end of a sentence or among others of its kind;
//! - follows a line with room for its first word, where that line ends a sentence, or is a heading or an item;
//! - is a verse among verses.
//!
//! However it is set, a line goes on with what the line before ends in the midst of ([`ties`]).
//!
//! What belongs to the page ([`lines_of_page`]) does not end a paragraph whose sentence goes on behind it.
//!
//! Where the file says what its paragraphs are, each is one or several, and nothing belongs to the page but what it says.

use super::layout::{Layout, ends_sentence, fits};
use super::lines::lines;
use super::page::lines_of_page;
use super::rules::Rules;
use super::ties;
use crate::language::chars::{begins_small, is_dash};
use crate::witness::{Paragraph, Role, Skip, Span, is_divided};

/// With fewer lines a paragraph of a file does not tell how it is set: whoever wrote it broke them by hand.
const FEW: usize = 6;

/// Lines that stand together: a paragraph, a part of one, or what belongs to the page.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Where they stand, without the white space around them; not empty.
    pub(super) span: Span,
    /// Whether a paragraph begins with them; otherwise they continue the one before.
    pub(super) opens: bool,
    /// What they are, where the file says it.
    pub(super) role: Role,
    /// Set when they are no part of the text.
    pub(super) skip: Option<Skip>,
}

/// What `text` consists of, in order.
pub(super) fn blocks(text: &str, rules: &Rules) -> Vec<Block> {
    let lines = lines(text);
    let of_page = lines_of_page(text, &lines, &rules.splitting.pages);
    let of_text: Vec<Span> = lines
        .iter()
        .zip(&of_page)
        .filter(|(_, of_page)| !**of_page)
        .map(|(line, _)| *line)
        .collect();
    let mut builder = Builder {
        text,
        rules,
        layout: Layout::of(text, &of_text),
        blocks: Vec::new(),
        page: Vec::new(),
    };
    let mut lines = lines.iter().zip(of_page).peekable();
    // Whether a blank line was passed since the last line of text.
    let mut blank = true;
    while let Some((&line, of_page)) = lines.next() {
        if line.is_empty() {
            blank = true;
        } else if of_page {
            builder.page.push(line);
        } else {
            let mut run = vec![line];
            while let Some((&line, _)) = lines.next_if(|(l, of_page)| !l.is_empty() && !of_page) {
                run.push(line);
            }
            builder.run(&run, blank);
            blank = false;
        }
    }
    builder.close_page(true);
    builder.blocks
}

/// What `text` consists of whose file has these paragraphs.
pub(super) fn given(text: &str, paragraphs: &[Paragraph], rules: &Rules) -> Vec<Block> {
    let spread = |paragraph: &Paragraph| -> Vec<Span> {
        let range = paragraph.span.range();
        let moved = |line: Span| {
            Span::new(
                range.start + line.range().start,
                range.start + line.range().end,
            )
        };
        lines(&text[range.clone()])
            .into_iter()
            .map(moved)
            .filter(|line| !line.is_empty())
            .collect()
    };
    let runs: Vec<Vec<Span>> = paragraphs.iter().map(spread).collect();
    // A blank line parts what stands in two paragraphs.
    let blank = Span::new(0, 0);
    let apart = runs
        .iter()
        .flat_map(|run| run.iter().copied().chain([blank]));
    let layout = Layout::of(text, &apart.collect::<Vec<Span>>());
    let mut builder = Builder {
        text,
        rules,
        layout,
        blocks: Vec::new(),
        page: Vec::new(),
    };
    for (paragraph, run) in paragraphs.iter().zip(runs) {
        let from = builder.blocks.len();
        if paragraph.skip.is_some() {
            builder.line(paragraph.span, false);
        }
        let lines = Lines::of(text, &run, layout, rules);
        // What is skipped is not looked into.
        let looked = run.iter().enumerate().filter(|_| paragraph.skip.is_none());
        for (n, &line) in looked {
            let opens = match n {
                0 => true,
                _ if paragraph.role == Role::Heading => false,
                _ if run.len() < FEW => lines.breaks(n),
                _ => lines.opens(n),
            };
            builder.line(line, !opens);
        }
        for block in &mut builder.blocks[from..] {
            block.role = paragraph.role;
            block.skip.clone_from(&paragraph.skip);
        }
    }
    builder.blocks
}

struct Builder<'a> {
    text: &'a str,
    rules: &'a Rules,
    layout: Layout,
    blocks: Vec<Block>,
    /// The lines of the page since the last line of text.
    page: Vec<Span>,
}

impl Builder<'_> {
    /// Adds lines of text that stand together, `blank` if a blank line stands somewhere before them.
    fn run(&mut self, run: &[Span], blank: bool) {
        let lines = Lines::of(self.text, run, self.layout, self.rules);
        for (n, &line) in run.iter().enumerate() {
            let goes_on = match n {
                0 => self.goes_on(line, blank),
                _ => !lines.opens(n),
            };
            self.line(line, goes_on);
        }
    }

    /// Whether the paragraph goes on in `line`, which follows a blank line or what belongs to the page.
    fn goes_on(&self, line: Span, blank: bool) -> bool {
        let Some(last) = self.blocks.last().filter(|last| last.skip.is_none()) else {
            return false;
        };
        let before = self.text[last.span.range()].lines().next_back();
        let (before, line) = (before.unwrap_or_default(), &self.text[line.range()]);
        // A page may end at a blank line, even if nothing else tells of it.
        begins_small(line) && is_divided(before)
            || !self.page.is_empty()
                && (begins_small(line) && !ends_sentence(before) || !blank && self.layout.wrapped)
    }

    fn line(&mut self, line: Span, goes_on: bool) {
        let interrupted = !self.page.is_empty();
        self.close_page(!goes_on);
        match self.blocks.last_mut() {
            Some(open) if goes_on && !interrupted => open.span.end = line.end,
            _ => self.blocks.push(Block {
                span: line,
                opens: !goes_on,
                role: Role::Body,
                skip: None,
            }),
        }
    }

    fn close_page(&mut self, opens: bool) {
        for span in self.page.drain(..) {
            self.blocks.push(Block {
                span,
                opens: opens || self.blocks.is_empty(),
                role: Role::Body,
                skip: Some(Skip::Page),
            });
        }
    }
}

/// Lines of text that stand together.
struct Lines<'a> {
    text: &'a str,
    rules: &'a Rules,
    lines: &'a [Span],
    layout: Layout,
    /// The mark with which several of them begin, if any.
    mark: Option<char>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str, lines: &'a [Span], layout: Layout, rules: &'a Rules) -> Self {
        let layout = Layout {
            wrapped: layout.wrapped && !Layout::is_verse(text, lines),
            ..layout
        };
        let marks = || lines.iter().filter_map(|line| mark(&text[line.range()]));
        // Asides stand between em dashes.
        let mark = marks().find(|&mark| mark != '—' && marks().filter(|&m| m == mark).count() > 1);
        Self {
            text,
            rules,
            lines,
            layout,
            mark,
        }
    }

    fn get(&self, n: usize) -> &'a str {
        &self.text[self.lines[n].range()]
    }

    /// Whether line `n`, which is not the first, opens a paragraph where lines are broken by hand.
    fn breaks(&self, n: usize) -> bool {
        let (before, line) = (self.get(n - 1), self.get(n));
        !begins_small(line) && !is_divided(before) && !ties::tie(before, line, self.rules)
    }

    /// Whether line `n`, which is not the first, opens a paragraph.
    fn opens(&self, n: usize) -> bool {
        let (before, line) = (self.get(n - 1), self.get(n));
        if ties::tie(before, line, self.rules) {
            return false;
        }
        if !self.layout.wrapped {
            return true;
        }
        let ended = ends_sentence(before);
        let marked = mark(line);
        if marked.is_some() && (ended || marked == self.mark) {
            return true;
        }
        ended && is_indented(self.text, self.lines[n])
            || !begins_small(line)
                && fits(before, line, self.layout.width * 3 / 4)
                && (ended || self.is_item(n - 1) || self.is_heading(n - 1))
    }

    fn is_item(&self, n: usize) -> bool {
        let marked = mark(self.get(n));
        marked.is_some() && marked == self.mark
    }

    /// Whether line `n` is a heading: it follows nothing that goes on in it, and says no sentence.
    fn is_heading(&self, n: usize) -> bool {
        let line = self.get(n);
        let follows = n > 0 && !ends_sentence(self.get(n - 1));
        !follows && !begins_small(line) && !line.ends_with([',', '-'])
    }
}

/// The mark of an item with which a line begins: a dash, a bullet.
fn mark(line: &str) -> Option<char> {
    let mut chars = line.chars();
    let mark = chars.next()?;
    let is_mark = is_dash(mark) || matches!(mark, '•' | '*' | '◦' | '▪');
    (is_mark && chars.next().is_some_and(char::is_whitespace)).then_some(mark)
}

/// Whether two columns of white space or a tab stand before the line.
fn is_indented(text: &str, line: Span) -> bool {
    let head = &text[..line.start as usize];
    head.ends_with('\t') || head.ends_with("  ") || head.ends_with('\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::{Block, Rules};
    use crate::witness::Language;

    fn blocks(text: &str) -> Vec<Block> {
        super::blocks(text, &Rules::of(Language::FRENCH))
    }

    fn of(text: &str) -> Vec<&str> {
        blocks(text)
            .into_iter()
            .map(|block| &text[block.span.range()])
            .collect()
    }

    #[test]
    fn blank_lines_separate() {
        assert_eq!(
            of("Un.\n\n \t\n  Deux.  \r\n\r\nTrois."),
            ["Un.", "Deux.", "Trois."]
        );
        assert_eq!(of(""), [""; 0]);
        assert_eq!(of(" \n\u{a0}\n"), [""; 0]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "Nous étions à l’étude, quand le Proviseur\nentra, suivi d’un nouveau habillé en\nbourgeois.\n\nCeux qui dormaient\nse réveillèrent.";
        assert_eq!(of(text).len(), 2);
    }

    #[test]
    fn the_lines_of_verse_stay_apart() {
        let text = "Ô temps, suspends ton vol ! et vous, heures propices,\nSuspendez votre cours !\nLaissez-nous savourer les rapides délices\nDes plus beaux de nos jours !";
        assert_eq!(of(text).len(), 4);
    }

    #[test]
    fn one_paragraph_a_line_is_kept() {
        let text = "Le roi dormait.\nLa reine veillait au coin du feu.\n— Qui est là ?\nPersonne ne répondit.";
        assert_eq!(of(text).len(), 4);
        assert_eq!(of("Lait\nPain\nŒufs").len(), 3);
    }

    #[test]
    fn long_lines_are_paragraphs_even_when_they_break_off() {
        let line = "et il s’en alla par les chemins, disant à tous ceux qu’il rencontrait que le royaume était proche, et que nul ne savait ni le jour ni l’heure,";
        assert_eq!(of(&[line; 4].join("\n")).len(), 4);
    }

    #[test]
    fn indents_dashes_and_bullets_open_paragraphs_in_wrapped_text() {
        let text = "Il entra dans la salle et demanda\nqui avait crié.\n— Personne, dit le vieux qui\ntenait la lampe.\n  Il sortit alors et prit\nla route.";
        assert_eq!(of(text).len(), 3);
        let list = "Il faut pour cela de la farine,\ndu sel et des œufs :\n- la farine doit être\nfraîche ;\n- le sel, fin.";
        assert_eq!(of(list).len(), 3);
        // A dash after a comma is no paragraph.
        let aside =
            "Il prit la route de la ville,\n- car il le fallait bien -,\net marcha jusqu’au soir.";
        assert_eq!(of(aside).len(), 1);
    }

    #[test]
    fn items_without_final_marks_are_apart_and_end_before_what_follows() {
        let dashes = "Ingrédients :\n- deux œufs\n- un verre de lait\nMélangez le tout et laissez reposer une\nheure au frais, dit la recette.";
        assert_eq!(of(dashes).len(), 4);
        let stars = "* two eggs, well\nbeaten\n* a glass of milk\n* salt";
        assert_eq!(of(stars).len(), 3);
    }

    #[test]
    fn headings_and_short_lines_end_paragraphs_in_wrapped_text() {
        let text = "Chapitre premier\nIl était une fois un roi qui dormait dans\nsa tour blanche.\nLa reine veillait, car elle attendait le\nretour du page.";
        assert_eq!(of(text).len(), 3);
    }

    #[test]
    fn verse_inside_wrapped_prose() {
        let prose = "Il entra dans la salle et chanta pour la\nreine, qui ne dormait plus, ces quelques\nvers que nul ne connaissait encore dans\nle pays :";
        let verse = "Ô temps, suspends ton vol\nEt vous, heures propices,\nSuspendez votre cours\nLaissez-nous savourer\nLes rapides délices";
        assert_eq!(of(&[prose, verse, prose].join("\n\n")).len(), 7);
    }

    #[test]
    fn scripts_without_capitals_are_wrapped_where_lines_are_full() {
        let wrapped = "太郎は昨日の朝早くから駅まで歩いて\n行ったがその日は雨が降っていたので\n帰りはバスに乗ったのだと言っていた\nそうだが本当はどうだったのだろうか";
        assert_eq!(of(wrapped).len(), 1);
        assert_eq!(
            of("太郎は駅へ行った\n雨が降っていたのでバスで帰った\n花子は家にいた\n本を読んだ")
                .len(),
            4
        );
    }

    #[test]
    fn a_page_ends_no_paragraph() {
        let text =
            "Il fut conduit devant le provi-\n\n12\n\nseur, et ne dit rien.\n\nLe soir venait.";
        assert_eq!(
            of(text),
            [
                "Il fut conduit devant le provi-",
                "12",
                "seur, et ne dit rien.",
                "Le soir venait."
            ]
        );
        let opens: Vec<bool> = blocks(text).iter().map(|block| block.opens).collect();
        assert_eq!(opens, [true, false, false, true]);
    }
}
