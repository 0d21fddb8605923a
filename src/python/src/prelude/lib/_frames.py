"""_frames: frame objects, and what `sys`, `traceback`, `inspect` and `linecache` share. The natives are in `modules/frames.rs`."""


class frame:
    """What a frame of the program looked like when it was asked for; frames of the library are not shown."""

    def __init__(self, parts, back):
        module, function, line, filename, names, local_names, code = parts
        self.f_lineno = line
        self.f_globals = names
        self.f_locals = local_names
        self.f_code = code
        self.f_back = back
        self.f_lasti = 0
        self.f_trace = None

    @property
    def f_builtins(self):
        return _native._loaded_module('builtins').__dict__

    def clear(self):
        pass

    def __repr__(self):
        code = self.f_code
        return f"<frame at {id(self):#x}, file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}>"


frame.__module__ = 'builtins'


def _current(depth=0):
    """The frame `depth` levels above the innermost one of the program, or None."""
    made = None
    stack = _stack()
    if depth >= len(stack):
        return None
    for parts in stack[:depth - len(stack) - 1:-1] if depth else stack[::-1]:
        made = frame(parts, made)
    return made


def _frame_of(tb):
    """The frame of a traceback's entry. Its variables are gone: `f_locals` is empty in a function."""
    parts = _parts(tb)
    if not parts:
        return None
    file, line, last_line, column, last_column, name, code = parts[0]
    main = _native._loaded_module('__main__').__dict__
    return frame((main['__name__'], name, line, file, main, main if name == '<module>' else {}, code), None)
