/// Which kinds of pages a site has besides those that it cannot do without: its policies, their index
/// and their feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extras {
    /// Each edition at an address of its own.
    pub editions: bool,
    /// All editions of a policy, and what held on which day.
    pub history: bool,
    /// What an edition changed: redlines, comparative tables.
    pub changes: bool,
    /// The languages of an edition side by side.
    pub parallel: bool,
    /// The search.
    pub search: bool,
    /// The facts of policies and editions for other systems.
    pub data: bool,
}

impl Default for Extras {
    fn default() -> Self {
        Self {
            editions: true,
            history: true,
            changes: true,
            parallel: true,
            search: true,
            data: true,
        }
    }
}

impl Extras {
    /// Without what cannot be where editions have no address of their own: pages that lie below it, and
    /// those that lead to it.
    pub fn possible(self) -> Self {
        let below = |own: bool| own && self.editions;
        Self {
            history: below(self.history),
            changes: below(self.changes),
            parallel: below(self.parallel),
            data: below(self.data),
            ..self
        }
    }
}
