//! Objects and memory that belong to the machine and not to one process, and the tracks of objects.
//!
//! An object of the machine has a number with the highest bit set ([`ObjectId::SHARED`]), so that every call about an object
//! works for both kinds. Objects of a process are copied by a fork; a copy gets its track when it is first used.

use interleave_trace::sorted::SortedMap;
use std::sync::Arc;

use interleave_trace::{EventKind, LockAction, ObjectKind, SourceRange, TrackId, TrackKind};
use serde::{Deserialize, Serialize};

use crate::call::{Answer, CallError};
use crate::kernel::Kernel;
use crate::table::{Object, ObjectId, Pid, Tid};

/// Memory that processes share, for at most so many bytes in all.
const MAX_REGION_BYTES: u64 = 1 << 30;

/// The machine's own things.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Regions {
    pub objects: Vec<Object>,
    /// Shared between snapshots until somebody writes.
    memory: Vec<Arc<Vec<u8>>>,
    names: SortedMap<String, u32>,
    bytes: u64,
}

impl Kernel {
    pub(crate) fn new_shared(
        &mut self,
        tid: Tid,
        kind: ObjectKind,
        name: Option<String>,
        of: Option<ObjectId>,
        permits: Option<u32>,
    ) -> Answer {
        let number = self.regions.objects.len() as u32;
        let id = ObjectId(number | ObjectId::SHARED);
        let pid = self.thread(tid).process;
        let of = of.filter(|&of| of.shared().is_some() && self.object(pid, of).is_some());
        let name = name.unwrap_or_else(|| format!("{} {number}", crate::objects::kind_word(kind)));
        let mut object = Object::new(kind, name);
        object.of = of;
        object.permits = permits;
        self.regions.objects.push(object);
        if let Some(permits) = permits.filter(|_| of.is_none() && kind == ObjectKind::Semaphore) {
            self.write_lock(tid, id, LockAction::Level(permits.into()));
        }
        Answer::Object(id)
    }

    /// Gives an object its track, if it has none yet: of the process that uses it, or of the first process for one that
    /// belongs to the machine.
    pub(crate) fn show_object(&mut self, pid: Pid, id: ObjectId) {
        let Some(object) = self.object(pid, id).filter(|o| !o.shown) else { return };
        let (kind, of, name, owner, count) = (object.kind, object.of, object.name.clone(), object.owner, object.count);
        let outer = of.and_then(|of| {
            self.show_object(pid, of);
            self.object(pid, of).map(|o| o.track)
        });
        let track = match outer {
            Some(track) => track,
            None => {
                let home = if id.shared().is_some() { Pid(0) } else { pid };
                let parent = self.processes.get(home.0 as usize).map(|p| p.track);
                let number = id.shared().unwrap_or(id.0 as usize) as u64;
                let at = self.now_nanos;
                let track = self.log.track(at, TrackKind::Object(kind), &name, parent, number, false);
                // A lock that was held when its process forked is held in the copy, by a thread that is not there.
                if let Some(owner) = owner.filter(|_| kind.has_owner()) {
                    let (by, range) = (self.thread(owner).track, self.thread(owner).range);
                    for _ in 0..count {
                        self.log.event(at, track, EventKind::Lock { action: LockAction::Acquire, by }, range);
                    }
                }
                track
            }
        };
        if let Some(object) = self.object_mut(pid, id) {
            object.track = track;
            object.shown = true;
        }
    }

    pub(crate) fn level_by(&mut self, tid: Tid, id: ObjectId, by: i32) -> Answer {
        let thread = self.thread(tid);
        let (pid, track, range) = (thread.process, thread.track, thread.range);
        let is_pool = self.object(pid, id).is_some_and(|o| o.kind == ObjectKind::Pool);
        if let Some(process) = self.processes.get_mut(pid.0 as usize).filter(|_| is_pool) {
            process.busy_in = (by > 0).then_some(id);
        }
        self.set_level(pid, id, by, track, range);
        Answer::Done
    }

    pub(crate) fn set_level(&mut self, pid: Pid, id: ObjectId, by: i32, actor: TrackId, range: SourceRange) {
        self.show_object(pid, id);
        let Some(object) = self.object_mut(pid, id) else { return };
        object.count = object.count.saturating_add_signed(by);
        let (track, action) = (object.track, LockAction::Level(object.count.into()));
        self.log.event(self.now_nanos, track, EventKind::Lock { action, by: actor }, range);
    }

    pub(crate) fn new_region(&mut self, name: Option<String>, bytes: u64) -> Answer {
        if self.regions.bytes.saturating_add(bytes) > MAX_REGION_BYTES {
            return Answer::Error(CallError::TooManyProcesses);
        }
        let number = self.regions.memory.len() as u32;
        if let Some(name) = name {
            if self.regions.names.contains_key(&name) {
                return Answer::Error(CallError::MemoryExists);
            }
            self.regions.names.insert(name, number);
        }
        self.regions.bytes += bytes;
        self.regions.memory.push(Arc::new(vec![0; bytes as usize]));
        Answer::Number(number.into())
    }

    pub(crate) fn open_region(&self, name: &str) -> Answer {
        let found = self.regions.names.get(name);
        match found.and_then(|&number| Some((number, self.regions.memory.get(number as usize)?))) {
            Some((number, memory)) => Answer::Numbers(vec![number.into(), memory.len() as i64]),
            None => Answer::Error(CallError::NoSuchMemory),
        }
    }

    pub(crate) fn unlink_region(&mut self, name: &str) -> Answer {
        match self.regions.names.remove(name) {
            Some(_) => Answer::Done,
            None => Answer::Error(CallError::NoSuchMemory),
        }
    }

    pub(crate) fn load(&self, region: u32, at: u64, bytes: u64) -> Answer {
        let end = at.saturating_add(bytes) as usize;
        let memory = self.regions.memory.get(region as usize);
        match memory.and_then(|m| m.get(at as usize..end)) {
            Some(bytes) => Answer::Bytes(Arc::from(bytes)),
            None => Answer::Error(CallError::Invalid),
        }
    }

    pub(crate) fn store(&mut self, region: u32, at: u64, data: &[u8]) -> Answer {
        let end = at.saturating_add(data.len() as u64) as usize;
        let place = self.regions.memory.get_mut(region as usize);
        match place.and_then(|m| Arc::make_mut(m).get_mut(at as usize..end)) {
            Some(place) => {
                place.copy_from_slice(data);
                Answer::Done
            }
            None => Answer::Error(CallError::Invalid),
        }
    }

    /// An object that somebody was woken for but will not take: the next one may.
    pub(crate) fn pass_on(&mut self, pid: Pid, id: ObjectId) {
        let first = match self.object(pid, id) {
            Some(object) if object.count == 0 && object.permits != Some(0) => {
                object.waiters.first_key_value().map(|(&key, &waiter)| (key, waiter))
            }
            _ => None,
        };
        let Some((key, waiter)) = first else { return };
        if let Some(object) = self.object_mut(pid, id) {
            object.waiters.remove(&key);
        }
        let by = self.object(pid, id).and_then(|o| o.last_release);
        let by = by.map(|(from, seq)| (self.thread(from).track, seq));
        self.thread_mut(waiter).status = crate::table::Status::Blocked { object: id, seq: None };
        self.signal(waiter, self.costs.wake_up, by);
    }
}
