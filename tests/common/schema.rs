//! Published descriptions of what is printed for programs.

use serde_json::Value;

/// Holds a value against a JSON schema; panics with all that does not fit.
#[track_caller]
pub(crate) fn fits(schema: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(value)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
