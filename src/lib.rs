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
//! | [`model`] | policies, editions, texts, clauses | spans of `source` |
//! | [`diagnostic`] | the finding, and one file an output format | `source`, `model` |
//! | [`align`] | pairs the clauses of two texts, of two languages or of two editions | `model` |
//! | [`facts`] | what a clause states: numbers, dates, periods, addresses, references, terms | `model`, `align`, `lang` |
//! | [`redline`] | what changed from one text to another of the same language | `model`, `align`, `facts`, `lang` |
//! | [`check`] | one rule a file: what it looks at, and how its findings are worded | `model`, `align`, `facts`, `diagnostic` |
//! | [`links`] | which words of a text lead where: references, defined terms | `model`, `align`, `facts`, `lang`, what `check` reads |
//! | [`config`] | the YAML files as types | `source`, `model`, the wording in `check` |
//! | [`lang`] | what a language is; data files | `model`, values of `config` |
//! | [`seal`] | the canonical plain form of a text, its digests, the seal file and its witness | `model`, `align` |
//! | [`parse`] | Markdown of one file → one clause tree and findings | `source`, `model`, the wording in `check` |
//! | [`load`] | a folder → the model | all above |
//! | [`search`] | the index of the search, in files that a browser loads one at a time | `model`, `align`, `seal`, `lang` |
//! | [`site`] | the plan: every page with its address; the views | `model`, `lang`, `links`, `search`, what `load` read |
//! | [`render`] | views → bytes: Tera, syntect, minify-html | `site`, `lang`, themes |
//! | [`verify`] | the words of pages and plain texts, compared with what was sealed | `seal`, `model`, `lang` |
//! | [`mod@write`] | staging folder, exchange, manifest | the disk, writing |
//! | [`cache`] | what a build takes over from the one before: digests, records, files | what `load` read, `diagnostic`, `write`; the disk |
//! | [`scaffold`] | new policies and editions in `content/` | what `load` read; the disk, writing new folders |
//! | [`comparison`] | two editions of a policy compared, and one file an output format | `model`, `facts`, `lang`, `redline`, escaping of `site` |
//! | [`driver`] | the walk from a folder to a site | all above |
//! | [`serve`] | the preview: watches the folder, answers browsers | `driver`, `diagnostic`, `site` |
//! | [`cli`] | one file a command | `driver`, `diagnostic`, the list of rules in `check` |
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
pub mod cache;
pub mod check;
pub mod cli;
pub mod comparison;
pub mod config;
pub mod diagnostic;
pub mod driver;
pub mod facts;
pub mod lang;
pub mod links;
pub mod load;
pub mod model;
pub mod parse;
pub mod redline;
pub mod render;
pub mod scaffold;
pub mod seal;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod verify;
pub mod write;
