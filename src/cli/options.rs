//! Options that several commands share, as they stand on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, value_parser};

use crate::export::Format;

use super::choose::ChooseArgs;
use super::differences::DifferenceArgs;
use super::explain::ExplainArgs;
use super::known::KnownArgs;
use super::pager::PagerArgs;
use super::progress::ProgressArgs;
use super::threads::ThreadArgs;
use super::titles::Titles;
use super::values::{AlignBy, Color, Marks, Naming, Signs, Theme, Tracked, Unit, View};

/// How files are read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(super) struct ReadArgs {
    /// What is aligned: clause, sentence (the default), line or paragraph
    ///
    /// Clauses are parts of sentences, cut at semicolons, colons, ends of quotations and some conjunctions. With `line`
    /// nothing is cut and nothing skipped: unit k is line k, blank lines included.
    #[arg(long, value_name = "UNIT", value_enum, default_value_t = Unit::Sentence, hide_possible_values = true, hide_default_value = true)]
    pub(super) unit: Unit,

    /// Language of the files, or of one (A=fr)
    ///
    /// A code (fr, en, de …) or auto. Says by which rules a text is cut into sentences and its words are compared.
    /// `auto` (the default) recognises it, for each file by itself. May be repeated.
    #[arg(long, value_name = "[A=]LANG")]
    pub(super) lang: Vec<String>,

    /// Encoding of the files, or of one (A=macroman)
    ///
    /// Any name of the WHATWG's list, and common ones such as macroman, latin9, utf-16le, windows-1250. Without it
    /// UTF-8, UTF-16 with a byte order mark and Windows-1252 are recognised. A byte order mark counts for more than
    /// this option. May be repeated.
    #[arg(long, value_name = "[A=]NAME")]
    pub(super) encoding: Vec<String>,

    /// What the files are, or one (A=docx)
    ///
    /// text, collatex, csv, docx, epub, html, json, jsonl, markdown, ods, odt, osis, pdf, po, rtf, srt, tei, tmx, tsv, usfm, usfx, usx, vtt, xliff, xls, xlsb, xlsx, zefania. Without it the content of a file tells, or else its extension. May be repeated.
    #[arg(long, value_name = "[A=]FORMAT", hide_short_help = true)]
    pub(super) from: Vec<String>,

    /// A program that prints the text of the files (`pandoc -t plain`), or of one
    ///
    /// For files that are not read here. The name of the file stands behind its words, or where they have `{}`; what it prints is
    /// plain text, or what --from says. No shell is run. It stands on the command line alone, and not in settings. A='pdftotext {} -'
    /// for one file.
    #[arg(long, value_name = "[A=]COMMAND", hide_short_help = true)]
    pub(super) via: Vec<String>,

    /// Which elements of XML and HTML are read (`body`, `div[@type=chapter]`, `#intro`)
    ///
    /// Of TEI, HTML, books, scriptures in XML, TMX and XLIFF the text of these elements alone: by their name, what attributes are, or contain as a
    /// word (`'rdg[@wit=#B]'`), their id, or a path, with `/` right inside and `//` anywhere in it (`div/lg//l`). May be repeated;
    /// A=SELECTOR for one file.
    #[arg(long, value_name = "[A=]SELECTOR", hide_short_help = true)]
    pub(super) select: Vec<String>,

    /// How passages are numbered in the text, by an example (`[12]`, `Art. 5`)
    ///
    /// Its figures stand for any number. The numbers of verses, articles, paragraphs that are written so name what follows: they
    /// are shown in the margin, serve --align-by labels, and are not compared. `12`, `[12]`, `12.`, `5:12`, `§ 4`, `'Art. L. 121-1'`,
    /// `'Chapitre IV'`; with bars what means the same (`'Art. 5|Article 5'`). May be repeated, larger parts first
    /// (--refs 'Chapitre 3' --refs 12); A=EXAMPLE for one file.
    #[arg(long, value_name = "[A=]EXAMPLE", hide_short_help = true)]
    pub(super) refs: Vec<String>,

    /// Tracked changes of documents: accepted, original
    ///
    /// `accepted` (the default) reads the text as it is to be, `original` as it was.
    #[arg(long, value_name = "WHICH", value_enum, default_value_t = Tracked::Accepted, hide_possible_values = true, hide_default_value = true, hide_short_help = true)]
    pub(super) tracked: Tracked,

    /// Put U+FFFD for bytes that do not decode
    #[arg(long, hide_short_help = true)]
    pub(super) lossy: bool,
}

/// Whether and how to colour.
#[derive(Debug, Args)]
#[command(next_help_heading = "Showing")]
pub(super) struct ColourArgs {
    /// When to colour: auto, always, never
    ///
    /// `auto` colours on a terminal. NO_COLOR, CLICOLOR_FORCE and CLICOLOR are respected; this option counts for more.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto, hide_possible_values = true, hide_default_value = true)]
    pub(super) color: Color,

    /// The colours: terminal, dark, light
    ///
    /// `terminal` (the default) takes the sixteen colours of the terminal's own theme. `dark` and `light` are for a
    /// background of that kind, in as many colours as COLORTERM and TERM say the terminal has: any, 256, or sixteen,
    /// which are the terminal's own again.
    #[arg(long, value_name = "THEME", value_enum, default_value_t = Theme::Terminal, hide_possible_values = true, hide_default_value = true, hide_short_help = true)]
    pub(super) theme: Theme,
}

/// The options of comparing.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// The files, two or more; - is standard input
    #[arg(value_name = "FILE", hide_short_help = true)]
    pub(super) files: Vec<PathBuf>,

    /// What the texts of a file that holds several are called there.
    #[arg(skip)]
    pub(super) titles: Titles,

    #[command(flatten)]
    pub(super) read: ReadArgs,

    /// Short names of the files, or of some (A=Hugo)
    ///
    /// One for each, in their order (Hugo,Segond), or by the letters that the files have without: A to Z, then W27 and so on; those
    /// not named keep theirs. Texts of one file (columns, fields, languages) have the names that it gives them. Options that name a
    /// file take any of these (--lang A=fr, --base Hugo). May be repeated.
    #[arg(
        long,
        value_name = "[A=]NAME",
        value_delimiter = ',',
        help_heading = "Reading",
        hide_short_help = true
    )]
    pub(super) sigla: Vec<String>,

    /// The text whose order the rows follow, and against which differences are told
    ///
    /// Its letter or short name. The first is the base where nothing is said.
    #[arg(
        long,
        value_name = "NAME",
        hide_short_help = true,
        help_heading = "Reading"
    )]
    pub(super) base: Option<String>,

    /// Unite spellings of old print (ſ, -oit, i/j, u/v)
    ///
    /// Done without it where a French text is recognised as print before about 1800.
    #[arg(long, hide_short_help = true, help_heading = "Reading")]
    pub(super) old_print: bool,

    /// Align parts of one file by their words
    ///
    /// What stands in one row of a sheet, or one unit of a translation memory, is kept side by side without it.
    #[arg(long, hide_short_help = true, help_heading = "Aligning")]
    pub(super) realign: bool,

    /// What passages are aligned by: words, labels
    ///
    /// `labels`: what has one name in the files (the number of a verse, a row, a subtitle, the key of a message) stands side by
    /// side, and the rest is aligned around it by its words.
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = AlignBy::Words, hide_possible_values = true, hide_default_value = true, hide_short_help = true, help_heading = "Aligning")]
    pub(super) align_by: AlignBy,

    /// Keep the order of both texts: nothing counts as moved
    #[arg(long, hide_short_help = true, help_heading = "Aligning")]
    pub(super) monotone: bool,

    #[command(flatten)]
    pub(super) threads: ThreadArgs,

    #[command(flatten)]
    pub(super) known: KnownArgs,

    #[command(flatten)]
    pub(super) differences: DifferenceArgs,

    /// Side, stacked, apparatus, inline, table or summary
    ///
    /// side: a column each. stacked: one under the other. apparatus: the base, and under each row what others read otherwise.
    /// inline: one running text, the first, with the readings of the other where they differ. table: one line per row. summary:
    /// the figures alone. auto (the default): side where there are 100 columns, else stacked; of more than two files side
    /// where each has 36 columns, else apparatus.
    #[arg(
        long,
        value_name = "VIEW",
        value_enum,
        hide_possible_values = true,
        help_heading = "Showing"
    )]
    pub(super) view: Option<View>,

    /// Columns to fill, in place of the terminal's
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(20..), help_heading = "Showing", hide_short_help = true)]
    pub(super) width: Option<u16>,

    #[command(flatten)]
    pub(super) colour: ColourArgs,

    /// Signs beside the colours: auto, always, never
    ///
    /// `auto` (the default): around words that differ where there is no colour; where there is, around those alone that touch
    /// others of their colour.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Signs::Auto, hide_possible_values = true, hide_default_value = true, help_heading = "Showing", hide_short_help = true)]
    pub(super) signs: Signs,

    /// Which differences to mark: all, few
    ///
    /// `few` (the default, but for git-diff) leaves unmarked the function words that merely follow another difference (an article
    /// before a noun that differs), that one text alone has, or that may not stand for each other, where other words of the
    /// sentence differ as well; and capitals that a sentence begins with. All is counted and exported as before.
    #[arg(
        long,
        value_name = "WHICH",
        value_enum,
        hide_possible_values = true,
        help_heading = "Showing"
    )]
    pub(super) marks: Option<Marks>,

    /// Show metadata, running heads and paragraphs in another language
    #[arg(long, help_heading = "Showing", hide_short_help = true)]
    pub(super) show_skipped: bool,

    /// Mark apostrophes, quotes, spaces and dashes
    #[arg(long, help_heading = "Showing")]
    pub(super) show_typographic: bool,

    #[command(flatten)]
    pub(super) explain: ExplainArgs,

    /// Explain colours and signs; needs no files
    #[arg(long, help_heading = "Showing", hide_short_help = true)]
    pub(super) legend: bool,

    /// Print only errors, and what --format asks for
    #[arg(long, short, help_heading = "Showing")]
    pub(super) quiet: bool,

    #[command(flatten)]
    pub(super) progress: ProgressArgs,

    #[command(flatten)]
    pub(super) pager: PagerArgs,

    #[command(flatten)]
    pub(super) choose: ChooseArgs,

    /// Write the table to FILE, by its extension
    ///
    /// Or by FORMAT, as in vecalign:lines.txt, svg-tree:tree.svg (.svg alone is the map of the rows). May be repeated. The file is written whole or not at all, and never
    /// one that is read; /dev/stdout, a pipe or a device is written to. Nothing is shown then, unless --view asks for it; the
    /// summary goes to standard error.
    #[arg(long, short, value_name = "[FORMAT:]FILE", help_heading = "Writing")]
    pub(super) output: Vec<OsString>,

    /// Write the table to standard output: csv, json, …
    ///
    /// With -o FILE, that is the format of the file, unless its name says another; then both are written.
    ///
    /// csv, tsv, json, jsonl, markdown; html, svg; xlsx (where it was built with workbooks); tmx, tei, collatex; vecalign,
    /// ladder (of hunalign); word-diff (of git), criticmarkup; docx (tracked changes), docx-facing, epub; apparatus, latex (reledmac),
    /// latex-facing (reledpar), tei-standoff; dot, graphml; svg-tree, newick (who stands near whom).
    #[arg(long, value_name = "FORMAT", value_parser = format(), hide_possible_values = true, help_heading = "Writing")]
    pub(super) format: Option<Format>,

    /// Begin CSV and TSV with a byte order mark, for Excel
    #[arg(long, hide_short_help = true, help_heading = "Writing")]
    pub(super) csv_bom: bool,

    /// What stands between the cells of CSV: `,` `;` `|` tab
    ///
    /// Spreadsheet programs want a semicolon where a comma stands before decimals, as in French. `enregard apply` recognises
    /// it.
    #[arg(long, value_name = "CHAR", value_parser = separator, hide_short_help = true, help_heading = "Writing")]
    pub(super) csv_separator: Option<u8>,

    /// Put ' before CSV cells like formulas (=1+1)
    ///
    /// A spreadsheet would run them. This changes the data, so it is off by default.
    #[arg(long, hide_short_help = true, help_heading = "Writing")]
    pub(super) csv_guard: bool,

    /// Language tags in TMX, of one file each
    ///
    /// Renderings in one language must differ in their tags, or translation memories keep one of them: fr-QM, fr-QN
    /// and so on (regions for private use) without this option.
    #[arg(
        long,
        value_name = "A=TAG",
        value_delimiter = ',',
        hide_short_help = true,
        help_heading = "Writing"
    )]
    pub(super) tmx_lang: Vec<String>,

    /// Show, count and write two of more files alone
    ///
    /// All are compared, so that the rows are those of the whole, and the first of the two is the base. Without it views and formats
    /// have all files; those that know no more than two (vecalign, ladder, word-diff, criticmarkup, docx, latex-facing)
    /// the base and the first of the others.
    #[arg(
        long,
        value_name = "A,B",
        value_delimiter = ',',
        hide_short_help = true,
        help_heading = "Writing"
    )]
    pub(super) pair: Vec<String>,

    /// Whom an apparatus names: negative, positive
    ///
    /// Of the formats apparatus and latex. `negative` (the default) names those that read otherwise than the base, `positive` those
    /// that read with it as well.
    #[arg(long, value_name = "WHICH", value_enum, default_value_t = Naming::Negative, hide_possible_values = true, hide_default_value = true, hide_short_help = true, help_heading = "Writing")]
    pub(super) apparatus: Naming,

    /// Exit with 1 when the texts differ
    ///
    /// They differ when a linked word does (typographic differences count, shown or not), a sentence stands in one of
    /// them only, or one has moved. What is skipped, and what --ignore names, does not count.
    #[arg(long, help_heading = "Writing")]
    pub(super) exit_code: bool,
}

/// A sign that can stand between cells.
pub(super) fn separator(value: &str) -> Result<u8, String> {
    match value.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [sign @ (b'\t' | b'!'..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~')]
            if *sign != b'"' =>
        {
            Ok(*sign)
        }
        _ => Err("one sign is needed, such as ; or |, or tab".to_owned()),
    }
}

/// The names of formats, wherever one is named.
pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    let value = |format: Format| match format {
        Format::WordDiff => PossibleValue::new(format.name()).alias("porcelain"),
        _ => PossibleValue::new(format.name()),
    };
    PossibleValuesParser::new(Format::ALL.map(value))
        .try_map(|name| Format::from_name(&name).ok_or("no such format"))
}
