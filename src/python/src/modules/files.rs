//! `_fs`: the files in memory. A name that ends in `/` is a folder. Paths, errors and times are Python's part (`prelude/lib/_fs.py`).
//!
//! Live, every process has a copy of them, and its host one order of all changes: what is done to files is noted as [`Change`]s. A
//! process that shares them asks first (`ProcessCall::InOrder`), is told what others have changed, does one thing, and its changes
//! are taken by the host before anybody else is let in.

use super::support::{int_arg, str_arg};
use crate::native::{Args, NativeDef, NativeResult, Table};
use crate::process::Process;
use crate::value::Value;

#[cfg(feature = "live")]
pub use noted::{Change, Noted};

#[cfg(feature = "live")]
mod noted {
    use serde::{Deserialize, Serialize};

    use crate::process::{Files, Process};

    /// What was done to a file.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub enum Change {
        Put {
            path: String,
            #[serde(with = "crate::byte_runs")]
            bytes: Vec<u8>,
        },
        Write {
            path: String,
            at: u64,
            #[serde(with = "crate::byte_runs")]
            bytes: Vec<u8>,
        },
        Truncate {
            path: String,
            size: u64,
        },
        Remove {
            path: String,
        },
    }

    impl Change {
        /// About how much memory it takes.
        #[must_use]
        pub fn bytes(&self) -> usize {
            match self {
                Self::Put { path, bytes } | Self::Write { path, bytes, .. } => path.len() + bytes.len(),
                Self::Truncate { path, .. } | Self::Remove { path } => path.len(),
            }
        }

        /// Does it again; by how much the files grow.
        fn apply(self, files: &mut Files) -> usize {
            match self {
                Self::Put { path, bytes } => {
                    let len = bytes.len();
                    files.insert(path, bytes);
                    len
                }
                Self::Write { path, at, bytes } => {
                    let file = files.entry(path).or_default();
                    let (start, before) = (usize::try_from(at).unwrap_or(usize::MAX), file.len());
                    let end = start.saturating_add(bytes.len());
                    super::overwrite(file, start..end, &bytes);
                    end.saturating_sub(before)
                }
                Self::Truncate { path, size } => {
                    if let Some(file) = files.get_mut(&path) {
                        file.resize(usize::try_from(size).unwrap_or(usize::MAX), 0);
                    }
                    0
                }
                Self::Remove { path } => {
                    files.remove(&path);
                    0
                }
            }
        }
    }

    /// What this process has done to files since it was last asked.
    #[derive(Clone, Debug, Default)]
    pub struct Noted {
        changes: Vec<Change>,
        /// The host knows of all files.
        shared: bool,
        /// It is its turn; and it has had it.
        granted: bool,
        used: bool,
    }

    impl Process {
        /// A native has done its one thing with the files.
        pub(crate) fn note(&mut self, change: impl FnOnce() -> Option<Change>) {
            if self.noted.shared {
                self.noted.changes.extend(change());
            }
            self.noted.used = self.noted.granted;
        }

        /// It is this process's turn; others have done this in the meantime.
        pub(crate) fn granted(&mut self, changes: Vec<Change>) {
            let grown = changes.into_iter().map(|change| change.apply(&mut self.files)).sum();
            self.heap.grew(grown);
            self.noted.granted = true;
        }

        /// Whether its turn is over, so that its changes are to be taken.
        #[must_use]
        pub fn has_used_files(&self) -> bool {
            self.noted.used
        }

        /// Its changes; it has to ask again before the next thing. From the `first` process of a run come, at the first time, all
        /// files; any other begins with what the host tells it.
        pub fn take_changes(&mut self, first: bool) -> Vec<Change> {
            let noted = std::mem::replace(&mut self.noted, Noted { shared: true, ..Noted::default() });
            match first && !noted.shared {
                true => {
                    let put =
                        |(path, bytes): (&String, &Vec<u8>)| Change::Put { path: path.clone(), bytes: bytes.clone() };
                    self.files.iter().map(put).collect()
                }
                false => noted.changes,
            }
        }
    }
}

pub const TABLE: Table = Table {
    owner: "_fs",
    is_class: false,
    items: &[
        NativeDef::function("_get", get, 1, 1).rare(),
        NativeDef::function("_put", put, 2, 2).rare(),
        NativeDef::function("_write", write, 3, 3).rare(),
        NativeDef::function("_truncate", truncate, 2, 2).rare(),
        NativeDef::function("_size", size, 1, 1).rare(),
        NativeDef::function("_remove", remove, 1, 1).rare(),
        NativeDef::function("_names", names, 1, 1).rare(),
        NativeDef::function("_program", program, 0, 0).rare(),
    ],
};

/// `_get(path)`: the bytes of a file, or None.
fn get(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let found = p.str(args.get(0)).and_then(|path| p.files.get(path)).cloned();
    #[cfg(feature = "live")]
    p.note(|| None);
    match found {
        Some(bytes) => {
            p.check_room(bytes.len())?;
            Ok(p.new_bytes(&bytes).into())
        }
        None => Ok(Value::None.into()),
    }
}

/// `_put(path, bytes)`: makes or replaces a file.
fn put(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    let bytes = p.bytes(args.get(1)).unwrap_or_default().to_vec();
    p.check_room(bytes.len())?;
    p.heap.grew(bytes.len());
    #[cfg(feature = "live")]
    p.note(|| Some(Change::Put { path: path.clone(), bytes: bytes.clone() }));
    p.files.insert(path, bytes);
    Ok(Value::None.into())
}

/// `_write(path, at, bytes)`: writes into a file, at its end when `at` is None; where the writing ended. The file is made when
/// it is gone.
fn write(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    let bytes = p.bytes(args.get(2)).unwrap_or_default().to_vec();
    let at = match args.get(1) {
        Value::None => None,
        value => Some(usize::try_from(int_arg(p, value)?).unwrap_or(0)),
    };
    let before = p.files.get(&path).map_or(0, Vec::len);
    let end = at.unwrap_or(before).saturating_add(bytes.len());
    let growth = end.saturating_sub(before);
    p.check_room(growth)?;
    p.heap.grew(growth);
    let start = end - bytes.len();
    #[cfg(feature = "live")]
    p.note(|| Some(Change::Write { path: path.clone(), at: start as u64, bytes: bytes.clone() }));
    overwrite(p.files.entry(path).or_default(), start..end, &bytes);
    Ok(Value::Int(end as i64).into())
}

fn overwrite(file: &mut Vec<u8>, range: std::ops::Range<usize>, bytes: &[u8]) {
    if file.len() < range.end {
        file.resize(range.end, 0);
    }
    if let Some(place) = file.get_mut(range) {
        place.copy_from_slice(bytes);
    }
}

/// `_truncate(path, size)`: cuts a file, or fills it up with zeros.
fn truncate(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    let size = usize::try_from(int_arg(p, args.get(1))?).unwrap_or(0);
    let before = p.files.get(&path).map_or(0, Vec::len);
    p.check_room(size.saturating_sub(before))?;
    #[cfg(feature = "live")]
    p.note(|| Some(Change::Truncate { path: path.clone(), size: size as u64 }));
    if let Some(file) = p.files.get_mut(&path) {
        file.resize(size, 0);
    }
    Ok(Value::None.into())
}

/// `_size(path)`: in bytes, or None.
fn size(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let size = p.str(args.get(0)).and_then(|path| p.files.get(path)).map(Vec::len);
    #[cfg(feature = "live")]
    p.note(|| None);
    Ok(size.map_or(Value::None, |size| Value::Int(size as i64)).into())
}

/// `_remove(path)`: whether it was there.
fn remove(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    #[cfg(feature = "live")]
    p.note(|| Some(Change::Remove { path: path.clone() }));
    Ok(Value::Bool(p.files.remove(&path).is_some()).into())
}

/// `_names(prefix)`: the names that begin so, sorted.
fn names(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let prefix = str_arg(p, args.get(0), "prefix")?;
    let found = p.files.range(prefix.clone()..).map(|(name, _)| name).take_while(|name| name.starts_with(&prefix));
    let names: Vec<String> = found.cloned().collect();
    #[cfg(feature = "live")]
    p.note(|| None);
    let names = names.into_iter().map(|name| p.new_string(name)).collect();
    Ok(p.new_list(names).into())
}

/// `_program()`: name and text of the program's own files: the main one and those beside it.
fn program(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let main = p.sources.iter().find(|source| !source.embedded);
    let mut files: Vec<(String, String)> =
        main.map(|s| (s.name.rsplit('/').next().unwrap_or("").to_owned(), s.text.to_string())).into_iter().collect();
    let modules = p.config.sibling_modules.iter();
    files.extend(modules.map(|(name, text)| (format!("{}.py", name.replace('.', "/")), text.clone())));
    let mut list = Vec::with_capacity(files.len());
    for (name, text) in files {
        let pair = [p.new_string(name), p.new_bytes(text.as_bytes())];
        list.push(p.new_tuple(pair));
    }
    Ok(p.new_list(list).into())
}
