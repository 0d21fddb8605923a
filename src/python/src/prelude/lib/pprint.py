"""pprint."""


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts

    def pformat(self, object):
        return self._format(object, 0, 0, 0)

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)

    def _items(self, mapping):
        items = list(mapping.items())
        if self._sort:
            try:
                items.sort(key=lambda item: item[0])
            except TypeError:
                items.sort(key=lambda item: (str(type(item[0])), id(item[0])))
        return items

    def _line(self, value, level):
        kind = type(value)
        if kind is dict and kind.__repr__ is dict.__repr__:
            if not value:
                return '{}'
            if self._depth is not None and level >= self._depth:
                return '{...}'
            return '{' + ', '.join([f'{self._line(k, level + 1)}: {self._line(v, level + 1)}'
                                    for k, v in self._items(value)]) + '}'
        if kind is list or kind is tuple:
            left, right = ('[', ']') if kind is list else ('(', ')')
            if not value:
                return left + right
            if self._depth is not None and level >= self._depth:
                return left + '...' + right
            parts = [self._line(item, level + 1) for item in value]
            return left + ', '.join(parts) + (',' if kind is tuple and len(parts) == 1 else '') + right
        return repr(value)

    def _format(self, value, margin, allowance, level):
        text = self._line(value, level)
        if len(text) <= self._width - margin - allowance:
            return text
        kind = type(value)
        if self._depth is not None and level >= self._depth:
            return text
        inner = margin + self._indent
        if kind is dict:
            parts = []
            items = self._items(value)
            for at, (key, item) in enumerate(items):
                shown = self._line(key, level + 1)
                room = allowance + 1 if at == len(items) - 1 else 1
                parts.append(f'{shown}: ' + self._format(item, inner + len(shown) + 2, room, level + 1))
            return '{' + ' ' * (self._indent - 1) + (',\n' + ' ' * inner).join(parts) + '}'
        if kind in (list, tuple, set, frozenset):
            left, right = {list: ('[', ']'), tuple: ('(', ',)' if len(value) == 1 else ')'), set: ('{', '}'),
                           frozenset: ('frozenset({', '})')}[kind]
            if kind in (set, frozenset):
                value = sorted(value)
                inner = margin + len(left) + self._indent - 1
            return (left + ' ' * (self._indent - 1)
                    + self._sequence(list(value), inner, allowance + len(right), level + 1) + right)
        if hasattr(kind, '__dataclass_fields__') and kind.__repr__.__qualname__ == f'{kind.__qualname__}.__repr__':
            name = kind.__name__
            start = margin + len(name) + 1
            fields = [f for f in kind.__dataclass_fields__.values() if f.repr and f._kind == 'field']
            parts = []
            for at, f in enumerate(fields):
                room = allowance + 1 if at == len(fields) - 1 else 1
                parts.append(f'{f.name}=' + self._format(getattr(value, f.name), start + len(f.name) + 1, room, level + 1))
            return f'{name}(' + (',\n' + ' ' * start).join(parts) + ')'
        return text

    def _sequence(self, items, margin, allowance, level):
        if self._compact:
            out = []
            line = ''
            for at, item in enumerate(items):
                last = at == len(items) - 1
                text = self._line(item, level)
                room = self._width - margin - (allowance if last else 1)
                if line and len(line) + 2 + len(text) <= room:
                    line += ', ' + text
                else:
                    if line:
                        out.append(line)
                    line = text if len(text) <= room else self._format(item, margin, allowance if last else 1, level)
            out.append(line)
            return (',\n' + ' ' * margin).join(out)
        return (',\n' + ' ' * margin).join([
            self._format(item, margin, allowance if at == len(items) - 1 else 1, level) for at, item in enumerate(items)])


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def isreadable(object):
    return True


def isrecursive(object):
    return False


def saferepr(object):
    return repr(object)
