//! New folders in `content/`: a policy, an edition. Each appears whole or not at all, and none that
//! is there is touched.

mod edition;
mod folder;
mod number;
mod policy;

pub use edition::edition;
pub use folder::Made;
pub use number::next_number;
pub use policy::policy;
