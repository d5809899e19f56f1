use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::Path;

use crate::source::Error;

/// How many ports behind the wanted one are tried.
const TRIES: u16 = 100;

/// Begins to listen on this machine alone, at a port or the next that is free; gives the port. 0 takes
/// any. A browser may take `localhost` for either of the two addresses of the machine, so both have to
/// be free, where it has both.
pub(super) fn listen(port: u16) -> Result<(u16, Vec<TcpListener>), Error> {
    let mut taken = None;
    for port in port..=port.saturating_add(TRIES) {
        match listen_at(port) {
            Ok(listening) => return Ok(listening),
            Err(error) if is_taken(&error) => taken = Some(error),
            Err(error) => return Err(failure(port, error)),
        }
    }
    let last = port.saturating_add(TRIES);
    let error = taken.unwrap_or_else(|| ErrorKind::AddrInUse.into());
    Err(failure(last, error))
}

fn listen_at(port: u16) -> Result<(u16, Vec<TcpListener>), std::io::Error> {
    let first = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    let port = first.local_addr()?.port();
    let mut listeners = vec![first];
    match TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port))) {
        Ok(second) => listeners.push(second),
        Err(error) if is_taken(&error) => return Err(error),
        // Not every machine speaks the newer protocol.
        Err(_) => {}
    }
    for listener in &listeners {
        listener.set_nonblocking(true)?;
    }
    Ok((port, listeners))
}

/// Another program has the port, or this one may not have it: those below 1024 belong to the system.
fn is_taken(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::AddrInUse | ErrorKind::PermissionDenied
    )
}

fn failure(port: u16, error: std::io::Error) -> Error {
    Error::io("listen at", Path::new(&format!("127.0.0.1:{port}")), error)
}

#[cfg(test)]
mod tests {
    use super::listen;

    #[test]
    fn the_next_free_port_is_taken() {
        let (port, _first) = listen(0).unwrap();
        let (next, second) = listen(port).unwrap();
        assert!(next > port);
        assert!(second[0].local_addr().unwrap().ip().is_loopback());
    }
}
