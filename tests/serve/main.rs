//! What `tarmaq serve` keeps in memory, and what it answers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod answers;
mod edits;
mod followed;
mod kept_true;
mod served;
