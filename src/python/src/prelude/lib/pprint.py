"""pprint: values over several lines."""

import collections as _collections
import io as _io
import sys as _sys
import types as _types

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


class _safe_key:
    """Sorts what cannot be compared by the names of types."""

    __slots__ = ['obj']

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return ''.join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    # `indent` is the column where the value begins, `allowance` how much must follow on its last line
    def _format(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            out.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._methods.get(type(object).__repr__)
            fields = getattr(type(object), '__dataclass_fields__', None)
            if method is not None or fields is not None and not isinstance(object, type) and \
                    getattr(type(object).__repr__, '__qualname__', '') .endswith('__repr__') and type(object).__dataclass_params__.repr:
                context[id(object)] = 1
                if method is not None:
                    method(self, object, out, indent, allowance, context, level + 1)
                else:
                    self._dataclass(object, fields, out, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        out.append(text)

    def _dataclass(self, object, fields, out, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        items = [(field.name, getattr(object, field.name)) for field in fields.values() if field.repr]
        out.append(name + '(')
        self._namespace_items(items, out, indent, allowance, context, level)
        out.append(')')

    def _namespace_items(self, items, out, indent, allowance, context, level):
        separator = ',\n' + ' ' * indent
        last = len(items) - 1
        for at, (key, value) in enumerate(items):
            out.append(f'{key}=')
            if id(value) in context:
                out.append('...')
            else:
                self._format(value, out, indent + len(key) + 1, allowance if at == last else 1, context, level)
            if at != last:
                out.append(separator)

    def _simple_namespace(self, object, out, indent, allowance, context, level):
        name = 'namespace' if type(object) is _types.SimpleNamespace else type(object).__name__
        indent += len(name) + 1
        out.append(name + '(')
        self._namespace_items(list(object.__dict__.items()), out, indent, allowance, context, level)
        out.append(')')

    def _dict(self, object, out, indent, allowance, context, level):
        out.append('{')
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * ' ')
        if len(object):
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else list(object.items())
            self._dict_items(items, out, indent, allowance + 1, context, level)
        out.append('}')

    def _dict_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        separator = ',\n' + ' ' * indent
        last = len(items) - 1
        for at, (key, value) in enumerate(items):
            shown = self._repr(key, context, level)
            out.append(shown + ': ')
            self._format(value, out, indent + len(shown) + 2, allowance if at == last else 1, context, level)
            if at != last:
                out.append(separator)

    def _ordered_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + '(')
        self._pairs(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(')')

    def _pairs(self, items, out, indent, allowance, context, level):
        self._format(items, out, indent, allowance, context, level)

    def _list(self, object, out, indent, allowance, context, level):
        out.append('[')
        self._items(object, out, indent, allowance + 1, context, level)
        out.append(']')

    def _tuple(self, object, out, indent, allowance, context, level):
        out.append('(')
        end = ',)' if len(object) == 1 else ')'
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        kind = type(object)
        if kind is set:
            out.append('{')
            end = '}'
        else:
            out.append(kind.__name__ + '({')
            end = '})'
            indent += len(kind.__name__) + 1
        self._items(sorted(object, key=_safe_key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * ' ')
        delimiter_line = ',\n' + ' ' * indent
        delimiter = ''
        width = max_width = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                max_width -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                room = len(text) + 2
                if width < room:
                    width = max_width
                    if delimiter:
                        delimiter = delimiter_line
                if width >= room:
                    width -= room
                    out.append(delimiter + text)
                    delimiter = ', '
                    continue
            out.append(delimiter)
            delimiter = delimiter_line
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _str(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        max_width = first_width = self._width - indent
        shown = ''
        for number, line in enumerate(lines):
            shown = repr(line)
            if number == len(lines) - 1:
                max_width -= allowance
            if len(shown) <= max_width:
                chunks.append(shown)
                continue
            # words with the blanks after them
            parts = []
            at = 0
            while at < len(line):
                end = at
                while end < len(line) and not line[end].isspace():
                    end += 1
                while end < len(line) and line[end].isspace():
                    end += 1
                parts.append(line[at:end])
                at = end
            current = ''
            room = max_width
            for place, part in enumerate(parts):
                candidate = current + part
                if place == len(parts) - 1 and number == len(lines) - 1:
                    room -= allowance
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(shown)
            return
        if level == 1:
            out.append('(')
        out.append(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            out.append(')')

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        top = level == 1
        if top:
            indent += 1
            allowance += 1
            out.append('(')
        lines = []
        current = b''
        last = len(object) // 4 * 4
        width = self._width - indent
        for at in range(0, len(object), 4):
            part = object[at:at + 4]
            candidate = current + part
            if at == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    lines.append(repr(current))
                current = part
            else:
                current = candidate
        if current:
            lines.append(repr(current))
        out.append(('\n' + ' ' * indent).join(lines))
        if top:
            out.append(')')

    def _default_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        out.append(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(')')

    def _counter(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + '({')
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * ' ')
        self._dict_items(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append('})')

    def _chain_map(self, object, out, indent, allowance, context, level):
        if not len(object.maps):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + '(')
        indent += len(name) + 1
        for at, part in enumerate(object.maps):
            if at == len(object.maps) - 1:
                self._format(part, out, indent, allowance + 1, context, level)
                out.append(')')
            else:
                self._format(part, out, indent, 1, context, level)
                out.append(',\n' + ' ' * indent)

    def _deque(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + '(')
        indent += len(name) + 1
        out.append('[')
        if object.maxlen is None:
            self._items(object, out, indent, allowance + 2, context, level)
            out.append('])')
        else:
            self._items(object, out, indent, 2, context, level)
            rest = self._repr(object.maxlen, context, level)
            out.append(f"],\n{' ' * indent}maxlen={rest})")

    def _user(self, object, out, indent, allowance, context, level):
        self._format(object.data, out, indent, allowance, context, level - 1)

    def _safe_repr(self, object, context, maxlevels, level):
        """Text on one line, whether it can be read back, whether it refers to itself."""
        kind = type(object)
        if kind in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        method = getattr(kind, '__repr__', None)
        if kind is int:
            return (f'{object:_d}' if self._underscore_numbers else repr(object)), True, False
        if issubclass(kind, dict) and method is dict.__repr__:
            if not object:
                return '{}', True, False
            if maxlevels and level >= maxlevels:
                return '{...}', False, id(object) in context
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive = True, False
            parts = []
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
            for key, value in items:
                shown, key_ok, key_again = self.format(key, context, maxlevels, level + 1)
                text, ok, again = self.format(value, context, maxlevels, level + 1)
                parts.append(f'{shown}: {text}')
                readable = readable and key_ok and ok
                recursive = recursive or key_again or again
            del context[id(object)]
            return '{' + ', '.join(parts) + '}', readable, recursive
        if issubclass(kind, list) and method is list.__repr__ or issubclass(kind, tuple) and method is tuple.__repr__:
            if issubclass(kind, list):
                if not object:
                    return '[]', True, False
                shape = '[%s]'
            elif len(object) == 1:
                shape = '(%s,)'
            else:
                if not object:
                    return '()', True, False
                shape = '(%s)'
            if maxlevels and level >= maxlevels:
                return shape % '...', False, id(object) in context
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive = True, False
            parts = []
            for item in object:
                text, ok, again = self.format(item, context, maxlevels, level + 1)
                parts.append(text)
                readable = readable and ok
                recursive = recursive or again
            del context[id(object)]
            return shape % ', '.join(parts), readable, recursive
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False


PrettyPrinter._methods = {
    dict.__repr__: PrettyPrinter._dict, list.__repr__: PrettyPrinter._list, tuple.__repr__: PrettyPrinter._tuple,
    set.__repr__: PrettyPrinter._set, frozenset.__repr__: PrettyPrinter._set, str.__repr__: PrettyPrinter._str,
    bytes.__repr__: PrettyPrinter._bytes, _collections.OrderedDict.__repr__: PrettyPrinter._ordered_dict,
    _collections.defaultdict.__repr__: PrettyPrinter._default_dict, _collections.Counter.__repr__: PrettyPrinter._counter,
    _collections.ChainMap.__repr__: PrettyPrinter._chain_map, _collections.deque.__repr__: PrettyPrinter._deque,
    _types.SimpleNamespace.__repr__: PrettyPrinter._simple_namespace,
}
for _name in ('UserDict', 'UserList', 'UserString'):
    _class = getattr(_collections, _name, None)
    if _class is not None and '__repr__' in _class.__dict__:
        PrettyPrinter._methods[_class.__repr__] = PrettyPrinter._user


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, None, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
