//! Readers and writers of foreign formats that are not ours, and do not bear everything: where one panics, that file has failed, and
//! nothing else.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    /// Whether a panic of this thread is caught, and so is nobody's affair.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// What such code makes; `None` where it panics.
pub(crate) fn guarded<T>(make: impl FnOnce() -> T) -> Option<T> {
    GUARDED.set(true);
    let made = panic::catch_unwind(AssertUnwindSafe(make));
    GUARDED.set(false);
    made.ok()
}

/// Whether a panic of this thread is caught, so that there is no reason to tell it.
#[cfg(feature = "cli")]
pub(crate) fn is_guarded() -> bool {
    GUARDED.get()
}
