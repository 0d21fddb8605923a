"""itertools: generators that show as instances of their classes."""

_builtin_class = _native._builtin_class
_count = _native._count
_repeat = _native._repeat
_show_as = _native._show_as

_iter = map.__iter__
_next = map.__next__

repeat_type = _builtin_class('repeat')


def _index(value):
    import operator
    return operator.index(value)


_missing = object()


class count:
    _type_name_ = 'itertools.count'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, start=0, step=1):
        if type(start) in (int, float) and type(step) in (int, float):
            return _count(start, step)
        for number in (start, step):
            if not isinstance(number, (int, float, complex)) and not hasattr(type(number), '__float__') and not hasattr(type(number), '__add__'):
                raise TypeError('a number is required')
            if isinstance(number, (str, bytes, list, tuple)):
                raise TypeError('a number is required')
        return _show_as(_counting(start, step), count)


def _counting(value, step):
    while True:
        yield value
        value = value + step


class repeat:
    _type_name_ = 'itertools.repeat'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, object=_missing, times=None):
        if object is _missing:
            raise TypeError("repeat() missing required argument 'object' (pos 1)")
        return _repeat(object, times)


class cycle:
    _type_name_ = 'itertools.cycle'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable):
        return _show_as(_cycling(iter(iterable)), cycle)


def _cycling(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


class chain:
    _type_name_ = 'itertools.chain'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, *iterables):
        return _show_as(_chaining(iterables), chain)

    @classmethod
    def from_iterable(cls, iterable):
        return _show_as(_chaining(iter(iterable)), chain)


def _chaining(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


class accumulate:
    _type_name_ = 'itertools.accumulate'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable, func=None, *, initial=None):
        return _show_as(_accumulating(iter(iterable), func, initial), accumulate)


def _accumulating(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


class batched:
    _type_name_ = 'itertools.batched'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable, n):
        if n < 1:
            raise ValueError('n must be at least one')
        return _show_as(_batching(iter(iterable), n), batched)


def _batching(iterator, n):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


class compress:
    _type_name_ = 'itertools.compress'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, data, selectors):
        return _show_as(_compressing(iter(data), iter(selectors)), compress)


def _compressing(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item


class dropwhile:
    _type_name_ = 'itertools.dropwhile'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, predicate, iterable):
        return _show_as(_dropping(predicate, iter(iterable)), dropwhile)


def _dropping(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


class takewhile:
    _type_name_ = 'itertools.takewhile'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, predicate, iterable):
        return _show_as(_taking(predicate, iter(iterable)), takewhile)


def _taking(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class filterfalse:
    _type_name_ = 'itertools.filterfalse'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, predicate, iterable):
        return _show_as(_rejecting(predicate, iter(iterable)), filterfalse)


def _rejecting(predicate, iterator):
    for item in iterator:
        if not (item if predicate is None else predicate(item)):
            yield item


class starmap:
    _type_name_ = 'itertools.starmap'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, function, iterable):
        return _show_as(_starmapping(function, iter(iterable)), starmap)


def _starmapping(function, iterator):
    for arguments in iterator:
        if type(arguments) is not tuple:
            arguments = tuple(arguments)
        yield function(*arguments)


class islice:
    _type_name_ = 'itertools.islice'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable, *bounds):
        if not bounds or len(bounds) > 3:
            raise TypeError(f'islice expected at {"least 2" if not bounds else "most 4"} arguments, got {len(bounds) + 1}')
        start, stop, step = 0, None, 1
        if len(bounds) == 1:
            stop = bounds[0]
        else:
            start = 0 if bounds[0] is None else bounds[0]
            stop = bounds[1]
            if len(bounds) == 3 and bounds[2] is not None:
                step = bounds[2]
        try:
            start, step = _index(start), _index(step)
            stop = None if stop is None else _index(stop)
        except TypeError:
            start = -1
        if stop is not None and stop < 0:
            raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
                             if len(bounds) == 1 else
                             'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        if start < 0:
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        if step < 1:
            raise ValueError('Step for islice() must be a positive integer or None.')
        return _show_as(_slicing(iter(iterable), start, stop, step), islice)


def _slicing(iterator, start, stop, step):
    at = 0
    wanted = start
    if stop is not None and start >= stop:
        while at < stop:
            for _ in iterator:
                break
            else:
                return
            at += 1
        return
    for item in iterator:
        if at == wanted:
            yield item
            wanted += step
        at += 1
        if stop is not None and at >= stop:
            return


class pairwise:
    _type_name_ = 'itertools.pairwise'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable):
        return _show_as(_pairing(iter(iterable)), pairwise)


def _pairing(iterator):
    for last in iterator:
        break
    else:
        return
    for item in iterator:
        yield last, item
        last = item


class zip_longest:
    _type_name_ = 'itertools.zip_longest'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, *iterables, fillvalue=None, **other):
        if other:
            raise TypeError('zip_longest() got an unexpected keyword argument')
        return _show_as(_zipping_longest([iter(iterable) for iterable in iterables], fillvalue), zip_longest)


def _zipping_longest(iterators, fillvalue):
    alive = [True] * len(iterators)
    left = len(iterators)
    while left:
        row = []
        for at in range(len(iterators)):
            item = fillvalue
            if alive[at]:
                for item in iterators[at]:
                    break
                else:
                    alive[at] = False
                    left -= 1
                    if not left:
                        return
                    item = fillvalue
            row.append(item)
        yield tuple(row)


class product:
    _type_name_ = 'itertools.product'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        pools = [tuple(iterable) for iterable in iterables] * repeat
        return _show_as(_multiplying(pools), product)


def _multiplying(pools):
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    at = [0] * n
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        i = n - 1
        while i >= 0:
            at[i] += 1
            if at[i] < len(pools[i]):
                row[i] = pools[i][at[i]]
                break
            at[i] = 0
            row[i] = pools[i][0]
            i -= 1
        if i < 0:
            return


class permutations:
    _type_name_ = 'itertools.permutations'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable, r=None):
        pool = tuple(iterable)
        r = len(pool) if r is None else r
        if r < 0:
            raise ValueError('r must be non-negative')
        return _show_as(_permuting(pool, r), permutations)


def _permuting(pool, r):
    n = len(pool)
    if r > n:
        return
    order = list(range(n))
    turns = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in order[:r]])
    while n:
        i = r - 1
        while i >= 0:
            turns[i] -= 1
            if turns[i] == 0:
                order[i:] = order[i + 1:] + order[i:i + 1]
                turns[i] = n - i
            else:
                j = n - turns[i]
                order[i], order[j] = order[j], order[i]
                yield tuple([pool[i] for i in order[:r]])
                break
            i -= 1
        if i < 0:
            return


class combinations:
    _type_name_ = 'itertools.combinations'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable, r):
        if r < 0:
            raise ValueError('r must be non-negative')
        return _show_as(_combining(tuple(iterable), r), combinations)


def _combining(pool, r):
    n = len(pool)
    if r > n:
        return
    at = list(range(r))
    while True:
        yield tuple([pool[i] for i in at])
        i = r - 1
        while i >= 0 and at[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        at[i] += 1
        for j in range(i + 1, r):
            at[j] = at[j - 1] + 1


class combinations_with_replacement:
    _type_name_ = 'itertools.combinations_with_replacement'
    __iter__ = _iter
    __next__ = _next

    def __new__(cls, iterable, r):
        if r < 0:
            raise ValueError('r must be non-negative')
        return _show_as(_combining_again(tuple(iterable), r), combinations_with_replacement)


def _combining_again(pool, r):
    n = len(pool)
    if not n and r:
        return
    at = [0] * r
    while True:
        yield tuple([pool[i] for i in at])
        i = r - 1
        while i >= 0 and at[i] == n - 1:
            i -= 1
        if i < 0:
            return
        at[i:] = [at[i] + 1] * (r - i)


class groupby:
    _type_name_ = 'itertools.groupby'

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._group = 0
        self._pending = False
        self._over = False

    def __iter__(self):
        return self

    def _advance(self):
        for self._value in self._iterator:
            self._value_key = self._value if self._key is None else self._key(self._value)
            self._pending = True
            return True
        self._over = True
        self._pending = False
        return False

    def __next__(self):
        if self._over:
            raise StopIteration
        if self._group and not (self._pending and self._fresh):
            # skip what is left of the group
            while True:
                if self._pending and self._value_key != self._current:
                    break
                if not self._advance():
                    raise StopIteration
        elif not self._pending and not self._advance():
            raise StopIteration
        self._group += 1
        self._fresh = False
        self._current = self._value_key
        return self._current, _show_as(self._members(self._group, self._current), _grouper)

    def _members(self, number, key):
        while number == self._group and self._pending:
            if self._value_key != key:
                self._fresh = True
                return
            item = self._value
            self._pending = False
            yield item
            if number != self._group:
                return
            if not self._pending and not self._advance():
                return


class _grouper:
    _type_name_ = 'itertools._grouper'
    __iter__ = _iter
    __next__ = _next


class _tee:
    _type_name_ = 'itertools._tee'
    __iter__ = _iter
    __next__ = _next


def tee(iterable, n=2):
    if n < 0:
        raise ValueError('n must be >= 0')
    link = [None, None]
    iterator = iter(iterable)
    return tuple([_show_as(_teeing(iterator, link), _tee) for _ in range(n)])


def _teeing(iterator, link):
    while True:
        if link[1] is None:
            for item in iterator:
                link[0] = item
                link[1] = [None, None]
                break
            else:
                return
        item, link = link
        yield item
