//! The `enregard` command: exit code, broken pipe, error chain.

use std::io;
use std::process::ExitCode;

use enregard::cli;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        // Whoever reads the output has seen enough: `enregard A B | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            cli::complain(&error);
            ExitCode::from(cli::TROUBLE)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    })
}
