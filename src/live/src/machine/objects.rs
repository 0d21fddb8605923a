//! Locks and their kin. A released lock is free until somebody takes it: who comes first gets it, as in CPython.

use interleave_python::exit::{Answer, SyncKind, ThreadId};
use interleave_trace::{EventKind, LinkKind, LockAction, ObjectKind, State, TrackKind};

use super::{LiveMachine, Object, Status};
use crate::image::Inherited;

pub(super) fn object_kind(kind: SyncKind) -> ObjectKind {
    match kind {
        SyncKind::Lock => ObjectKind::Lock,
        SyncKind::RLock => ObjectKind::RLock,
        SyncKind::Condition => ObjectKind::Condition,
        SyncKind::Event => ObjectKind::Event,
        SyncKind::Semaphore => ObjectKind::Semaphore,
        SyncKind::Barrier => ObjectKind::Barrier,
        SyncKind::Queue => ObjectKind::Queue,
        SyncKind::Future => ObjectKind::Future,
        SyncKind::Loop => ObjectKind::Loop,
        SyncKind::Pool => ObjectKind::Pool,
    }
}

pub(crate) fn error(class: &str, message: &str) -> Answer {
    Answer::Error { class: class.to_owned(), message: message.to_owned() }
}

impl LiveMachine {
    pub(super) fn new_object(&mut self, now: u64, kind: SyncKind, name: Option<String>, of: Option<u64>) -> Answer {
        Answer::Int(self.add_object(now, object_kind(kind), name, of) as i64)
    }

    fn add_object(&mut self, now: u64, kind: ObjectKind, name: Option<String>, of: Option<u64>) -> usize {
        let number = self.objects.len();
        let of = of.and_then(|of| usize::try_from(of).ok()).filter(|&of| of < number);
        let (name, track) = match of.and_then(|of| self.objects.get(of)) {
            Some(whole) => (whole.name.clone(), whole.track),
            None => {
                let name = name.unwrap_or_else(|| format!("{kind:?} {number}").to_lowercase());
                let kind = TrackKind::Object(kind);
                let track = self.log.add_track(now, kind, &name, Some(self.process), number as u64, false);
                (name, track)
            }
        };
        self.objects.push(Object {
            kind,
            track,
            name,
            of,
            owner: None,
            count: 0,
            waiters: std::collections::VecDeque::new(),
            last_release: None,
        });
        number
    }

    /// What a copy of the process with this thread alone has of its locks.
    pub(crate) fn inherited(&self, local: ThreadId) -> Vec<Inherited> {
        let row = self.row(local);
        let image = |object: &Object| Inherited {
            kind: object.kind,
            name: object.name.clone(),
            of: object.of.and_then(|of| u32::try_from(of).ok()),
            count: object.count,
            own: object.owner.is_some() && object.owner == row,
        };
        self.objects.iter().map(image).collect()
    }

    /// Takes over one of these; the first thread is the one that lives on.
    pub(super) fn inherit(&mut self, now: u64, object: Inherited) {
        let Inherited { kind, name, of, count, own } = object;
        let number = self.add_object(now, kind, Some(name), of.map(u64::from));
        if own {
            self.write_lock(now, 0, number, LockAction::Acquire);
        }
        if let Some(object) = self.objects.get_mut(number) {
            object.count = count;
            object.owner = own.then_some(0);
        }
    }

    pub(super) fn name_object(&mut self, number: u64, name: &str) {
        let object = usize::try_from(number).ok().and_then(|row| self.objects.get_mut(row)).filter(|o| o.of.is_none());
        if let Some(object) = object {
            name.clone_into(&mut object.name);
            let track = object.track;
            self.log.rename_track(track, name);
        }
    }

    pub(super) fn write_lock(&mut self, now: u64, row: usize, number: usize, action: LockAction) -> Option<u32> {
        let object = self.objects.get(number)?;
        // A part of another object is not the reader's business, but that a wait for it came to nothing is.
        if object.of.is_some() && action != LockAction::Fail {
            return None;
        }
        let (track, by, range) = (object.track, self.track_of(row), self.range_of(row));
        Some(self.log.event(now, track, EventKind::Lock { action, by }, range))
    }

    /// Takes the lock if it is free (or the thread's own, re-entrant).
    pub(super) fn try_acquire(&mut self, now: u64, row: usize, number: usize) -> bool {
        let Some(object) = self.objects.get_mut(number) else { return false };
        if object.count > 0 && !(object.kind == ObjectKind::RLock && object.owner == Some(row)) {
            return false;
        }
        object.owner = Some(row);
        object.count += 1;
        let last = object.last_release.take();
        let seq = self.write_lock(now, row, number, LockAction::Acquire);
        if let (Some((from, from_seq)), Some(seq)) = (last, seq)
            && from != row
        {
            self.log.link(LinkKind::HandOver, from_seq, seq);
        }
        true
    }

    pub(super) fn blocked_state(&self, row: usize, number: usize) -> State {
        let object = self.objects.get(number);
        let holder = object.filter(|o| o.of.is_none()).and_then(|o| o.owner).filter(|&o| o != row);
        State::Blocked { on: object.map_or(self.process, |o| o.track), holder: holder.map(|h| self.track_of(h)) }
    }

    pub(super) fn release(&mut self, now: u64, row: usize, number: usize) -> Answer {
        let Some(object) = self.objects.get_mut(number) else { return error("RuntimeError", "no such object") };
        if object.kind == ObjectKind::RLock && object.owner != Some(row) {
            return error("RuntimeError", "cannot release un-acquired lock");
        }
        if object.count == 0 {
            return error("RuntimeError", "release unlocked lock");
        }
        object.count -= 1;
        let free = object.count == 0;
        let seq = self.write_lock(now, row, number, LockAction::Release);
        if !free {
            return Answer::None;
        }
        let by = (self.track_of(row), seq);
        let Some(object) = self.objects.get_mut(number) else { return Answer::None };
        object.owner = None;
        object.last_release = seq.map(|seq| (row, seq));
        let first =
            object.waiters.iter().copied().find(|&w| {
                self.threads.get(w).is_some_and(|t| matches!(t.status, Status::Blocked { retry: false, .. }))
            });
        if let Some(thread) = first.and_then(|waiter| self.threads.get_mut(waiter)) {
            thread.status = Status::Blocked { object: number, retry: true };
            thread.woken_by = Some(by);
            self.woken.push(thread.local);
            self.retries.extend(first);
        }
        Answer::None
    }

    pub(super) fn lock_count(&self, row: usize, number: usize) -> Answer {
        match self.objects.get(number) {
            Some(object) if object.kind == ObjectKind::RLock && object.owner != Some(row) => Answer::Int(0),
            Some(object) => Answer::Int(object.count.into()),
            None => error("RuntimeError", "no such object"),
        }
    }
}
