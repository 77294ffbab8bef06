//! Tags in a line of text that is not HTML as a whole: subtitles, cells, messages.

use quick_xml::escape::resolve_html5_entity;

/// A tag has no more bytes; a `<` with more behind it is less than.
const LONGEST: usize = 200;

/// A line without tags (`<i>`, `<font color="red">`, `{\an8}`), its references resolved.
pub(super) fn removed(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['<', '{', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (gone, put) = match rest.as_bytes()[0] {
            b'<' => (tag(rest), None),
            b'{' => (code(rest), None),
            _ => reference(rest),
        };
        match gone {
            0 => {
                plain.push_str(&rest[..1]);
                rest = &rest[1..];
            }
            length => {
                plain.push_str(put.unwrap_or_default());
                rest = &rest[length..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// A line without the short tags that some programs put in the place of those of a document: `<b0>`, `</b0>`, `<br1/>`.
pub(super) fn short_removed(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let name = from[1..].trim_start_matches('/');
        let number = name.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let end = number.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_tag = number.len() < name.len() && end.len() < number.len();
        let behind = end.strip_prefix('/').unwrap_or(end).strip_prefix('>');
        match behind.filter(|_| is_tag) {
            Some(behind) => rest = behind,
            None => {
                plain.push('<');
                rest = &from[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// How long the tag is with which a text begins; 0 where there is none.
fn tag(text: &str) -> usize {
    let name = text[1..].trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    let end = text.find('>').filter(|&end| end < LONGEST && is_tag);
    end.map_or(0, |end| end + 1)
}

/// How long the code of a place or a style is with which a text begins; 0 where there is none.
fn code(text: &str) -> usize {
    let end = text.find('}').filter(|&end| end < LONGEST);
    end.filter(|_| text.starts_with("{\\"))
        .map_or(0, |end| end + 1)
}

/// How long the reference is with which a text begins, and what it stands for.
fn reference(text: &str) -> (usize, Option<&'static str>) {
    let end = text.find(';').filter(|&end| end < LONGEST);
    let found = end.and_then(|end| Some((end + 1, resolve_html5_entity(&text[1..end])?)));
    found.map_or((0, None), |(length, put)| (length, Some(put)))
}

#[cfg(test)]
mod tests {
    use super::{removed, short_removed};

    #[test]
    fn short_tags_and_nothing_else() {
        let line = "Le <b0>bail</b0> de <br12/>1 < 2 <b> <0> </> <i1";
        assert_eq!(short_removed(line), "Le bail de 1 < 2 <b> <0> </> <i1");
    }

    #[test]
    fn tags_and_nothing_else() {
        for (line, plain) in [
            (
                "<i>Vingt ans</i> plus <font color=\"#fff\">tôt</font>",
                "Vingt ans plus tôt",
            ),
            ("{\\an8}En haut {ici}", "En haut {ici}"),
            ("<v Jean>Viens !", "Viens !"),
            ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
            ("Marks &amp; Spencer &lt;3 &zz;", "Marks & Spencer <3 &zz;"),
            ("<3 <é", "<3 <é"),
        ] {
            assert_eq!(removed(line), plain);
        }
    }
}
