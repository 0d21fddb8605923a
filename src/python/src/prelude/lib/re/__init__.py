"""Regular expressions: parsed and compiled here, matched by `_sre` (modules/sre.rs)."""

import enum as _enum
from sys import maxsize as _maxsize
from types import GenericAlias as _GenericAlias

from _sre import scan as _scan

from . import _compiler, _parser
from ._parser import error

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'template',
           'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE',
           'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']
__version__ = '2.2.1'

_SEARCH, _MATCH, _FULL = 0, 1, 2
_SPANS, _ITEMS, _PIECES = 0, 1, 2
_ALL = 1 << 62


@_enum.global_enum
class RegexFlag(_enum.IntFlag, boundary=_enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128


NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE
T = TEMPLATE = RegexFlag.TEMPLATE
DEBUG = RegexFlag.DEBUG

_FLAG_NAMES = ((1, 'TEMPLATE'), (2, 'IGNORECASE'), (4, 'LOCALE'), (8, 'MULTILINE'), (16, 'DOTALL'), (64, 'VERBOSE'),
               (128, 'DEBUG'), (256, 'ASCII'))


def _run(code, string, pos, endpos, kind, limit, want):
    """Up to `limit` matches; `_scan` comes back now and then in the middle of a long search."""
    found, state = _scan(code, string, pos, endpos, kind, limit, want, None)
    while state is not None and len(found) < limit:
        more, state = _scan(code, string, pos, endpos, kind, limit - len(found), want, state)
        found += more
    return found


class Match:
    __slots__ = ('re', 'string', 'pos', 'endpos', '_spans', '_pattern_names')
    __module__ = 're'
    _type_name_ = 're.Match'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    __class_getitem__ = classmethod(_GenericAlias)

    def _number(self, group):
        """Where the bounds of a group are in `_spans`."""
        if group.__class__ is not int:
            if isinstance(group, (str, bytes)):
                group = self._pattern_names.get(group, -1)
            else:
                index = getattr(type(group), '__index__', None)
                group = -1 if index is None else index(group)
        at = 2 * group + 1
        if group < 0 or at >= len(self._spans):
            raise IndexError('no such group')
        return at

    def _part(self, at, default=None):
        spans = self._spans
        start = spans[at]
        if start < 0:
            return default
        string = self.string
        part = string[start:spans[at + 1]]
        if string.__class__ is str or string.__class__ is bytes:
            return part
        return str(part) if isinstance(part, str) else bytes(part)

    def group(self, *args):
        if not args:
            return self._part(1)
        if len(args) == 1:
            return self._part(self._number(args[0]))
        return tuple([self._part(self._number(group)) for group in args])

    def __getitem__(self, group):
        return self._part(self._number(group))

    def groups(self, default=None):
        return tuple([self._part(at, default) for at in range(3, len(self._spans), 2)])

    def groupdict(self, default=None):
        return {name: self._part(2 * number + 1, default) for name, number in self._pattern_names.items()}

    def start(self, group=0, /):
        return self._spans[self._number(group)]

    def end(self, group=0, /):
        return self._spans[self._number(group) + 1]

    def span(self, group=0, /):
        at = self._number(group)
        return self._spans[at], self._spans[at + 1]

    def expand(self, template):
        return _filled(_template(self.re, template), self)

    @property
    def regs(self):
        spans = self._spans
        return tuple([(spans[at], spans[at + 1]) for at in range(1, len(spans), 2)])

    @property
    def lastindex(self):
        return self._spans[0] or None

    @property
    def lastgroup(self):
        last = self._spans[0]
        if last:
            for name, number in self._pattern_names.items():
                if number == last:
                    return name
        return None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __repr__(self):
        return f'<re.Match object; span={self.span()!r}, match={self._part(1)!r}>'


_new_match = object.__new__


def _matched(pattern, string, pos, endpos, spans):
    match = _new_match(Match)
    match.re = pattern
    match.string = string
    length = len(string)
    match.pos = 0 if pos < 0 else length if pos > length else pos
    match.endpos = 0 if endpos < 0 else length if endpos > length else endpos
    match._spans = spans
    match._pattern_names = pattern._names
    return match


class _Scanner:
    __slots__ = ('pattern', '_string', '_pos', '_endpos', '_at', '_after_empty')
    __module__ = '_sre'

    def _next(self, kind):
        if self._at is None:
            return None
        spans = self.pattern._next_span(self._string, self._at, self._endpos, kind, self._after_empty)
        if spans is None:
            self._at = None
            return None
        self._after_empty = spans[1] == spans[2]
        self._at = spans[2]
        return _matched(self.pattern, self._string, self._pos, self._endpos, spans)

    def match(self):
        return self._next(_MATCH)

    def search(self):
        return self._next(_SEARCH)


class Pattern:
    __slots__ = ('pattern', 'flags', 'groups', '_names', '_code', '_is_text')
    __module__ = 're'
    _type_name_ = 're.Pattern'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    __class_getitem__ = classmethod(_GenericAlias)

    @property
    def groupindex(self):
        from types import MappingProxyType
        return MappingProxyType(self._names)

    def _check(self, string):
        if isinstance(string, str):
            if not self._is_text:
                raise TypeError('cannot use a bytes pattern on a string-like object')
        elif self._is_text and isinstance(string, (bytes, bytearray, memoryview)):
            raise TypeError('cannot use a string pattern on a bytes-like object')
        elif not isinstance(string, (bytes, bytearray, memoryview)):
            if hasattr(string, 'tobytes'):
                return string.tobytes()
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        return string

    def _once(self, string, pos, endpos, kind):
        if string.__class__ is not str or not self._is_text:
            string = self._check(string)
        found, state = _scan(self._code, string, pos, endpos, kind, 1, _SPANS, None)
        while state is not None:
            found, state = _scan(self._code, string, pos, endpos, kind, 1, _SPANS, state)
        if not found:
            return None
        return _matched(self, string, pos, endpos, found[0])

    def match(self, string, pos=0, endpos=_maxsize):
        return self._once(string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=_maxsize):
        return self._once(string, pos, endpos, _FULL)

    def search(self, string, pos=0, endpos=_maxsize):
        return self._once(string, pos, endpos, _SEARCH)

    def findall(self, string, pos=0, endpos=_maxsize):
        return _run(self._code, self._check(string), pos, endpos, _SEARCH, _ALL, _ITEMS)

    def finditer(self, string, pos=0, endpos=_maxsize):
        return self._matches(self._check(string), pos, endpos)

    def _matches(self, string, pos, endpos):
        code = self._code
        state = None
        batch = 2
        while True:
            found, state = _scan(code, string, pos, endpos, _SEARCH, batch, _SPANS, state)
            for spans in found:
                yield _matched(self, string, pos, endpos, spans)
            if state is None:
                return
            batch = min(2 * batch, 64)

    def _next_span(self, string, at, endpos, kind, after_empty):
        """The spans of the next match of a scanner; after an empty one, not the same again."""
        state = None
        if after_empty:
            # as `_scan` writes it: from, behind, no empty match at, midway
            offset = at if self._is_bytes(string) else len(string[:at].encode())
            state = b''.join([n.to_bytes(4, 'little') for n in (offset, offset, offset, 0)])
        found, state = _scan(self._code, string, at, endpos, kind, 1, _SPANS, state)
        while state is not None:
            found, state = _scan(self._code, string, at, endpos, kind, 1, _SPANS, state)
        return found[0] if found else None

    def _is_bytes(self, string):
        return not isinstance(string, str) or string.isascii()

    def scanner(self, string, pos=0, endpos=_maxsize):
        scanner = _Scanner()
        scanner.pattern = self
        scanner._string = self._check(string)
        scanner._pos = scanner._at = pos
        scanner._endpos = endpos
        scanner._after_empty = False
        return scanner

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        string = self._check(string)
        limit = count if count > 0 else _ALL
        out = []
        number = 0
        if callable(repl):
            last = 0
            for match in self._matches(string, 0, _maxsize):
                start, end = match.span()
                out.append(string[last:start])
                new = repl(match)
                if new is not None:
                    out.append(new)
                last = end
                number += 1
                if number == limit:
                    break
        else:
            parts = _template(self, repl)
            if isinstance(parts, list):
                last = 0
                for piece in _run(self._code, string, 0, _maxsize, _SEARCH, limit, _PIECES):
                    out.append(piece[0])
                    for part in parts:
                        if part.__class__ is int:
                            part = piece[part + 1]
                            if part is None:
                                continue
                        out.append(part)
                    last = piece[-1]
                    number += 1
            else:
                last = 0
                for piece in _run(self._code, string, 0, _maxsize, _SEARCH, limit, _PIECES):
                    out.append(piece[0])
                    out.append(parts)
                    last = piece[-1]
                    number += 1
        if not number:
            return string if isinstance(string, (str, bytes)) else bytes(string), 0
        out.append(string[last:])
        return ('' if self._is_text else b'').join(out), number

    def split(self, string, maxsplit=0):
        string = self._check(string)
        if maxsplit < 0:
            return [string]
        out = []
        last = 0
        for piece in _run(self._code, string, 0, _maxsize, _SEARCH, maxsplit or _ALL, _PIECES):
            out.append(piece[0])
            out += piece[2:-1]
            last = piece[-1]
        rest = string[last:]
        if rest.__class__ is not str and rest.__class__ is not bytes:
            # a subclass, or another kind of buffer
            rest = ''.join([rest, '']) if self._is_text else bytes(rest)
        out.append(rest)
        return out

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __reduce__(self):
        return _compile, (self.pattern, self.flags)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags, self._is_text) == (other.pattern, other.flags, other._is_text)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        flags = self.flags
        if self._is_text and not flags & (4 | 256) and flags & 32:
            flags &= ~32
        names = []
        for flag, name in _FLAG_NAMES:
            if flags & flag:
                names.append('re.' + name)
                flags &= ~flag
        if flags:
            names.append(hex(flags))
        text = repr(self.pattern)[:200]
        return f"re.compile({text}{', ' if names else ''}{'|'.join(names)})"


_cache = {}
_MAX_CACHED = 512


def _compile(pattern, flags=0):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = pattern.__class__, pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    except TypeError:
        key = None
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError('first argument must be string or compiled pattern')
    code, flags, groups, names = _compiler.compile(pattern, flags)
    compiled = object.__new__(Pattern)
    compiled.pattern = pattern
    compiled.flags = flags
    compiled.groups = groups
    compiled._names = names
    compiled._code = code
    compiled._is_text = isinstance(pattern, str)
    if key is not None and not flags & 128:
        if len(_cache) >= _MAX_CACHED:
            del _cache[next(iter(_cache))]
        _cache[key] = compiled
    return compiled


_templates = {}


def _template(pattern, repl):
    """A replacement: its text if there is nothing special in it, else a list of texts and group numbers."""
    if isinstance(repl, str):
        if '\\' not in repl:
            return repl
    elif isinstance(repl, (bytes, bytearray, memoryview)):
        repl = bytes(repl)
        if b'\\' not in repl:
            return repl
    else:
        raise TypeError(f"decoding to str: need a bytes-like object, {type(repl).__name__} found")
    key = pattern, repl
    parts = _templates.get(key)
    if parts is None:
        parts = _parser.parse_template(repl, pattern.groups, pattern._names)
        if len(_templates) >= _MAX_CACHED:
            del _templates[next(iter(_templates))]
        _templates[key] = parts
    return parts


def _filled(parts, match):
    if not isinstance(parts, list):
        return parts
    out = [match._part(2 * part + 1, match.string[:0]) if part.__class__ is int else part for part in parts]
    return ('' if match.re._is_text else b'').join(out)


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def purge():
    _cache.clear()
    _templates.clear()


def template(pattern, flags=0):
    return _compile(pattern, flags | 1)


_ESCAPED = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_ESCAPED)
    return str(pattern, 'latin1').translate(_ESCAPED).encode('latin1')


class Scanner:
    """Calls an action for each token of a text: a lexicon of (pattern, action)."""

    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        self._patterns = [(_compile(phrase, flags), action) for phrase, action in lexicon]
        self.match = None

    def scan(self, string):
        out = []
        at = 0
        while at < len(string):
            for pattern, action in self._patterns:
                match = pattern.match(string, at)
                if match is not None:
                    break
            else:
                break
            end = match.end()
            if end == at:
                break
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                out.append(action)
            at = end
        return out, string[at:]
