//! What `tarmaq build` does to the disk, and what it says when it cannot.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod at_once;
mod broken_off;
mod cache;
mod collisions;
mod disk;
mod empty;
mod encodings;
mod exit_codes;
mod files;
mod kept;
mod languages;
mod links;
mod meddled;
mod memory;
mod output;
mod roots;
mod same_bytes;
mod statics;
mod templates;
mod themes;
mod warm;
