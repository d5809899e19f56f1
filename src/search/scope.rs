/// Which editions of the policies are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The one that the policy's own address shows.
    Current,
    /// All others that have pages.
    Other,
}

impl Scope {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Current, Self::Other];

    /// The folder of its files.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Other => "other",
        }
    }
}
