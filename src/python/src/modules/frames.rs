//! What `sys`, `traceback`, `inspect` and `linecache` know about frames, tracebacks and sources: only the program's own; frames of
//! the library are hidden.

use super::support::{call_prelude, int_arg, str_arg};
use crate::native::{Args, Native, NativeDef, NativeResult, Special, Table};
use crate::object::{Object, TracebackEntry};
use crate::process::Process;
use crate::value::Value;
use crate::vm::traceback::caret_marks;

pub const TABLES: &[Table] = &[
    Table {
        owner: "_frames",
        is_class: false,
        items: &[
            NativeDef::function("_stack", |_, _| Ok(Native::Special(Special::Frames)), 0, 0),
            NativeDef::function("_hidden", hidden, 0, 0),
            NativeDef::function("_parts", parts, 1, 1),
            NativeDef::function("_marks", marks, 4, 4),
            NativeDef::function("_source", source, 1, 1),
            NativeDef::function("_suspended", suspended, 1, 1).rare(),
        ],
    },
    Table { owner: "generator", is_class: true, items: &[NativeDef::getter("gi_frame", generator_frame).rare()] },
    Table { owner: "coroutine", is_class: true, items: &[NativeDef::getter("cr_frame", generator_frame).rare()] },
    Table { owner: "async_generator", is_class: true, items: &[NativeDef::getter("ag_frame", generator_frame).rare()] },
    Table {
        owner: "traceback",
        is_class: true,
        items: &[
            NativeDef::getter("tb_frame", |p, a| call_prelude(p, "_frame_of_traceback", &[a.get(0)])),
            NativeDef::getter("tb_lasti", |_, _| Ok(Value::Int(0).into())),
        ],
    },
];

/// The frame of a generator, coroutine or async generator; None when that has ended.
fn generator_frame(p: &mut Process, args: &Args<'_>) -> NativeResult {
    match p.object(args.get(0)) {
        Some(Object::Generator(g)) if !g.finished => call_prelude(p, "_frame_of_generator", &[args.get(0)]),
        _ => Ok(Value::None.into()),
    }
}

/// `_suspended(generator)`: (module, function, line, file, globals, locals, code) of its frame, as of the frames of `_stack`; None
/// when it has ended. While it runs its variables are in the registers: they are not given.
fn suspended(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(generator) = args.get(0) else { return Ok(Value::None.into()) };
    Ok(match p.generator_parts(generator) {
        Some(parts) => p.new_tuple(parts).into(),
        None => Value::None.into(),
    })
}

/// `_hidden()`: how many frames of the library stand inside the innermost frame of the program, the caller's included.
fn hidden(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let inside = p.frames.iter().rev().take_while(|f| p.codes.get(f.code.0 as usize).is_some_and(|code| code.embedded));
    Ok(Value::Int(inside.count() as i64).into())
}

/// `_parts(traceback or exception)`: for each of the program's frames, outermost first, (file, line, last line, column,
/// last column, name, code); columns count characters from 0.
fn parts(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let entries: Vec<TracebackEntry> = match p.object(args.get(0)) {
        Some(Object::Traceback(entries)) => entries.to_vec(),
        Some(Object::Exception(e)) => e.traceback.clone(),
        _ => Vec::new(),
    };
    let mut list = Vec::with_capacity(entries.len());
    for entry in entries.iter().rev() {
        let Some(loaded) = p.codes.get(entry.code.0 as usize) else { continue };
        if loaded.embedded {
            continue;
        }
        let Some(source) = p.sources.get(loaded.source as usize) else { continue };
        let line = loaded.code.lines.get(entry.ip as usize).copied().unwrap_or(0);
        let span = loaded.code.spans.get(entry.ip as usize).copied();
        let (start, end) = span.map_or((0, 0), |s| (s.start as usize, s.end as usize));
        let before = source.text.get(..start).unwrap_or("");
        let inside = source.text.get(start..end).unwrap_or("");
        let tail = |text: &str| text.rsplit('\n').next().unwrap_or("").chars().count();
        let column = tail(before);
        let lines = inside.matches('\n').count();
        let last_column = if lines == 0 { column + inside.chars().count() } else { tail(inside) };
        let numbers = [line as usize, line as usize + lines, column, last_column];
        let [line, last_line, column, last_column] = numbers.map(|n| Value::Int(n as i64));
        let (file, name) = (source.name.clone(), loaded.code.name.clone());
        let (file, name) = (p.new_string(file), p.new_string(name));
        let code = p.alloc(Object::Code(entry.code));
        list.push(p.new_tuple([file, line, last_line, column, last_column, name, code]));
    }
    Ok(p.new_list(list).into())
}

/// `_marks(line, column, last column, on one line)`: the marks under the line without its indentation, or None.
fn marks(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = str_arg(p, args.get(0), "line")?;
    let (start, end) = (int_arg(p, args.get(1))?, int_arg(p, args.get(2))?);
    let one_line = matches!(args.get(3), Value::Bool(true));
    let bytes = |chars: i64| {
        let chars = usize::try_from(chars).unwrap_or(0);
        text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
    };
    let end = if one_line { bytes(end) } else { text.trim_end().len() };
    match caret_marks(&text, bytes(start), end, one_line) {
        Some(marks) => Ok(p.new_string(marks).into()),
        None => Ok(Value::None.into()),
    }
}

/// `_source(file)`: the text of a source of the program, the one loaded last under this name, or None.
fn source(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let file = str_arg(p, args.get(0), "file")?;
    let text = p.sources.iter().rev().find(|s| !s.embedded && s.name == file).map(|s| s.text.to_string());
    match text {
        Some(text) => Ok(p.new_string(text).into()),
        None => Ok(Value::None.into()),
    }
}
