//! Folders of the project, content hashes and stamps.
//!
//! Keeps true: a stamp says "this output was made from exactly these inputs"; when in doubt a step runs again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The top of the project: where the workspace's `Cargo.toml` is.
pub fn root() -> Result<PathBuf> {
    // Set by cargo for `cargo run`; the crate is two folders below the top.
    let crate_folder =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    match crate_folder.ancestors().nth(2) {
        Some(top) if top.join("Cargo.lock").is_file() => Ok(top.to_path_buf()),
        _ => bail!("The project's top folder was not found: run `cargo xtask` inside a clone of the project."),
    }
}

/// Where our own tools live: `.tools` at the top.
pub fn tools(root: &Path) -> PathBuf {
    root.join(".tools")
}

/// Cargo's target folder.
pub fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

/// 128-bit FNV-1a: enough to tell contents apart; nobody attacks a build folder.
#[derive(Clone, Debug)]
pub struct Hasher(u128);

impl Hasher {
    pub fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 ^= u128::from(*byte);
            self.0 = self.0.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
        // A separator, so that moving a byte from one part to the next shows.
        self.0 ^= 0x1_00;
        self.0 = self.0.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }

    /// A file, or every file below a folder, by relative name and content. Nothing there counts as nothing.
    pub fn path(&mut self, path: &Path) -> Result<()> {
        if path.is_dir() {
            for file in walk(path)? {
                self.bytes(file.strip_prefix(path).unwrap_or(&file).to_string_lossy().as_bytes());
                self.bytes(&read(&file)?);
            }
        } else if path.is_file() {
            self.bytes(&read(path)?);
        }
        Ok(())
    }

    pub fn hex(&self) -> String {
        format!("{:032x}", self.0)
    }
}

/// Every file below a folder, sorted; without hidden ones and without what npm installed.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let entries = fs::read_dir(&next).with_context(|| format!("{} cannot be read", next.display()))?;
        for entry in entries {
            let path = entry.with_context(|| format!("{} cannot be read", next.display()))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with('.') || name == "node_modules" || name == "__pycache__" {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

/// Copies a file, or everything below a folder.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for file in walk(from)? {
            let name = file.strip_prefix(from).with_context(|| format!("{} is outside its folder", file.display()))?;
            write(&to.join(name), read(&file)?)?;
        }
        Ok(())
    } else {
        write(to, read(from)?)
    }
}

pub fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

/// Whether the stamp beside an output names these inputs.
pub fn is_fresh(stamp: &Path, inputs: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == inputs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(parts: &[&[u8]]) -> String {
        let mut hasher = Hasher::new();
        for part in parts {
            hasher.bytes(part);
        }
        hasher.hex()
    }

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
        assert_ne!(hash(&[b"ab"]), hash(&[b"ab", b""]));
        assert_eq!(hash(&[b"ab", b"c"]), hash(&[b"ab", b"c"]));
    }
}
