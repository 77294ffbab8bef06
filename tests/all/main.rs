//! The integration tests, one binary: a module a theme.

mod align;
mod batch;
mod choose;
mod cli;
mod evaluate;
mod explain;
mod export;
mod git;
mod hand;
mod progress;
mod read;
mod readme;
mod segment;
mod settings;
mod tables;
mod terminal;
mod view;
mod words;
