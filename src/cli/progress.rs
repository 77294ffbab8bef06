//! What is going on, on standard error: a line that moves when a run takes longer than a second, and with `--verbose`
//! what each stage did and how long it took.

use std::cell::Cell;
use std::fmt;
use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::{Observer, Stage};
use clap::Args;

use super::note::say;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Runs shorter than this show no progress: it would flicker and say nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line moves.
const TICK: Duration = Duration::from_millis(120);

/// What is told about a run.
#[derive(Debug, Clone, Args)]
pub(super) struct ProgressArgs {
    /// Say what each stage did, and how long it took
    #[arg(long, short, help_heading = "Showing", hide_short_help = true)]
    pub(super) verbose: bool,
}

/// The progress of a run. Dropped, it leaves nothing on the terminal.
pub(super) struct Progress {
    bar: ProgressBar,
    verbose: bool,
    began: Cell<Instant>,
    /// Ends the wait for the line to appear, and the thread that waits.
    waiting: Option<(mpsc::Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Of stages one after the other.
    pub(super) fn stages(args: &ProgressArgs, quiet: bool) -> Self {
        Self::new(
            ProgressBar::new_spinner(),
            "{spinner} {msg} {elapsed}",
            args,
            quiet,
        )
    }

    /// Of many things (`pairs`); `total` where it is known.
    pub(super) fn counting(
        total: Option<usize>,
        things: &str,
        args: &ProgressArgs,
        quiet: bool,
    ) -> Self {
        let (bar, style) = match total {
            Some(total) => (
                ProgressBar::new(total as u64),
                format!(
                    "{{pos}} of {{len}} {things} {{wide_bar}} {{msg}}{{elapsed}}, {{eta}} left"
                ),
            ),
            None => (
                ProgressBar::new_spinner(),
                format!("{{spinner}} {{pos}} {things} {{msg}}{{elapsed}}"),
            ),
        };
        Self::new(bar, &style, args, quiet)
    }

    fn new(bar: ProgressBar, style: &str, args: &ProgressArgs, quiet: bool) -> Self {
        bar.set_draw_target(ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style);
        }
        let shown = !quiet && io::stderr().is_terminal();
        Self {
            waiting: shown.then(|| wait(bar.clone())).flatten(),
            bar,
            verbose: args.verbose && !quiet,
            began: Cell::new(Instant::now()),
        }
    }

    /// A stage of the command's own begins.
    pub(super) fn begin(&self, stage: impl fmt::Display) {
        self.began.set(Instant::now());
        self.bar.set_message(stage.to_string());
    }

    /// It has ended.
    pub(super) fn end(&self, stage: impl fmt::Display, result: impl fmt::Display) {
        if self.verbose {
            let seconds = self.began.get().elapsed().as_secs_f64();
            self.aside(|| {
                say(format_args!(
                    "enregard: {stage}: {result} in {seconds:.2} s"
                ));
            });
        }
    }

    /// A handle that counts pairs from another thread.
    pub(super) fn counter(&self) -> ProgressBar {
        self.bar.clone()
    }

    /// Does something that writes to the terminal, with the line out of the way.
    pub(super) fn aside<T>(&self, what: impl FnOnce() -> T) -> T {
        self.bar.suspend(what)
    }
}

/// Shows a line once it is worth it; nothing where there can be no other thread.
fn wait(bar: ProgressBar) -> Option<(mpsc::Sender<()>, JoinHandle<()>)> {
    let (stop, stopped) = mpsc::channel();
    let thread = thread::Builder::new().spawn(move || {
        if stopped.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(TICK);
        }
    });
    Some((stop, thread.ok()?))
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.waiting.take() {
            drop(stop);
            // The thread cannot panic, and has nothing to say if it did.
            let _ = thread.join();
        }
        self.bar.finish_and_clear();
    }
}

impl Observer for Progress {
    fn begin(&self, stage: Stage) {
        Progress::begin(self, stage);
    }

    fn end(&self, stage: Stage, result: fmt::Arguments<'_>) {
        Progress::end(self, stage, result);
    }
}
