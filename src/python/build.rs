//! Lists the library modules written in Python (`src/prelude/lib/**.py`) as a table of names and sources, so that a new module
//! is a new file and nothing else.
//!
//! Without the feature `whole-library` only the modules named in `src/prelude/lib/core.txt` are embedded: the page's engine
//! loads the others when a program imports one of them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let library = root.join("src/prelude/lib");
    println!("cargo::rerun-if-changed={}", library.display());
    let mut modules = BTreeMap::new();
    collect(&library, "", &mut modules)?;
    let core: Vec<String> =
        std::fs::read_to_string(library.join("core.txt"))?.split_whitespace().map(str::to_owned).collect();
    let whole = std::env::var_os("CARGO_FEATURE_WHOLE_LIBRARY").is_some();
    let mut table = String::from("&[\n");
    for name in ["builtins", "text", "machinery", "main"] {
        let path = root.join(format!("src/prelude/{name}.py"));
        println!("cargo::rerun-if-changed={}", path.display());
        let shown = if name == "builtins" { "_prelude".to_owned() } else { format!("_prelude_{name}") };
        let _ = writeln!(table, "({shown:?}, include_str!({path:?})),");
    }
    for (name, path) in &modules {
        println!("cargo::rerun-if-changed={}", path.display());
        if whole || core.contains(name) {
            let _ = writeln!(table, "({name:?}, include_str!({path:?})),");
        }
    }
    table.push_str("]\n");
    let mut names = String::from("&[\n");
    for name in modules.keys() {
        let _ = writeln!(names, "({name:?}, {}),", core.contains(name));
    }
    names.push_str("]\n");
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default());
    std::fs::write(out.join("library_sources.rs"), table)?;
    std::fs::write(out.join("library_names.rs"), names)
}

/// `a/b.py` is module `a.b`, `a/__init__.py` is package `a`.
fn collect(folder: &Path, package: &str, into: &mut BTreeMap<String, PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned) else { continue };
        let name = if package.is_empty() { stem.clone() } else { format!("{package}.{stem}") };
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, &name, into)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            into.insert(if stem == "__init__" { package.to_owned() } else { name }, path);
        }
    }
    Ok(())
}
