//! Runs a Python program with the simplest possible host: time passes only by what the VM charges, sleeping threads
//! wake in order, locks are first come first served. For quick looks at the language; the real hosts are `sim` and `live`.

use std::collections::{BTreeMap, VecDeque};
use std::io::Write;

use interleave_python::exit::{Answer, Budget, ClockKind, Exit, Syscall, ThreadId};
use interleave_python::process::{Config, Process};

#[derive(Default)]
struct Lock {
    owner: Option<ThreadId>,
    depth: i64,
    reentrant: bool,
}

fn main() -> std::process::ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: run FILE");
        return 2.into();
    };
    let source = std::fs::read_to_string(&path).unwrap_or_default();
    let mut process = match Process::boot(&source, &path, Config::default()) {
        Ok(process) => process,
        Err(problems) => {
            for p in problems {
                eprintln!("{p}");
            }
            return 1.into();
        }
    };
    if std::env::var_os("COLLECT_ALWAYS").is_some() {
        process.heap.collect_at_every_safe_point();
    }
    let mut now = 0u64;
    let mut ready: VecDeque<ThreadId> = VecDeque::from([ThreadId(0)]);
    let mut sleeping: BTreeMap<(u64, u32), Answer> = BTreeMap::new();
    let mut locks: Vec<Lock> = Vec::new();
    let mut waiting: VecDeque<(u64, ThreadId)> = VecDeque::new();
    let mut joining: Vec<(ThreadId, ThreadId)> = Vec::new();
    let mut done: Vec<ThreadId> = Vec::new();
    let mut instructions = 0;
    loop {
        let Some(thread) = ready.pop_front() else {
            let Some((&(at, t), _)) = sleeping.iter().next() else {
                eprintln!("deadlock");
                return 3.into();
            };
            let answer = sleeping.remove(&(at, t)).unwrap_or(Answer::None);
            now = now.max(at);
            waiting.retain(|&(_, w)| w.0 != t);
            joining.retain(|&(w, _)| w.0 != t);
            process.answer(ThreadId(t), answer);
            ready.push_back(ThreadId(t));
            continue;
        };
        let ran = process.run(thread, Budget { picos: 5_000_000_000, switch_point: false });
        now += ran.picos / 1000;
        instructions += ran.instructions;
        let call = match ran.exit {
            Exit::BudgetSpent | Exit::SwitchPoint => {
                ready.push_back(thread);
                continue;
            }
            Exit::Limit(text) => {
                eprintln!("limit: {text}");
                return 4.into();
            }
            Exit::Finished => {
                if let Some(text) = process.unreported() {
                    eprintln!("unreported: {text}");
                }
                done.push(thread);
                for (waiter, target) in joining.extract_if(.., |j| j.1 == thread).collect::<Vec<_>>() {
                    let _ = target;
                    sleeping.retain(|k, _| k.1 != waiter.0);
                    process.answer(waiter, Answer::Bool(true));
                    ready.push_back(waiter);
                }
                if thread == ThreadId(0) {
                    return 0.into();
                }
                continue;
            }
            Exit::Syscall(call) => call,
        };
        let answer = match call {
            Syscall::Sleep { nanos } | Syscall::Io { nanos, .. } | Syscall::Compute { nanos } => {
                sleeping.insert((now + nanos, thread.0), Answer::None);
                continue;
            }
            Syscall::Yield => {
                process.answer(thread, Answer::None);
                ready.push_back(thread);
                continue;
            }
            Syscall::Clock { kind } => Answer::Int(match kind {
                ClockKind::Wall => 1_700_000_000_000_000_000 + now as i64,
                _ => now as i64,
            }),
            Syscall::LockNew { kind, .. } => {
                let reentrant = kind == interleave_python::exit::SyncKind::RLock;
                locks.push(Lock { reentrant, ..Lock::default() });
                Answer::Int(locks.len() as i64 - 1)
            }
            Syscall::ObjectNew { .. } => Answer::Int(1_000_000),
            Syscall::LockAcquire { lock, blocking, timeout_nanos, .. } => {
                let l = &mut locks[lock as usize];
                if l.owner.is_none() || l.reentrant && l.owner == Some(thread) {
                    l.owner = Some(thread);
                    l.depth += 1;
                    Answer::Bool(true)
                } else if !blocking {
                    Answer::Bool(false)
                } else {
                    waiting.push_back((lock, thread));
                    if let Some(nanos) = timeout_nanos {
                        sleeping.insert((now + nanos, thread.0), Answer::Bool(false));
                    }
                    continue;
                }
            }
            Syscall::LockRelease { lock } => {
                let l = &mut locks[lock as usize];
                if l.owner.is_none() || l.reentrant && l.owner != Some(thread) {
                    let message = if l.reentrant { "cannot release un-acquired lock" } else { "release unlocked lock" };
                    Answer::Error { class: "RuntimeError".into(), message: message.into() }
                } else {
                    l.depth -= 1;
                    if l.depth == 0 {
                        l.owner = None;
                        if let Some(at) = waiting.iter().position(|w| w.0 == lock) {
                            let (_, next) = waiting.remove(at).unwrap_or((0, thread));
                            let l = &mut locks[lock as usize];
                            l.owner = Some(next);
                            l.depth = 1;
                            sleeping.retain(|k, _| k.1 != next.0);
                            process.answer(next, Answer::Bool(true));
                            ready.push_back(next);
                        }
                    }
                    Answer::None
                }
            }
            Syscall::LockCount { lock } => {
                let l = &locks[lock as usize];
                Answer::Int(if l.reentrant && l.owner != Some(thread) { 0 } else { l.depth })
            }
            Syscall::ThreadStart { thread: child, .. } => {
                ready.push_back(child);
                Answer::Int(1000 + i64::from(child.0))
            }
            Syscall::ThreadJoin { thread: target, timeout_nanos } => {
                if done.contains(&target) {
                    Answer::Bool(true)
                } else {
                    joining.push((thread, target));
                    if let Some(nanos) = timeout_nanos {
                        sleeping.insert((now + nanos, thread.0), Answer::Bool(false));
                    }
                    continue;
                }
            }
            Syscall::Write { fd, text } => {
                let _ = if fd == 2 {
                    std::io::stderr().write_all(text.as_bytes())
                } else {
                    std::io::stdout().write_all(text.as_bytes())
                };
                Answer::None
            }
            Syscall::ReadLine => {
                let mut line = String::new();
                let _ = std::io::stdin().read_line(&mut line);
                Answer::Str(line)
            }
            Syscall::GetSwitchInterval => Answer::Int(5_000_000),
            Syscall::CpuCount => Answer::Int(2),
            Syscall::GetPid => Answer::Int(1000),
            Syscall::GetParentPid => Answer::Int(999),
            Syscall::Priority { nice, .. } => Answer::Int(nice.unwrap_or(0).into()),
            Syscall::NativeThreadId => Answer::Int(1000 + i64::from(thread.0)),
            Syscall::ExitProcess { status } => {
                if std::env::var_os("STATS").is_some() {
                    eprintln!("{instructions} instructions, {:.3} ms virtual", now as f64 / 1e6);
                }
                return (status as u8).into();
            }
            Syscall::Process(_) => {
                Answer::Error { class: "OSError".to_owned(), message: "one process only".to_owned() }
            }
            Syscall::ObjectLevel { .. }
            | Syscall::ObjectName { .. }
            | Syscall::ThreadName { .. }
            | Syscall::SetSwitchInterval { .. }
            | Syscall::Uncaught { .. }
            | Syscall::Note { .. } => Answer::None,
        };
        process.answer(thread, answer);
        ready.push_front(thread);
    }
}
