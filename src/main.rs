//! The `enregard` command: exit code, broken pipe, error chain.

use std::io::{self, Write};
use std::process::ExitCode;

use enregard::export::{Exporter, Vecalign};
use enregard::read::{ReadOptions, read};
use enregard::witness::{Level, Siglum};
use enregard::{CompareOptions, compare};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let options = ReadOptions {
        level: Level::Line,
        language: None,
    };
    let witnesses = args
        .iter()
        .enumerate()
        .map(|(n, path)| read(path, Siglum::nth(n), &options))
        .collect::<Result<Vec<_>, _>>();
    match witnesses {
        Ok(w) => {
            let table = compare(w, &CompareOptions::default());
            let mut out = io::stdout().lock();
            let _ = Vecalign.write(&table, &mut out).and_then(|()| out.flush());
            ExitCode::SUCCESS
        }
        Err(e) => {
            let _ = writeln!(io::stderr(), "enregard: {e}");
            ExitCode::from(2)
        }
    }
}
