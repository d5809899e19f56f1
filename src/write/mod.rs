//! The site appears as a whole or not at all.
//!
//! Where files go is an [`Output`]: a folder, or memory. On the disk all go to a staging folder beside
//! the old site; when the last is written, the two change places in one step. Files whose bytes did
//! not change are the old files themselves (a second name of them), so that their modification times
//! stay.

mod above;
mod exchange;
mod folders;
mod leftovers;
mod manifest;
mod memory;
mod output;
mod place;
mod replace;
mod staging;
mod stands;

pub use manifest::MANIFEST;
pub use memory::Memory;
pub use output::Output;
pub use place::{refuse_site, refuse_sources};
pub use replace::replace;
pub use staging::Staging;
pub use stands::stands;
