"""contextvars: values that belong to a context, and contexts that travel with callbacks and tasks.

A context is a dict that is copied when somebody writes to it after it was shared: copying a context costs nothing.
"""

from _contextvars import _context, _swap_context

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')


class _Missing:
    def __repr__(self):
        return '<Token.MISSING>'


_MISSING = _Missing()
_NO_DEFAULT = object()


class Context:
    _type_name_ = '_contextvars.Context'

    def __init__(self):
        self._values = {}
        self._shared = False
        self._entered = False
        self._below = None

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        before = _swap_context(self)
        self._entered = True
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered = False
            _swap_context(before)

    def copy(self):
        other = Context()
        other._values = self._values
        other._shared = self._shared = True
        return other

    def _own(self):
        if self._shared:
            self._values = dict(self._values)
            self._shared = False
        return self._values

    def __repr__(self):
        return f"<_contextvars.Context object at {id(self):#x}>"

    def __getitem__(self, var, /):
        _check(var)
        return self._values[var]

    def __contains__(self, var, /):
        _check(var)
        return var in self._values

    def get(self, var, default=None, /):
        _check(var)
        return self._values.get(var, default)

    def __iter__(self):
        return iter(list(self._values))

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None


Context.__module__ = '_contextvars'


def _check(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


def _current():
    """The running thread's context; a thread begins with an empty one."""
    context = _context()
    if context is None:
        context = Context()
        context._entered = True
        _swap_context(context)
    return context


def copy_context():
    return _current().copy()


class ContextVar:
    _type_name_ = '_contextvars.ContextVar'

    def __init__(self, name, /, *, default=_NO_DEFAULT):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, default=_NO_DEFAULT, /):
        values = _current()._values
        if self in values:
            return values[self]
        if default is not _NO_DEFAULT:
            return default
        if self._default is not _NO_DEFAULT:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _current()
        values = context._own()
        token = Token(context, self, values.get(self, _MISSING))
        values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = context._own()
        if token.old_value is _MISSING:
            values.pop(self, None)
        else:
            values[self] = token.old_value

    def __repr__(self):
        default = '' if self._default is _NO_DEFAULT else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class Token:
    _type_name_ = '_contextvars.Token'
    MISSING = _MISSING

    def __init__(self, context, var, old_value):
        self._context = context
        self.var = var
        self.old_value = old_value
        self._used = False

    def __repr__(self):
        used = ' used' if self._used else ''
        return f"<Token{used} var={self.var!r} at {id(self):#x}>"

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.var.reset(self)


Token.__module__ = ContextVar.__module__ = '_contextvars'
