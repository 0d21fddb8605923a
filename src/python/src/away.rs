//! Natives that let go of the GIL, live: they compute on a copy of the process, and only what they return comes back.
//!
//! Simulated, such a native computes at once and then asks the host to let its predicted time pass without the GIL. Live, on
//! a thread of its own, it must not look at a process that other threads change meanwhile. Copying a process costs
//! microseconds (`fork`), so a native with much to do asks [`Process::let_go`] first: the host takes the copy, lets the others
//! go on, and runs the native there.
//!
//! Keeps true: such a native changes nothing but its own result, and returns plain values; simulated runs know nothing of it.

use crate::native::{Args, Native, NativeFn};
use crate::process::Process;

/// Predicted picoseconds from which a copy of the process is worth its price.
pub const WORTH_PICOS: u64 = 150_000_000;

/// A native and what it is called with.
#[cfg(feature = "live")]
pub(crate) type Asked = (NativeFn, Vec<crate::value::Value>, Vec<(crate::value::Value, crate::value::Value)>);

/// What natives do about the time they take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// It is predicted: they say how long a real one would take.
    #[default]
    Predicted,
    /// They take the time they take, with the GIL.
    Real,
    /// The same, and those with much to do let go of the GIL.
    LetsGo,
    /// This is the copy in which one of them computes.
    Away,
    /// The same, and idle places of rayon's pool may help.
    Together,
}

#[cfg(feature = "live")]
mod real {
    use std::sync::Arc;

    use serde::{Deserialize, Serialize};

    use super::{NativeFn, Pace};
    use crate::exit::Answer;
    use crate::native::{Args, Native};
    use crate::object::Object;
    use crate::process::Process;
    use crate::value::Value;

    /// A value without references to others, as natives that let go return it.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub enum Plain {
        None,
        Bool(bool),
        Int(i64),
        Float(f64),
        Str(Arc<str>),
        Bytes(#[serde(with = "crate::byte_runs")] Arc<[u8]>),
        Tuple(Vec<Plain>),
        List(Vec<Plain>),
    }

    /// Deeper than anything that natives return.
    const MAX_DEPTH: u32 = 8;

    /// A native that has let go of the GIL, with the copy it computes on.
    #[derive(Debug)]
    pub struct Away {
        process: Box<Process>,
        run: NativeFn,
        args: Vec<Value>,
        keywords: Vec<(Value, Value)>,
    }

    impl Away {
        /// Computes; takes as long as it takes. `together`: places of rayon's pool are idle, and may help.
        #[must_use]
        pub fn run(mut self, together: bool) -> Answer {
            let p = &mut *self.process;
            p.pace = if together { Pace::Together } else { Pace::Away };
            match (self.run)(p, &Args { pos: &self.args, kw: &self.keywords }) {
                Ok(Native::Done(value)) => match p.plain(value, 0) {
                    Some(value) => Answer::Plain(value),
                    None => error("RuntimeError", "a native that lets go of the GIL returned something of its process"),
                },
                Ok(_) => error("RuntimeError", "a native that lets go of the GIL asked for something else"),
                Err(raised) => {
                    let class = p.type_name(Value::Obj(raised.0)).to_owned();
                    error(&class, p.exception_text(raised.0).unwrap_or_default())
                }
            }
        }
    }

    fn error(class: &str, message: &str) -> Answer {
        Answer::Error { class: class.to_owned(), message: message.to_owned() }
    }

    impl Process {
        /// How natives take their time from now on; a copy of this process has to be told again.
        pub fn set_pace(&mut self, pace: Pace) {
            self.pace = pace;
        }

        /// Requests to this origin (`https://example.org`) are real from now on; a copy of this process has to be told again.
        pub fn set_origin(&mut self, origin: Option<String>) {
            self.origin = origin;
        }

        /// After a `Syscall::Compute`: the native that is to compute it, if it is a real one.
        pub fn take_away(&mut self) -> Option<Away> {
            let (run, args, keywords) = self.away.take()?;
            let threads = std::mem::take(&mut self.threads);
            let process = Box::new(self.fork());
            self.threads = threads;
            Some(Away { process, run, args, keywords })
        }

        fn plain(&self, value: Value, depth: u32) -> Option<Plain> {
            let all = |items: &[Value]| -> Option<Vec<Plain>> {
                (depth < MAX_DEPTH).then(|| items.iter().map(|&item| self.plain(item, depth + 1)).collect())?
            };
            Some(match value {
                Value::None => Plain::None,
                Value::Bool(b) => Plain::Bool(b),
                Value::Int(i) => Plain::Int(i),
                Value::Float(f) => Plain::Float(f),
                Value::Obj(r) => match self.heap.get(r) {
                    Object::Bytes(bytes) => Plain::Bytes(bytes.clone()),
                    Object::Tuple(items) => Plain::Tuple(all(items)?),
                    Object::List(items) => Plain::List(all(items)?),
                    _ => Plain::Str(self.str(value)?.into()),
                },
                Value::Unset | Value::NotImplemented | Value::Ellipsis => return None,
            })
        }

        pub(crate) fn unfold(&mut self, value: Plain) -> Value {
            match value {
                Plain::None => Value::None,
                Plain::Bool(b) => Value::Bool(b),
                Plain::Int(i) => Value::Int(i),
                Plain::Float(f) => Value::Float(f),
                Plain::Str(text) => self.new_str(&text),
                Plain::Bytes(bytes) => self.alloc(Object::Bytes(bytes)),
                Plain::Tuple(items) => {
                    let items: Vec<Value> = items.into_iter().map(|item| self.unfold(item)).collect();
                    self.new_tuple(items)
                }
                Plain::List(items) => {
                    let items: Vec<Value> = items.into_iter().map(|item| self.unfold(item)).collect();
                    self.new_list(items)
                }
            }
        }
    }
}

#[cfg(feature = "live")]
pub use real::{Away, Plain};

impl Process {
    /// For a native with `picos` of predicted work: what it returns if it is to compute without the GIL; it is called again
    /// then, on the copy.
    #[cfg(feature = "live")]
    pub(crate) fn let_go(&mut self, run: NativeFn, args: &Args<'_>, picos: u64) -> Option<Native> {
        if self.pace != Pace::LetsGo || picos < WORTH_PICOS {
            return None;
        }
        self.away = Some((run, args.pos.to_vec(), args.kw.to_vec()));
        Some(Native::Syscall(crate::exit::Syscall::Compute { nanos: 0 }))
    }

    #[cfg(not(feature = "live"))]
    #[expect(clippy::unused_self, reason = "as where there are live runs")]
    pub(crate) fn let_go(&mut self, _: NativeFn, _: &Args<'_>, _: u64) -> Option<Native> {
        None
    }

    #[must_use]
    pub(crate) fn pace(&self) -> Pace {
        #[cfg(feature = "live")]
        return self.pace;
        #[cfg(not(feature = "live"))]
        Pace::Predicted
    }

    /// What a native that has computed says of the time to pass without the GIL: it has passed, live.
    #[cfg(feature = "rare-natives")]
    #[must_use]
    pub(crate) fn nanos_to_pass(&self, nanos: u64) -> u64 {
        if self.pace() == Pace::Predicted { nanos } else { 0 }
    }
}
