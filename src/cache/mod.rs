//! What a build takes over from the one before: pages whose sources did not change.
//!
//! All is known by what it holds, never by when it was written. A [`Survey`] tells what the sources are
//! and which program reads them; a build leaves a [`Record`] of what it found and of the files it wrote,
//! each by its digest, and the files themselves under their digests ([`Cache`]). The next build takes
//! over what was made of the same: the whole site, or the pages of those policies that are as they were,
//! what was read of them and what was found in them, each in a [`Drawer`], and what the index of the search
//! says of them, which is read out of the index itself.
//!
//! A file is taken over only if its bytes have the digest that the record tells, and a record only if it
//! has the digest that stands at its head: what is broken, or was written by somebody else, is as good as
//! not there. The folder can be deleted at any time. It holds no more than the last records need.
//!
//! Files are second names of those that were published, where the system can do that, so that keeping
//! them costs no room.

mod days;
mod drawer;
mod examined;
mod findings;
mod headed;
mod kept_files;
mod kept_finding;
mod kept_policy;
mod plain;
mod program;
mod record;
mod recorder;
mod store;
mod survey;

pub use days::Days;
pub use drawer::{Drawer, NewDrawer};
pub use examined::{pack_examined, unpack_examined};
pub use kept_policy::{pack_policy, unpack_policy};
pub use record::{Made, NewRecord, Pages, Record};
pub use recorder::Recorder;
pub use store::{Cache, Ready};
pub use survey::Survey;
