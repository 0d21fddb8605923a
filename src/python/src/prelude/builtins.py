"""Python parts of the built-ins: what a native cannot finish without calling Python code is finished here.

Every function here is the tail of a native of the same purpose. `_items(x)` is a new list of what a built-in container
holds, whatever a subclass overrides; `_dict_*` and `_set_*` natives work on tables by position.
"""


# -- subscription


def _call_with_integers(func, receivers, *args):
    """A native again, where it wants integers and gets objects that have `__index__`."""
    return func(*args[:receivers], *[_integer_of(arg) for arg in args[receivers:]])


def _integer_of(value):
    if type(value) in (list, tuple):
        return [_integer_of(item) for item in value]
    return _index(value) if not isinstance(value, int) and hasattr(type(value), '__index__') else value


def _index(value):
    index = _type_attr(type(value), '__index__')
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    number = index(value)
    if not isinstance(number, int):
        raise TypeError(f"__index__ returned non-int (type {type(number).__name__})")
    return number


def _float_of_index(value):
    return float(_index(value))


def _index_or_none(value):
    return None if value is None else _index(value)


def _index_key(index):
    if isinstance(index, slice):
        return slice(_index_or_none(index.start), _index_or_none(index.stop), _index_or_none(index.step))
    return _index(index)


def _slice_indices(self, length):
    return _index_key(self).indices(_index(length))


def _seq_getitem(seq, index):
    return seq[_index_key(index)]


def _list_setitem(lst, index, value):
    if isinstance(index, slice):
        try:
            iter(value)
        except TypeError:
            raise TypeError('can only assign an iterable' if index.step is None
                            else 'must assign iterable to extended slice') from None
        value = [item for item in value]
    lst[_index_key(index)] = value


def _list_delitem(lst, index):
    del lst[_index_key(index)]


def _list_insert(lst, index, value):
    lst.insert(_index(index), value)


def _list_pop(lst, index=-1):
    return lst.pop(_index(index))


def _deque_rotate(deque, steps):
    deque.rotate(_index(steps))


def _range(*bounds):
    bounds = [int(_index(bound)) for bound in bounds]
    start, stop, step = [0, *bounds, 1] if len(bounds) == 1 else [*bounds, 1] if len(bounds) == 2 else bounds
    if not step:
        raise ValueError('range() arg 3 must not be zero')
    most = 0x7fffffffffffffff
    if not (-most <= start <= most and -most <= stop <= most and -most <= step <= most and -most <= stop - start <= most):
        return _import_module('_bigrange').range(start, stop, step)
    return range(*bounds)


def _seq_mul(seq, times):
    return seq * _index(times)


# -- lists and tuples


def _list_from(iterable):
    return [item for item in iterable]


def _tuple_from(iterable):
    return tuple([item for item in iterable])


def _new_wrapped(cls, func, args):
    return _plain_instance(cls, func(*args))


def _list_iadd(self, lst, iterable):
    _list_extend(lst, iterable)
    return self


def _seq_contains(seq, value):
    at = 0
    while at < len(seq):
        item = seq[at]
        if item is value or item == value:
            return True
        at += 1
    return False


def _iter_contains(iterable, value):
    for item in iterable:
        if item is value or item == value:
            return True
    return False


def _contains(container, value):
    contains = _type_attr(type(container), '__contains__')
    if contains is not None:
        return contains(container, value)
    return _iter_contains(container, value)


def _iter_count(iterable, value):
    count = 0
    for item in iterable:
        if item is value or item == value:
            count += 1
    return count


def _seq_count(seq, value):
    return _iter_count(seq, value)


def _seq_position(seq, value, start, stop):
    at = start
    while at < stop and at < len(seq):
        item = seq[at]
        if item is value or item == value:
            return at
        at += 1
    return -1


def _clamped(bound, length):
    bound = _index(bound)
    return max(bound + length, 0) if bound < 0 else min(bound, length)


def _seq_index(seq, value, start=0, stop=None):
    length = len(seq)
    stop = length if stop is None else _clamped(stop, length)
    at = _seq_position(seq, value, _clamped(start, length), stop)
    if at < 0:
        raise ValueError('tuple.index(x): x not in tuple' if isinstance(seq, tuple) else f'{value!r} is not in list')
    return at


def _list_remove(lst, value):
    at = _seq_position(lst, value, 0, len(lst))
    if at < 0:
        raise ValueError('list.remove(x): x not in list')
    del lst[at]


def _range_index(self, value):
    at = 0
    for item in self:
        if item == value:
            return at
        at += 1
    raise ValueError('sequence.index(x): x not in sequence')


def _seq_equal(a, b):
    if len(a) != len(b):
        return False
    at = 0
    while at < len(a) and at < len(b):
        x = a[at]
        y = b[at]
        if not (x is y or x == y):
            return False
        at += 1
    return len(a) == len(b)


def _seq_eq(a, b):
    return _seq_equal(a, b)


def _seq_ne(a, b):
    return not _seq_equal(a, b)


def _compare_as(symbol, x, y):
    if symbol == '<':
        return x < y
    if symbol == '<=':
        return x <= y
    if symbol == '>':
        return x > y
    if symbol == '>=':
        return x >= y
    return x == y if symbol == '==' else x != y


def _compare_sequences(symbol, a, b):
    if symbol == '==':
        return _seq_equal(a, b)
    if symbol == '!=':
        return not _seq_equal(a, b)
    at = 0
    while at < len(a) and at < len(b):
        x = a[at]
        y = b[at]
        if not (x is y or x == y):
            return _compare_as(symbol, x, y)
        at += 1
    return _compare_as(symbol, len(a), len(b))


def _compare_items(a, b, symbol):
    return _compare_sequences(symbol, a, b)


def _seq_lt(a, b):
    return _compare_sequences('<', a, b)


def _seq_le(a, b):
    return _compare_sequences('<=', a, b)


def _seq_gt(a, b):
    return _compare_sequences('>', a, b)


def _seq_ge(a, b):
    return _compare_sequences('>=', a, b)


def _compare_slices(symbol, a, b):
    return _compare_sequences(symbol, (a.start, a.stop, a.step), (b.start, b.stop, b.step))


def _tuple_hash(items):
    return _hash_of_tuple([hash(item) for item in items])


# -- sorting: the same comparisons, in the same order, as list.sort makes for up to 63 items


def _sort_positions(keys, lo, hi):
    """Positions lo..hi of `keys` in sorted order."""
    n = hi - lo
    at = list(range(lo, hi))
    if n < 2:
        return at
    run = 2
    if keys[lo + 1] < keys[lo]:
        while run < n and keys[lo + run] < keys[lo + run - 1]:
            run += 1
        at[:run] = at[:run][::-1]
    else:
        while run < n and not keys[lo + run] < keys[lo + run - 1]:
            run += 1
    if run == n:
        return at
    if n < 64:
        for i in range(run, n):
            pivot = at[i]
            key = keys[pivot]
            left = 0
            right = i
            while left < right:
                middle = (left + right) >> 1
                if key < keys[at[middle]]:
                    right = middle
                else:
                    left = middle + 1
            if left != i:
                del at[i]
                at.insert(left, pivot)
        return at
    middle = lo + n // 2
    left = _sort_positions(keys, lo, middle)
    right = _sort_positions(keys, middle, hi)
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if keys[right[j]] < keys[left[i]]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def _list_sort(lst, key, reverse):
    reverse = bool(reverse)
    items = _items(lst)
    _list_assign(lst, [])
    done = items
    try:
        keys = items if key is None else [key(item) for item in items]
        result = _items(items)
        if _sort_by_keys(result, keys, reverse):
            done = result
        else:
            if reverse:
                items = items[::-1]
                keys = keys[::-1]
            done = [items[at] for at in _sort_positions(keys, 0, len(items))]
            if reverse:
                done.reverse()
    finally:
        changed = len(lst) != 0
        _list_assign(lst, done)
    if changed:
        raise ValueError('list modified during sort')


def _sorted(iterable, key, reverse):
    result = [item for item in iterable]
    result.sort(key=key, reverse=reverse)
    return result


# -- dicts


def _dict_find(dict, key, hash):
    for at in _dict_candidates(dict, hash):
        candidate = _dict_key_at(dict, at)
        if candidate is key or candidate == key:
            return at
    return -1


def _dict_getitem(self, dict, key):
    at = _dict_find(dict, key, hash(key))
    if at >= 0:
        return _dict_value_at(dict, at)
    missing = _type_attr(type(self), '__missing__')
    if missing is not None:
        return missing(self, key)
    raise KeyError(key)


def _dict_setitem(dict, key, value):
    code = hash(key)
    at = _dict_find(dict, key, code)
    if at >= 0:
        _dict_set_at(dict, at, value)
    else:
        _dict_insert(dict, code, key, value)


def _dict_delitem(dict, key):
    at = _dict_find(dict, key, hash(key))
    if at < 0:
        raise KeyError(key)
    _dict_remove_at(dict, at)


def _dict_contains(dict, key):
    return _dict_find(dict, key, hash(key)) >= 0


def _items_contains(dict, pair):
    key, value = pair
    at = _dict_find(dict, key, hash(key))
    if at < 0:
        return False
    found = _dict_value_at(dict, at)
    return found is value or bool(found == value)


def _dict_get(dict, key, default):
    at = _dict_find(dict, key, hash(key))
    return default if at < 0 else _dict_value_at(dict, at)


def _dict_setdefault(dict, key, default):
    code = hash(key)
    at = _dict_find(dict, key, code)
    if at >= 0:
        return _dict_value_at(dict, at)
    _dict_insert(dict, code, key, default)
    return default


def _dict_pop(dict, key, *default):
    at = _dict_find(dict, key, hash(key))
    if at >= 0:
        return _dict_remove_at(dict, at)
    if default:
        return default[0]
    raise KeyError(key)


def _dict_update(dict, other, keywords, result):
    if _type_attr(type(other), 'keys') is not None:
        for key in other.keys():
            _dict_setitem(dict, key, other[key])
    else:
        at = 0
        for pair in other:
            try:
                parts = [part for part in pair]
            except TypeError:
                raise TypeError(f'cannot convert dictionary update sequence element #{at} to a sequence') from None
            if len(parts) != 2:
                raise ValueError(f'dictionary update sequence element #{at} has length {len(parts)}; 2 is required')
            _dict_setitem(dict, parts[0], parts[1])
            at += 1
    for key, value in keywords.items():
        _dict_setitem(dict, key, value)
    return result


def _dict_fill(dict, keys, value):
    for key in keys:
        _dict_setitem(dict, key, value)
    return dict


def _dict_fromkeys(cls, keys, value):
    result = cls()
    for key in keys:
        result[key] = value
    return result


def _dict_equal(a, b):
    if len(a) != len(b):
        return False
    for code, key, value in _dict_entries(a):
        at = _dict_find(b, key, code)
        if at < 0:
            return False
        other = _dict_value_at(b, at)
        if not (value is other or value == other):
            return False
    return True


def _dict_eq(a, b):
    return _dict_equal(a, b)


def _dict_ne(a, b):
    return not _dict_equal(a, b)


def _compare_dicts(symbol, a, b):
    return _dict_equal(a, b) == (symbol == '==')


# -- sets


def _set_find(set, item, hash):
    for at in _set_candidates(set, hash):
        candidate = _set_item_at(set, at)
        if candidate is item or candidate == item:
            return at
    return -1


def _set_add(set, item):
    code = hash(item)
    if _set_find(set, item, code) < 0:
        _set_insert(set, code, item)


def _set_contains(set, item):
    return _set_find(set, item, hash(item)) >= 0


def _set_discard(set, item):
    at = _set_find(set, item, hash(item))
    if at >= 0:
        _set_remove_at(set, at)


def _set_remove(set, item):
    at = _set_find(set, item, hash(item))
    if at < 0:
        raise KeyError(item)
    _set_remove_at(set, at)


def _set_from(result, iterable):
    add = result.add
    for item in iterable:
        add(item)
    return result


def _frozenset_from(iterable):
    return _freeze(_set_from(set(), iterable))


def _as_set(value):
    return value if _is_set(value) else _set_from(set(), value)


def _like(model, result):
    return _freeze(result) if isinstance(model, frozenset) else result


def _set_copy(value):
    result = set()
    for code, item in _set_hashed(_as_set(value)):
        _set_insert(result, code, item)
    return result


def _set_update(self, *others):
    for other in others:
        _set_from(self, other)


def _set_union(self, *others):
    result = _set_copy(self)
    _set_update(result, *others)
    return _like(self, result)


def _intersected(a, b):
    result = set()
    if _is_set(b) and len(b) > len(a):
        a, b = b, a
    for item in b:
        code = hash(item)
        if _set_find(a, item, code) >= 0 and _set_find(result, item, code) < 0:
            _set_insert(result, code, item)
    return result


def _set_intersection(self, *others):
    result = self
    for other in others:
        result = _intersected(_as_set(result), other)
    return _like(self, result)


def _set_intersection_update(self, *others):
    _set_swap(self, _set_intersection(self, *others))


def _set_difference_update(self, *others):
    for other in others:
        for item in [item for item in other]:
            _set_discard(self, item)


def _set_difference(self, *others):
    result = _set_copy(self)
    _set_difference_update(result, *others)
    return _like(self, result)


def _set_symmetric_difference_update(self, other):
    for code, item in _set_hashed(_as_set(other)):
        at = _set_find(self, item, code)
        if at >= 0:
            _set_remove_at(self, at)
        else:
            _set_insert(self, code, item)


def _set_symmetric_difference(self, other):
    result = _set_copy(other)
    _set_symmetric_difference_update(result, self)
    return _like(self, result)


def _set_or(a, b):
    return _like(a, _set_union(_as_set(a), b))


def _set_and(a, b):
    return _like(a, _set_intersection(_as_set(a), b))


def _set_sub(a, b):
    return _like(a, _set_difference(_as_set(a), b))


def _set_xor(a, b):
    result = _set_copy(a)
    _set_symmetric_difference_update(result, b)
    return _like(a, result)


def _set_ior(self, other):
    _set_update(self, other)
    return self


def _set_iand(self, other):
    _set_intersection_update(self, other)
    return self


def _set_isub(self, other):
    _set_difference_update(self, other)
    return self


def _set_ixor(self, other):
    _set_symmetric_difference_update(self, other)
    return self


def _set_issubset(self, other):
    other = _as_set(other)
    if len(self) > len(other):
        return False
    for code, item in _set_hashed(self):
        if _set_find(other, item, code) < 0:
            return False
    return True


def _set_issuperset(self, other):
    for item in other:
        if _set_find(self, item, hash(item)) < 0:
            return False
    return True


def _set_isdisjoint(self, other):
    for item in other:
        if _set_find(self, item, hash(item)) >= 0:
            return False
    return True


def _view_isdisjoint(self, other):
    for item in other:
        if item in self:
            return False
    return True


def _compare_sets(symbol, a, b):
    answer = _set_compare(symbol, a, b)
    if answer is not None:
        return answer
    if symbol == '>' or symbol == '>=':
        a, b = b, a
    a = _as_set(a)
    b = _as_set(b)
    if symbol == '==':
        return len(a) == len(b) and _set_issubset(a, b)
    if symbol == '!=':
        return not (len(a) == len(b) and _set_issubset(a, b))
    if symbol == '<' or symbol == '>':
        return len(a) < len(b) and _set_issubset(a, b)
    return _set_issubset(a, b)


def _set_eq(a, b):
    return _compare_sets('==', a, b)


def _set_ne(a, b):
    return _compare_sets('!=', a, b)


def _set_lt(a, b):
    return _compare_sets('<', a, b)


def _set_le(a, b):
    return _compare_sets('<=', a, b)


def _set_gt(a, b):
    return _compare_sets('>', a, b)


def _set_ge(a, b):
    return _compare_sets('>=', a, b)


# -- representations


_repr_running = {}


def _container_repr(value, inner):
    kind = type(inner).__name__
    key = (_thread_number(), id(value))
    if key in _repr_running:
        if kind == 'list':
            return '[...]'
        if kind == 'tuple':
            return '(...)'
        return '{...}' if kind == 'dict' else f'{type(value).__name__}(...)'
    _repr_running[key] = True
    try:
        if kind == 'list':
            return '[' + ', '.join([repr(item) for item in _items(inner)]) + ']'
        if kind == 'tuple':
            parts = [repr(item) for item in _items(inner)]
            return '(' + parts[0] + ',)' if len(parts) == 1 else '(' + ', '.join(parts) + ')'
        if kind == 'dict':
            return '{' + ', '.join([repr(key) + ': ' + repr(item) for _, key, item in _dict_entries(inner)]) + '}'
        if kind == 'set' or kind == 'frozenset':
            parts = ', '.join([repr(item) for item in _items(inner)])
            name = type(value).__name__
            if not parts:
                return name + '()'
            return '{' + parts + '}' if name == 'set' else name + '({' + parts + '})'
        if kind == 'slice':
            return f'slice({inner.start!r}, {inner.stop!r}, {inner.step!r})'
        if kind == 'mappingproxy':
            return 'mappingproxy(' + repr(inner.copy()) + ')'
        return kind + '([' + ', '.join([repr(item) for item in _items(inner)]) + '])'
    finally:
        del _repr_running[key]


def _ascii(value):
    return _escape_non_ascii(repr(value))


def _print(values, sep, end, file, flush):
    write = None if file is None else file.write
    if write is None:
        _write(1, sep.join([str(value) for value in values]) + end)
        return
    # one call for each part, as CPython does
    first = True
    for value in values:
        if first:
            first = False
        else:
            write(sep)
        write(str(value))
    write(end)
    if flush:
        file.flush()


def _input(prompt):
    prompt = str(prompt)
    sys = _modules().get('sys')
    if sys is not None:
        if prompt and sys.stdout is not None:
            sys.stdout.write(prompt)
        line = sys.stdin.readline()
    else:
        if prompt:
            _write(1, prompt)
        line = _read_line()
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line.endswith('\n') else line


def _open(file, mode=None, buffering=None, encoding=None, errors=None, newline=None, closefd=None, opener=None):
    import io
    return io.open(file, "r" if mode is None else mode, -1 if buffering is None else buffering, encoding, errors, newline,
                   True if closefd is None else closefd, opener)


# -- attributes


def _format_value(value, conversion, spec):
    if conversion == 1:
        value = str(value)
    elif conversion == 2:
        value = repr(value)
    elif conversion == 3:
        value = ascii(value)
    text = _type_attr(type(value), '__format__')(value, spec)
    if not isinstance(text, str):
        raise TypeError(f'__format__ must return a str, not {type(text).__name__}')
    return text


def _vars(value):
    try:
        return value.__dict__
    except AttributeError:
        raise TypeError('vars() argument must have __dict__ attribute') from None


def _dir(value):
    names = [name for name in type(value).__dir__(value)]
    names.sort()
    return names


# -- numbers


def _chr(value):
    return chr(_index(value))


def _in_radix(value, radix):
    value = _index(value)
    return bin(value) if radix == 2 else hex(value) if radix == 16 else oct(value)


def _operate(a, b, forward, backward, symbol):
    ta = type(a)
    tb = type(b)
    first = _type_attr(ta, forward)
    second = _type_attr(tb, backward) if ta is not tb else None
    if first is not None:
        result = first(a, b)
        if result is not NotImplemented:
            return result
    if second is not None:
        result = second(b, a)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{ta.__name__}' and '{tb.__name__}'")


def _divmod(a, b):
    return _operate(a, b, '__divmod__', '__rdivmod__', 'divmod()')


def _pow(base, exponent, modulus):
    if modulus is None:
        return base ** exponent
    power = _type_attr(type(base), '__pow__')
    if power is not None:
        result = power(base, exponent, modulus)
        if result is not NotImplemented:
            return result
    raise TypeError("unsupported operand type(s) for ** or pow(): "
                    f"'{type(base).__name__}', '{type(exponent).__name__}', '{type(modulus).__name__}'")


# -- iteration


def _allocate_lock():
    return _lock_object(_lock_new('Lock', None, None), False, False)


def _import_star(module, target):
    for name in module.__all__:
        target[name] = getattr(module, name)


def _sum(iterable, total):
    for item in iterable:
        total = total + item
    return total


def _min(iterable, key, default):
    found = False
    for item in iterable:
        if not found:
            found = True
            best = item
            best_key = item if key is None else key(item)
        else:
            item_key = item if key is None else key(item)
            if item_key < best_key:
                best = item
                best_key = item_key
    if found:
        return best
    if default:
        return default[0]
    raise ValueError('min() arg is an empty sequence')


def _max(iterable, key, default):
    found = False
    for item in iterable:
        if not found:
            found = True
            best = item
            best_key = item if key is None else key(item)
        else:
            item_key = item if key is None else key(item)
            if item_key > best_key:
                best = item
                best_key = item_key
    if found:
        return best
    if default:
        return default[0]
    raise ValueError('max() arg is an empty sequence')


def _any(first, iterable):
    for item in first:
        if item:
            return True
    for item in iterable:
        if item:
            return True
    return False


def _all(first, iterable):
    for item in first:
        if not item:
            return False
    for item in iterable:
        if not item:
            return False
    return True


def _callable_iterator(func, sentinel):
    if not callable(func):
        raise TypeError('iter(v, w): v must be callable')
    return _show_as(_callable_items(func, sentinel), _builtin_class('iterator'))


def _callable_items(func, sentinel):
    while True:
        try:
            item = func()
        except StopIteration:
            return
        if item is sentinel or item == sentinel:
            return
        yield item


def _reversed(sequence):
    cls = type(sequence)
    method = _type_attr(cls, '__reversed__')
    if method is not None:
        return method(sequence)
    if hasattr(cls, '__reversed__') or _type_attr(cls, '__getitem__') is None or _type_attr(cls, '__len__') is None:
        raise TypeError(f"'{cls.__name__}' object is not reversible")
    return _show_as(_reversed_items(sequence, len(sequence)), reversed)


def _reversed_items(sequence, at):
    while at > 0:
        at -= 1
        try:
            item = sequence[at]
        except (IndexError, StopIteration):
            return
        yield item


def _enumerate(iterable, start):
    return _show_as(_enumerated(iter(iterable), _index(start)), enumerate)


def _enumerated(iterator, at):
    for item in iterator:
        yield at, item
        at += 1


def _map(func, iterables):
    iterators = [iter(iterable) for iterable in iterables]
    if len(iterators) == 1:
        return _show_as(_mapped(func, iterators[0]), map)
    return _show_as(_mapped_many(func, iterators), map)


def _mapped(func, iterator):
    for item in iterator:
        yield func(item)


def _mapped_many(func, iterators):
    while True:
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                return
        yield func(*items)


def _filter(func, iterable):
    iterator = iter(iterable)
    return _show_as(_truthy(iterator) if func is None or func is bool else _filtered(func, iterator), filter)


def _truthy(iterator):
    for item in iterator:
        if item:
            yield item


def _filtered(func, iterator):
    for item in iterator:
        if func(item):
            yield item


def _zip(iterables, strict):
    iterators = []
    for iterable in iterables:
        iterators.append(iter(iterable))
    return _show_as(_zipped(iterators, bool(strict)), zip)


def _zipped(iterators, strict):
    while True:
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                if strict:
                    _zip_check(iterators, len(items))
                return
        yield tuple(items)


def _zip_arguments(count):
    return 'argument 1' if count == 1 else f'arguments 1-{count}'


def _zip_check(iterators, short):
    if short:
        raise ValueError(f'zip() argument {short + 1} is shorter than {_zip_arguments(short)}')
    at = 1
    while at < len(iterators):
        for _ in iterators[at]:
            raise ValueError(f'zip() argument {at + 1} is longer than {_zip_arguments(at)}')
        at += 1


for _cls in (list, dict, set, bytearray, slice, type({}.keys()), type({}.items())):
    _set_class_attr(_cls, '__hash__', None)
