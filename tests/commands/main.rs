//! The commands besides `build` and `check`: what they print, and what they do to the disk.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod diff;
mod new_edition;
mod new_policy;
mod status;
