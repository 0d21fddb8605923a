//! Importing: native tables, embedded sources, sibling modules of the program.

use crate::classes;
use crate::compile::{Mode, compile_module};
use crate::library;
use crate::native::{Raise, Res, Then};
use crate::object::{CodeId, Module, Object};
use crate::process::Process;
use crate::registry;
use crate::value::{Ref, Value};
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

impl Process {
    /// Whether `import name` can work.
    #[must_use]
    pub fn knows_module(&self, name: &str) -> bool {
        if name.starts_with("_prelude") {
            return false;
        }
        matches!(name, "builtins" | "__main__")
            || library::source(name).is_some()
            || registry::tables().any(|(t, _)| !t.is_class && t.owner == name && t.owner != "_native")
            || self.config.sibling_modules.iter().any(|(n, _)| n == name)
    }

    fn loaded_module(&self, name: &str) -> Option<Value> {
        self.dict_get_str(self.modules, name)
    }

    /// `import name`: makes sure that every package on the way is loaded, then gives the module.
    pub(crate) fn import_name(
        &mut self,
        stack: &mut Vec<Value>,
        globals: Ref,
        name: Value,
        from_list: Value,
        level: u8,
        dst: u8,
    ) -> Res<Flow> {
        let mut text = self.str(name).unwrap_or("").to_owned();
        if level > 0 {
            let package = self.dict_get_str(globals, "__package__").and_then(|p| self.str(p).map(str::to_owned));
            match package {
                Some(package) if !package.is_empty() => {
                    let mut parts: Vec<&str> = package.split('.').collect();
                    parts.truncate(parts.len().saturating_sub(level as usize - 1));
                    let base = parts.join(".");
                    text = if text.is_empty() { base } else { format!("{base}.{text}") };
                }
                _ => {
                    return Err(
                        self.raise(classes::IMPORT_ERROR, "attempted relative import with no known parent package")
                    );
                }
            }
        }
        let wants_leaf = !from_list.is_none();
        let target = if wants_leaf { text.clone() } else { text.split('.').next().unwrap_or("").to_owned() };
        // quick way: everything is there
        let mut missing = None;
        let mut prefix = String::new();
        for part in text.split('.') {
            if !prefix.is_empty() {
                prefix.push('.');
            }
            prefix.push_str(part);
            if self.loaded_module(&prefix).is_none() {
                missing = Some(prefix.clone());
                break;
            }
        }
        let Some(missing) = missing else {
            let module = self.loaded_module(&target).unwrap_or(Value::None);
            self.set_register(stack, dst, module);
            return Ok(Flow::Next);
        };
        let module = self.create_module(&missing)?;
        let code = self.module_code(&missing)?;
        // the import instruction runs again when the module's code is done, until nothing is missing
        match code {
            Some(code) => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.ip = frame.ip.saturating_sub(1);
                }
                let dict = self.module_dict(module);
                self.push_call(stack, Value::Unset, code, dict, Value::Unset, &[], &[], Cont::Ignore)?;
                Ok(Flow::Frame)
            }
            None => self.import_name(stack, globals, name, from_list, level, dst),
        }
    }

    fn module_dict(&self, module: Ref) -> Ref {
        match self.heap.get(module) {
            Object::Module(m) => m.dict,
            _ => self.main,
        }
    }

    /// Makes the module object with its natives, or says that there is no such module.
    pub(crate) fn create_module(&mut self, name: &str) -> Res<Ref> {
        let native = registry::tables().any(|(t, _)| !t.is_class && t.owner == name && t.owner != "_native");
        if !native && library::source(name).is_none() && !self.config.sibling_modules.iter().any(|(n, _)| n == name) {
            return Err(self.no_module(name));
        }
        let dict = self.heap.alloc(Object::Dict(Box::default()));
        let name_ref = self.intern(name);
        let module = self.heap.alloc(Object::Module(Box::new(Module { name: name_ref, dict })));
        self.dict_set_str(dict, "__name__", Value::Obj(name_ref));
        self.dict_set_str(dict, "__doc__", Value::None);
        if self.config.sibling_modules.iter().any(|(n, _)| n == name) {
            let file = self.new_str(&format!("{}.py", name.replace('.', "/")));
            self.dict_set_str(dict, "__file__", file);
        }
        let package = name.rsplit_once('.').map_or("", |(p, _)| p);
        let is_package = library::is_package(name);
        let package = self.intern(if is_package { name } else { package });
        self.dict_set_str(dict, "__package__", Value::Obj(package));
        if library::source(name).is_some() {
            // our own sources reach the intrinsics through this name; programs cannot import it
            let intrinsics = self.intern("_native");
            let natives = Module { name: intrinsics, dict: self.prelude };
            let natives = self.alloc(Object::Module(Box::new(natives)));
            self.dict_set_name(dict, intrinsics, natives);
        }
        for (table, first) in registry::tables() {
            if !table.is_class && table.owner == name {
                self.install_table(dict, table, first);
            }
        }
        let modules = self.modules;
        self.dict_set_name(modules, name_ref, Value::Obj(module));
        if let Some((parent, leaf)) = name.rsplit_once('.')
            && let Some(Value::Obj(parent)) = self.loaded_module(parent)
        {
            let parent = self.module_dict(parent);
            self.dict_set_str(parent, leaf, Value::Obj(module));
        }
        Ok(module)
    }

    pub(crate) fn no_module(&mut self, name: &str) -> Raise {
        let message = match name.rsplit_once('.') {
            Some((parent, _)) if self.knows_module(parent) && !library::is_package(parent) => {
                format!("No module named '{name}'; '{parent}' is not a package")
            }
            _ => format!("No module named '{name}'"),
        };
        if library::NAMES.iter().any(|(known, _)| *known == name) {
            library::lack();
        }
        let raise = self.raise(classes::MODULE_NOT_FOUND_ERROR, &message);
        let name = Value::Obj(self.intern(name));
        self.set_exception_attr(raise.0, "name", name);
        raise
    }

    /// The code of a module written in Python, compiled at first use.
    pub(crate) fn module_code(&mut self, name: &str) -> Res<Option<CodeId>> {
        if let Some((_, source)) = self.config.sibling_modules.iter().find(|(n, _)| n == name).cloned() {
            let file = format!("{}.py", name.replace('.', "/"));
            return match compile_module(&source, &file, Mode::Module) {
                Ok(compiled) => {
                    let number = self.add_source(&file, &source, false);
                    Ok(Some(self.load(&compiled.code, number, false)))
                }
                Err(problems) => Err(self.syntax_error(&problems, &file, &source)),
            };
        }
        let Some(source) = library::source(name) else { return Ok(None) };
        Ok(Some(self.load_embedded(name, source)))
    }

    /// Compiles one of our own sources.
    pub(crate) fn load_embedded(&mut self, name: &str, source: &str) -> CodeId {
        let file = format!("<{name}>");
        match compile_module(source, &file, Mode::Module) {
            Ok(compiled) => {
                let number = self.add_source(&file, source, true);
                self.load(&compiled.code, number, true)
            }
            Err(problems) => {
                // our own sources are compiled by a test; a mistake must not take the product down
                let text =
                    problems.first().map_or_else(String::new, |p| format!("{}: line {}: {}", name, p.line, p.message));
                self.limit_hit = Some(format!("an embedded module does not compile: {text}"));
                CodeId(0)
            }
        }
    }

    pub(crate) fn syntax_error(&mut self, problems: &[crate::syntax::Diagnostic], file: &str, source: &str) -> Raise {
        let (message, class, line, column, end_line, end_column) = match problems.first() {
            Some(p) => (
                p.message.clone(),
                match &p.kind {
                    crate::syntax::DiagnosticKind::Syntax { class } => class.name(),
                    crate::syntax::DiagnosticKind::Unsupported { .. } => "SyntaxError",
                },
                p.line,
                p.column,
                p.end_line,
                p.end_column,
            ),
            None => ("invalid syntax".to_owned(), "SyntaxError", 1, 1, 1, 1),
        };
        let class = classes::by_name(class).unwrap_or(classes::SYNTAX_ERROR);
        let text = source.split_inclusive('\n').nth(line.saturating_sub(1) as usize).unwrap_or("");
        let text = self.new_string(text.replace('\r', ""));
        let file_value = self.new_str(file);
        let [line, column, end_line, end_column] =
            [line, column, end_line, end_column].map(|number| Value::Int(i64::from(number)));
        let place = self.new_tuple([file_value, line, column, text, end_line, end_column]);
        let message_value = self.new_str(&message);
        let raise = self.raise_with(class, &[message_value, place]);
        self.set_exception_attr(raise.0, "msg", message_value);
        self.set_exception_attr(raise.0, "filename", file_value);
        self.set_exception_attr(raise.0, "lineno", line);
        self.set_exception_attr(raise.0, "offset", column);
        self.set_exception_attr(raise.0, "end_lineno", end_line);
        self.set_exception_attr(raise.0, "end_offset", end_column);
        self.set_exception_attr(raise.0, "text", text);
        raise
    }

    pub(crate) fn import_from(&mut self, stack: &mut Vec<Value>, module: Value, name: Ref, dst: u8) -> Res<Flow> {
        let (dict, module_name) = match self.object(module) {
            Some(Object::Module(m)) => (m.dict, self.heap.str(m.name).unwrap_or("?").to_owned()),
            _ => {
                return self.get_attr(stack, module, name, Cont::Store { dst, then: Then::Nothing });
            }
        };
        if let Some(value) = self.dict_get_name(dict, name) {
            self.set_register(stack, dst, value);
            return Ok(Flow::Next);
        }
        let leaf = self.heap.str(name).unwrap_or("?").to_owned();
        let full = format!("{module_name}.{leaf}");
        if self.knows_module(&full) {
            if let Some(module) = self.loaded_module(&full) {
                self.set_register(stack, dst, module);
                return Ok(Flow::Next);
            }
            let module = self.create_module(&full)?;
            if let Some(code) = self.module_code(&full)? {
                if let Some(frame) = self.frames.last_mut() {
                    frame.ip = frame.ip.saturating_sub(1);
                }
                let dict = self.module_dict(module);
                self.push_call(stack, Value::Unset, code, dict, Value::Unset, &[], &[], Cont::Ignore)?;
                return Ok(Flow::Frame);
            }
            self.set_register(stack, dst, Value::Obj(module));
            return Ok(Flow::Next);
        }
        if self.dict_get_str(dict, "__getattr__").is_some() {
            let func = self.prelude("_import_through_getattr");
            let cont = Cont::Store { dst, then: Then::Nothing };
            return self.call(stack, func, &[module, Value::Obj(name)], &[], cont);
        }
        let message = format!("cannot import name '{leaf}' from '{module_name}' (unknown location)");
        let raise = self.raise(classes::IMPORT_ERROR, &message);
        let module = self.intern(&module_name);
        self.set_exception_attr(raise.0, "name", Value::Obj(module));
        Err(raise)
    }

    pub(crate) fn import_star(&mut self, stack: &mut Vec<Value>, globals: Ref, module: Value) -> Res<Flow> {
        let Some(Object::Module(m)) = self.object(module) else { return Ok(Flow::Next) };
        let dict = m.dict;
        let names: Vec<Ref> = match self.dict_get_str(dict, "__all__") {
            Some(all) => {
                let items = self.collect_native(all)?.unwrap_or_default();
                items.into_iter().filter_map(Value::as_ref).map(|r| self.intern_ref(r)).collect()
            }
            None => match self.heap.get(dict) {
                Object::Dict(d) => d
                    .iter()
                    .filter_map(|(k, _)| k.as_ref())
                    .filter(|&k| self.heap.str(k).is_some_and(|t| !t.starts_with('_')))
                    .collect(),
                _ => Vec::new(),
            },
        };
        let namespace = self.frames.last().map_or(Value::Unset, |f| f.namespace);
        let target = namespace.as_ref().unwrap_or(globals);
        for name in names {
            match self.dict_get_name(dict, name) {
                Some(value) => self.dict_set_name(target, name, value),
                // The module's own `__getattr__` may have it, or the error is that of `getattr`.
                None => {
                    let func = self.prelude("_import_star");
                    return self.call(stack, func, &[module, Value::Obj(target)], &[], Cont::Ignore);
                }
            }
        }
        Ok(Flow::Next)
    }
}
