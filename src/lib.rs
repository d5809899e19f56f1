//! tarmaq builds the "Legal Information" section of a website from text files: policies in several
//! languages, checked for clause parity, with every edition at its own address.
//!
//! Data walks through the house one way:
//!
//! ```text
//! load → parse → model → check → plan → render → write
//! ```
//!
//! | room | what lives there | what it may touch |
//! |---|---|---|
//! | [`source`] | files, byte spans, line index; finding and decoding files | the disk, reading |
//! | [`config`] | the YAML files as types | `source`, `check` for wording |
//! | [`lang`] | what a language is; data files | `config` |
//! | [`parse`] | Markdown of one file → one clause tree and findings | `source`, `model`, `check` for wording |
//! | [`model`] | policies, editions, texts, clauses | spans of `source` |
//! | [`load`] | a folder → the model | all above |
//! | [`align`] | pairs the clauses of two texts | `model` |
//! | [`check`] | one rule a file | `model`, `align` |
//! | [`diagnostic`] | the finding, and one file an output format | `source` |
//! | [`site`] | the plan: every page with its address; the views | `model`, `lang` |
//! | [`render`] | views → bytes: Tera, syntect, minify-html | `site`, themes |
//! | [`write`] | staging folder, exchange, manifest | the disk, writing |
//! | [`cli`] | one file a command | all, through [`driver`] |
//!
//! What holds everywhere:
//!
//! - **Between reading and writing everything is a pure function of what was read.** Today is an
//!   argument; the clock and the environment are read once, in `main`.
//! - **Every finding, never just the first.** A step gives its value and its findings side by side.
//! - **Parsing cannot fail.** Any bytes give a tree and findings.
//! - **Templates get typed views**, never the model itself.
//! - **Same input, same bytes**, at any number of threads: ordered maps, sorted walks.
//! - **Output appears whole or not at all.**
//! - What users can mend is a finding; only the machine's own failures are errors.

pub mod align;
pub mod check;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod driver;
pub mod lang;
pub mod load;
pub mod model;
pub mod parse;
pub mod render;
pub mod site;
pub mod source;
pub mod write;
