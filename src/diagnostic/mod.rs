//! What a check reports, and how it is shown.
//!
//! A [`Finding`] is a plain value that any room can make. It carries byte spans; only the output
//! formats of this room turn them into lines and columns. One file a format.

mod accepted;
mod family;
mod filter;
mod finding;
mod fingerprint;
mod format;
mod github;
mod human;
mod json;
mod report;
mod rule;
mod sarif;
mod strictness;
mod summary;
mod table;

pub use accepted::Accepted;
pub use family::Family;
pub use filter::Filter;
pub use finding::{Finding, Label, Place};
pub use format::{Format, Styling, render};
pub use json::SCHEMA;
pub use report::{Report, Scope};
pub use rule::{Rule, Severity};
pub use strictness::Strictness;
pub use summary::Summary;
pub(crate) use summary::many;
