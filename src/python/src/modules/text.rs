//! Natives of the prelude for `%` and `str.format`: formats taken apart.

use crate::format::brace::{self, Step};
use crate::format::percent;
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::process::Process;
use crate::value::Value;

/// `_percent_pieces(format)`: see `percent::pieces`.
fn percent_pieces(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = p.str(args.get(0)).unwrap_or("").to_owned();
    Ok(Native::Done(percent::pieces(p, &text)?))
}

/// `_format_fields(format)`: a list of (literal, first, steps, spec, conversion). `first` is None after the last
/// literal, an int for a position, "" for the next one, else a keyword; a step is (is attribute, name or index).
fn format_fields(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = p.str(args.get(0)).unwrap_or("").to_owned();
    let mut rest = &*text;
    let mut fields = Vec::new();
    loop {
        let field = match brace::next_field(&mut rest) {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(fault) => return Err(fault.raise(p)),
        };
        let literal = p.new_str(&field.literal);
        let Some(name) = field.name else {
            let empty = p.new_str("");
            let steps = p.new_list(Vec::new());
            fields.push(p.new_tuple([literal, Value::None, steps, empty, Value::Int(0)]));
            continue;
        };
        let parsed = brace::split_name(name).and_then(|(first, steps)| Ok((first, brace::index(first)?, steps)));
        let (first, position, steps) = match parsed {
            Ok(parsed) => parsed,
            Err(fault) => return Err(fault.raise(p)),
        };
        let first = match position {
            Some(i) => Value::Int(i),
            None => p.new_str(first),
        };
        let mut path = Vec::with_capacity(steps.len());
        for step in steps {
            let item = match step {
                Step::Attribute(name) => [Value::Bool(true), p.new_str(name)],
                Step::Key(name) => [Value::Bool(false), p.new_str(name)],
                Step::Index(i) => [Value::Bool(false), Value::Int(i)],
            };
            path.push(p.new_tuple(item));
        }
        let conversion = match field.conversion {
            None => 0,
            Some('s') => 1,
            Some('r') => 2,
            Some('a') => 3,
            Some(other) => return Err(brace::unknown_conversion(other).raise(p)),
        };
        let steps = p.new_list(path);
        let spec = p.new_str(field.spec);
        fields.push(p.new_tuple([literal, first, steps, spec, Value::Int(conversion)]));
    }
    Ok(Native::Done(p.new_list(fields)))
}

pub const TABLES: &[Table] = &[Table {
    owner: "_native",
    is_class: false,
    items: &[
        NativeDef::function("_percent_pieces", percent_pieces, 1, 1),
        NativeDef::function("_format_fields", format_fields, 1, 1),
    ],
}];
