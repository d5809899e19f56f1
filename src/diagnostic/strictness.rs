/// What counts as a failure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Errors.
    #[default]
    Usual,
    /// Errors and warnings.
    Strict,
}
