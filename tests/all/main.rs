//! The integration tests, one binary: a module a theme.

mod evaluate;
mod export;
mod tables;
