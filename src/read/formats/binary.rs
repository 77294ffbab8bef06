//! Workbooks in binary (XLS, XLSB): lists of records, each with its kind and its length. What is read is what `workbook` reads of
//! those in XML.

mod book;
mod bytes;
mod ole;
mod record;
pub(super) mod xls;
pub(super) mod xlsb;
