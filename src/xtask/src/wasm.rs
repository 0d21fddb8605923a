//! The two wasm modules of the page and the editor's bundle, each into a folder of its own under cargo's target.
//!
//! Keeps true: a part is made again exactly when something it is made from changed, this file included.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::files::{self, Hasher};
use crate::process::{path_with, run, timed};
use crate::setup::Tools;

const PROFILE: &str = "wasm";
/// For engines that nobody waits for before the first picture: the interpreter may be large and fast.
const FAST_INTERPRETER: &str = "profile.wasm.package.interleave-python.opt-level=3";
/// The copies of processes are written and read there.
const FAST_LIVE: &str = "profile.wasm.package.interleave-live.opt-level=3";
/// Crates that never end up in the page.
const NATIVE_ONLY: [&str; 2] = ["cli", "xtask"];
const NOT_IN_ENGINE: [&str; 2] = ["app", "timeline"];
const NOT_IN_APP: [&str; 6] = ["engine", "python", "kernel", "sim", "explore", "live"];
/// What every browser of the last years has. `--all-features` would emit what V8 refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Where the parts are and what each was made from.
#[derive(Debug)]
pub struct Part {
    pub folder: PathBuf,
    pub inputs: String,
}

/// The folder for everything between the sources and `dist`.
pub fn stage(root: &Path) -> PathBuf {
    files::target(root).join("page")
}

/// The engine that the page loads first: without the native parts of rarer library modules.
pub fn engine(root: &Path, tools: &Tools) -> Result<Part> {
    let inputs = inputs(root, &NOT_IN_ENGINE, &[])?;
    part(root, "engine", inputs, |folder| {
        plain_engine(root, tools, folder, &["--no-default-features"])?;
        files::write(&folder.join("library.txt"), library_pack(root)?)
    })
}

/// The whole engine: for programs that import one of those modules.
pub fn engine_whole(root: &Path, tools: &Tools) -> Result<Part> {
    let inputs = inputs(root, &NOT_IN_ENGINE, &[])?;
    part(root, "engine-whole", inputs, |folder| plain_engine(root, tools, folder, &[]))
}

fn plain_engine(root: &Path, tools: &Tools, folder: &Path, features: &[&str]) -> Result<()> {
    let which = if features.is_empty() { "the whole engine" } else { "the engine" };
    timed(&format!("Building {which} for wasm"), || {
        let mut build = Command::new("cargo");
        build.args(["build", "--package", "interleave-engine", "--lib"]).args(features);
        build.args(["--target", "wasm32-unknown-unknown", "--profile", PROFILE]);
        if features.is_empty() {
            build.args(["--config", FAST_INTERPRETER, "--config", FAST_LIVE]);
        }
        lean(&mut build);
        run(build.current_dir(root), "The engine's build")
    })?;
    let wasm = files::target(root).join("wasm32-unknown-unknown").join(PROFILE).join("interleave_engine.wasm");
    let mut bind = Command::new(&tools.wasm_bindgen);
    bind.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"]).arg(folder).arg(&wasm);
    run(&mut bind, "wasm-bindgen for the engine")?;
    // After rustc has built for size, inlining here costs nothing: 457.8 kB of brotli with -O3, 458.7 with -Os.
    optimise(tools, &folder.join("engine_bg.wasm"), &["-O3", "--reorder-functions"])
}

/// What makes a module whose memory several workers share; the standard library has to be built with it.
const THREADS_FLAGS: &str = "-C target-feature=+atomics,+bulk-memory,+mutable-globals -C link-arg=--shared-memory \
     -C link-arg=--max-memory=1073741824 -C link-arg=--import-memory -C link-arg=--export=__wasm_init_tls \
     -C link-arg=--export=__tls_size -C link-arg=--export=__tls_align -C link-arg=--export=__tls_base";

/// The engine over shared memory, for live runs on wasm threads in pages that are cross-origin isolated. `None`: the standard
/// library cannot be built here, which was said; the page does without.
pub fn engine_threads(root: &Path, tools: &Tools) -> Result<Option<Part>> {
    if !is_lean() {
        println!("Without the sources of the standard library the page has no wasm threads: live threads take turns.");
        return Ok(None);
    }
    let inputs = inputs(root, &NOT_IN_ENGINE, &["www/engine/threads.js"])?;
    let part = part(root, "engine-threads", inputs, |folder| {
        let target = files::target(root).join("threads");
        timed("Building the engine with wasm threads (and the standard library with it)", || {
            let mut build = Command::new("cargo");
            build.args(["build", "--package", "interleave-engine", "--lib", "--features", "threads"]);
            build.args(["--target", "wasm32-unknown-unknown", "--profile", PROFILE]);
            build.args(["--config", FAST_INTERPRETER, "--config", FAST_LIVE]).env("CARGO_TARGET_DIR", &target);
            lean_with(&mut build, THREADS_FLAGS);
            run(build.current_dir(root), "The threaded engine's build")
        })?;
        let wasm = target.join("wasm32-unknown-unknown").join(PROFILE).join("interleave_engine.wasm");
        let mut bind = Command::new(&tools.wasm_bindgen);
        bind.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"]).arg(folder).arg(&wasm);
        run(&mut bind, "wasm-bindgen for the threaded engine")?;
        let own = files::read_text(&root.join("www/engine/threads.js"))?;
        let scripts = files::walk(&folder.join("snippets"))?;
        let Some(script) = scripts.iter().find(|path| path.ends_with("workerHelpers.no-bundler.js")) else {
            anyhow::bail!("wasm-bindgen-rayon's script is not where it was: see www/engine/threads.js.");
        };
        files::write(script, own)?;
        optimise(tools, &folder.join("engine_bg.wasm"), &["-Os", "--enable-threads"])
    })?;
    Ok(Some(part))
}

/// The library modules that are not embedded in the engine: name and source in turn, each ended by a NUL character, as
/// `interleave_python::library::install_pack` reads them.
fn library_pack(root: &Path) -> Result<String> {
    let folder = root.join("src/python/src/prelude/lib");
    let core = files::read_text(&folder.join("core.txt"))?;
    let core: Vec<&str> = core.split_whitespace().collect();
    let mut pack = String::new();
    for file in files::walk(&folder)? {
        let inner = file.strip_prefix(&folder).with_context(|| format!("{} is outside the library", file.display()))?;
        let Some(stem) = inner.to_str().and_then(|name| name.strip_suffix(".py")) else { continue };
        let name = stem.strip_suffix("/__init__").unwrap_or(stem).replace('/', ".");
        if !core.contains(&name.as_str()) {
            pack.push_str(&format!("{name}\0{}\0", files::read_text(&file)?));
        }
    }
    Ok(pack)
}

/// The app: built by trunk from `index.html`.
pub fn app(root: &Path, tools: &Tools) -> Result<Part> {
    let inputs = inputs(root, &NOT_IN_APP, &["index.html", "Trunk.toml"])?;
    part(root, "app", inputs, |folder| {
        // `--offline` keeps trunk from looking for tools on release pages, and cargo from fetching crates: do that now.
        let mut fetch = Command::new("cargo");
        fetch.args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]).current_dir(root);
        lean(&mut fetch);
        run(&mut fetch, "`cargo fetch` (is Cargo.lock up to date?)")?;
        timed("Building the app for wasm", || {
            let mut build = Command::new(&tools.trunk);
            build.args(["build", "--offline", "--cargo-profile", PROFILE, "--dist"]).arg(folder);
            // Trunk looks for wasm-bindgen on the search path; it reads NO_COLOR as a boolean and chokes on "1".
            let bin = tools.wasm_bindgen.parent().unwrap_or(root);
            lean(&mut build);
            build.env("PATH", path_with(bin)?).env_remove("NO_COLOR").current_dir(root);
            run(&mut build, "The app's build")
        })?;
        optimise(tools, &folder.join("interleave-app_bg.wasm"), &["-Oz", "--reorder-functions"])
    })
}

/// The dialog of live runs: the same crate as the app, a module of its own that is loaded when somebody asks for it.
pub fn live(root: &Path, tools: &Tools) -> Result<Part> {
    let inputs = inputs(root, &NOT_IN_APP, &[])?;
    part(root, "live", inputs, |folder| {
        timed("Building the dialog of live runs", || {
            let mut build = Command::new("cargo");
            build.args(["build", "--locked", "--package", "interleave-app", "--bin", "interleave-live"]);
            build.args(["--target", "wasm32-unknown-unknown", "--profile", PROFILE]);
            lean(&mut build);
            run(build.current_dir(root), "The live dialog's build")
        })?;
        let wasm = files::target(root).join("wasm32-unknown-unknown").join(PROFILE).join("interleave-live.wasm");
        let mut bind = Command::new(&tools.wasm_bindgen);
        bind.args(["--target", "web", "--no-typescript", "--out-name", "live", "--out-dir"]).arg(folder).arg(&wasm);
        run(&mut bind, "wasm-bindgen for the live dialog")?;
        optimise(tools, &folder.join("live_bg.wasm"), &["-Oz"])
    })
}

/// The editor: one module, loaded when it is needed.
pub fn editor(root: &Path, tools: &Tools) -> Result<Part> {
    let folder = root.join("www/editor");
    let mut hasher = Hasher::new();
    for name in ["src", "package-lock.json"] {
        hasher.path(&folder.join(name))?;
    }
    part(root, "editor", hasher.hex(), |out| {
        timed("Bundling the editor", || {
            let mut bundle = Command::new(tools.npm_bin.join("esbuild"));
            bundle.args([
                "src/editor.js",
                "--bundle",
                "--format=esm",
                "--minify",
                "--target=es2022",
                "--legal-comments=none",
                "--log-level=warning",
            ]);
            bundle.arg(format!("--outfile={}", out.join("editor.js").display())).current_dir(&folder);
            run(&mut bundle, "The editor's bundle")
        })
    })
}

/// The player for frames without an origin: everything as classic scripts, see `www/embed/app.js`.
pub fn embed(root: &Path, tools: &Tools, [editor, engine, whole, app]: [&Part; 4]) -> Result<Part> {
    let source = root.join("www/embed");
    let mut hasher = Hasher::new();
    hasher.path(&source)?;
    hasher.path(&root.join("www/editor/src"))?;
    for part in [editor, engine, whole, app] {
        hasher.bytes(part.inputs.as_bytes());
    }
    part(root, "embed", hasher.hex(), |out| {
        timed("Bundling the player for frames", || {
            let alias = |name: &str, file: PathBuf| format!("--alias:{name}={}", file.display());
            let scripts = [
                ("app.js", "app.js", "", engine),
                ("engine.js", "engine.js", "", engine),
                ("engine.js", "engine-whole.js", "", whole),
                ("library.js", "library.js", "", engine),
                ("../editor/src/editor.js", "editor.js", "interleaveEditor", engine),
                ("element.js", "embed.js", "", engine),
            ];
            for (entry, script, global, built) in scripts {
                let mut bundle = Command::new(tools.npm_bin.join("esbuild"));
                bundle.arg(source.join(entry)).args([
                    "--bundle",
                    "--format=iife",
                    "--minify",
                    "--target=es2022",
                    "--charset=utf8",
                    "--legal-comments=none",
                    "--log-level=warning",
                    // The glue asks where it lies only when it is not handed its wasm.
                    "--log-override:empty-import-meta=silent",
                    "--loader:.wasm=binary",
                    "--loader:.txt=text",
                ]);
                bundle.args([
                    alias("interleave-app", app.folder.join("interleave-app.js")),
                    alias("interleave-app-wasm", app.folder.join("interleave-app_bg.wasm")),
                    alias("interleave-engine", built.folder.join("engine.js")),
                    alias("interleave-engine-wasm", built.folder.join("engine_bg.wasm")),
                    alias("interleave-library", engine.folder.join("library.txt")),
                ]);
                if !global.is_empty() {
                    bundle.arg(format!("--global-name={global}"));
                }
                bundle.arg(format!("--outfile={}", out.join(script).display())).current_dir(&source);
                run(&mut bundle, "The player's bundle")?;
            }
            Ok(())
        })
    })
}

/// Scripts and styles without what only a reader needs. What esbuild bundled is small already.
pub fn minify(root: &Path, tools: &Tools, folder: &Path) -> Result<()> {
    for file in files::walk(folder)? {
        let kind = file.extension().and_then(|extension| extension.to_str());
        let small_already =
            file.strip_prefix(folder).is_ok_and(|name| name.starts_with("embed") || name.ends_with("editor.js"));
        if !matches!(kind, Some("js" | "css")) || small_already {
            continue;
        }
        let mut minify = Command::new(tools.npm_bin.join("esbuild"));
        minify.arg(&file).args(["--minify", "--target=es2022", "--legal-comments=none", "--log-level=warning"]);
        minify.args(["--allow-overwrite", "--loader:.js=js"]).arg(format!("--outfile={}", file.display()));
        run(minify.current_dir(root), &format!("Minifying {}", file.display()))?;
    }
    Ok(())
}

/// What makes the page's code small: a standard library built for it (no code for unwinding or for the words of a panic, sorting and searching
/// for size), and panics that say what happened and not in which line of ours. These are unstable options, which a stable toolchain takes
/// when told so; without them (another rustc, no sources of the standard library) the page is larger and just as good.
fn lean(build: &mut Command) {
    lean_with(build, "");
}

/// The same with more flags for rustc.
fn lean_with(build: &mut Command, more: &str) {
    const FLAGS: &str = "-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort";
    if is_lean() {
        let flags = format!("{FLAGS} {more}");
        build.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.trim_end());
        build.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        build.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    }
}

/// Whether the toolchain can build as [`lean`] asks.
pub fn is_lean() -> bool {
    let mut probe = Command::new("rustc");
    probe.args(["-Zlocation-detail=none", "-Zunstable-options", "-Cpanic=immediate-abort", "--print", "sysroot"]);
    let sysroot = probe.env("RUSTC_BOOTSTRAP", "1").stderr(Stdio::null()).output().ok().filter(|o| o.status.success());
    let sysroot = sysroot.and_then(|output| String::from_utf8(output.stdout).ok());
    sysroot.is_some_and(|path| Path::new(path.trim()).join("lib/rustlib/src/rust/library/std").is_dir())
}

fn part(root: &Path, name: &str, inputs: String, make: impl FnOnce(&Path) -> Result<()>) -> Result<Part> {
    let folder = stage(root).join(name);
    let stamp = stage(root).join(format!("{name}.stamp"));
    if !(files::is_fresh(&stamp, &inputs) && folder.is_dir()) {
        // No stamp while the part is half made.
        if stamp.exists() {
            std::fs::remove_file(&stamp).with_context(|| format!("{} cannot be removed", stamp.display()))?;
        }
        files::remove_folder(&folder)?;
        std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        make(&folder)?;
        files::write(&stamp, &inputs)?;
    }
    Ok(Part { folder, inputs })
}

fn inputs(root: &Path, without: &[&str], extra: &[&str]) -> Result<String> {
    let mut hasher = Hasher::new();
    for name in [
        "Cargo.toml",
        "Cargo.lock",
        "rust-toolchain.toml",
        ".cargo/config.toml",
        "src/xtask/src/wasm.rs",
        "www/editor/package-lock.json",
    ]
    .iter()
    .chain(extra)
    {
        hasher.path(&root.join(name))?;
    }
    let source = root.join("src");
    let entries = std::fs::read_dir(&source).with_context(|| format!("{} cannot be read", source.display()))?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        if !NATIVE_ONLY.contains(&name.as_ref()) && !without.contains(&name.as_ref()) {
            hasher.bytes(name.as_bytes());
            for file in files::walk(&folder)? {
                // Tests do not reach the page; editing one must not cost a build.
                if file.strip_prefix(&folder).is_ok_and(|inner| inner.starts_with("tests")) {
                    continue;
                }
                hasher.bytes(file.to_string_lossy().as_bytes());
                hasher.bytes(&files::read(&file)?);
            }
        }
    }
    Ok(hasher.hex())
}

fn optimise(tools: &Tools, wasm: &Path, passes: &[&str]) -> Result<()> {
    timed(&format!("Optimising {}", wasm.file_name().unwrap_or_default().to_string_lossy()), || {
        let mut command = Command::new(tools.npm_bin.join("wasm-opt"));
        command.args(passes).args(FEATURES).arg(wasm).arg("-o").arg(wasm);
        run(&mut command, "wasm-opt")
    })
}
