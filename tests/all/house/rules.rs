//! The rules of the house, as data: which room may import which, how long a file may be, where languages may be named.

/// A room (a module of the crate's root), and the rooms that it may import, from the ground upward.
///
/// An hourglass with the table as its waist: witnesses come in at one end, and what shows, writes and takes back tables
/// knows nothing of how they are made. Rooms of one level do not import each other. `lib.rs` re-exports what it likes.
pub const ROOMS: &[(&str, &str)] = &[
    // The ground.
    ("visible", ""),
    ("guarded", ""),
    ("error", "visible"),
    ("observe", ""),
    ("chain", ""),
    ("diff", ""),
    ("class", ""),
    ("hue", "class"),
    ("witness", "error"),
    ("bead", "witness"),
    ("explanation", "witness"),
    // What is known of a language.
    ("language", "error witness class"),
    // Text to units and tokens; tokens to keys.
    ("segment", "error witness class language"),
    ("normalize", "error witness class language"),
    // Bytes to a witness; witnesses to a vocabulary.
    (
        "read",
        "guarded error observe witness class language segment normalize",
    ),
    (
        "lexicon",
        "error observe chain witness class language segment normalize",
    ),
    // Vocabularies to beads; beads to links.
    (
        "align",
        "error observe chain diff class witness bead explanation language segment normalize read lexicon",
    ),
    (
        "words",
        "error observe chain diff class witness bead language segment normalize read lexicon",
    ),
    // The waist.
    ("table", "error class witness"),
    // What the formats have in common that are written and read back.
    ("format", "error class witness table"),
    // What differs in rows beside their words.
    (
        "facts",
        "error class witness language normalize lexicon table",
    ),
    // Witnesses to a table.
    (
        "collate",
        "error observe chain class witness bead explanation language segment normalize read lexicon align words table facts",
    ),
    // One statement in many documents.
    ("find", "error class witness normalize table collate read"),
    // What is chosen of a table.
    (
        "select",
        "error class witness language segment normalize table",
    ),
    // What a critical apparatus says of a table, however it is set.
    ("apparatus", "class witness table select"),
    // What is done with tables.
    (
        "view",
        "visible error class hue witness explanation table select apparatus",
    ),
    // The keys that CollateX wants beside its tokens are made anew.
    (
        "export",
        "guarded error language normalize class hue witness table format collate select apparatus",
    ),
    ("evaluate", "error witness format"),
    (
        "learn",
        "error class witness language normalize lexicon table collate",
    ),
    (
        "apply",
        "guarded error observe class witness language read lexicon table format collate select",
    ),
    // The command.
    (
        "cli",
        "visible guarded error observe class witness explanation language segment normalize read lexicon align words table format facts collate select \
         apparatus view export evaluate learn apply find",
    ),
    ("main", "error cli"),
];

/// The lines of code that a file may have: neither blank, nor a comment, nor part of a test.
pub const LONGEST: usize = 400;

/// Languages, as names in the source would call them. Only `src/language` may.
pub const LANGUAGES: &[&str] = &[
    "french",
    "english",
    "german",
    "spanish",
    "italian",
    "portuguese",
    "dutch",
];
/// And as codes in quotation marks would; the other codes are words or endings as well (`en`, `de`, `es`, `it`, `pt`).
pub const CODES: &[&str] = &["fr", "nl"];
