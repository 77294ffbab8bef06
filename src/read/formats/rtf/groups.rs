//! Groups of RTF: what they are for, and what holds in them.

use encoding_rs::Encoding;

/// What a group is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Destination {
    /// The text.
    #[default]
    Text,
    /// What the group around it is for.
    Same,
    /// A note.
    Note,
    /// A box with text of its own.
    Box,
    /// The table of fonts.
    Fonts,
    /// The styles.
    Styles,
    /// Nothing that is read.
    Nothing,
}

/// What holds in a group.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Group {
    /// What is read here.
    pub(super) destination: Destination,
    /// What has begun with it.
    pub(super) begins: Destination,
    /// Whether it has just begun, and whether it may be passed over.
    pub(super) opens: bool,
    pub(super) is_optional: bool,
    /// The encoding of its font, where that has one.
    pub(super) encoding: Option<&'static Encoding>,
    /// How many characters stand for one that is told by its number.
    pub(super) replacements: usize,
    pub(super) hidden: bool,
    /// Tracked changes.
    pub(super) deleted: bool,
    pub(super) inserted: bool,
}

/// What a group is for that begins with a word; nothing where that is a word like others.
pub(super) fn destination(word: &str, is_optional: bool) -> Option<Destination> {
    Some(match word {
        "footnote" => Destination::Note,
        "shptxt" | "dptxbxtext" => Destination::Box,
        "fonttbl" => Destination::Fonts,
        "stylesheet" => Destination::Styles,
        // They hold text, or what does.
        "shp" | "shpinst" | "shpgrp" | "field" | "fldrslt" | "rtf" | "ud" => Destination::Same,
        "colortbl" | "info" | "pict" | "object" | "header" | "headerl" | "headerr" | "headerf"
        | "footer" | "footerl" | "footerr" | "footerf" | "fldinst" | "listtext" | "pntext"
        | "bkmkstart" | "bkmkend" | "xe" | "tc" | "tcn" | "txe" | "rxe" | "annotation"
        | "atnid" | "atnauthor" | "nonshppict" | "shprslt" | "sp" | "ftnsep" | "ftnsepc"
        | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "revtbl" | "listtable"
        | "listoverridetable" | "rsidtbl" | "generator" | "private" | "nonesttables" => {
            Destination::Nothing
        }
        _ if is_optional => Destination::Nothing,
        _ => return None,
    })
}

/// The character that a word stands for.
pub(super) fn character(word: &str) -> Option<char> {
    Some(match word {
        "tab" => '\t',
        "emdash" => '—',
        "endash" => '–',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "bullet" => '•',
        "emspace" => '\u{2003}',
        "enspace" => '\u{2002}',
        "qmspace" => '\u{2005}',
        _ => return None,
    })
}
