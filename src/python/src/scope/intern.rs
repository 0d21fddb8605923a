//! Names as small numbers, and a hasher whose result never changes from run to run.

use std::hash::{BuildHasherDefault, Hasher};

use hashbrown::HashMap;

/// Multiply-and-rotate hasher: fast on short keys, the same on every machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mixer(u64);

pub type FixedHasher = BuildHasherDefault<Mixer>;

/// An odd constant with well-spread bits (2^64 divided by the golden ratio).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Mixer {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(SPREAD);
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            for (to, from) in word.iter_mut().zip(chunk) {
                *to = *from;
            }
            self.add(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, word: u32) {
        self.add(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

/// A name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sym(u32);

#[derive(Debug, Default)]
pub struct Interner {
    names: Vec<Box<str>>,
    index: HashMap<Box<str>, Sym, FixedHasher>,
}

impl Interner {
    pub fn intern(&mut self, name: &str) -> Sym {
        if let Some(sym) = self.index.get(name) {
            return *sym;
        }
        let sym = Sym(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        self.names.push(name.into());
        self.index.insert(name.into(), sym);
        sym
    }

    pub fn get(&self, sym: Sym) -> &str {
        self.names.get(sym.0 as usize).map_or("", |name| name.as_ref())
    }

    /// The name as a class body sees it: `__x` becomes `_Class__x`.
    pub fn mangle(&mut self, private: Option<Sym>, name: &str) -> Sym {
        match private {
            Some(class) if name.starts_with("__") && !name.ends_with("__") && !name.contains('.') => {
                let mangled = format!("_{}{name}", self.get(class));
                self.intern(&mangled)
            }
            _ => self.intern(name),
        }
    }

    /// The class name that goes into mangled names; `None` when it consists of underscores.
    pub fn private_of(&mut self, class: &str) -> Option<Sym> {
        let stripped = class.trim_start_matches('_');
        if stripped.is_empty() { None } else { Some(self.intern(stripped)) }
    }
}
