//! How findings are shown: to people, to programs, on GitHub, and as SARIF.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod acceptances;
mod approved;
mod configuration;
mod explain;
mod filters;
mod github;
mod histories;
mod human;
mod json;
mod places;
mod rule_list;
mod sarif;
mod severities;
mod twins;
