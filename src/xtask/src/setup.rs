//! What has to be on the machine: found where it is, installed where it is not.
//!
//! Keeps true: nothing is installed outside the project but rustup's wasm target and, for root on a Debian, the
//! browser for the tests. Versions that must match the project are read from its lock files.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::files;
use crate::process::{find, output, run, timed, version_of};

/// The newest trunk that this project's minimum Rust builds.
const TRUNK: &str = "0.21.14";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

pub fn command(_arguments: &[String]) -> Result<()> {
    let root = files::root()?;
    page_tools(&root)?;
    npm_packages(&root.join("tests/browser"))?;
    chromium()?;
    println!("Everything is in place.");
    Ok(())
}

/// What the page's build runs.
#[derive(Debug)]
pub struct Tools {
    pub trunk: PathBuf,
    pub wasm_bindgen: PathBuf,
    /// The editor's packages, with esbuild and wasm-opt among them.
    pub npm_bin: PathBuf,
}

pub fn page_tools(root: &Path) -> Result<Tools> {
    wasm_target(root)?;
    standard_library(root);
    let wasm_bindgen_version = locked_version(root, "wasm-bindgen")?;
    // The lock file inside wasm-bindgen-cli names a crate version that some mirrors lack: resolve afresh.
    let wasm_bindgen =
        cargo_tool(root, "wasm-bindgen-cli", "wasm-bindgen", &wasm_bindgen_version, "about 1 minute", &[])?;
    let trunk_flags = ["--locked", "--no-default-features", "--features", "rustls"];
    let trunk = cargo_tool(root, "trunk", "trunk", TRUNK, "about 3 minutes", &trunk_flags)?;
    let npm_bin = npm_packages(&root.join("www/editor"))?;
    Ok(Tools { trunk, wasm_bindgen, npm_bin })
}

/// Adds the wasm target to the toolchain that builds this project, once.
pub fn wasm_target(root: &Path) -> Result<()> {
    let sysroot =
        output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root), "`rustc --print sysroot`")?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "The Rust target {WASM_TARGET} is missing and rustup is not installed: get it from https://rustup.rs and start again."
        );
    }
    timed(&format!("Adding the Rust target {WASM_TARGET} (a few seconds, once)"), || {
        run(Command::new("rustup").args(["target", "add", WASM_TARGET]).current_dir(root), "`rustup target add`")
    })
}

/// The sources of the standard library, which the page's build compiles for size; without them the page is larger.
fn standard_library(root: &Path) {
    if crate::wasm::is_lean() || find("rustup").is_none() {
        return;
    }
    let added = timed("Adding the sources of Rust's standard library (a few seconds, once)", || {
        run(Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(root), "`rustup component add`")
    });
    if let Err(error) = added {
        println!("  The page will be some 30 kB larger: {error:#}");
    }
}

/// The version of a crate in `Cargo.lock`.
fn locked_version(root: &Path, name: &str) -> Result<String> {
    let lock: toml_edit::DocumentMut =
        files::read_text(&root.join("Cargo.lock"))?.parse().context("Cargo.lock is not TOML")?;
    lock.get("package")
        .and_then(|packages| packages.as_array_of_tables())
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(|item| item.as_str()) == Some(name))
        .and_then(|package| package.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock does not name {name}: run `cargo update --workspace`."))
}

/// A program from crates.io in exactly this version: from `.tools`, from the search path, or built now.
fn cargo_tool(
    root: &Path,
    package: &str,
    program: &str,
    version: &str,
    duration: &str,
    flags: &[&str],
) -> Result<PathBuf> {
    let right = |path: &PathBuf| version_of(path).is_some_and(|line| line.split_whitespace().nth(1) == Some(version));
    let folder = files::tools(root);
    let own = folder.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if let Some(there) = [Some(own.clone()), find(program)].into_iter().flatten().find(right) {
        return Ok(there);
    }
    timed(&format!("Installing {package} {version} into .tools ({duration}, once)"), || {
        let mut install = Command::new("cargo");
        install.args(["install", package, "--version", version]).args(flags).arg("--root").arg(&folder);
        // The same program in a third of the time: it runs for seconds, so it need not be fast.
        install
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_TARGET_DIR", files::target(root).join("tools"))
            .current_dir(root);
        run(&mut install, &format!("`cargo install {package} --version {version}`"))
    })
    .with_context(|| format!("{package} {version} is needed; install it by hand so that `{program}` is on PATH, or look at the errors above"))?;
    if !right(&own) {
        bail!(
            "{} is not {program} {version} although it was just installed: remove .tools and start again.",
            own.display()
        );
    }
    Ok(own)
}

/// `npm ci` where the lock file changed since the last time. Returns the folder of the packages' programs.
pub fn npm_packages(folder: &Path) -> Result<PathBuf> {
    let mut hasher = files::Hasher::new();
    hasher.path(&folder.join("package-lock.json"))?;
    hasher.path(&folder.join("package.json"))?;
    let modules = folder.join("node_modules");
    let stamp = modules.join(".interleave-stamp");
    if !files::is_fresh(&stamp, &hasher.hex()) {
        node()?;
        timed(&format!("Installing the npm packages of {} (seconds, once)", folder.display()), || {
            let mut install = Command::new("npm");
            install.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]).current_dir(folder);
            run(&mut install, "`npm ci`")
        })?;
        files::write(&stamp, hasher.hex())?;
    }
    Ok(modules.join(".bin"))
}

/// Node.js 20 or newer, or a sentence.
pub fn node() -> Result<()> {
    let version = version_of(Path::new("node")).unwrap_or_default();
    let major: u32 = version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok()).unwrap_or(0);
    if major < 20 || find("npm").is_none() {
        bail!(
            "Node.js 20 or newer with npm is needed and {}: install it from https://nodejs.org or your distribution, then start again.",
            if version.is_empty() { "was not found".to_owned() } else { format!("this is {version}") }
        );
    }
    Ok(())
}

/// The browser for the tests: named in `CHROMIUM`, on the search path, or installed where we may.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(PathBuf::from(named));
    }
    let there = || ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(find);
    if let Some(path) = there() {
        return Ok(path);
    }
    let mac = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    if mac.is_file() {
        return Ok(mac.to_path_buf());
    }
    let is_root = output(Command::new("id").arg("-u"), "`id -u`").is_ok_and(|user| user.trim() == "0");
    if is_root && find("apt-get").is_some() {
        timed("Installing Chromium for the browser tests (about 1 minute, once)", || {
            let install = || {
                let mut command = Command::new("apt-get");
                command
                    .args(["install", "-y", "-qq", "--no-install-recommends", "chromium"])
                    .env("DEBIAN_FRONTEND", "noninteractive");
                run(&mut command, "`apt-get install chromium`")
            };
            // A fresh image has no package lists yet.
            install().or_else(|_| {
                run(Command::new("apt-get").args(["update", "-qq"]), "`apt-get update`")?;
                install()
            })
        })?;
        if let Some(path) = there() {
            return Ok(path);
        }
    }
    bail!(
        "Chromium is needed for the browser tests: `apt-get install chromium`, or set CHROMIUM to the path of a Chromium or Chrome."
    )
}
