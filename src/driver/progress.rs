/// What a walk over a site does, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reads the sources.
    Reading,
    /// Applies the rules, policy by policy.
    Checking,
    /// Applies the rules, makes the pages and writes them, policy by policy.
    Building,
    /// Takes over what was made before, file by file.
    TakingOver,
}

/// Is told how far a walk is, from any thread.
pub trait Progress: Sync {
    /// A stage begins; `steps` says of how many steps, where that is known.
    fn begin(&self, stage: Stage, steps: Option<usize>);

    /// Some of its steps are done.
    fn advance(&self, steps: usize);
}

/// Is told, and tells nobody.
#[derive(Clone, Copy, Debug)]
pub struct Unseen;

impl Progress for Unseen {
    fn begin(&self, _: Stage, _: Option<usize>) {}

    fn advance(&self, _: usize) {}
}
