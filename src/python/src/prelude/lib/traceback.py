"""traceback: exceptions and stacks as text. Frames of the library are hidden."""

import collections.abc
import itertools
import linecache
import sys
import textwrap
from contextlib import suppress

from _frames import _current, _marks, _parts, _stack

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_REPEATS_SHOWN = 3
_CAUSE_TEXT = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT_TEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


class _Sentinel:
    def __repr__(self):
        return '<implicit>'


_sentinel = _Sentinel()


class FrameSummary:
    """One line of a stack."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.name, self._line = filename, name, line
        self.lineno, self.end_lineno = lineno, end_lineno
        self.colno, self.end_colno = colno, end_colno
        if lookup_line:
            self.line
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None

    def _parts(self):
        """What it was when it was a tuple."""
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._parts())

    def __getitem__(self, pos):
        return self._parts()[pos]

    def __eq__(self, other):
        if isinstance(other, tuple):
            return other == self._parts()
        if not isinstance(other, FrameSummary):
            return NotImplemented
        where = other.filename, other.lineno, other.name, other.locals
        return where == (self.filename, self.lineno, self.name, self.locals)

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            found = linecache.getline(self.filename, self.lineno)
            self._line = found
        return self._line.strip()


def walk_stack(f):
    """Frames and their lines, from `f` (or the caller) outwards."""
    if f is None:
        f = _current(0)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Frames and their lines of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


class StackSummary(list):
    """Lines of a stack, outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        summaries = []
        for frame, lineno in frame_gen:
            code = frame.f_code
            summaries.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                          locals=frame.f_locals if capture_locals else None))
        return klass._limited(summaries, limit, lookup_lines)

    @classmethod
    def _limited(klass, summaries, limit, lookup_lines=True):
        if limit is None and hasattr(sys, 'tracebacklimit'):
            usual = sys.tracebacklimit
            limit = usual if usual is None else max(usual, 0)
        if limit is not None:
            summaries = summaries[:limit] if limit >= 0 else summaries[limit:]
        result = klass(summaries)
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for entry in a_list:
            if isinstance(entry, FrameSummary):
                result.append(entry)
            else:
                filename, lineno, name, line = entry
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary):
        name = frame_summary.filename
        text = f'  File "{name}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f'    {frame_summary.line}\n'
            start, end = frame_summary.colno, frame_summary.end_colno
            if start is not None and end is not None:
                one_line = frame_summary.lineno == frame_summary.end_lineno
                marks = _marks(frame_summary._original_line.rstrip('\n'), start, end, one_line)
                if marks is not None:
                    text += f'    {marks}\n'
        if frame_summary.locals:
            for key, value in sorted(frame_summary.locals.items()):
                text += f'    {key} = {value}\n'
        return text

    def format(self):
        result = []
        last = None
        count = 0

        def sum_up():
            more = count - _REPEATS_SHOWN
            if more > 0:
                result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")

        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            key = (summary.filename, summary.lineno, summary.name)
            if key != last:
                sum_up()
                last = key
                count = 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(text)
        sum_up()
        return result


def _summaries(tb):
    """Summaries of a traceback (or of the one of an exception), outermost first."""
    found = []
    for file, line, last_line, column, last_column, name, code in _parts(tb):
        found.append(FrameSummary(file, line, name, lookup_line=False, end_lineno=last_line, colno=column,
                                  end_colno=last_column))
    return found


def _safe_text(value, what):
    try:
        return str(value)
    except BaseException:
        return f'<{what} str() failed>'


class TracebackException:
    """An exception made ready for printing, without holding on to it."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        if _seen is None:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = StackSummary._limited(_summaries(exc_traceback), limit, lookup_lines)
        self.exc_type = exc_type
        self._str = _safe_text(exc_value, 'exception')
        notes = getattr(exc_value, '__notes__', None)
        self.__notes__ = notes
        self._is_syntax_error = bool(exc_type) and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name, None))
            for name in ('lineno', 'end_lineno'):
                number = getattr(exc_value, name, None)
                setattr(self, name, None if number is None else str(number))
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is None:
            return

        def chained(other):
            if other is None or id(other) in _seen:
                return None
            return TracebackException(type(other), other, other, limit=limit, lookup_lines=lookup_lines,
                                      capture_locals=capture_locals, max_group_width=max_group_width,
                                      max_group_depth=max_group_depth, _seen=_seen)

        self.__cause__ = chained(exc_value.__cause__)
        if not compact or self.__cause__ is None and not exc_value.__suppress_context__:
            self.__context__ = chained(exc_value.__context__)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(member), member, member, limit=limit, lookup_lines=lookup_lines,
                                                  capture_locals=capture_locals, max_group_width=max_group_width,
                                                  max_group_depth=max_group_depth, _seen=_seen)
                               for member in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        kind, tb = type(exc), exc.__traceback__
        return cls(kind, exc, tb, *args, **kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield _line_of(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ('__main__', 'builtins'):
            if not isinstance(module, str):
                module = '<unknown>'
            name = f'{module}.{name}'
        if not self._is_syntax_error:
            yield _line_of(name, self._str)
        else:
            yield from self._format_syntax_error(name)
        notes = self.__notes__
        if isinstance(notes, collections.abc.Sequence) and not isinstance(notes, (str, bytes)):
            for note in notes:
                note = _safe_text(note, 'note')
                for line in note.split('\n'):
                    yield line + '\n'
        elif notes is not None:
            yield f'{notes!r}\n'

    def _format_syntax_error(self, name):
        suffix = ''
        if self.lineno is not None:
            yield f"  File \"{self.filename or '<string>'}\", line {self.lineno}\n"
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        text = self.text
        if text is not None:
            stripped = text.rstrip('\n').lstrip(' \n\f\t')
            spaces = len(text.rstrip('\n')) - len(stripped)
            yield f'    {stripped}\n'
            if self.offset is not None:
                offset = self.offset
                end = self.end_offset if self.end_offset not in (None, 0) else offset
                if offset == end or end == -1:
                    end = offset + 1
                start = offset - 1 - spaces
                end = end - 1 - spaces
                if start >= 0:
                    pad = ''.join(c if c.isspace() else ' ' for c in stripped[:start])
                    yield f"    {pad}{'^' * max(1, end - start)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{suffix}\n"

    def format(self, *, chain=True, _ctx=None):
        yield from self._format(chain, _Indent())

    def _format(self, chain, at):
        chained = []
        exc = self
        while exc is not None:
            text = following = None
            if chain:
                if exc.__cause__ is not None:
                    text, following = _CAUSE_TEXT, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    text, following = _CONTEXT_TEXT, exc.__context__
            chained.append((text, exc))
            exc = following
        for text, exc in reversed(chained):
            if text is not None:
                yield from at.emit(text)
            if exc.exceptions is None:
                if exc.stack:
                    yield from at.emit('Traceback (most recent call last):\n')
                    yield from at.emit(exc.stack.format())
                yield from at.emit(exc.format_exception_only())
            elif at.depth > self.max_group_depth:
                yield from at.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from exc._format_group(chain, at)

    def _format_group(self, chain, at):
        outermost = at.depth == 0
        if outermost:
            at.depth += 1
        if self.stack:
            yield from at.emit('Exception Group Traceback (most recent call last):\n', '+' if outermost else None)
            yield from at.emit(self.stack.format())
        yield from at.emit(self.format_exception_only())
        count = len(self.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        at.need_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                at.need_close = True
            truncated = i >= self.max_group_width
            title = f'{i + 1}' if not truncated else '...'
            yield at.indent() + ('+-' if i == 0 else '  ') + f'+---------------- {title} ----------------\n'
            at.depth += 1
            if not truncated:
                yield from self.exceptions[i]._format(chain, at)
            else:
                left = count - self.max_group_width
                yield from at.emit(f"and {left} more exception{'s' if left > 1 else ''}\n")
            if last and at.need_close:
                yield at.indent() + '+------------------------------------\n'
                at.need_close = False
            at.depth -= 1
        if outermost:
            at.depth = 0

    def print(self, *, file=None, chain=True):
        file = sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end='')


class _Indent:
    """Where in nested groups the text stands."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return ' ' * (2 * self.depth)

    def emit(self, texts, margin=None):
        char = margin or '|'
        prefix = self.indent()
        if self.depth:
            prefix += char + ' '
        if isinstance(texts, str):
            yield textwrap.indent(texts, prefix, lambda line: True)
        else:
            for text in texts:
                yield textwrap.indent(text, prefix, lambda line: True)


def _line_of(name, text):
    if not text:
        return f'{name}\n'
    return f'{name}: {text}\n'


def _chosen(exc, value, tb):
    """The exception that a function was asked about, by its one-argument or its three-argument form."""
    missing = [given is _sentinel for given in (value, tb)]
    if not any(missing):
        return value, tb
    if not all(missing):
        raise ValueError("Both or neither of value and tb must be given")
    if exc is None or isinstance(exc, BaseException):
        return exc, getattr(exc, '__traceback__', None)
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_tb(tb, limit=None):
    lines = extract_tb(tb, limit)
    return lines.format()


def print_tb(tb, limit=None, file=None):
    lines = extract_tb(tb, limit)
    print_list(lines, file)


def extract_tb(tb, limit=None):
    return StackSummary._limited(_summaries(tb), limit)


def print_list(extracted_list, file=None):
    file = sys.stderr if file is None else file
    for text in format_list(extracted_list):
        print(text, file=file, end='')


def format_list(extracted_list):
    lines = StackSummary.from_list(extracted_list)
    return lines.format()


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    value, tb = _chosen(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value, tb = _chosen(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit, file, chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def extract_stack(f=None, limit=None):
    if f is None:
        summaries = [FrameSummary(parts[3], parts[2], parts[1], lookup_line=False) for parts in _stack()]
    else:
        summaries = list(StackSummary.extract(walk_stack(f), lookup_lines=False))
    limit = getattr(sys, 'tracebacklimit', limit) if limit is None else limit
    if limit is not None:
        summaries = summaries[:limit] if limit >= 0 else summaries[limit:]
    summaries.reverse()
    return StackSummary._limited(summaries, len(summaries))


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file=file)


def clear_frames(tb):
    while tb is not None:
        with suppress(RuntimeError):
            tb.tb_frame.clear()
        tb = tb.tb_next
