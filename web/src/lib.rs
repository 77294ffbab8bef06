//! enregard for WebAssembly: what the page and the npm package call. `js/core.js` is the other side of it.
//!
//! A request is written to where [`enregard_room`] says, [`enregard_run`] carries it out, and the answer lies where
//! [`enregard_answer`] says; [`frame`] tells how both look. The only things that are unsafe here are the names of functions
//! outside: that no two crates export one name, and that what is imported is what it is said to be, no compiler can see.
//! Memory is read and written by safe code alone.

mod answer;
mod desk;
mod frame;
mod request;

use std::cell::RefCell;
use std::fmt;
use std::panic;

use enregard::{Observer, Stage};

use desk::Desk;

thread_local! {
    /// The request that is being written, then the answer to it.
    static FRAME: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static DESK: RefCell<Desk> = RefCell::default();
}

// Named, so that they are imported and not looked for when the library is linked.
#[link(wasm_import_module = "env")]
unsafe extern "C" {
    /// A stage begins: its place among all.
    safe fn enregard_stage(stage: u32);
    /// The program fails, and says so in UTF-8: nothing of it can be used any more.
    safe fn enregard_failed(said: *const u8, length: usize);
}

/// Where a request of so many bytes is to be written.
#[unsafe(no_mangle)]
pub extern "C" fn enregard_room(length: usize) -> *mut u8 {
    FRAME.with_borrow_mut(|frame| {
        *frame = vec![0; length];
        frame.as_mut_ptr()
    })
}

/// Carries out the request; how many bytes the answer has.
#[unsafe(no_mangle)]
pub extern "C" fn enregard_run() -> usize {
    panic::set_hook(Box::new(|failure| {
        let said = failure.to_string();
        enregard_failed(said.as_ptr(), said.len());
    }));
    let request = FRAME.take();
    let answer = DESK.with_borrow_mut(|desk| desk.answer(&request));
    let length = answer.len();
    FRAME.set(answer);
    length
}

/// Where the answer lies.
#[unsafe(no_mangle)]
pub extern "C" fn enregard_answer() -> *const u8 {
    FRAME.with_borrow(|frame| frame.as_ptr())
}

/// Tells the other side how far a comparison is.
pub(crate) struct Told;

impl Observer for Told {
    fn begin(&self, stage: Stage) {
        enregard_stage(match stage {
            Stage::Vocabulary => 1,
            Stage::Align => 2,
            _ => 3,
        });
    }

    fn end(&self, _: Stage, _: fmt::Arguments<'_>) {}
}
