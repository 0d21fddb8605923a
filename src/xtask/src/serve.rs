//! `cargo xtask serve`: builds the page and serves it, for this machine only.
//!
//! Keeps true: files come from `dist` and nowhere else, whatever the request says. Every answer carries the page's
//! Content-Security-Policy and, unless `--no-isolation` asks for a plain host, the headers that make the page
//! cross-origin isolated (threads in wasm need them).

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process::find;
use crate::{bundle, files};

const DEFAULT_PORT: u16 = 8000;
/// How many ports after the default are tried when it is taken.
const PORTS_TRIED: u16 = 20;
const IDLE: Duration = Duration::from_secs(30);
/// `?delay=MILLISECONDS` in a request has the answer wait, so long at most: for programs that measure waiting.
const LONGEST_DELAY: Duration = Duration::from_secs(10);
/// A request line or header longer than this is refused.
const LINE_BYTES: u64 = 16 * 1024;

#[derive(Debug)]
struct Site {
    folder: PathBuf,
    /// The policy of `index.html`, sent as a header too.
    policy: Option<String>,
    isolated: bool,
}

pub fn command(arguments: &[String]) -> Result<()> {
    let (mut port, mut open, mut isolated, mut build) = (None, true, true, true);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--port" => {
                let text = rest.next().context("--port wants a number, such as `--port 8080`.")?;
                port = Some(
                    text.parse::<u16>()
                        .with_context(|| format!("--port wants a number from 0 to 65535, not `{text}`."))?,
                );
            }
            "--no-open" => open = false,
            "--no-isolation" => isolated = false,
            // The browser tests serve what the step before them built.
            "--no-build" => build = false,
            other => {
                bail!("`serve` does not know `{other}`: it takes --port N, --no-open, --no-isolation and --no-build.")
            }
        }
    }
    let folder = if build { bundle::build()? } else { files::root()?.join("dist") };
    let index =
        files::read_text(&folder.join("index.html")).context("There is no page yet: run `cargo xtask build`.")?;
    let site = Arc::new(Site { policy: policy_of(&index), folder, isolated });
    let listener = listen(port)?;
    let address = format!("http://localhost:{}/", listener.local_addr().context("The server has no address")?.port());
    println!("Serving {address} (stop with Ctrl-C)");
    std::io::stdout().flush().context("The address cannot be printed")?;
    if open {
        open_browser(&address);
    }
    for stream in listener.incoming() {
        // A visitor that is gone before it was served is no failure of the server.
        let Ok(stream) = stream else { continue };
        let site = Arc::clone(&site);
        std::thread::spawn(move || converse(stream, &site));
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let wanted = port.unwrap_or(DEFAULT_PORT);
    let last = if port.is_some() { wanted } else { wanted + PORTS_TRIED };
    (wanted..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("Port {wanted} is taken: choose another with `--port N` (0 for any)."))
}

/// Opens the address where there is a screen; says nothing where there is none.
fn open_browser(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        find("open")
    } else if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
        find("xdg-open")
    } else {
        None
    };
    if let Some(opener) = opener {
        let started = Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        if started.is_err() {
            println!("No browser could be opened: open the address by hand.");
        }
    }
}

/// The policy in the page's own `<meta>`, so that there is one text of it.
fn policy_of(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("Content-Security-Policy\"")?;
    let (_, rest) = rest.split_once("content=\"")?;
    let (policy, _) = rest.split_once('"')?;
    Some(policy.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Answers request after request until the other side stops.
fn converse(stream: TcpStream, site: &Site) {
    let limits = stream.set_read_timeout(Some(IDLE)).and_then(|()| stream.set_nodelay(true));
    let Ok(reading) = limits.and_then(|()| stream.try_clone()) else { return };
    let mut reader = BufReader::new(reading);
    let mut writer = stream;
    while let Some(request) = read_request(&mut reader) {
        std::thread::sleep(delay_of(&request.target));
        if answer(&mut writer, site, &request).is_err() || request.close {
            return;
        }
    }
}

struct Request {
    method: String,
    target: String,
    close: bool,
}

fn read_request(reader: &mut impl BufRead) -> Option<Request> {
    let first = read_line(reader)?;
    let mut words = first.split_whitespace();
    let (method, target, version) = (words.next()?.to_owned(), words.next()?.to_owned(), words.next()?.to_owned());
    let mut close = version == "HTTP/1.0";
    loop {
        let line = read_line(reader)?;
        if line.is_empty() {
            return Some(Request { method, target, close });
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("connection")
        {
            close = value.trim().eq_ignore_ascii_case("close");
        }
    }
}

fn read_line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = Vec::new();
    reader.by_ref().take(LINE_BYTES).read_until(b'\n', &mut line).ok()?;
    if line.pop() != Some(b'\n') {
        return None;
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    String::from_utf8(line).ok()
}

fn answer(writer: &mut impl Write, site: &Site, request: &Request) -> std::io::Result<()> {
    let (status, kind, body) = match request.method.as_str() {
        "GET" | "HEAD" => match file_of(&site.folder, &request.target).map(|file| (std::fs::read(&file), file)) {
            Some((Ok(body), file)) => ("200 OK", media_type(&file), body),
            _ => ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n".to_vec()),
        },
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET and HEAD.\n".to_vec()),
    };
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
    head.push_str("X-Content-Type-Options: nosniff\r\n");
    if let Some(policy) = &site.policy {
        head.push_str(&format!("Content-Security-Policy: {policy}\r\n"));
    }
    if site.isolated {
        head.push_str("Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n");
        head.push_str("Cross-Origin-Resource-Policy: same-origin\r\n");
    }
    let cache = if request.target.contains("/build-") && status.starts_with("200") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    head.push_str(&format!("Cache-Control: {cache}\r\n"));
    head.push_str(if request.close { "Connection: close\r\n\r\n" } else { "Connection: keep-alive\r\n\r\n" });
    writer.write_all(head.as_bytes())?;
    if request.method != "HEAD" {
        writer.write_all(&body)?;
    }
    writer.flush()
}

fn delay_of(target: &str) -> Duration {
    let (_, query) = target.split_once('?').unwrap_or_default();
    let millis = query.split('&').find_map(|part| part.strip_prefix("delay=")?.parse().ok());
    millis.map_or(Duration::ZERO, Duration::from_millis).min(LONGEST_DELAY)
}

/// The file a request names, if it is inside the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decoded(path)?;
    let mut file = folder.to_path_buf();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            _ if part == ".." || part.contains(['\\', ':', '\0']) => return None,
            _ => file.push(part),
        }
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "py" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(file_of(&folder, "/serve.rs?x=1").is_some());
        assert!(file_of(&folder, "/./serve%2Ers").is_some());
        assert!(file_of(&folder, "/../Cargo.toml").is_none());
        assert!(file_of(&folder, "/%2e%2e/Cargo.toml").is_none());
        assert!(file_of(&folder, "/..%2fCargo.toml").is_none());
        assert!(file_of(&folder, "/..%5cCargo.toml").is_none());
        assert!(file_of(&folder, "/%zz").is_none());
        assert!(file_of(&folder, "/").is_none(), "no index.html there");
    }

    #[test]
    fn an_answer_waits_when_it_is_asked_to() {
        assert_eq!(delay_of("/hello.json?delay=250&x=1"), Duration::from_millis(250));
        assert_eq!(delay_of("/hello.json?delay=999999"), LONGEST_DELAY);
        assert_eq!(delay_of("/hello.json?delay=-1"), Duration::ZERO);
        assert_eq!(delay_of("/delay=5"), Duration::ZERO);
    }

    #[test]
    fn the_policy_is_the_one_of_the_page() {
        let html = "<meta http-equiv=\"Content-Security-Policy\"\n content=\"default-src 'self';\n  img-src data:\" />";
        assert_eq!(policy_of(html).as_deref(), Some("default-src 'self'; img-src data:"));
        assert_eq!(policy_of("<html>"), None);
    }

    #[test]
    fn a_request_without_an_end_is_refused() {
        let mut endless: &[u8] = &[b'a'; 40_000];
        assert!(read_request(&mut endless).is_none());
        let mut good: &[u8] = b"GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        let request = read_request(&mut good).unwrap();
        assert_eq!((request.method.as_str(), request.target.as_str(), request.close), ("GET", "/x", true));
    }
}
