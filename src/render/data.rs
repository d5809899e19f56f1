use crate::site::View;

/// A view as JSON, for other systems.
pub fn data(view: &View) -> String {
    // Plain values in plain structs: nothing here can fail to be written.
    let mut json = serde_json::to_string_pretty(view).unwrap_or_default();
    json.push('\n');
    json
}
