//! What Tera says of a fault, the same from run to run.

/// What stands before and behind the arguments that a component does not know.
const ARGUMENTS: [&str; 2] = ["Unknown argument(s) ", " in component call."];

/// What Tera says, with the arguments that a component does not know in the order of their letters: it
/// lists them as they come out of a hash.
pub(super) fn steady(message: &str) -> String {
    let [before, behind] = ARGUMENTS;
    let parts = message.split_once(before).and_then(|(start, rest)| {
        let (arguments, end) = rest.split_once(behind)?;
        Some((start, arguments, end))
    });
    let Some((start, arguments, end)) = parts else {
        return message.to_owned();
    };
    let mut arguments: Vec<&str> = arguments.split(", ").collect();
    arguments.sort_unstable();
    format!("{start}{before}{}{behind}{end}", arguments.join(", "))
}

#[cfg(test)]
mod tests {
    use super::steady;

    #[test]
    fn unknown_arguments_are_told_in_the_order_of_their_letters() {
        let told = "Unknown argument(s) `b`, `c`, `a` in component call. Possible argument(s) are: `z`, `y`";
        let steadied = "Unknown argument(s) `a`, `b`, `c` in component call. Possible argument(s) are: `z`, `y`";
        assert_eq!(steady(told), steadied);
        assert_eq!(steady("Unknown tag"), "Unknown tag");
    }
}
