//! The plan: every page with its address, before any of them is rendered.
//!
//! A view is the whole input of its page: the same view and the same theme give the same bytes.
//! Views are made when their page is rendered and dropped afterwards, so that a large site does
//! not stand in memory as a whole.

mod address;
mod assets;
mod changes_form;
mod collisions;
mod compared;
mod counts;
mod host;
mod html;
mod ink;
mod linking;
mod marked;
mod pairs;
mod plan;
mod scripts;
mod searched;
mod slot;
mod stylesheets;
mod view;

pub use address::Address;
pub use assets::{PublishedAsset, is_named_after, publish_assets};
pub use changes_form::ChangesForm;
pub use collisions::collisions;
pub use compared::{Compared, Comparison};
pub use counts::{Count, Counts};
pub use host::Host;
pub use html::{escape, write_words};
pub use ink::{Element, Ink};
pub use linking::{Linking, unfilled};
pub use marked::defines;
pub use pairs::{Pair, pairs};
use plan::published;
pub use plan::{Drafts, Page, PageKind, Plan, plan, plan_frame, plan_policy};
pub use slot::fill_slots;
pub use view::{
    CellView, ColumnFacts, EditionData, LINK_TO_ANNEX, LINK_TO_CLAUSE, LINK_TO_SECTION,
    PoliciesData, Rank, RowView, SideBySideView, UnitView, View, WORDS_OF_VIEWS, anchored,
    annex_anchor, article, changes_view, history_view, link_label, search_view, unit_views, view,
};

/// The JSON schema of `policies.json`, which is published beside it.
pub const POLICIES_SCHEMA: &str = include_str!("policies.schema.json");

/// The JSON schema of `edition.json`.
pub const EDITION_SCHEMA: &str = include_str!("edition.schema.json");
