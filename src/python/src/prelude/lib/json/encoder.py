"""json.encoder: natively where the values are plain, else in Python."""

from _json import encode as _encode, quote as _quote

INFINITY = float('inf')
_NO_NUMBERS = {'nan': 'NaN', 'inf': 'Infinity', '-inf': '-Infinity'}


def encode_basestring(s):
    return _quote(s, False)


def encode_basestring_ascii(s):
    return _quote(s, True)


py_encode_basestring = c_encode_basestring = encode_basestring
py_encode_basestring_ascii = c_encode_basestring_ascii = encode_basestring_ascii


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.sort_keys, self.indent = sort_keys, indent
        self.skipkeys, self.check_circular = skipkeys, check_circular
        self.ensure_ascii, self.allow_nan = ensure_ascii, allow_nan
        if default is not None:
            self.default = default
        if separators is None:
            if indent is not None:
                # Lines end with it: no space.
                self.item_separator = ','
        else:
            self.item_separator, self.key_separator = separators

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def _margin(self):
        indent = self.indent
        return indent if indent is None or isinstance(indent, str) else ' ' * indent

    def encode(self, o):
        if type(self).iterencode is not JSONEncoder.iterencode:
            return ''.join(self.iterencode(o, _one_shot=True))
        text = _encode(o, self._margin(), self.item_separator, self.key_separator, bool(self.ensure_ascii),
                       bool(self.sort_keys), bool(self.skipkeys), bool(self.check_circular))
        if text is not None:
            return text
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        self._brief = _one_shot and self.indent is None
        return self._pieces(o, '', {} if self.check_circular else None)

    def _float(self, o):
        text = float.__repr__(o)
        if text not in _NO_NUMBERS:
            return text
        if self.allow_nan:
            return _NO_NUMBERS[text]
        # CPython's encoder in C says less.
        raise ValueError('Out of range float values are not JSON compliant' + ('' if self._brief else f': {o!r}'))

    def _scalar(self, o):
        if isinstance(o, str):
            return _quote(o, bool(self.ensure_ascii))
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
        if key is None or isinstance(key, (int, float)):
            return self._scalar(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _pieces(self, o, margin, path):
        text = self._scalar(o)
        if text is not None:
            yield text
            return
        if path is not None:
            if id(o) in path:
                raise ValueError('Circular reference detected')
            path[id(o)] = o
        indent = self._margin()
        inner = margin if indent is None else margin + indent
        line = '' if indent is None else '\n' + inner
        if isinstance(o, (list, tuple)):
            before = '[' + line
            for item in o:
                text = self._scalar(item)
                if text is not None:
                    yield before + text
                else:
                    yield before
                    yield from self._pieces(item, inner, path)
                before = self.item_separator + line
            if not o:
                yield '[]'
            else:
                if line:
                    yield '\n' + margin
                yield ']'
        elif isinstance(o, dict):
            if not o:
                yield '{}'
            else:
                yield '{'
                before = line
                for key, value in sorted(o.items()) if self.sort_keys else o.items():
                    key = self._key(key)
                    if key is None:
                        continue
                    if before:
                        yield before
                    before = self.item_separator + line
                    yield _quote(key, bool(self.ensure_ascii))
                    yield self.key_separator
                    yield from self._pieces(value, inner, path)
                if line:
                    yield '\n' + margin
                yield '}'
        else:
            yield from self._pieces(self.default(o), margin, path)
        if path is not None:
            del path[id(o)]
