use std::sync::Mutex;

use hyper::body::Bytes;
use tokio::sync::mpsc;

/// How many messages may wait for a browser. One that does not take them is let go; it asks again.
const WAITING: usize = 16;

/// The browsers that want to be told of changes.
#[derive(Debug, Default)]
pub(super) struct Events {
    listeners: Mutex<Vec<mpsc::Sender<Bytes>>>,
}

impl Events {
    /// Takes a browser in; it is told `state` at once.
    pub(super) fn subscribe(&self, state: &str) -> mpsc::Receiver<Bytes> {
        let (sender, receiver) = mpsc::channel(WAITING);
        let _ = sender.try_send(message("state", state));
        let mut listeners = self.listeners();
        listeners.retain(|listener| !listener.is_closed());
        listeners.push(sender);
        receiver
    }

    /// Tells all browsers; those that went away are forgotten.
    pub(super) fn tell(&self, event: &str, state: &str) {
        let message = message(event, state);
        self.listeners()
            .retain(|listener| listener.try_send(message.clone()).is_ok());
    }

    fn listeners(&self) -> std::sync::MutexGuard<'_, Vec<mpsc::Sender<Bytes>>> {
        let listeners = self.listeners.lock();
        listeners.unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

fn message(event: &str, state: &str) -> Bytes {
    Bytes::from(format!("event: {event}\ndata: {state}\n\n"))
}
