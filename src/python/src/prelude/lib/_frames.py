"""_frames: frame objects, and what `sys`, `traceback`, `inspect` and `linecache` share. The natives are in `modules/frames.rs`."""


class frame:
    """A frame of the program; frames of the library are not shown. It keeps up with the frame while that runs, and afterwards
    stays as it was when it was asked for."""

    def __init__(self, parts, back, place):
        module, function, line, filename, names, local_names, code = parts
        self._line = line
        self._locals = local_names
        # the thread, and how many frames are outside this one; None where the frame is gone already
        self._place = place
        self.f_globals = names
        self.f_code = code
        self.f_back = back
        self.f_lasti = 0
        self.f_trace = None

    def _now(self):
        """The frame's parts as they are, if it still runs."""
        if self._place is not None and self._place[0] == _native._thread_number():
            stack = _stack()
            at = len(stack) - 1 - self._place[1]
            if at >= 0 and stack[at][6] == self.f_code:
                return stack[at]
        return None

    @property
    def f_lineno(self):
        parts = self._now()
        if parts is not None:
            self._line = parts[2]
        return self._line

    @property
    def f_locals(self):
        parts = self._now()
        if parts is not None:
            self._locals = parts[5]
        return self._locals

    @property
    def f_builtins(self):
        return _native._loaded_module('builtins').__dict__

    def clear(self):
        pass

    def __repr__(self):
        code = self.f_code
        return f"<frame at {id(self):#x}, file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}>"


class _generator_frame(frame):
    """The frame of a generator that has not ended, as long as it has not."""

    def __init__(self, generator):
        self._generator = generator
        super().__init__(_suspended(generator), None, None)

    def _now(self):
        return _suspended(self._generator)


frame.__module__ = _generator_frame.__module__ = 'builtins'
_generator_frame.__name__ = _generator_frame.__qualname__ = 'frame'


def _current(depth=0):
    """The frame `depth` levels above the innermost one of the program, or None."""
    made = None
    stack = _stack()
    if depth >= len(stack):
        return None
    thread = _native._thread_number()
    for outside in range(len(stack) - depth):
        made = frame(stack[len(stack) - 1 - outside], made, (thread, outside))
    return made


def _frame_of(tb):
    """The frame of a traceback's entry. Its variables are gone: `f_locals` is empty in a function."""
    parts = _parts(tb)
    if not parts:
        return None
    file, line, last_line, column, last_column, name, code = parts[0]
    main = _native._loaded_module('__main__').__dict__
    return frame((main['__name__'], name, line, file, main, main if name == '<module>' else {}, code), None, None)
