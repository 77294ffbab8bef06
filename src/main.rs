//! The `enregard` command: exit code, closed pipe, error chain.

use std::process::ExitCode;

use enregard::cli;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        // Whoever reads the output has seen enough: `enregard A B | head`.
        Err(error) if cli::nobody_reads(&error) => ExitCode::SUCCESS,
        Err(error) => {
            cli::complain(&error);
            ExitCode::from(cli::TROUBLE)
        }
    }
}
