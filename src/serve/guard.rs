//! Who is answered. A page of another site can send requests to this machine, and a name of another
//! site can be made to lead to it: neither may read what is not published yet.

/// What a request says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Caller<'r> {
    /// The name that was asked for, with the port.
    pub(super) host: Option<&'r str>,
    /// The site whose page asks.
    pub(super) origin: Option<&'r str>,
    /// How that site stands to this one, as the browser sees it.
    pub(super) site: Option<&'r str>,
    /// What the answer is for.
    pub(super) mode: Option<&'r str>,
}

/// Whether a request is answered by a server at a port: it has to ask for a name of this machine, and
/// must not come from a page of another site, unless a person follows a link from there.
pub(super) fn admits(caller: Caller<'_>, port: u16) -> bool {
    let followed = caller.mode == Some("navigate");
    let near = followed || !matches!(caller.site, Some("cross-site" | "same-site"));
    let origin = caller.origin.is_none_or(|origin| {
        let host = origin.strip_prefix("http://");
        host.is_some_and(|host| is_own(host, port))
    });
    near && origin && caller.host.is_some_and(|host| is_own(host, port))
}

fn is_own(host: &str, port: u16) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
        let rest = host.strip_prefix(name);
        rest.is_some_and(|rest| match rest.strip_prefix(':') {
            Some(own) => own == port.to_string(),
            None => rest.is_empty() && port == 80,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Caller, admits};

    fn host(host: &str) -> bool {
        let caller = Caller {
            host: Some(host),
            ..Caller::default()
        };
        admits(caller, 4747)
    }

    #[test]
    fn names_of_this_machine_are_answered() {
        for own in ["localhost:4747", "127.0.0.1:4747", "[::1]:4747"] {
            assert!(host(own), "{own}");
        }
    }

    #[test]
    fn other_names_are_refused() {
        let others = [
            "evil.example",
            "evil.example:4747",
            "localhost.evil.example:4747",
            "localhost",
            "localhost:80",
            "127.0.0.1:47470",
            "127.0.0.1.evil.example:4747",
            "",
        ];
        for other in others {
            assert!(!host(other), "{other}");
        }
        assert!(!admits(Caller::default(), 4747));
    }

    #[test]
    fn pages_of_other_sites_are_refused() {
        let from = |origin, site, mode| {
            let caller = Caller {
                host: Some("localhost:4747"),
                origin,
                site,
                mode,
            };
            admits(caller, 4747)
        };
        assert!(from(
            Some("http://localhost:4747"),
            Some("same-origin"),
            Some("cors")
        ));
        assert!(from(None, Some("none"), Some("navigate")));
        assert!(from(None, Some("cross-site"), Some("navigate")));
        assert!(!from(None, Some("cross-site"), Some("no-cors")));
        assert!(!from(Some("https://evil.example"), None, None));
        assert!(!from(Some("https://localhost:4747"), None, None));
        assert!(!from(Some("null"), None, None));
    }
}
