//! What documents for TeX have in common.

/// What stands behind the class of a document: fonts for whichever program sets it.
pub(super) const HEAD: &str = r"\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{textcomp}
\else
  \usepackage{fontspec}
\fi
";

/// Text as TeX sets it: what it would take for commands, and for ligatures, stands for itself; white space is a space. What no font
/// has is `\unshown`, which the document has to define.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut last = None;
    for c in text.chars() {
        // --, '' and ,, would become other marks.
        if last == Some(c) && matches!(c, '-' | '\'' | ',') {
            out.push_str("{}");
        }
        last = Some(c);
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '"' => out.push_str("\\textquotedbl{}"),
            '`' => out.push_str("\\textasciigrave{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            // reledmac and others read brackets behind a command as its options.
            '[' | ']' => {
                out.push('{');
                out.push(c);
                out.push('}');
            }
            '\u{a0}' => out.push('~'),
            '\u{202f}' => out.push_str("\\,"),
            '\u{ad}' => out.push_str("\\-"),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if is_unshown(c) => out.push_str("\\unshown{}"),
            c => out.push(c),
        }
    }
    out
}

/// Controls, marks of direction and what is no character: nothing that a font has.
fn is_unshown(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || c as u32 & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_command() {
        assert_eq!(
            escape("\\input{x} 50 % & #1 $a_b^c$ ~\n\n--- ''"),
            "\\textbackslash{}input\\{x\\} 50 \\% \\& \\#1 \\$a\\_b\\textasciicircum{}c\\$ \\textasciitilde{} -{}-{}- '{}'"
        );
        assert_eq!(
            escape("a\u{202e}\0b\u{202f}»"),
            "a\\unshown{}\\unshown{}b\\,»"
        );
    }
}
