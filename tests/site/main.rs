//! The built site as a whole: a sample site with every kind of block, and the site of this
//! repository.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod addresses;
mod built;
mod changes;
mod drafts;
mod editions;
mod expected_pages;
mod extras;
mod feeds;
mod head;
mod histories;
mod linked;
mod links;
mod machines;
mod minified;
mod search;
mod searching;
mod side_by_side;
mod xml;
