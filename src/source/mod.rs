//! Files, their text and byte spans, and where they are found.
//!
//! This room reads the disk and knows nothing of policies. What it hands on is text that is
//! valid UTF-8 with `\n` line ends, so that no later room meets a byte order mark, a carriage
//! return or a broken character; what it had to mend on the way is a [`Flaw`].

mod decode;
mod error;
mod file;
mod gathering;
mod open_files;
mod packed;
mod root;
mod sources;
mod span;
mod tree;

pub use decode::{Decoded, Flaw, FlawKind, decode};
pub use error::Error;
pub use file::{Position, SourceFile};
pub use gathering::{Gathered, Gathering, Held};
pub use open_files::OpenFiles;
pub use root::{SITE_FILE, find_root};
pub use sources::{FileId, Sources};
pub use span::Span;
pub use tree::{Entry, Outside, Tree, Wanted, walk};
