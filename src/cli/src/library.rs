//! Library modules from a folder, for whoever works on them: no build between an edit and a run.

use std::path::Path;

/// Installs every `.py` file below `folder`: `a/b.py` as module `a.b`, `a/__init__.py` as package `a`.
pub fn install_folder(folder: &Path) {
    let mut modules = Vec::new();
    collect(folder, "", &mut modules);
    interleave_python::library::install(modules);
}

fn collect(folder: &Path, package: &str, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let name = if package.is_empty() { stem.to_owned() } else { format!("{package}.{stem}") };
        if path.is_dir() {
            collect(&path, &name, into);
        } else if path.extension().is_some_and(|extension| extension == "py")
            && let Ok(source) = std::fs::read_to_string(&path)
        {
            into.push((if stem == "__init__" { package.to_owned() } else { name }, source));
        }
    }
}
