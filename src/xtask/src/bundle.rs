//! `cargo xtask build`: puts `dist/` together from the parts.
//!
//! The layout, which `www/boot.js` and the budgets of `size` know too:
//!
//! ```text
//! dist/index.html                      and every www/*.html, each with its own entry
//! dist/embed.js                        <interleave-player>, for other people's pages
//! dist/hello.json                      something to fetch, for live programs
//! dist/build-<id>/boot.js, *.css …     everything else at the top of www
//!                 interleave-app.js    the app, from trunk
//!                 editor.js            the editor, loaded when it is needed
//!                 engine/worker.js     the engine's worker, its glue and its wasm
//!                 engine-whole/…       the same with all library modules, loaded when a program needs it
//!                 embed/app.js …       the same for frames without an origin, as classic scripts
//!                 engine-threads/…     the same over shared memory, for live runs in isolated pages; where it could be built
//!                 live/start.js …      the dialog of live runs, loaded when somebody asks for it
//!                 lessons/index.json   the shelf of bundled programs, and each program's text
//! ```
//!
//! Keeps true: the id is the content of the whole folder, so a page never meets a part of another build, and the
//! folder can be cached for ever. Sources say `build/…`, relative, so `dist` works from any sub-path.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::files::{self, Hasher};
use crate::{lessons, setup, size, wasm};

pub fn command(_arguments: &[String]) -> Result<()> {
    let page = build()?;
    println!("The page is in {}.", page.display());
    Ok(())
}

/// Builds what changed and returns the path of `dist`.
pub fn build() -> Result<PathBuf> {
    let root = files::root()?;
    let tools = setup::page_tools(&root)?;
    let editor = wasm::editor(&root, &tools)?;
    let engine = wasm::engine(&root, &tools)?;
    let whole = wasm::engine_whole(&root, &tools)?;
    let app = wasm::app(&root, &tools)?;
    let live = wasm::live(&root, &tools)?;
    let threads = wasm::engine_threads(&root, &tools)?;
    let embed = wasm::embed(&root, &tools, [&editor, &engine, &whole, &app])?;

    let dist = root.join("dist");
    let stamp = wasm::stage(&root).join("dist.stamp");
    let mut inputs = Hasher::new();
    for part in [&editor, &engine, &whole, &app, &live, &embed].into_iter().chain(&threads) {
        inputs.bytes(part.inputs.as_bytes());
    }
    inputs.path(&root.join("www"))?;
    inputs.path(&root.join("index.html"))?;
    inputs.path(&root.join("src/xtask/src/bundle.rs"))?;
    inputs.path(&root.join("src/xtask/src/lessons.rs"))?;
    for folder in lessons::folders(&root) {
        inputs.path(&folder)?;
    }
    inputs.path(&root.join("src/xtask/src/size.rs"))?;
    let inputs = inputs.hex();
    if files::is_fresh(&stamp, &inputs) && dist.join("index.html").is_file() {
        return Ok(dist);
    }

    // Put together beside it, then swapped in: a server on `dist` sees the old page or the new one.
    let fresh = wasm::stage(&root).join("dist");
    files::remove_folder(&fresh)?;
    let folder = fresh.join("build");
    let html = app.folder.join("index.html");
    for file in files::walk(&app.folder)? {
        if file != html {
            let name =
                file.strip_prefix(&app.folder).with_context(|| format!("{} is outside its folder", file.display()))?;
            files::copy(&file, &folder.join(name))?;
        }
    }
    files::copy(&editor.folder.join("editor.js"), &folder.join("editor.js"))?;
    files::copy(&engine.folder, &folder.join("engine"))?;
    files::copy(&whole.folder, &folder.join("engine-whole"))?;
    files::copy(&live.folder, &folder.join("live"))?;
    if let Some(threads) = &threads {
        files::copy(&threads.folder, &folder.join("engine-threads"))?;
    }
    lessons::write(&root, &folder)?;
    files::copy(&embed.folder, &folder.join("embed"))?;
    // The element has an address of its own, which does not change with a build.
    let element = folder.join("embed/embed.js");
    files::copy(&element, &fresh.join("embed.js"))?;
    std::fs::remove_file(&element).with_context(|| format!("{} cannot be removed", element.display()))?;
    let mut pages = vec![("index.html".to_owned(), files::read_text(&html)?)];
    static_files(&root.join("www"), &folder, &mut pages)?;
    worker_scripts(&folder, threads.is_some())?;
    wasm::minify(&root, &tools, &folder)?;

    let mut id = Hasher::new();
    id.path(&folder)?;
    let name: String = format!("build-{}", id.hex().chars().take(12).collect::<String>());
    let named = fresh.join(&name);
    std::fs::rename(&folder, &named).with_context(|| format!("{} cannot be renamed", folder.display()))?;
    for (page, text) in pages {
        files::write(&fresh.join(page), text.replace("\"build/", &format!("\"{name}/")))?;
    }
    size::report(&fresh, &wasm::stage(&root).join("sizes"))?;
    files::remove_folder(&dist)?;
    std::fs::rename(&fresh, &dist).or_else(|_| files::copy(&fresh, &dist))?;
    files::write(&stamp, inputs)?;
    Ok(dist)
}

/// Every engine's folder has the same script, which knows whether there is one with threads.
fn worker_scripts(folder: &Path, threads: bool) -> Result<()> {
    const MARK: &str = "const THREADS_BUILT = false";
    let path = folder.join("engine/worker.js");
    let script = files::read_text(&path)?;
    if !script.contains(MARK) {
        bail!("www/engine/worker.js does not say `{MARK}` any more.");
    }
    let script = script.replace(MARK, &format!("const THREADS_BUILT = {threads}"));
    files::write(&path, &script)?;
    files::write(&folder.join("engine-whole/worker.js"), &script)?;
    if threads {
        files::write(&folder.join("engine-threads/worker.js"), &script)?;
    }
    Ok(())
}

/// `www` without what is bundled by itself: pages go to the top, everything else into the build folder.
fn static_files(www: &Path, folder: &Path, pages: &mut Vec<(String, String)>) -> Result<()> {
    for file in files::walk(www)? {
        let name = file.strip_prefix(www).with_context(|| format!("{} is outside www", file.display()))?;
        if name.starts_with("editor") || name.starts_with("embed") {
            continue;
        }
        let at_top = name.components().count() == 1;
        match name.extension().and_then(|extension| extension.to_str()) {
            // A service worker sees what lies below its own address; programs ask for the other one by name.
            Some("js" | "json") if at_top && (name.ends_with("isolate.js") || name.ends_with("hello.json")) => {
                pages.push((name.to_string_lossy().into_owned(), files::read_text(&file)?));
            }
            Some("html") if at_top => pages.push((name.to_string_lossy().into_owned(), files::read_text(&file)?)),
            Some("md") => {}
            // Part of the threaded engine; see `wasm`.
            _ if name.ends_with("engine/threads.js") => {}
            _ => files::copy(&file, &folder.join(name))?,
        }
    }
    Ok(())
}
