//! The integration tests, one binary: a module a theme.

mod cli;
mod evaluate;
mod export;
mod hand;
mod read;
mod readme;
mod segment;
mod tables;
mod view;
mod words;
