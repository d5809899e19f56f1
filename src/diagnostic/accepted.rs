use super::Finding;

/// A finding that was accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What was found.
    pub finding: Finding,
    /// Why it stays.
    pub reason: String,
}
