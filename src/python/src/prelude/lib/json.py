"""json."""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


def _quoted(text, ascii_only):
    if text.isascii() and text.isprintable() and '"' not in text and '\\' not in text:
        return '"' + text + '"'
    out = ['"']
    for c in text:
        if c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif ' ' <= c <= '~':
            out.append(c)
        else:
            code = ord(c)
            if code < 32 or ascii_only:
                if code > 0xffff:
                    code -= 0x10000
                    out.append(f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}')
                else:
                    out.append(f'\\u{code:04x}')
            else:
                out.append(c)
    out.append('"')
    return ''.join(out)


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        parts = []
        self._write(o, parts.append, '', [])
        return ''.join(parts)

    def iterencode(self, o, _one_shot=False):
        parts = []
        self._write(o, parts.append, '', [])
        return iter(parts)

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o == float('inf'):
            text = 'Infinity'
        elif o == float('-inf'):
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {o!r}')
        return text

    def _scalar(self, o):
        if isinstance(o, str):
            return _quoted(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _key(self, key):
        if isinstance(key, str):
            return key
        text = self._scalar(key)
        if text is None:
            if self.skipkeys:
                return None
            raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
        return text

    def _write(self, o, write, margin, open_ids):
        text = self._scalar(o)
        if text is not None:
            write(text)
            return
        if self.check_circular:
            if id(o) in open_ids:
                raise ValueError('Circular reference detected')
            open_ids.append(id(o))
        inner = margin if self.indent is None else margin + self.indent
        line = '' if self.indent is None else '\n' + inner
        if isinstance(o, (list, tuple)):
            if not o:
                write('[]')
            else:
                write('[' + line)
                first = True
                for item in o:
                    if first:
                        first = False
                    else:
                        write(self.item_separator + line)
                    self._write(item, write, inner, open_ids)
                write(']' if self.indent is None else '\n' + margin + ']')
        elif isinstance(o, dict):
            if not o:
                write('{}')
            else:
                items = sorted(o.items()) if self.sort_keys else o.items()
                write('{')
                first = True
                for key, value in items:
                    key = self._key(key)
                    if key is None:
                        continue
                    write(line if first else self.item_separator + line)
                    first = False
                    write(_quoted(key, self.ensure_ascii))
                    write(self.key_separator)
                    self._write(value, write, inner, open_ids)
                write('}' if self.indent is None else '\n' + margin + '}')
        else:
            self._write(self.default(o), write, margin, open_ids)
        if self.check_circular:
            open_ids.pop()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (JSONEncoder if cls is None else cls)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
        separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


_SPACE = ' \t\n\r'
_UNESCAPED = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or {'NaN': float('nan'), 'Infinity': float('inf'),
                                                 '-Infinity': float('-inf')}.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, at = self.raw_decode(s, self._skip(s, 0))
        at = self._skip(s, at)
        if at != len(s):
            raise JSONDecodeError('Extra data', s, at)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _skip(self, s, at):
        while at < len(s) and s[at] in _SPACE:
            at += 1
        return at

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
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
            found = self._number(s, at)
            if found is not None:
                return found
        for name in ('NaN', 'Infinity', '-Infinity'):
            if s.startswith(name, at):
                return self.parse_constant(name), at + len(name)
        raise JSONDecodeError('Expecting value', s, at)

    def _digits(self, s, at):
        while at < len(s) and '0' <= s[at] <= '9':
            at += 1
        return at

    def _number(self, s, start):
        at = start + (s[start] == '-')
        end = at + 1 if s[at:at + 1] == '0' else self._digits(s, at)
        if end == at:
            return None
        whole = True
        if s[end:end + 1] == '.':
            after = self._digits(s, end + 1)
            if after > end + 1:
                end = after
                whole = False
        if s[end:end + 1] in ('e', 'E'):
            sign = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
            after = self._digits(s, sign)
            if after > sign:
                end = after
                whole = False
        return (self.parse_int if whole else self.parse_float)(s[start:end]), end

    def _string(self, s, at):
        begin = at - 1
        out = []
        while True:
            start = at
            while at < len(s) and s[at] != '"' and s[at] != '\\' and (s[at] >= ' ' or not self.strict):
                at += 1
            if at > start:
                out.append(s[start:at])
            if at >= len(s):
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            c = s[at]
            if c == '"':
                return ''.join(out), at + 1
            if c != '\\':
                raise JSONDecodeError('Invalid control character at', s, at)
            escape = s[at + 1:at + 2]
            if not escape:
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            if escape != 'u':
                if escape not in _UNESCAPED:
                    raise JSONDecodeError('Invalid \\escape', s, at)
                out.append(_UNESCAPED[escape])
                at += 2
                continue
            code = self._hex(s, at + 2)
            at += 6
            if 0xd800 <= code <= 0xdbff and s.startswith('\\u', at):
                low = self._hex(s, at + 2)
                if 0xdc00 <= low <= 0xdfff:
                    code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00))
                    at += 6
            out.append(chr(code))

    def _hex(self, s, at):
        digits = s[at:at + 4]
        if len(digits) == 4:
            try:
                return int(digits, 16)
            except ValueError:
                pass
        raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)

    def _array(self, s, at):
        items = []
        at = self._skip(s, at)
        if s[at:at + 1] == ']':
            return items, at + 1
        while True:
            value, at = self._value(s, at)
            items.append(value)
            at = self._skip(s, at)
            c = s[at:at + 1]
            if c == ']':
                return items, at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._skip(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = self._skip(s, at)
        if s[at:at + 1] == '}':
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
                key, at = self._string(s, at + 1)
                at = self._skip(s, at)
                if s[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, self._skip(s, at + 1))
                pairs.append((key, value))
                at = self._skip(s, at)
                c = s[at:at + 1]
                if c == '}':
                    at += 1
                    break
                if c != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                at = self._skip(s, at + 1)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        result = dict(pairs)
        return (result if self.object_hook is None else self.object_hook(result)), at


def loads(s, *, cls=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8')
    elif not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    return (JSONDecoder if cls is None else cls)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
