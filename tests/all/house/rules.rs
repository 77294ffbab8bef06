//! The rules of the house, as data: which room may import which, and what does not keep to the rules yet.

/// A room (a module of the crate's root), and the rooms that it may import, from the ground upward.
///
/// An hourglass with the table as its waist: witnesses come in at one end, and what shows, writes and takes back tables
/// knows nothing of how they are made. Rooms of one level do not import each other. `lib.rs` re-exports what it likes.
pub const ROOMS: &[(&str, &str)] = &[
    // The ground.
    ("error", ""),
    ("observe", ""),
    ("chain", ""),
    ("class", ""),
    ("witness", "error"),
    ("bead", "witness"),
    // What is known of a language.
    ("language", "error witness class"),
    // Text to units and tokens; tokens to keys.
    ("segment", "error witness class language"),
    ("normalize", "error witness class language"),
    // Bytes to a witness; witnesses to a vocabulary.
    (
        "read",
        "error observe witness class language segment normalize",
    ),
    (
        "lexicon",
        "error observe chain witness class language segment normalize",
    ),
    // Vocabularies to beads; beads to links.
    (
        "align",
        "error observe chain class witness bead language segment normalize read lexicon",
    ),
    (
        "words",
        "error observe chain class witness bead language segment normalize read lexicon",
    ),
    // The waist.
    ("table", "error chain class witness bead"),
    // What differs in rows beside their words.
    (
        "facts",
        "error class witness bead language normalize lexicon table",
    ),
    // Witnesses to a table.
    (
        "collate",
        "error observe chain class witness bead language normalize read lexicon align words table facts",
    ),
    // What stands in the place of collate until that is made.
    (
        "compare",
        "error observe chain class witness bead language normalize lexicon align words table facts",
    ),
    // What is chosen of a table; the formats that are both written and read.
    (
        "select",
        "error class witness bead language segment normalize table",
    ),
    ("format", "error class witness bead table compare collate"),
    // What is done with tables.
    (
        "view",
        "error class witness bead table compare collate select format",
    ),
    // The keys that CollateX wants beside its tokens are made anew.
    (
        "export",
        "error language normalize class witness bead table compare collate select format",
    ),
    (
        "evaluate",
        "error class witness bead table compare collate select format",
    ),
    (
        "learn",
        "error class witness bead language normalize lexicon table compare collate",
    ),
    (
        "apply",
        "error observe class witness bead language read lexicon table compare collate select format",
    ),
    // The command.
    (
        "cli",
        "error observe class witness bead language segment normalize read lexicon align words table facts compare collate select format \
         view export evaluate learn apply",
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

/// What does not keep to the rules yet: the file, and what of it is known, in the words of the test's message. Nothing
/// may be added.
pub const KNOWN: &[(&str, &str)] = &[
    (
        "src/align/beads.rs",
        "beads imports ties, which leads back to it",
    ),
    ("src/align/explain.rs", "takes passes of its parent"),
    ("src/align/pins.rs", "takes best_path of its parent"),
    ("src/align/pins.rs", "takes with_elsewhere of its parent"),
    (
        "src/align/ties.rs",
        "ties imports beads, which leads back to it",
    ),
    ("src/apply/check.rs", "apply imports export"),
    ("src/apply/mod.rs", "apply imports export"),
    ("src/apply/notes.rs", "apply imports export"),
    ("src/apply/notes.rs", "apply imports facts"),
    ("src/apply/read.rs", "apply imports export"),
    ("src/apply/read/json.rs", "apply imports export"),
    ("src/apply/read/json.rs", "takes malformed of its parent"),
    (
        "src/apply/read/separated.rs",
        "takes malformed of its parent",
    ),
    ("src/apply/read/separated.rs", "takes two of its parent"),
    ("src/apply/read/workbook.rs", "apply imports export"),
    (
        "src/apply/read/workbook.rs",
        "takes malformed of its parent",
    ),
    ("src/apply/read/workbook.rs", "takes two of its parent"),
    ("src/apply/text.rs", "apply imports export"),
    (
        "src/cli/apply.rs",
        "apply imports args, which leads back to it",
    ),
    (
        "src/cli/apply.rs",
        "apply imports compare, which leads back to it",
    ),
    (
        "src/cli/apply.rs",
        "apply imports settings, which leads back to it",
    ),
    ("src/cli/apply.rs", "takes note of its parent"),
    (
        "src/cli/args.rs",
        "args imports apply, which leads back to it",
    ),
    (
        "src/cli/args.rs",
        "args imports batch, which leads back to it",
    ),
    (
        "src/cli/args.rs",
        "args imports git_diff, which leads back to it",
    ),
    (
        "src/cli/args.rs",
        "args imports learn, which leads back to it",
    ),
    (
        "src/cli/args.rs",
        "args imports segment, which leads back to it",
    ),
    (
        "src/cli/batch/mod.rs",
        "batch imports args, which leads back to it",
    ),
    ("src/cli/batch/mod.rs", "takes set_threads of its parent"),
    (
        "src/cli/batch/pair.rs",
        "batch imports inputs, which leads back to it",
    ),
    (
        "src/cli/compare.rs",
        "compare imports args, which leads back to it",
    ),
    (
        "src/cli/compare.rs",
        "compare imports inputs, which leads back to it",
    ),
    (
        "src/cli/compare.rs",
        "compare imports settings, which leads back to it",
    ),
    (
        "src/cli/compare.rs",
        "compare imports terminal, which leads back to it",
    ),
    ("src/cli/compare.rs", "takes note of its parent"),
    ("src/cli/compare.rs", "takes set_threads of its parent"),
    (
        "src/cli/git_diff.rs",
        "git_diff imports args, which leads back to it",
    ),
    (
        "src/cli/git_diff.rs",
        "git_diff imports inputs, which leads back to it",
    ),
    (
        "src/cli/git_diff.rs",
        "git_diff imports settings, which leads back to it",
    ),
    (
        "src/cli/git_diff.rs",
        "git_diff imports terminal, which leads back to it",
    ),
    (
        "src/cli/inputs.rs",
        "inputs imports args, which leads back to it",
    ),
    ("src/cli/inputs.rs", "takes note of its parent"),
    ("src/cli/known.rs", "takes note of its parent"),
    (
        "src/cli/learn.rs",
        "learn imports args, which leads back to it",
    ),
    (
        "src/cli/learn.rs",
        "learn imports inputs, which leads back to it",
    ),
    ("src/cli/learn.rs", "takes note of its parent"),
    ("src/cli/learn.rs", "takes set_threads of its parent"),
    (
        "src/cli/segment.rs",
        "segment imports args, which leads back to it",
    ),
    (
        "src/cli/segment.rs",
        "segment imports inputs, which leads back to it",
    ),
    (
        "src/cli/settings.rs",
        "settings imports args, which leads back to it",
    ),
    (
        "src/cli/settings.rs",
        "settings imports inputs, which leads back to it",
    ),
    (
        "src/cli/settings.rs",
        "settings imports terminal, which leads back to it",
    ),
    (
        "src/cli/terminal.rs",
        "terminal imports args, which leads back to it",
    ),
    ("src/cli/words.rs", "takes note of its parent"),
    ("src/evaluate/links.rs", "takes malformed of its parent"),
    ("src/evaluate/parse.rs", "takes malformed of its parent"),
    ("src/evaluate/prose.rs", "takes malformed of its parent"),
    ("src/evaluate/prose.rs", "takes of of its parent"),
    (
        "src/evaluate/prose/credit.rs",
        "takes harmonic of its parent",
    ),
    (
        "src/evaluate/prose/side.rs",
        "takes malformed of its parent",
    ),
    ("src/evaluate/units.rs", "takes malformed of its parent"),
    (
        "src/export/json/read/rows.rs",
        "takes malformed of its parent",
    ),
    (
        "src/export/json/read/witness.rs",
        "takes malformed of its parent",
    ),
    ("src/facts/tests.rs", "a test of facts imports collate"),
    ("src/facts/tests.rs", "a test of facts imports compare"),
    ("src/facts/tests.rs", "a test of facts imports read"),
    (
        "src/language/french/clitics.rs",
        "takes words of its parent",
    ),
    (
        "src/language/french/inversion.rs",
        "takes words of its parent",
    ),
    (
        "src/language/list.rs",
        "list imports profile, which leads back to it",
    ),
    (
        "src/language/profile.rs",
        "profile imports list, which leads back to it",
    ),
    ("src/lexicon/learned.rs", "takes malformed of its parent"),
    ("src/lexicon/thesaurus.rs", "takes malformed of its parent"),
    ("src/segment/addresses.rs", "names the language fr"),
    ("src/select.rs", "a test of select imports collate"),
    ("src/select.rs", "a test of select imports compare"),
    ("src/select.rs", "a test of select imports read"),
    ("src/view/explain.rs", "view imports align"),
    ("src/witness/language.rs", "names the language english"),
    ("src/witness/language.rs", "names the language fr"),
    ("src/witness/language.rs", "names the language french"),
    ("src/witness/language.rs", "names the language german"),
    ("src/witness/language.rs", "names the language italian"),
    ("src/witness/language.rs", "names the language nl"),
    ("src/witness/language.rs", "names the language spanish"),
    (
        "src/words/decide.rs",
        "decide imports relation, which leads back to it",
    ),
    (
        "src/words/group.rs",
        "group imports decide, which leads back to it",
    ),
    (
        "src/words/group.rs",
        "group imports place, which leads back to it",
    ),
    (
        "src/words/place.rs",
        "place imports group, which leads back to it",
    ),
    (
        "src/words/relation.rs",
        "relation imports group, which leads back to it",
    ),
];
