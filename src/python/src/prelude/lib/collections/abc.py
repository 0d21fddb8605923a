"""collections.abc: what kinds of containers there are."""

from abc import ABCMeta, abstractmethod


def _has(cls, *names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _one(name, *methods, bases=()):
    """A class that whoever has the methods belongs to."""
    def hook(cls, subclass):
        return _has(subclass, *methods) if cls is made else NotImplemented

    namespace = {'__subclasshook__': classmethod(hook), '__slots__': (), '__module__': 'collections.abc'}
    for method in methods:
        namespace[method] = abstractmethod(_nothing(method))
    made = ABCMeta(name, bases, namespace)
    return made


def _nothing(name):
    # what a class gets that calls the method of its base all the same
    def method(self, *args):
        if name in _ANSWERS:
            return _ANSWERS[name]
        if name == '__iter__':
            return iter(())
        raise NotImplementedError
    method.__name__ = name
    return method


_ANSWERS = {'__hash__': 0, '__len__': 0, '__contains__': False}


def _thrown(kind, value, traceback):
    """What `throw(kind, value, traceback)` of a generator raises."""
    if value is None:
        value = kind() if isinstance(kind, type) else kind
    return value if traceback is None else value.with_traceback(traceback)


Hashable = _one('Hashable', '__hash__')
Awaitable = _one('Awaitable', '__await__')
Iterable = _one('Iterable', '__iter__')
Sized = _one('Sized', '__len__')
Container = _one('Container', '__contains__')
Callable = _one('Callable', '__call__')
AsyncIterable = _one('AsyncIterable', '__aiter__')


class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError('coroutine ignored GeneratorExit')

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, '__await__', 'send', 'throw', 'close') if cls is Coroutine else NotImplemented


class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, '__iter__', '__next__') if cls is Iterator else NotImplemented


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, '__anext__', '__aiter__') if cls is AsyncIterator else NotImplemented


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        return iter(())

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, '__reversed__', '__iter__') if cls is Reversible else NotImplemented


class Generator(Iterator):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    def __next__(self):
        return self.send(None)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError('generator ignored GeneratorExit')

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, '__iter__', '__next__', 'send', 'throw', 'close') if cls is Generator else NotImplemented


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    async def __anext__(self):
        return await self.asend(None)

    async def aclose(self):
        ended = False
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            ended = True
        if not ended:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, '__aiter__', '__anext__', 'asend', 'athrow', 'aclose') if cls is AsyncGenerator else NotImplemented


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, '__len__', '__iter__', '__contains__') if cls is Collection else NotImplemented


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                item = self[at]
                yield item
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def index(self, value, start=0, stop=None):
        length = len(self)
        start = max(length + start, 0) if start < 0 else start
        stop = length if stop is None else stop + length if stop < 0 else stop
        while start < stop and start < length:
            item = self[start]
            if item is value or item == value:
                return start
            start += 1
        raise ValueError

    def count(self, value):
        return sum([1 for item in self if item is value or item == value])


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for at in range(n // 2):
            self[at], self[n - at - 1] = self[n - at - 1], self[at]

    def extend(self, values):
        for item in list(values) if values is self else values:
            self.append(item)

    def pop(self, index=-1):
        item = self[index]
        del self[index]
        return item

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return cls(iterable)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all([item in other for item in self])

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all([item in self for item in other])

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def _operand(self, other):
        """The other operand as a set; None if it is nothing of the kind."""
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else None

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([item for item in other if item in self])

    __rand__ = __and__

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([item for part in (self, other) for item in part])

    __ror__ = __or__

    def __sub__(self, other):
        without = self._operand(other)
        return NotImplemented if without is None else self._from_iterable([item for item in self if item not in without])

    def __rsub__(self, other):
        of = self._operand(other)
        return NotImplemented if of is None else self._from_iterable([item for item in of if item not in self])

    def __xor__(self, other):
        other = self._operand(other)
        return NotImplemented if other is None else (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        """A hash for sets that do not change: that of a frozenset with the same items."""
        return hash(frozenset(self))

    def isdisjoint(self, other):
        for item in other:
            if item in self:
                return False
        return True


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError

    def clear(self):
        for item in list(self):
            self.discard(item)

    def __ior__(self, other):
        for item in other:
            self.add(item)
        return self

    def __iand__(self, other):
        for item in self - other:
            self.discard(item)
        return self

    def __ixor__(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)
        return self

    def __isub__(self, other):
        for item in list(other):
            self.discard(item)
        return self


class Mapping(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


class MutableMapping(Mapping):
    __slots__ = ()
    _absent = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        try:
            value = self[key]
        except KeyError:
            if default is self._absent:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwargs):
        if isinstance(other, Mapping) or hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{type(self).__name__}({self._mapping!r})'


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return set(iterable)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        for key in self._mapping:
            yield key


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return set(iterable)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class ByteString(Sequence):
    __slots__ = ()


Callable._abc_registry.extend([type, type(len), type(lambda: None), type([].append)])
Sequence._abc_registry.extend([tuple, str, range, memoryview])
from . import deque as _deque

MutableSequence._abc_registry.extend([list, bytearray, _deque])
ByteString._abc_registry.extend([bytes, bytearray])
Set._abc_registry.append(frozenset)
MutableSet._abc_registry.append(set)
Mapping._abc_registry.append(type(type.__dict__))
MutableMapping._abc_registry.append(dict)
KeysView._abc_registry.append(type({}.keys()))
ItemsView._abc_registry.append(type({}.items()))
ValuesView._abc_registry.append(type({}.values()))

for _cls in (Awaitable, Iterable, Container, AsyncIterable, Callable, Coroutine, Iterator, AsyncIterator, Generator,
             AsyncGenerator, Collection, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping, Reversible,
             KeysView, ItemsView, ValuesView):
    if '__class_getitem__' not in _cls.__dict__:
        _cls.__class_getitem__ = list.__dict__['__class_getitem__']
del _cls
