//! Modules of the standard library that are written in Python: our own sources.
//!
//! Every file below `prelude/lib` is a module; `build.rs` lists them. Those named in `prelude/lib/core.txt` are always
//! embedded. The others are embedded too where the feature `whole-library` is on (everywhere but in the page's engine);
//! elsewhere a host [installs](install) them as one [pack](install_pack) before it boots a program that [needs](needs_pack)
//! one of them.
//!
//! Keeps true: core modules import core modules only when they are loaded. What a run misses all the same (a module that a function imports,
//! a native that is [rare](crate::native::NativeDef::rare)) it [lacks](has_lacked), and the host starts it again in a build that has everything.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{OnceLock, PoisonError, RwLock};

use crate::compile::{Compiled, Mode, compile_module, imported_modules};

/// Name and source of every embedded module. The prelude comes first: it holds the Python parts of built-ins.
pub const SOURCES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/library_sources.rs"));

/// Every module there is, embedded or not, and whether it is a core one; sorted by name.
pub const NAMES: &[(&str, bool)] = include!(concat!(env!("OUT_DIR"), "/library_names.rs"));

/// Whether the native parts of modules that are not core are in this build.
pub const HAS_RARE_NATIVES: bool = cfg!(feature = "rare-natives");

/// Whether a module was looked for that this build does not hold.
static LACKED: AtomicBool = AtomicBool::new(false);

static INSTALLED: OnceLock<RwLock<Vec<(String, &'static str)>>> = OnceLock::new();

/// The source of a module: an installed one before an embedded one.
#[must_use]
pub fn source(name: &str) -> Option<&'static str> {
    if let Some(installed) = INSTALLED.get() {
        let installed = installed.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, source)) = installed.iter().rev().find(|(n, _)| n == name) {
            return Some(source);
        }
    }
    SOURCES.iter().find(|(n, _)| *n == name).map(|(_, s)| *s)
}

/// Whether there is a module of this name or below it.
#[must_use]
pub fn is_package(name: &str) -> bool {
    let below = |module: &str| module.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
    NAMES.iter().any(|(n, _)| below(n))
        || INSTALLED
            .get()
            .is_some_and(|i| i.read().unwrap_or_else(PoisonError::into_inner).iter().any(|(n, _)| below(n)))
}

/// Adds modules, for all processes of this program, for good. A module that is there already is replaced.
pub fn install(modules: impl IntoIterator<Item = (String, String)>) {
    let mut installed = INSTALLED.get_or_init(RwLock::default).write().unwrap_or_else(PoisonError::into_inner);
    for (name, source) in modules {
        installed.push((name, Box::leak(source.into_boxed_str())));
    }
}

/// Installs a pack: name and source in turn, each ended by a NUL character.
pub fn install_pack(pack: &str) {
    let mut parts = pack.split('\0');
    let mut modules = Vec::new();
    while let (Some(name), Some(source)) = (parts.next(), parts.next()) {
        modules.push((name.to_owned(), source.to_owned()));
    }
    install(modules);
}

/// Whether a program may import a module that is neither embedded nor installed. Imports by computed names count; a text
/// that does not compile needs nothing.
#[must_use]
pub fn needs_pack(text: &str) -> bool {
    if NAMES.iter().all(|(name, _)| source(name).is_some()) {
        return false;
    }
    let below =
        |top: &str, name: &str| name.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    // What of a package is not named (`import a`, then `a.b`) is seen to be missing when it is looked for.
    let absent = |name: &str| {
        let top = name.split('.').next().unwrap_or_default();
        [top, name].iter().any(|name| source(name).is_none() && NAMES.iter().any(|(n, _)| below(name, n)))
    };
    let wanted = |compiled: &Compiled| imported_modules(compiled).iter().any(|import| absent(&import.module));
    ["__import__", "importlib", "exec(", "eval(", "open(", "\\N{"].iter().any(|word| text.contains(word))
        || compile_module(text, "", Mode::Module).is_ok_and(|compiled| wanted(&compiled))
}

/// Says that something is missing that another build has: what the run did from here on is not what Python does.
pub fn lack() {
    LACKED.store(true, Ordering::Relaxed);
}

/// Whether a program came upon something that is not in this build, such as a module by a computed name.
#[must_use]
pub fn has_lacked() -> bool {
    LACKED.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn core_modules_import_core_modules_when_they_are_loaded() {
        let core = |name: &str| NAMES.iter().any(|(n, core)| *n == name && *core);
        for (name, _) in NAMES.iter().filter(|(_, core)| *core) {
            let compiled = compile_module(source(name).unwrap(), name, Mode::Module).unwrap();
            // Inside a function, a rarer one may be named: the run then starts again where it is.
            for import in imported_modules(&compiled).iter().filter(|import| import.column == 1) {
                let ours = NAMES.iter().any(|(n, _)| *n == import.module);
                assert!(!ours || core(&import.module), "{name} imports {}, which is not in core.txt", import.module);
            }
        }
    }
}
