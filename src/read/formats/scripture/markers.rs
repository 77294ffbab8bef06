//! The markers of USFM, which are the styles of USX.

use crate::witness::Role;

/// What a marker says of the text behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A paragraph.
    Paragraph(Role),
    /// A paragraph that is no part of the text: the names of the book, references.
    Aside,
    /// A note.
    Note,
    /// Something that is no text: another number, a picture, a reference between passages.
    Nothing,
    /// What a word is; it is read as it stands.
    Word,
}

/// What the marker of this name says.
pub(super) fn of(name: &str) -> Marker {
    let name = name.trim_start_matches('+');
    let base = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    match base {
        "mt" | "mte" | "imt" | "imte" | "ms" | "s" | "is" | "d" | "cl" | "qa" | "sp" | "iot" => {
            Marker::Paragraph(Role::Heading)
        }
        "p" | "m" | "po" | "pr" | "cls" | "pmo" | "pm" | "pmc" | "pmr" | "pi" | "mi" | "nb"
        | "pc" | "ph" | "b" | "ib" | "cd" | "ip" | "ipi" | "im" | "imi" | "ipq" | "imq" | "ipr"
        | "lit" | "lh" | "lf" | "esb" | "esbe" | "tr" | "iex" | "ie" => {
            Marker::Paragraph(Role::Body)
        }
        "q" | "qr" | "qc" | "qm" | "qd" | "iq" => Marker::Paragraph(Role::Verse),
        "li" | "lim" | "io" | "ili" => Marker::Paragraph(Role::Item),
        "th" | "thr" | "thc" | "tc" | "tcr" | "tcc" => Marker::Paragraph(Role::Cell),
        "id" | "usfm" | "ide" | "sts" | "rem" | "h" | "toc" | "toca" | "restore" | "r" | "mr"
        | "sr" | "periph" => Marker::Aside,
        "f" | "fe" | "ef" => Marker::Note,
        "x" | "ex" | "fig" | "ca" | "cp" | "va" | "vp" | "xo" | "xt" | "rq" | "pro" | "cat"
        | "jmp" => Marker::Nothing,
        // Of a note the passage that it belongs to, and the verse.
        _ if matches!(base.strip_prefix('f'), Some("r" | "v")) => Marker::Nothing,
        _ => Marker::Word,
    }
}
