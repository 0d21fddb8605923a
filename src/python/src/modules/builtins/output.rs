//! `print`: one text, one write.

use crate::cost::Cost;
use crate::exit::Syscall;
use crate::native::{Args, Native, NativeResult};
use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::types::support::{ask, done};
use crate::value::Value;

fn keyword(vm: &Process, args: &Args<'_>, name: &str) -> Value {
    args.kw.iter().find(|(k, _)| vm.str(*k) == Some(name)).map_or(Value::None, |(_, v)| *v)
}

/// `sys.stdout` as the program has it, or None while nobody imported `sys`.
fn standard_output(vm: &Process) -> Value {
    let module = vm.dict_get_str(vm.modules, "sys");
    match module {
        Some(Value::Obj(r)) => match vm.heap.get(r) {
            Object::Module(m) => vm.dict_get_str(m.dict, "stdout").unwrap_or(Value::None),
            _ => Value::None,
        },
        _ => Value::None,
    }
}

/// The stream's file descriptor when it is one of the process's own.
fn descriptor(vm: &Process, stream: Value) -> Option<u8> {
    let Value::Obj(r) = stream else { return None };
    match vm.heap.get(r) {
        Object::File(f) if !f.closed => f.std_stream.filter(|&fd| fd != 0),
        _ => None,
    }
}

pub(super) fn print(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let file = keyword(vm, args, "file");
    let stream = if file.is_none() { standard_output(vm) } else { file };
    let fd = if stream.is_none() { Some(1) } else { descriptor(vm, stream) };
    let sep = separator(vm, args, "sep", " ")?;
    let end = separator(vm, args, "end", "\n")?;
    vm.charge_n(Cost::PrintArg, args.pos.len());
    let mut text = String::new();
    let mut native = fd.is_some();
    if native {
        for (i, &value) in args.pos.iter().enumerate() {
            if i > 0 {
                text.push_str(&sep);
            }
            match repr::try_str(vm, value)? {
                Some(part) => text.push_str(&part),
                None => {
                    native = false;
                    break;
                }
            }
        }
    }
    match fd {
        Some(fd) if native => {
            text.push_str(&end);
            vm.charge_n(Cost::PrintByte, text.len());
            if text.is_empty() {
                return done(Value::None);
            }
            Ok(Native::Syscall(Syscall::Write { fd, text }))
        }
        _ => {
            let values = vm.new_list(args.pos.to_vec());
            let sep = vm.new_string(sep);
            let end = vm.new_string(end);
            let flush = keyword(vm, args, "flush");
            ask(vm, "_print", &[values, sep, end, stream, flush])
        }
    }
}

fn separator(vm: &mut Process, args: &Args<'_>, name: &str, default: &str) -> crate::native::Res<String> {
    let value = keyword(vm, args, name);
    if value.is_none() {
        return Ok(default.to_owned());
    }
    match vm.str(value) {
        Some(text) => Ok(text.to_owned()),
        None => {
            let message = format!("{name} must be None or a string, not {}", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}
