//! How findings are shown: to people, to programs, on GitHub, and as SARIF.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod configuration;
mod github;
mod human;
mod json;
mod places;
mod sarif;
