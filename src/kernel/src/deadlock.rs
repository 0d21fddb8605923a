//! What to say when nothing can ever run again.

use core::fmt::{self, Display, Formatter};
use interleave_trace::sorted::SortedSet;

use interleave_trace::{EventKind, ObjectKind, SourceRange};
use serde::{Deserialize, Serialize};

use crate::kernel::Kernel;
use crate::table::{Status, Tid};

/// Who is stuck, on what, and which of them wait for one another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeadlockReport {
    pub at_nanos: u64,
    /// Every thread that has not finished, in order of creation.
    pub threads: Vec<StuckThread>,
    /// Circles of threads each of which waits for the next (the last for the first). Empty where there is none: then
    /// somebody waits for what nobody is left to do.
    pub cycles: Vec<Vec<Tid>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StuckThread {
    pub thread: Tid,
    pub name: String,
    pub daemon: bool,
    pub range: SourceRange,
    pub waits_for: StuckWait,
    /// Names of the locks it holds.
    pub holds: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum StuckWait {
    /// A synchronisation object; `owner` is the thread that holds it, where there is one (possibly the waiter itself).
    Object { kind: ObjectKind, name: String, owner: Option<Tid> },
    /// The end of a thread.
    Thread(Tid),
    /// The end of a process, by the threads that are left in it.
    Process { name: String, threads: Vec<Tid> },
    /// Nothing that has a name (this would be a defect of the kernel).
    Nothing,
}

impl StuckThread {
    fn next(&self) -> Option<Tid> {
        match self.waits_for {
            StuckWait::Object { owner, .. } => owner,
            StuckWait::Thread(target) => Some(target),
            StuckWait::Process { ref threads, .. } => threads.first().copied(),
            StuckWait::Nothing => None,
        }
    }
}

impl DeadlockReport {
    fn name(&self, thread: Tid) -> &str {
        self.threads.iter().find(|t| t.thread == thread).map_or("a thread that has ended", |t| t.name.as_str())
    }
}

fn words(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Lock | ObjectKind::RLock | ObjectKind::Gil => "the lock",
        ObjectKind::Semaphore => "the semaphore",
        ObjectKind::Event => "the event",
        ObjectKind::Condition => "the condition",
        ObjectKind::Barrier => "the barrier",
        ObjectKind::Queue => "the queue",
        ObjectKind::Pipe => "the pipe",
        ObjectKind::Pool => "the pool",
        ObjectKind::Future => "the future",
        ObjectKind::Memory => "the memory",
        ObjectKind::Loop => "its event loop's select, with no timer and nothing ready:",
    }
}

impl Display for DeadlockReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "deadlock: no thread can ever run again")?;
        for thread in &self.threads {
            write!(f, "\n  {}", thread.name)?;
            if !thread.range.is_none() {
                write!(f, " (line {})", thread.range.line)?;
            }
            match &thread.waits_for {
                StuckWait::Object { kind, name, owner } => {
                    write!(f, " waits for {} '{name}'", words(*kind))?;
                    match owner {
                        Some(owner) if *owner == thread.thread => write!(f, ", which it holds itself")?,
                        Some(owner) => write!(f, ", held by {}", self.name(*owner))?,
                        None if matches!(kind, ObjectKind::Lock | ObjectKind::RLock) => {}
                        None => write!(f, ", for which nobody is left to act")?,
                    }
                }
                StuckWait::Thread(target) => write!(f, " waits for {} to end", self.name(*target))?,
                StuckWait::Process { name, .. } => write!(f, " waits for process {name} to end")?,
                StuckWait::Nothing => write!(f, " waits")?,
            }
            if !thread.holds.is_empty() {
                write!(f, "; holds '{}'", thread.holds.join("', '"))?;
            }
        }
        for cycle in &self.cycles {
            write!(f, "\n  cycle: ")?;
            for &thread in cycle {
                write!(f, "{} -> ", self.name(thread))?;
            }
            if let Some(&first) = cycle.first() {
                write!(f, "{}", self.name(first))?;
            }
        }
        Ok(())
    }
}

impl Kernel {
    /// Nothing lies ahead and threads are left: who waits for whom. Marks them in the trace.
    pub(crate) fn deadlock(&mut self) -> DeadlockReport {
        let stuck: Vec<Tid> = (0..self.threads.len() as u32)
            .map(Tid)
            .filter(|&tid| self.thread(tid).status != Status::Finished)
            .collect();
        let threads: Vec<StuckThread> = stuck.iter().map(|&tid| self.stuck(tid)).collect();
        let cycles = cycles(&threads);
        let (at, alone) = (self.now_nanos, cycles.len() as u32);
        for &tid in &stuck {
            let cycle = cycles.iter().position(|c| c.contains(&tid)).map_or(alone, |i| i as u32);
            let thread = self.thread(tid);
            let (track, range) = (thread.track, thread.range);
            self.log.event(at, track, EventKind::Deadlocked { cycle }, range);
        }
        DeadlockReport { at_nanos: at, threads, cycles }
    }

    fn stuck(&self, tid: Tid) -> StuckThread {
        let thread = self.thread(tid);
        let name_of = |object| self.object(thread.process, object).map(|o| o.name.clone());
        let waits_for = match thread.status {
            Status::Blocked { object, .. } => match self.object(thread.process, object) {
                Some(inner) => {
                    let outer = inner.of.and_then(|of| self.object(thread.process, of));
                    // The waiter lock of a condition or event has no owner that could be blamed.
                    let owner = if outer.is_some() { None } else { inner.owner };
                    let shown = outer.unwrap_or(inner);
                    StuckWait::Object { kind: shown.kind, name: shown.name.clone(), owner }
                }
                None => StuckWait::Nothing,
            },
            Status::Joining { target } => StuckWait::Thread(target),
            Status::Watching { .. } => self.stuck_watch(tid),
            _ => StuckWait::Nothing,
        };
        StuckThread {
            thread: tid,
            name: thread.name.clone(),
            daemon: thread.daemon,
            range: thread.range,
            waits_for,
            holds: self.held_objects(tid).filter_map(name_of).collect(),
        }
    }
}

/// Every thread waits for at most one other, so walking on from each finds each circle once.
fn cycles(threads: &[StuckThread]) -> Vec<Vec<Tid>> {
    let find = |tid: Tid| threads.binary_search_by_key(&tid, |t| t.thread).ok().and_then(|i| threads.get(i));
    let mut seen: SortedSet<Tid> = SortedSet::new();
    let mut found = Vec::new();
    for thread in threads {
        let mut path: Vec<Tid> = Vec::new();
        let mut on_path: SortedSet<Tid> = SortedSet::new();
        let mut at = Some(thread.thread);
        while let Some(tid) = at {
            if on_path.contains(&tid) {
                let start = path.iter().position(|&t| t == tid).unwrap_or(0);
                found.push(path.split_off(start));
                break;
            }
            if !seen.insert(tid) {
                break;
            }
            path.push(tid);
            on_path.insert(tid);
            at = find(tid).and_then(StuckThread::next).filter(|&next| find(next).is_some());
        }
    }
    found
}
