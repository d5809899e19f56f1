//! What the folders of policies and editions may be called: their names stand in addresses for ever.

/// Whether a folder of that name may hold a policy: small Latin letters, digits and hyphens.
pub fn is_policy_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.chars().all(fits) && !name.starts_with('-')
}

/// Whether a folder of that name may hold an edition: Latin letters, digits, full stops and hyphens.
pub fn is_edition_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    name.chars().all(fits) && name.starts_with(|c: char| c.is_ascii_alphanumeric())
}
