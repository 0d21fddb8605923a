"""json.decoder: natively where no hook is given, else in Python."""

from _json import scan as _scan, scan_string as _scan_string

__all__ = ['JSONDecoder', 'JSONDecodeError']

NaN, PosInf, NegInf = float('nan'), float('inf'), -float('inf')


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = 1 + doc.count('\n', 0, pos)
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_CONSTANTS = {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}
_SPACE = ' \t\n\r'


def _skip(s, at):
    while s[at:at + 1] in _SPACE and at < len(s):
        at += 1
    return at


def scanstring(s, end, strict=True):
    found = _scan_string(s, end, bool(strict))
    if len(found) == 3:
        raise JSONDecodeError(found[0], s, found[1])
    return found


def _number(s, start):
    """(end, whole) of the number that begins here, or None."""
    def digits(at):
        while at < len(s) and '0' <= s[at] <= '9':
            at += 1
        return at
    at = start + (s[start] == '-')
    end = at + 1 if s[at:at + 1] == '0' else digits(at)
    if end == at:
        return None
    whole = True
    if s[end:end + 1] == '.':
        after = digits(end + 1)
        if after > end + 1:
            end = after
            whole = False
    if s[end:end + 1] in ('e', 'E'):
        sign = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
        after = digits(sign)
        if after > sign:
            end = after
            whole = False
    return end, whole


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.strict = strict
        self.parse_int, self.parse_float = parse_int or int, parse_float or float
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self._native = (object_hook is None and object_pairs_hook is None and not parse_constant
                        and self.parse_float is float and self.parse_int is int)

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        if self._native:
            found = _scan(s, idx, bool(self.strict))
            if len(found) == 3:
                raise JSONDecodeError(found[0], s, found[1])
            return found
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return scanstring(s, at + 1, self.strict)
        if c == '{':
            return self._object(s, at + 1)
        if c == '[':
            return self._array(s, at + 1)
        if c == 'n' and s.startswith('null', at):
            return None, at + 4
        if c == 't' and s.startswith('true', at):
            return True, at + 4
        if c == 'f' and s.startswith('false', at):
            return False, at + 5
        if c and (c == '-' or '0' <= c <= '9'):
            found = _number(s, at)
            if found is not None:
                end, whole = found
                return (self.parse_int if whole else self.parse_float)(s[at:end]), end
        for name in _CONSTANTS:
            if s.startswith(name, at):
                return self.parse_constant(name), at + len(name)
        raise JSONDecodeError('Expecting value', s, at)

    def _array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at:at + 1] == ']':
            return items, at + 1
        while True:
            value, at = self._value(s, at)
            items.append(value)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == ']':
                return items, at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] == '}':
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
                key, at = scanstring(s, at + 1, self.strict)
                at = _skip(s, at)
                if s[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _skip(s, at + 1))
                pairs.append((key, value))
                at = _skip(s, at)
                c = s[at:at + 1]
                if c == '}':
                    at += 1
                    break
                if c != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                at = _skip(s, at + 1)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        result = dict(pairs)
        return (result if self.object_hook is None else self.object_hook(result)), at
