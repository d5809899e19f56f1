use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::Response;
use hyper::body::{Body, Bytes, Frame, SizeHint};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use tokio::sync::mpsc;

use super::answer::Answer;
use super::part::{Part, part};
use super::preview::Preview;

/// What is sent: a file at once, or events for as long as the browser listens.
pub(super) enum Sent {
    Whole(Option<Bytes>),
    Events(mpsc::Receiver<Bytes>),
}

impl Body for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match &mut *self {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|own| Ok(Frame::data(own)))),
            Self::Events(events) => {
                let next = events.poll_recv(context);
                next.map(|event| event.map(|own| Ok(Frame::data(own))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |own| own.len() as u64))
            }
            Self::Events(_) => SizeHint::default(),
        }
    }
}

/// What a browser says besides the path it asks for.
#[derive(Debug)]
pub(super) struct Asked {
    /// The state that it has already.
    pub(super) known: Option<String>,
    /// The part that it wants.
    pub(super) range: Option<String>,
    /// The state that it wants a part of; of another it wants the whole.
    pub(super) range_of: Option<String>,
    /// Whether it wants more than the head.
    pub(super) body: bool,
}

/// An answer: nothing of it where the browser has it already, or wants its head alone; a part of it where
/// it wants that.
pub(super) fn sent(answer: Answer, asked: &Asked) -> Response<Sent> {
    let tag = answer.tag.map(|tag| format!("\"{tag}\""));
    let same = tag.is_some() && tag == asked.known;
    let all = Bytes::from(answer.body);
    let length = all.len();
    let wanted = asked.range.as_deref().filter(|_| {
        let of_this = asked.range_of.is_none() || asked.range_of == tag;
        asked.body && tag.is_some() && !same && answer.status == 200 && of_this
    });
    let part = wanted.map_or(Part::Whole, |range| part(range, length as u64));
    let (status, body, place) = match part {
        _ if same => (304, None, None),
        Part::Whole => (answer.status, asked.body.then_some(all), None),
        Part::Piece(piece) => {
            let place = format!("bytes {}-{}/{length}", piece.start(), piece.end());
            let at = |place: u64| usize::try_from(place).unwrap_or(length).min(length);
            let (start, end) = (at(*piece.start()), at(piece.end() + 1));
            (206, Some(all.slice(start..end)), Some(place))
        }
        Part::Nowhere => (416, None, Some(format!("bytes */{length}"))),
    };
    let mut response = Response::new(Sent::Whole(body.filter(|own| !own.is_empty())));
    *response.status_mut() = status.try_into().unwrap_or_default();
    let headers = response.headers_mut();
    usual(headers);
    if !answer.kind.is_empty() {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.kind));
    }
    let parts = tag.is_some().then(|| "bytes".to_owned());
    let mut told = vec![
        (header::ETAG, tag),
        (header::LOCATION, answer.location),
        (header::ACCEPT_RANGES, parts),
        (header::CONTENT_RANGE, place),
    ];
    if !asked.body && !same {
        told.push((header::CONTENT_LENGTH, Some(length.to_string())));
    }
    for (name, value) in told {
        if let Some(value) = value.and_then(|own| HeaderValue::from_str(&own).ok()) {
            headers.insert(name, value);
        }
    }
    response
}

/// The answer of a server that goes on telling.
pub(super) fn events(preview: &Preview, whole: bool) -> Response<Sent> {
    let body = match whole {
        true => Sent::Events(preview.events.subscribe(&preview.state())),
        false => Sent::Whole(None),
    };
    let mut response = Response::new(body);
    usual(response.headers_mut());
    let kind = HeaderValue::from_static("text/event-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// A short answer of the server's own.
pub(super) fn plain(status: u16, text: &'static str) -> Response<Sent> {
    let answer = Answer {
        status,
        kind: "text/plain; charset=utf-8",
        body: text.into(),
        ..Answer::default()
    };
    let asked = Asked {
        known: None,
        range: None,
        range_of: None,
        body: true,
    };
    sent(answer, &asked)
}

/// What holds for all answers: nothing is kept without asking, no other site may use it, and a file is
/// what it is said to be.
fn usual(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
