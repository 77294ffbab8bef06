//! What ends a run before its time: a signal, the time that is up, a limit of the system.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::note::say;
use super::via;

/// Held while files get their names: what ends the run waits for that.
static NAMING: Mutex<()> = Mutex::new(());

/// Whether a pager has the terminal: an interrupt is its affair, and nobody waits for us.
static PAGED: AtomicBool = AtomicBool::new(false);

fn naming() -> MutexGuard<'static, ()> {
    NAMING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does what must not be left half done; it is to be short.
pub(super) fn undisturbed<T>(what: impl FnOnce() -> T) -> T {
    let _guard = naming();
    what()
}

/// From here on a pager has the terminal: an interrupt is its affair (less stops a search), and no time runs out. Were we to
/// end of an interrupt, the shell and the pager would both read the terminal.
pub(super) fn leave_to_pager() {
    PAGED.store(true, Ordering::Relaxed);
    #[cfg(not(unix))]
    // It fails only where a handler is set already.
    let _ = ctrlc::set_handler(|| {});
}

/// Ends the run with this exit code when it is not done after some seconds.
#[expect(clippy::exit, reason = "whoever is at work cannot be asked to stop")]
pub(super) fn after(seconds: u32, code: u8) {
    // Without another thread there is no limit, and the run is none the worse.
    let _ = thread::Builder::new().spawn(move || {
        thread::sleep(Duration::from_secs(seconds.into()));
        if !PAGED.load(Ordering::Relaxed) {
            let _guard = naming();
            say(format_args!(
                "enregard: not done after {seconds} s (--timeout); nothing was written"
            ));
            via::end_all();
            std::process::exit(code.into());
        }
    });
}

/// Has signals that end the process wait until no file is half done; it then ends by the signal, so that whoever
/// started it is told. Limits of the system on files and memory become errors, with this exit code.
#[cfg(unix)]
pub(super) fn watch(code: u8) {
    use signal_hook::consts::signal::{SIGABRT, SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::{flag, iterator::Signals, low_level};
    use std::sync::Arc;

    // Writing beyond the limit then fails as on a full disk. Where memory is at its end, Rust says so and aborts.
    let always = Arc::new(AtomicBool::new(true));
    let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    let _ = flag::register_conditional_shutdown(SIGABRT, code.into(), always);
    let ends = [SIGHUP, SIGINT, SIGTERM];
    let ends = ends.into_iter().filter(|&signal| !is_ignored(signal));
    let ends: Vec<i32> = ends.collect();
    // Where there can be no other thread, signals end the process as ever.
    let _ = thread::Builder::new().spawn(move || {
        let Ok(mut signals) = Signals::new(ends) else {
            return;
        };
        for signal in signals.forever() {
            if signal == SIGINT && PAGED.load(Ordering::Relaxed) {
                continue;
            }
            let _guard = naming();
            via::end_all();
            // It ends the process.
            let _ = low_level::emulate_default_handler(signal);
        }
    });
}

#[cfg(not(unix))]
pub(super) fn watch(_: u8) {}

/// Whether whoever started us wants a signal ignored, as `nohup` does. Linux alone says so.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = line.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}
