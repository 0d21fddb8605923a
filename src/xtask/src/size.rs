//! What the page weighs, and what it may weigh.
//!
//! Keeps true: the budgets count brotli at its best level, which static hosts serve. Sizes are remembered by
//! content, since compressing a megabyte that well takes seconds.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::files;

/// First load without the editor, in bytes of brotli.
const FIRST_LOAD_BUDGET: usize = 700_000;
/// The plain engine: its wasm, its glue and its worker.
const ENGINE_BUDGET: usize = 600_000;

#[derive(Clone, Copy, Debug, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }

    fn row(self, name: &str) -> String {
        let kilo = |bytes: usize| format!("{:.1}", bytes as f64 / 1000.0);
        format!("  {name:<40} {:>10} {:>10} {:>10}", kilo(self.raw), kilo(self.gzip), kilo(self.brotli))
    }
}

/// Prints the table and fails over budget. `page` is the finished `dist`.
pub fn report(page: &Path, memory: &Path) -> Result<()> {
    println!("{:<42} {:>10} {:>10} {:>10}", "Sizes in kB", "raw", "gzip", "brotli");
    let (mut first_load, mut engine, mut seen) = (Size::default(), Size::default(), 0);
    for file in files::walk(page)? {
        let name = file.strip_prefix(page).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let size = measure(&files::read(&file)?, memory)?;
        println!("{}", size.row(&name));
        // Names below the build folder; see `bundle`.
        let short = name.split_once('/').map_or(name.as_str(), |(_, rest)| rest);
        if short.starts_with("engine/") && short != "engine/library.txt" {
            engine.add(size);
            seen += 1;
        }
        if is_first_load(short) {
            first_load.add(size);
        }
    }
    println!("{}", engine.row("the plain engine"));
    println!("{}", first_load.row("first load, without the editor"));
    if seen < 3 {
        bail!("The engine is not in {}: its budget would mean nothing.", page.display());
    }
    if !crate::wasm::is_lean() {
        println!(
            "  Built without the sources of the standard library: larger than it should be, so the budgets do not count."
        );
        return Ok(());
    }
    for (what, size, budget) in
        [("The first load", first_load, FIRST_LOAD_BUDGET), ("The engine", engine, ENGINE_BUDGET)]
    {
        if size.brotli > budget {
            bail!(
                "{what} is {} bytes of brotli, over its budget of {budget}: find what grew in the table above.",
                size.brotli
            );
        }
    }
    Ok(())
}

/// What a visitor's browser fetches before the first run is drawn. A new kind of file counts until it is
/// listed here, so that the budget cannot be passed by accident.
fn is_first_load(name: &str) -> bool {
    let later = ["editor.js", "embed.js", "service-worker.js", "engine/library.txt", "style/embed.css"];
    let later_folders = ["engine-threads/", "engine-whole/", "embed/", "lessons/", "live/"];
    let other_page = name.ends_with(".html") && name != "index.html";
    !other_page && !later.contains(&name) && !later_folders.iter().any(|folder| name.starts_with(folder))
}

fn measure(content: &[u8], memory: &Path) -> Result<Size> {
    let mut hasher = files::Hasher::new();
    hasher.bytes(content);
    let known = memory.join(hasher.hex());
    if let Some(size) = std::fs::read_to_string(&known).ok().and_then(|text| parse(&text, content.len())) {
        return Ok(size);
    }
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(content).context("gzip failed")?;
    let gzip = gzip.finish().context("gzip failed")?.len();
    let mut packed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters).context("brotli failed")?;
    let size = Size { raw: content.len(), gzip, brotli: packed.len() };
    files::write(&known, format!("{} {}", size.gzip, size.brotli))?;
    Ok(size)
}

fn parse(text: &str, raw: usize) -> Option<Size> {
    let (gzip, brotli) = text.split_once(' ')?;
    Some(Size { raw, gzip: gzip.parse().ok()?, brotli: brotli.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_files_count_towards_the_first_load() {
        assert!(is_first_load("index.html"));
        assert!(is_first_load("engine/engine_bg.wasm"));
        assert!(is_first_load("something-new.bin"));
        assert!(!is_first_load("editor.js"));
        assert!(!is_first_load("embed.html"));
    }
}
