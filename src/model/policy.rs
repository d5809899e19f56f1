use jiff::civil::Date;

use super::Edition;

/// A policy and all its editions.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Its folder's name, which is its address.
    pub slug: String,
    /// Its place on the index; those without one come last.
    pub position: Option<u32>,
    /// Its editions, oldest first.
    pub editions: Vec<Edition>,
}

impl Policy {
    /// The edition that counts on a day: the last one that counts from that day or before it.
    /// Before the first edition counts, the first: the policy's address shows something at all
    /// times. `None` only for a policy without editions.
    pub fn on(&self, today: Date) -> Option<&Edition> {
        let current = self.editions.iter().rfind(|e| e.counts_from() <= today);
        current.or(self.editions.first())
    }
}
