//! What is told about a run: to an observer of the library, and on standard error.
#![allow(clippy::unwrap_used)]

use std::cell::RefCell;
use std::fmt;

use enregard::read::{ReadOptions, read};
use enregard::witness::Siglum;
use enregard::{CompareOptions, Comparison, Observer, Stage, compare_witnesses};

const FILES: [&str; 2] = ["fixtures/genesis/martin.txt", "fixtures/genesis/darby.txt"];

#[derive(Default)]
struct Notes(RefCell<Vec<String>>);

impl Observer for Notes {
    fn begin(&self, stage: Stage) {
        self.0.borrow_mut().push(format!("{stage} begins"));
    }

    fn end(&self, stage: Stage, result: fmt::Arguments<'_>) {
        assert!(result.to_string().contains(|c: char| c.is_ascii_digit()));
        self.0.borrow_mut().push(format!("{stage} ends"));
    }
}

#[test]
fn an_observer_hears_of_every_stage_and_changes_nothing() {
    let witnesses = || {
        [0, 1].map(|n| {
            let path = format!("{}/{}", env!("CARGO_MANIFEST_DIR"), FILES[n]);
            let reading = read(path, Siglum::nth(n), &ReadOptions::default());
            reading.unwrap().witness
        })
    };
    let (notes, options) = (Notes::default(), CompareOptions::default());
    let comparison = Comparison::observed(witnesses(), &options, &notes).unwrap();
    let table = comparison.into_table(&[]).unwrap();
    let told =
        ["normalize", "align", "words"].map(|s| [format!("{s} begins"), format!("{s} ends")]);
    assert_eq!(*notes.0.borrow(), told.concat());
    assert_eq!(table, compare_witnesses(witnesses(), &options).unwrap());
}

fn said(arguments: &[&str]) -> String {
    let out = crate::enregard()
        .args(FILES)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(out.status.success());
    String::from_utf8(out.stderr).unwrap()
}

#[test]
fn verbose_tells_what_each_stage_did() {
    let told = said(&["-v"]);
    let stages: Vec<&str> = told
        .lines()
        .map(|line| line.split(": ").nth(1).unwrap())
        .collect();
    assert_eq!(stages, ["read", "normalize", "align", "words"]);
    assert!(told.lines().all(|line| line.ends_with(" s")), "{told}");
    assert!(told.contains("read: 2 texts, "), "{told}");
    assert_eq!(said(&[]), "");
    assert_eq!(said(&["-v", "-q"]), "");
}
