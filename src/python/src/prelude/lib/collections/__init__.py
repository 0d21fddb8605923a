"""collections."""

import _collections
_plain_instance = _native._plain_instance
_items_of = _collections.items
_deque_at = _collections.at
_append_all = _collections.append_all

_absent = object()


class deque:
    """Items that only the natives of `_collections` know, which change them in one step."""

    _type_name_ = 'collections.deque'
    __hash__ = None
    _is_sequence_pattern = True

    def __new__(cls, iterable=(), maxlen=None, *args, **kwargs):
        self = _plain_instance(cls, _collections.new())
        self._maxlen = None
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self.clear()
        self._maxlen = maxlen
        self.extend(iterable)

    append = _collections.append
    appendleft = _collections.appendleft
    pop = _collections.pop
    popleft = _collections.popleft
    rotate = _collections.rotate
    clear = _collections.clear
    reverse = _collections.reverse
    __len__ = _collections.len
    __getitem__ = _collections.at
    __setitem__ = _collections.at

    def __delitem__(self, index):
        _deque_at(self, index, NotImplemented)

    def count(self, value):
        return _items_of(self).count(value)

    def __contains__(self, value):
        return value in _items_of(self)

    @property
    def maxlen(self):
        return self._maxlen

    def extend(self, iterable):
        if iterable is self:
            iterable = _items_of(self)
        if self._maxlen is None and type(iterable) in (list, tuple):
            _append_all(self, iterable)
        else:
            for item in iterable:
                self.append(item)

    def extendleft(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.appendleft(item)

    def copy(self):
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)

    __copy__ = copy

    def __iter__(self):
        return _deque_items(self)

    def __reversed__(self):
        return reversed(_items_of(self))

    def index(self, value, *bounds):
        try:
            return _items_of(self).index(value, *bounds)
        except ValueError:
            raise ValueError(f'{value!r} is not in deque') from None

    def insert(self, index, value):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        items = _items_of(self)
        items.insert(index, value)
        self.clear()
        _append_all(self, items)

    def remove(self, value):
        try:
            del self[_items_of(self).index(value)]
        except ValueError:
            raise ValueError(f'{value!r} is not in deque') from None

    def __eq__(self, other):
        return _items_of(self) == _items_of(other) if isinstance(other, deque) else NotImplemented

    def __ne__(self, other):
        return _items_of(self) != _items_of(other) if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return _items_of(self) < _items_of(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return _items_of(self) <= _items_of(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return _items_of(self) > _items_of(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return _items_of(self) >= _items_of(other) if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        result = self.copy()
        result.extend(other)
        return result

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        return type(self)(_items_of(self) * times, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, times):
        items = _items_of(self) * times
        self.clear()
        self.extend(items)
        return self

    def __repr__(self):
        bound = '' if self._maxlen is None else f', maxlen={self._maxlen}'
        return f'{type(self).__name__}({_items_of(self)!r}{bound})'

    def __reduce__(self):
        return type(self), ((_items_of(self),) if self._maxlen is None else (_items_of(self), self._maxlen))

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def _deque_items(items):
    size = len(items)
    at = 0
    while at < size:
        yield _deque_at(items, at)
        at += 1
        if len(items) != size:
            raise RuntimeError('deque mutated during iteration')


class defaultdict(dict):
    _type_name_ = 'collections.defaultdict'

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        return f'{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})'

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result

    def __reduce__(self):
        return type(self), (self.default_factory, dict(self))


class OrderedDict(dict):
    _type_name_ = 'collections.OrderedDict'

    def move_to_end(self, key, last=True):
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
        else:
            rest = [(k, v) for k, v in dict.items(self) if k != key]
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        for key in (dict.__reversed__(self) if last else dict.__iter__(self)):
            break
        return key, dict.pop(self, key)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict.__eq__(self, other)

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __repr__(self):
        return f'{type(self).__name__}({list(self.items())!r})' if self else f'{type(self).__name__}()'

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result


class Counter(dict):
    def __init__(self, iterable=None, /, **kwargs):
        super().__init__()
        self.update(iterable, **kwargs)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **kwargs):
        if iterable is not None:
            if hasattr(iterable, 'keys'):
                if self:
                    for key, count in iterable.items():
                        self[key] = self.get(key, 0) + count
                else:
                    # taken over as they are, whatever they are
                    dict.update(self, iterable)
            else:
                get = self.get
                for item in iterable:
                    self[item] = get(item, 0) + 1
        if kwargs:
            self.update(kwargs)

    def subtract(self, iterable=None, /, **kwargs):
        if iterable is not None:
            if hasattr(iterable, 'keys'):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) - count
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) - 1
        if kwargs:
            self.subtract(kwargs)

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[:max(n, 0)]

    def elements(self):
        for item, count in self.items():
            for _ in range(count):
                yield item

    def total(self):
        return sum(self.values())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return f'{type(self).__name__}({items!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] == other[e] for c in (self, other) for e in c])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] <= other[e] for c in (self, other) for e in c])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] >= other[e] for c in (self, other) for e in c])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combine(self, other, count):
        result = Counter()
        for key in self:
            n = count(self[key], other[key])
            if n > 0:
                result[key] = n
        for key in other:
            if key not in self:
                n = count(0, other[key])
                if n > 0:
                    result[key] = n
        return result

    def __add__(self, other):
        return self._combine(other, lambda a, b: a + b) if isinstance(other, Counter) else NotImplemented

    def __sub__(self, other):
        return self._combine(other, lambda a, b: a - b) if isinstance(other, Counter) else NotImplemented

    def __or__(self, other):
        return self._combine(other, max) if isinstance(other, Counter) else NotImplemented

    def __and__(self, other):
        return self._combine(other, min) if isinstance(other, Counter) else NotImplemented

    def __pos__(self):
        return self._combine(Counter(), lambda a, b: a)

    def __neg__(self):
        return Counter()._combine(self, lambda a, b: -b)

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key in list(self):
            if other[key] < self[key]:
                self[key] = other[key]
        return self._keep_positive()

    def __reduce__(self):
        return type(self), (dict(self),)


_KEYWORDS = frozenset((
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif',
    'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or',
    'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'))


def _field_getter(at, name):
    def get(self):
        return tuple.__getitem__(self, at)
    return property(get, None, None, f'Alias for field number {at}')


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    seen = set()
    if rename:
        for at, name in enumerate(fields):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
                fields[at] = f'_{at}'
            seen.add(name)
    seen = set()
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    for name in fields:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    fields = tuple(fields)
    count = len(fields)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > count:
        raise TypeError('Got more default values than field names')

    parameters = ', '.join(fields)
    # the class around it gives the name that messages about arguments show
    space = {'_tuple_new': tuple.__new__}
    exec(f'class {typename}:\n def __new__(_cls, {parameters}{", " if fields else ""}):\n'
         f'  return _tuple_new(_cls, ({parameters}{"," if fields else ""}))\n', space)
    new = space[typename].__dict__['__new__']
    new = getattr(new, '__func__', new)
    new.__name__ = '__new__'
    new.__qualname__ = f'{typename}.__new__'
    new.__doc__ = f'Create new instance of {typename}({parameters})'
    if defaults:
        new.__defaults__ = defaults

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **changes):
        result = self._make([changes.pop(name, value) for name, value in zip(fields, self)])
        if changes:
            raise ValueError(f'Got unexpected field names: {list(changes)!r}')
        return result

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        return f'{type(self).__name__}({", ".join([f"{name}={value!r}" for name, value in zip(fields, self)])})'

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': f'{typename}({parameters})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': dict(zip(fields[count - len(defaults):], defaults)),
        '__new__': new,
        '_make': classmethod(_make),
        '_replace': _replace,
        '_asdict': _asdict,
        '__repr__': __repr__,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for method in (_make, _replace, _asdict, __repr__, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    for at, name in enumerate(fields):
        namespace[name] = _field_getter(at, name)
    result = type(typename, (tuple,), namespace)
    if module is None:
        import sys
        try:
            module = sys._getframe().f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            module = '__main__'
    result.__module__ = module
    return result


def __getattr__(name):
    # `import collections` is enough for `collections.abc`, which only those who name it load
    if name == 'abc':
        from . import abc
        return abc
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from . import _user
        return getattr(_user, name)
    raise AttributeError(f"module 'collections' has no attribute {name!r}")
