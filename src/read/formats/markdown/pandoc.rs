//! What pandoc writes beyond CommonMark: divisions between colons, lines behind bars, tables in a grid, spans with attributes, notes
//! within a line.

/// The same with such blocks as CommonMark has them, line by line: code stays as it is.
pub(super) fn blocks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut fence: Option<&str> = None;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim();
        let marks = ["```", "~~~"]
            .into_iter()
            .find(|marks| bare.starts_with(marks));
        match (fence, marks) {
            (None, Some(marks)) => fence = Some(marks),
            (Some(open), Some(marks)) if open == marks => fence = None,
            _ => {}
        }
        if fence.is_none() && bare.starts_with(":::") {
            // Not part of what stands above.
            plain.push('\n');
            continue;
        }
        if fence.is_none() && is_rule_of_grid(bare) {
            let mut rows = vec![Vec::new()];
            while let Some(row) = lines.next_if(|line| line.trim().starts_with(['|', '+'])) {
                let row = row.trim();
                match (is_rule_of_grid(row), rows.last_mut()) {
                    (false, Some(last)) => add_line(last, row),
                    _ => rows.push(Vec::new()),
                }
            }
            for cell in rows.into_iter().flatten() {
                plain.push_str(&cell);
                plain.push_str("\n\n");
            }
            continue;
        }
        match bare
            .strip_prefix("| ")
            .filter(|line| fence.is_none() && !line.contains('|'))
        {
            Some(verse) => {
                plain.push_str(verse);
                // The line ends here in print as well.
                if lines
                    .peek()
                    .is_some_and(|next| next.trim().starts_with("| "))
                {
                    plain.push('\\');
                }
            }
            None => plain.push_str(line),
        }
        plain.push('\n');
    }
    plain
}

/// Whether a line parts the rows of a table in a grid: `+----+:==:+`.
fn is_rule_of_grid(line: &str) -> bool {
    line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.chars().all(|c| matches!(c, '+' | '-' | '=' | ':'))
}

/// Adds a line of a table in a grid to the cells of its row.
fn add_line(cells: &mut Vec<String>, line: &str) {
    let line = line.trim_matches('|');
    for (n, part) in line.split('|').map(str::trim).enumerate() {
        match cells.get_mut(n) {
            Some(cell) if !part.is_empty() => {
                cell.push('\n');
                cell.push_str(part);
            }
            Some(_) => {}
            None => cells.push(part.to_owned()),
        }
    }
}

/// Stands for a bracket that is none of the text, until all are known: no text of Markdown has it.
const GONE: &str = "\0";

/// Attributes have no more bytes.
const LONGEST: usize = 1000;

/// A paragraph without attributes (`[word]{.mark}`, `{width="2in"}`) and without the notes in it (`^[a note]`), and these notes.
pub(super) fn inline(text: &str) -> (String, Vec<String>) {
    let mut plain = String::with_capacity(text.len());
    let mut notes = Vec::new();
    // Where the brackets that are open stand in the plain text, and whether each holds a note.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']', '{', '^', '~']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        match rest.as_bytes()[0] {
            mark @ (b'^' | b'~') => {
                let raised = raised(rest, mark);
                let marks = usize::from(raised > 0);
                plain.push_str(&rest[marks..1 + raised]);
                rest = &rest[1 + raised + marks..];
            }
            b'[' => {
                let is_note = plain.ends_with('^');
                open.push((plain.len(), is_note));
                plain.push('[');
                rest = &rest[1..];
            }
            b']' => {
                rest = &rest[1..];
                let attributes = attributes(rest);
                match open.pop() {
                    Some((start, true)) => {
                        notes.push(plain[start + 1..].replace(GONE, ""));
                        // With the sign before the bracket.
                        plain.truncate(start - 1);
                    }
                    Some((start, false)) if attributes > 0 => {
                        plain.replace_range(start..=start, GONE);
                    }
                    _ => plain.push(']'),
                }
                rest = &rest[attributes..];
            }
            _ => match attributes(rest) {
                0 => {
                    plain.push('{');
                    rest = &rest[1..];
                }
                length => rest = &rest[length..],
            },
        }
    }
    plain.push_str(rest);
    (plain.replace(GONE, ""), notes)
}

/// How long the word is that stands higher or lower (`m^2^`, `H~2~O`), where a text begins with the mark of one; 0 where there is
/// none.
fn raised(text: &str, mark: u8) -> usize {
    let mut bytes = text.bytes().skip(1).take(LONGEST);
    let length = bytes.position(|byte| byte == mark || byte.is_ascii_whitespace());
    length
        .filter(|&length| text.as_bytes()[1 + length] == mark)
        .filter(|&length| text[1..=length].chars().all(char::is_alphanumeric))
        .unwrap_or_default()
}

/// How long the attributes are with which a text begins: `{#name .class key="value"}`; 0 where there are none.
fn attributes(text: &str) -> usize {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'}');
    let Some(inner) = end.and_then(|end| text[..end].strip_prefix('{')) else {
        return 0;
    };
    let mut in_quotes = false;
    let mut words = inner
        .split(|c: char| {
            in_quotes ^= c == '"';
            c.is_whitespace() && !in_quotes
        })
        .filter(|word| !word.is_empty())
        .peekable();
    let is_attribute = |word: &str| {
        let named = word.split_once('=').is_some_and(|(name, _)| {
            name.chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':'))
        });
        named || word.len() > 1 && word.starts_with(['.', '#']) || word == "-"
    };
    match words.peek().is_some() && words.all(is_attribute) {
        true => inner.len() + 2,
        false => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{blocks, inline};

    #[test]
    fn attributes_and_notes_in_a_line() {
        for (line, plain, notes) in [
            ("Le [vieux]{.underline} pont", "Le vieux pont", &[][..]),
            ("[a [b]{.x} c]{#y k=\"v w\"}", "a b c", &[]),
            (
                "Un site{.uri target=\"_blank\"}, [1] {ici}",
                "Un site, [1] {ici}",
                &[],
            ),
            ("Oui^[Une note [1].] non", "Oui non", &["Une note [1]."]),
            ("a] {} {a b} { ^[", "a] {} {a b} { ^[", &[]),
            ("m^2^ et H~2~O, 1^er^", "m2 et H2O, 1er", &[]),
            ("a ^ b ^ ~/x ~ ^^ ~é~", "a ^ b ^ ~/x ~ ^^ é", &[]),
        ] {
            let (found, told) = inline(line);
            assert_eq!(
                (found.as_str(), told),
                (plain, notes.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn blocks_between_colons_behind_bars_and_in_a_grid() {
        let text = "::: {.x}\nUn\n:::\n\n| Roses\n| belles\n\n+----+----+\n| a  | b  |\n| c  |    |\n+====+:==:+\n| d  | e  |\n+----+----+\n\n```\n::: x\n| y\n```\n";
        assert_eq!(
            blocks(text),
            "\nUn\n\n\nRoses\\\nbelles\n\na\nc\n\nb\n\nd\n\ne\n\n\n```\n::: x\n| y\n```\n"
        );
    }
}
