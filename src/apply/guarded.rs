//! Readers of foreign formats, which do not bear every file: where one panics, the file is damaged, and nothing else.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    /// Whether a panic of this thread is caught, and so is nobody's affair.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// What a reader makes; `None` where it panics.
pub(super) fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    GUARDED.set(true);
    let made = panic::catch_unwind(AssertUnwindSafe(read));
    GUARDED.set(false);
    made.ok()
}

/// Whether a panic of this thread is caught, so that there is no reason to tell it.
#[cfg(feature = "cli")]
pub(crate) fn is_guarded() -> bool {
    GUARDED.get()
}
