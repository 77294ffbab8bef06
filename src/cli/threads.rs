//! How many threads work.

use std::num::NonZero;
use std::{env, thread};

use anyhow::Context;
use clap::{Args, value_parser};

/// The option that says how many.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct ThreadArgs {
    /// Threads to use, at most four a core; the result is the same
    #[arg(long, value_name = "N", hide_short_help = true, value_parser = value_parser!(u16).range(1..), help_heading = "Aligning")]
    threads: Option<u16>,
}

impl ThreadArgs {
    /// Has the work done on as many threads as were asked for.
    pub(super) fn set(self) -> anyhow::Result<()> {
        set_threads(self.threads)
    }
}

/// The most threads for each core: what is more waits for a core, and takes memory meanwhile.
const MOST_A_CORE: usize = 4;

/// Has the work done on as many threads as were asked for, else as there are cores.
pub(super) fn set_threads(asked: Option<u16>) -> anyhow::Result<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let asked = asked.map(usize::from).or_else(|| {
        // The variable of the library that has the threads; it knows no limit.
        env::var("RAYON_NUM_THREADS").ok()?.trim().parse().ok()
    });
    rayon::ThreadPoolBuilder::new()
        .num_threads(number(asked, cores))
        .build_global()
        .context("the threads could not be started; try a smaller --threads")
}

fn number(asked: Option<usize>, cores: usize) -> usize {
    let asked = asked.filter(|&threads| threads > 0).unwrap_or(cores);
    asked.min(MOST_A_CORE * cores)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_the_cores_can_use() {
        assert_eq!(number(None, 8), 8);
        assert_eq!(number(Some(1), 8), 1);
        assert_eq!(number(Some(8), 2), 8);
        assert_eq!(number(Some(65_535), 2), 8);
        assert_eq!(number(Some(0), 2), 2);
    }
}
