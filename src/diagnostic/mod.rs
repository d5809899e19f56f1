//! What a check reports, and how it is shown.
//!
//! A [`Finding`] is a plain value that any room can make. It carries byte spans; only the output
//! formats of this room turn them into lines and columns. One file a format.

mod family;
mod finding;
mod format;
mod github;
mod human;
mod json;
mod rule;
mod sarif;
mod summary;

pub use family::Family;
pub use finding::{Finding, Label, Place};
pub use format::{Format, Styling, render};
pub use rule::{Rule, Severity};
pub use summary::Summary;
