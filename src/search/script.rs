use serde::Serialize;

/// The function of the search page that takes what a file holds.
const TAKES: &str = "tarmaqSearch";

/// Data as a script that hands them to the search page. A page that is opened from disk may read no
/// other files than scripts.
pub(super) fn script(name: &str, data: &impl Serialize) -> String {
    // Plain values in plain structs: nothing here can fail to be written.
    let name = serde_json::to_string(name).unwrap_or_default();
    let data = serde_json::to_string(data).unwrap_or_default();
    format!("{TAKES}({name},{data})\n")
}
