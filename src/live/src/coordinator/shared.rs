//! Locks, semaphores and memory of the machine, good in every process.

use std::collections::BTreeMap;

use interleave_python::exit::Answer;

use super::{Bytes, Kind, SHARED_BIT, os_error};
use crate::machine::error;

/// Memory that processes share, for at most so many bytes in all.
const MAX_REGION_BYTES: u64 = 1 << 28;

/// Process and thread.
type Owner = (u64, u32);

#[derive(Debug)]
struct Object {
    kind: Kind,
    owner: Option<Owner>,
    count: u32,
    /// How many may still pass a semaphore.
    permits: Option<u32>,
}

#[derive(Debug, Default)]
pub(crate) struct Shared {
    objects: Vec<Object>,
    memory: Vec<Vec<u8>>,
    names: BTreeMap<String, usize>,
    bytes: u64,
}

impl Shared {
    fn object(&mut self, number: u64) -> Option<&mut Object> {
        usize::try_from(number & !SHARED_BIT).ok().and_then(|row| self.objects.get_mut(row))
    }

    pub fn new_object(&mut self, kind: Kind, permits: Option<u32>) -> Answer {
        self.objects.push(Object { kind, owner: None, count: 0, permits });
        Answer::Int(((self.objects.len() - 1) as u64 | SHARED_BIT) as i64)
    }

    /// `wait`: otherwise the answer is False where it cannot be had at once.
    pub fn acquire(&mut self, number: u64, by: Owner, wait: bool) -> Option<Answer> {
        let Some(object) = self.object(number) else { return Some(error("RuntimeError", "no such object")) };
        let got = match &mut object.permits {
            Some(permits) if *permits > 0 => {
                *permits -= 1;
                true
            }
            Some(_) => false,
            None => {
                let free = object.count == 0 || (object.kind == Kind::RLock && object.owner == Some(by));
                if free {
                    object.owner = Some(by);
                    object.count += 1;
                }
                free
            }
        };
        (got || !wait).then_some(Answer::Bool(got))
    }

    pub fn release(&mut self, number: u64, by: Owner) -> Answer {
        let Some(object) = self.object(number) else { return error("RuntimeError", "no such object") };
        if let Some(permits) = &mut object.permits {
            *permits = permits.saturating_add(1);
            return Answer::None;
        }
        if object.kind == Kind::RLock && object.owner != Some(by) {
            return error("RuntimeError", "cannot release un-acquired lock");
        }
        if object.count == 0 {
            return error("RuntimeError", "release unlocked lock");
        }
        object.count -= 1;
        if object.count == 0 {
            object.owner = None;
        }
        Answer::None
    }

    pub fn count(&mut self, number: u64, by: Owner) -> Answer {
        match self.object(number) {
            Some(object) if object.kind == Kind::RLock && object.owner != Some(by) => Answer::Int(0),
            Some(object) => Answer::Int(object.permits.map_or(object.count, |permits| u32::from(permits == 0)).into()),
            None => error("RuntimeError", "no such object"),
        }
    }

    pub fn permits(&mut self, number: u64) -> Answer {
        match self.object(number) {
            Some(object) => Answer::Int(object.permits.unwrap_or(u32::from(object.count == 0)).into()),
            None => error("RuntimeError", "no such object"),
        }
    }

    pub fn new_region(&mut self, name: Option<String>, bytes: u64) -> Answer {
        if self.bytes.saturating_add(bytes) > MAX_REGION_BYTES {
            return os_error("BlockingIOError", 11, "Resource temporarily unavailable");
        }
        if name.as_ref().is_some_and(|name| self.names.contains_key(name)) {
            return os_error("FileExistsError", 17, "File exists");
        }
        let number = self.memory.len();
        self.names.extend(name.map(|name| (name, number)));
        self.bytes += bytes;
        self.memory.push(vec![0; bytes as usize]);
        Answer::Int(number as i64)
    }

    pub fn open_region(&self, name: &str) -> Answer {
        match self.names.get(name).and_then(|&number| Some((number, self.memory.get(number)?))) {
            Some((number, memory)) => Answer::Ints(vec![number as i64, memory.len() as i64]),
            None => os_error("FileNotFoundError", 2, "No such file or directory"),
        }
    }

    pub fn unlink(&mut self, name: &str) -> Answer {
        match self.names.remove(name) {
            Some(_) => Answer::None,
            None => os_error("FileNotFoundError", 2, "No such file or directory"),
        }
    }

    fn range(at: u64, bytes: u64) -> Option<std::ops::Range<usize>> {
        let (from, to) = (usize::try_from(at).ok()?, usize::try_from(at.checked_add(bytes)?).ok()?);
        Some(from..to)
    }

    pub fn load(&self, region: u32, at: u64, bytes: u64) -> Answer {
        match self.memory.get(region as usize).and_then(|m| m.get(Self::range(at, bytes)?)) {
            Some(bytes) => Answer::Bytes(Bytes::from(bytes)),
            None => os_error("OSError", 22, "Invalid argument"),
        }
    }

    pub fn store(&mut self, region: u32, at: u64, data: &[u8]) -> Answer {
        match self.memory.get_mut(region as usize).and_then(|m| m.get_mut(Self::range(at, data.len() as u64)?)) {
            Some(place) => {
                place.copy_from_slice(data);
                Answer::None
            }
            None => os_error("OSError", 22, "Invalid argument"),
        }
    }
}
