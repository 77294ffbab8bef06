//! Paragraphs: blank lines separate them, and single line ends do where the text says so.
//!
//! Between two lines without a blank line, a line end is either a wrap (the paragraph goes on) or the end of a paragraph.
//! The whole text decides, by two signs, counted over all such pairs of lines:
//! - *wrapped*: at least a third of the pairs go on across the line end: the first line does not end a sentence and the
//!   second begins with a small letter, or the first ends with a comma or a hyphen;
//! - *one paragraph a line*: more than a tenth of the lines are longer than any wrapped line ([`LONGEST_WRAPPED`]).
//!   This one prevails.
//!
//! In wrapped text a line that follows the end of a sentence and is indented, or begins with a dash or a bullet, opens a
//! paragraph.

use super::lines::lines;
use crate::language::chars::{is_dash, is_quote, is_terminal};
use crate::witness::Span;

/// The longest line, in chars, that a text wrapped by hand or by a program has.
const LONGEST_WRAPPED: usize = 120;

/// The paragraphs of `text`, without the white space around them; none is empty.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrapped = is_wrapped(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut previous: Option<Span> = None;
    for &line in &lines {
        if line.is_empty() {
            previous = None;
            continue;
        }
        match (previous, paragraphs.last_mut()) {
            (Some(before), Some(open)) if wrapped && !opens(text, before, line) => {
                open.end = line.end;
            }
            _ => paragraphs.push(line),
        }
        previous = Some(line);
    }
    paragraphs
}

/// Whether single line ends are wraps.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let (mut pairs, mut going_on, mut long) = (0usize, 0usize, 0usize);
    for pair in lines.windows(2) {
        if pair[0].is_empty() || pair[1].is_empty() {
            continue;
        }
        pairs += 1;
        let (before, after) = (&text[pair[0].range()], &text[pair[1].range()]);
        let small = after
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase);
        let comma = before.ends_with([',', '-', '\u{ad}']);
        going_on += usize::from(comma || small && !ends_sentence(before));
        // Bytes are counted first: most lines are shorter even so.
        long +=
            usize::from(before.len() > LONGEST_WRAPPED && before.chars().count() > LONGEST_WRAPPED);
    }
    going_on * 3 >= pairs && long * 10 <= pairs
}

/// Whether `line` opens a paragraph in wrapped text, `before` being the line before it.
fn opens(text: &str, before: Span, line: Span) -> bool {
    let body = &text[line.range()];
    let marked = body.starts_with(|c| is_dash(c) || matches!(c, '•' | '*' | '◦' | '▪'))
        && body.chars().nth(1).is_some_and(char::is_whitespace);
    (marked || is_indented(text, line)) && ends_sentence(&text[before.range()])
}

/// Whether two columns of white space or a tab stand before the line.
fn is_indented(text: &str, line: Span) -> bool {
    let head = &text[..line.start as usize];
    head.ends_with('\t') || head.ends_with("  ") || head.ends_with('\u{3000}')
}

/// Whether a line ends as a sentence does, or with what announces a list.
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(|c: char| is_quote(c) || c == ')' || c.is_whitespace())
        .ends_with(|c| is_terminal(c) || c == ':' || c == ';')
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    fn of(text: &str) -> Vec<&str> {
        paragraphs(text)
            .into_iter()
            .map(|p| &text[p.range()])
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
    fn verse_is_joined_by_its_commas() {
        let text = "Ô temps, suspends ton vol ! et vous, heures propices,\nSuspendez votre cours !\nLaissez-nous savourer les rapides délices\nDes plus beaux de nos jours !";
        assert_eq!(of(text).len(), 1);
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
}
