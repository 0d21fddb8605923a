//! `_fs`: the files in memory. A name that ends in `/` is a folder. Paths, errors and times are Python's part (`prelude/lib/_fs.py`).

use super::support::{int_arg, str_arg};
use crate::native::{Args, NativeDef, NativeResult, Table};
use crate::process::Process;
use crate::value::Value;

pub const TABLE: Table = Table {
    owner: "_fs",
    is_class: false,
    items: &[
        NativeDef::function("_get", get, 1, 1).rare(),
        NativeDef::function("_put", put, 2, 2).rare(),
        NativeDef::function("_write", write, 3, 3).rare(),
        NativeDef::function("_truncate", truncate, 2, 2).rare(),
        NativeDef::function("_size", size, 1, 1).rare(),
        NativeDef::function("_remove", remove, 1, 1).rare(),
        NativeDef::function("_names", names, 1, 1).rare(),
        NativeDef::function("_program", program, 0, 0).rare(),
    ],
};

/// `_get(path)`: the bytes of a file, or None.
fn get(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let found = p.str(args.get(0)).and_then(|path| p.files.get(path)).cloned();
    match found {
        Some(bytes) => {
            p.check_room(bytes.len())?;
            Ok(p.new_bytes(&bytes).into())
        }
        None => Ok(Value::None.into()),
    }
}

/// `_put(path, bytes)`: makes or replaces a file.
fn put(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    let bytes = p.bytes(args.get(1)).unwrap_or_default().to_vec();
    p.check_room(bytes.len())?;
    p.heap.grew(bytes.len());
    p.files.insert(path, bytes);
    Ok(Value::None.into())
}

/// `_write(path, at, bytes)`: writes into a file, at its end when `at` is None; where the writing ended. The file is made when
/// it is gone.
fn write(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    let bytes = p.bytes(args.get(2)).unwrap_or_default().to_vec();
    let at = match args.get(1) {
        Value::None => None,
        value => Some(usize::try_from(int_arg(p, value)?).unwrap_or(0)),
    };
    let before = p.files.get(&path).map_or(0, Vec::len);
    let end = at.unwrap_or(before).saturating_add(bytes.len());
    let growth = end.saturating_sub(before);
    p.check_room(growth)?;
    p.heap.grew(growth);
    let file = p.files.entry(path).or_default();
    let start = end - bytes.len();
    if file.len() < end {
        file.resize(end, 0);
    }
    if let Some(place) = file.get_mut(start..end) {
        place.copy_from_slice(&bytes);
    }
    Ok(Value::Int(end as i64).into())
}

/// `_truncate(path, size)`: cuts a file, or fills it up with zeros.
fn truncate(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    let size = usize::try_from(int_arg(p, args.get(1))?).unwrap_or(0);
    let before = p.files.get(&path).map_or(0, Vec::len);
    p.check_room(size.saturating_sub(before))?;
    if let Some(file) = p.files.get_mut(&path) {
        file.resize(size, 0);
    }
    Ok(Value::None.into())
}

/// `_size(path)`: in bytes, or None.
fn size(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let size = p.str(args.get(0)).and_then(|path| p.files.get(path)).map(Vec::len);
    Ok(size.map_or(Value::None, |size| Value::Int(size as i64)).into())
}

/// `_remove(path)`: whether it was there.
fn remove(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let path = str_arg(p, args.get(0), "path")?;
    Ok(Value::Bool(p.files.remove(&path).is_some()).into())
}

/// `_names(prefix)`: the names that begin so, sorted.
fn names(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let prefix = str_arg(p, args.get(0), "prefix")?;
    let found = p.files.range(prefix.clone()..).map(|(name, _)| name).take_while(|name| name.starts_with(&prefix));
    let names: Vec<String> = found.cloned().collect();
    let names = names.into_iter().map(|name| p.new_string(name)).collect();
    Ok(p.new_list(names).into())
}

/// `_program()`: name and text of the program's own files: the main one and those beside it.
fn program(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let main = p.sources.iter().find(|source| !source.embedded);
    let mut files: Vec<(String, String)> =
        main.map(|s| (s.name.rsplit('/').next().unwrap_or("").to_owned(), s.text.to_string())).into_iter().collect();
    let modules = p.config.sibling_modules.iter();
    files.extend(modules.map(|(name, text)| (format!("{}.py", name.replace('.', "/")), text.clone())));
    let mut list = Vec::with_capacity(files.len());
    for (name, text) in files {
        let pair = [p.new_string(name), p.new_bytes(text.as_bytes())];
        list.push(p.new_tuple(pair));
    }
    Ok(p.new_list(list).into())
}
