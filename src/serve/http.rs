//! How requests and answers travel.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};

use super::answer::answer;
use super::guard::{Caller, admits};
use super::preview::Preview;
use super::route::{Route, route};
use super::sent::{Asked, Sent, events, plain, sent};

/// How long is waited for what is being answered when the program ends.
const PATIENCE: Duration = Duration::from_millis(200);

/// Answers at all listeners until the program is told to end.
pub(super) fn serve(
    preview: &Arc<Preview>,
    listeners: Vec<TcpListener>,
    port: u16,
) -> Result<(), std::io::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        for listener in listeners {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            tokio::spawn(accept(listener, Arc::clone(preview), port));
        }
        tokio::signal::ctrl_c().await
    });
    runtime.shutdown_timeout(PATIENCE);
    served
}

async fn accept(listener: tokio::net::TcpListener, preview: Arc<Preview>, port: u16) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many connections at once: some will end soon.
            tokio::time::sleep(PATIENCE).await;
            continue;
        };
        let preview = Arc::clone(&preview);
        tokio::spawn(async move {
            let service = service_fn(|request| respond(Arc::clone(&preview), request, port));
            let mut builder = http1::Builder::new();
            builder.timer(TokioTimer::new());
            // A browser that goes away in the middle is nobody's failure.
            let _ = builder
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn respond(
    preview: Arc<Preview>,
    request: Request<Incoming>,
    port: u16,
) -> Result<Response<Sent>, Infallible> {
    let said = |name: HeaderName| request.headers().get(name)?.to_str().ok();
    let caller = Caller {
        host: said(header::HOST),
        origin: said(header::ORIGIN),
        site: said(HeaderName::from_static("sec-fetch-site")),
        mode: said(HeaderName::from_static("sec-fetch-mode")),
    };
    if !admits(caller, port) {
        let text = "The preview answers this machine alone, by the name localhost.\n";
        return Ok(plain(403, text));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = plain(405, "The preview can only be read.\n");
        let allowed = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(header::ALLOW, allowed);
        return Ok(response);
    }
    let path = request.uri().path().to_owned();
    let route = route(&path);
    let asked = Asked {
        known: said(header::IF_NONE_MATCH).map(str::to_owned),
        range: said(header::RANGE).map(str::to_owned),
        range_of: said(header::IF_RANGE).map(str::to_owned),
        body: *request.method() == Method::GET,
    };
    if route == Route::Events {
        return Ok(events(&preview, asked.body));
    }
    // Pages are made on a thread of their own, and others are answered meanwhile.
    let answered = tokio::task::spawn_blocking(move || answer(&preview, &route, &path)).await;
    Ok(match answered {
        Ok(answer) => sent(answer, &asked),
        Err(_) => plain(500, "This page could not be made.\n"),
    })
}
