//! The program as it serves a site, and a browser of the plainest kind.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::common::sample::Sample;
use crate::common::tarmaq::{DAY, command};

/// So long is waited for what should come at once.
const PATIENCE: Duration = Duration::from_secs(20);

/// A site that is being served.
pub(crate) struct Served {
    program: Child,
    /// What it tells; `None` where nobody listens any more.
    told: Option<BufReader<ChildStdout>>,
    pub(crate) port: u16,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Served {
    /// Serves a site at any port.
    pub(crate) fn begin(site: &Sample) -> Self {
        Self::with(site, &["--port", "0"])
    }

    /// Serves a site with arguments of its own.
    pub(crate) fn with(site: &Sample, arguments: &[&str]) -> Self {
        let arguments = [&["serve", "--date", DAY], arguments].concat();
        let mut program = command(&site.path(""), &arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(program.stdout.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        let port = line.split("127.0.0.1:").nth(1).expect("an address");
        let port = port.split('/').next().unwrap().parse().unwrap();
        Self {
            program,
            told: Some(told),
            port,
        }
    }

    /// Waits until the program tells something; gives its line.
    pub(crate) fn told(&mut self, wanted: &str) -> String {
        loop {
            let mut line = String::new();
            let told = self.told.as_mut().expect("somebody listens");
            let read = told.read_line(&mut line).unwrap();
            assert!(read > 0, "the program ended without telling {wanted:?}");
            if line.contains(wanted) {
                return line;
            }
        }
    }

    /// Lets the program tell what it likes: one that nobody listens to would wait for ever.
    #[allow(dead_code, reason = "the benchmark needs it")]
    pub(crate) fn unheard(&mut self) {
        if let Some(mut told) = self.told.take() {
            std::thread::spawn(move || std::io::copy(&mut told, &mut std::io::sink()));
        }
    }

    /// What is answered to a browser that asks for a path.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// What is answered to a request with headers of its own.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let host = format!("localhost:{}", self.port);
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            request.push_str(&format!("Host: {host}\r\n"));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all((request + "\r\n").as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer {
            status,
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        }
    }

    /// Listens to what browsers are told.
    pub(crate) fn listen(&self) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!(
            "GET /_tarmaq/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
            self.port
        );
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    }

    /// Asks for a page until it is as wanted.
    #[expect(clippy::disallowed_methods, reason = "it gives up at last")]
    #[track_caller]
    pub(crate) fn until(&self, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(start.elapsed() < PATIENCE, "{path} stays {answer:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends the program as Ctrl-C does; gives its exit code.
    pub(crate) fn interrupt(mut self) -> Option<i32> {
        let id = self.program.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().unwrap();
        self.program.wait().unwrap().code()
    }

    /// The most memory that the program holds, in kilobytes.
    #[allow(dead_code, reason = "the benchmark asks for it")]
    pub(crate) fn memory(&self) -> u64 {
        let status = format!("/proc/{}/status", self.program.id());
        let status = std::fs::read_to_string(status).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Answer {
    /// A header of the answer, by its name in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines();
        let mut values = lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        values.next()
    }

    /// The page without what the preview adds: one piece between two marks, and one leave in the
    /// security policy.
    #[track_caller]
    pub(crate) fn page(&self) -> String {
        let (before, rest) = self
            .body
            .split_once("<!--tarmaq-->")
            .expect("the first mark");
        let (_, after) = rest.split_once("<!--/tarmaq-->").expect("the second mark");
        assert!(!after.contains("tarmaq-->"), "added more than once");
        before.replacen("; connect-src 'self'", "", 1) + after
    }
}
