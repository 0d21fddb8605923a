//! Errors of computations that do not see the process: an exception class and a message, made into an object later.

use std::borrow::Cow;

use crate::classes;
use crate::native::Raise;
use crate::process::Process;
use crate::value::{Ref, Value};

/// An exception to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub class: Ref,
    pub message: Cow<'static, str>,
    /// First of two arguments (`OverflowError(34, …)` from the C library's `errno`).
    pub errno: Option<i64>,
}

/// Result of a computation that can fail.
pub type Pure<T> = Result<T, Fault>;

impl Fault {
    #[must_use]
    pub fn new(class: Ref, message: impl Into<Cow<'static, str>>) -> Self {
        Self { class, message: message.into(), errno: None }
    }

    #[must_use]
    pub fn value(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(classes::VALUE_ERROR, message)
    }

    #[must_use]
    pub fn type_error(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(classes::TYPE_ERROR, message)
    }

    #[must_use]
    pub fn overflow(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(classes::OVERFLOW_ERROR, message)
    }

    #[must_use]
    pub fn zero_division(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(classes::ZERO_DIVISION_ERROR, message)
    }

    #[must_use]
    pub fn memory(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(classes::MEMORY_ERROR, message)
    }

    /// `OverflowError: (34, 'Numerical result out of range')`.
    #[must_use]
    pub fn range() -> Self {
        Self { errno: Some(34), ..Self::overflow("Numerical result out of range") }
    }

    /// The exception object.
    pub fn raise(&self, vm: &mut Process) -> Raise {
        match self.errno {
            None => vm.raise(self.class, &self.message),
            Some(errno) => {
                let message = vm.new_str(&self.message);
                vm.raise_with(self.class, &[Value::Int(errno), message])
            }
        }
    }
}
