//! How many threads work.

use anyhow::Context;

/// Has the work done on as many threads as were asked for.
pub(super) fn set_threads(asked: Option<u16>) -> anyhow::Result<()> {
    let Some(threads) = asked else {
        return Ok(());
    };
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads.into())
        .build_global()
        .context("the threads could not be started; try a smaller --threads")
}
