/// How a site wants the findings of a rule to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// As what cannot be right.
    Error,
    /// As what a person should look at.
    Warning,
    /// Not at all.
    Off,
}
