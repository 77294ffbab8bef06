//! What the sheets of a workbook are called, and the rows of the second that say where the texts come from.

/// The sheet that holds the rows.
pub(crate) const ROWS_SHEET: &str = "alignment";
/// The sheet of counts.
pub(crate) const STATISTICS_SHEET: &str = "statistics";

/// What stands before the sigla in the first row of that sheet.
pub(crate) const TITLE: &str = "Renderings compared";
/// The row with the digests of the files, which tell later whether they are the same.
pub(crate) const DIGEST: &str = "sha256";
/// The row with the codes of the languages.
pub(crate) const LANGUAGE: &str = "language";
/// The row with the level of the units.
pub(crate) const UNIT: &str = "unit";
