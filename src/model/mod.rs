//! What the house talks about: policies, editions, texts, clauses.
//!
//! Plain data without behaviour that needs another room. Each part of a text keeps the span it
//! was read from, so that any later room can point at the very words.

mod acceptance;
mod annex;
mod block;
mod clause;
mod clause_number;
mod corrigendum;
mod digest;
mod edition;
mod extract;
mod extras;
mod fitted;
mod inline;
mod kept;
mod lang;
mod level;
mod order;
mod outline;
mod policy;
mod seal;
mod sealed_facts;
mod site;
mod state;
mod text;
mod timeline;

pub use acceptance::Acceptance;
pub use annex::Annex;
pub use block::{Block, Cell, Code, Ends, Form, Item, List, Paragraph, Row, Subheading, Table};
pub use clause::{Clause, Name, Numeral};
pub use clause_number::ClauseNumber;
pub use corrigendum::Corrigendum;
pub use digest::Digest;
pub use edition::{Edition, Places, number_order};
pub use extract::Extract;
pub use extras::Extras;
pub use inline::{Inline, InlineKind, plain};
pub use lang::Lang;
pub use level::Level;
pub use order::{Order, Repeal};
pub use outline::{MOST_LISTED, Outline};
pub use policy::{Policy, RedlinePair, Redlines};
pub use seal::{Seal, SealedChange, SealedCorrigendum, SealedEnd, SpoiltSeal, Standing};
pub use sealed_facts::{SealedEnding, SealedFacts, SealedOrder};
pub use site::{Localized, Owner, Site};
pub use state::{Period, State};
pub use text::{Division, Heading, Section, Text};
pub use timeline::Stretch;
