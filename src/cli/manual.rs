//! `enregard completions` and `enregard man`: what shells and `man` know of the options.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::STDOUT_FAILED;
use super::note::name_of;

/// Prints completions of options for a shell
///
/// bash: enregard completions bash > ~/.local/share/bash-completion/completions/enregard. fish: enregard completions
/// fish > ~/.config/fish/completions/enregard.fish. zsh: a file _enregard in a folder of $fpath.
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Prints the manual page, or that of a command
///
/// enregard man > enregard.1; enregard man segment > enregard-segment.1
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The command
    command: Option<String>,
}

pub(super) fn completions(
    args: &CompletionsArgs,
    mut command: Command,
) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "enregard", &mut script);
    print(&script)
}

pub(super) fn man(args: &ManArgs, mut command: Command) -> anyhow::Result<ExitCode> {
    // Gives the commands their full names.
    command.build();
    let page = match &args.command {
        None => &command,
        Some(name) => command.find_subcommand(name).with_context(|| {
            let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            format!(
                "no command is called `{}`; they are {}",
                name_of(name),
                names.join(", ")
            )
        })?,
    };
    let mut text = Vec::new();
    Man::new(page.clone())
        .render(&mut text)
        .context(STDOUT_FAILED)?;
    print(&text)
}

fn print(bytes: &[u8]) -> anyhow::Result<ExitCode> {
    io::stdout()
        .lock()
        .write_all(bytes)
        .context(STDOUT_FAILED)?;
    Ok(ExitCode::SUCCESS)
}
