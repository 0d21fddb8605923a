"""`range` where a bound or the number of items does not fit in 64 bits. It shows itself as the built-in class."""

import operator

_Small = range


def _make(start, stop, step):
    """The built-in one where it can hold them."""
    return _Small(start, stop, step)


class range:
    __slots__ = ('_start', '_stop', '_step', '_count')
    __module__ = 'builtins'

    def __init__(self, start, stop, step):
        spread = stop - start if step > 0 else start - stop
        size = abs(step)
        object.__setattr__(self, '_start', start)
        object.__setattr__(self, '_stop', stop)
        object.__setattr__(self, '_step', step)
        object.__setattr__(self, '_count', 0 if spread <= 0 else (spread - 1) // size + 1)

    @property
    def __class__(self):
        return _Small

    def __setattr__(self, name, value):
        if name in ('start', 'stop', 'step'):
            raise AttributeError('readonly attribute')
        raise AttributeError(f"'range' object has no attribute {name!r}")

    @property
    def start(self):
        return self._start

    @property
    def stop(self):
        return self._stop

    @property
    def step(self):
        return self._step

    def __len__(self):
        if self._count > 0x7fffffffffffffff:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return self._count

    def __bool__(self):
        return self._count > 0

    def __repr__(self):
        step = '' if self._step == 1 else f', {self._step}'
        return f'range({self._start}, {self._stop}{step})'

    def __getitem__(self, key):
        if isinstance(key, slice):
            low, high, step = self._slice_bounds(key)
            return _make(self._start + low * self._step, self._start + high * self._step, self._step * step)
        try:
            at = operator.index(key)
        except TypeError:
            name = type(key).__name__
            raise TypeError(f'range indices must be integers or slices, not {name}') from None
        if at < 0:
            at += self._count
        if not 0 <= at < self._count:
            raise IndexError('range object index out of range')
        return self._start + at * self._step

    def _slice_bounds(self, key):
        """As `slice.indices`, for a length of any size."""
        step = 1 if key.step is None else operator.index(key.step)
        if step == 0:
            raise ValueError('slice step cannot be zero')
        least, most = (0, self._count) if step > 0 else (-1, self._count - 1)

        def place(value, missing):
            if value is None:
                return missing
            value = operator.index(value)
            return max(value + self._count, least) if value < 0 else min(value, most)

        low = place(key.start, least if step > 0 else most)
        return low, place(key.stop, most if step > 0 else least), step

    def _find(self, value):
        """Where an int stands, or None."""
        at, rest = divmod(value - self._start, self._step)
        return at if rest == 0 and 0 <= at < self._count else None

    def __contains__(self, value):
        if type(value) in (int, bool):
            return self._find(value) is not None
        return any(value is item or value == item for item in self)

    def count(self, value):
        if type(value) in (int, bool):
            return int(self._find(value) is not None)
        return sum(1 for item in self if value is item or value == item)

    def index(self, value):
        if type(value) in (int, bool):
            at = self._find(value)
            if at is None:
                raise ValueError(f'{value} is not in range')
            return at
        for at, item in enumerate(self):
            if value is item or value == item:
                return at
        raise ValueError('sequence.index(x): x not in sequence')

    def __iter__(self):
        return range_iterator(self._start, self._step, self._count)

    def __reversed__(self):
        return range_iterator(self._start + (self._count - 1) * self._step, -self._step, self._count)

    def _sense(self):
        if not self._count:
            return (0, None, None)
        return (self._count, self._start, None if self._count == 1 else self._step)

    def __eq__(self, other):
        if type(other) is range:
            return self._sense() == other._sense()
        if isinstance(other, _Small):
            return not self._count and not other
        return NotImplemented

    def __hash__(self):
        return hash(self._sense())

    def __reduce__(self):
        return _Small, (self._start, self._stop, self._step)


class range_iterator:
    """Named as in CPython, where it is `longrange_iterator`."""

    __module__ = 'builtins'

    def __init__(self, next, step, left):
        self._next = next
        self._step = step
        self._left = left

    def __iter__(self):
        return self

    def __next__(self):
        if self._left <= 0:
            raise StopIteration
        item = self._next
        self._next += self._step
        self._left -= 1
        return item

    def __length_hint__(self):
        return self._left

    def __reduce__(self):
        return iter, (_Small(self._next, self._next + self._left * self._step, self._step),)


range_iterator.__name__ = range_iterator.__qualname__ = 'longrange_iterator'
