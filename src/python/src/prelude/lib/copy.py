"""copy: shallow and deep copies."""


class Error(Exception):
    pass


error = Error
_ATOMIC = (type(None), type(...), type(NotImplemented), int, float, bool, complex, str, bytes, type, range, slice,
           type(lambda: None), type(len), property)


def _state_of(x):
    """Class, arguments and state from `__reduce_ex__`."""
    return x.__reduce_ex__(4)


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type) or cls is tuple or cls is frozenset:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _rebuild(x, _state_of(x), None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        result = []
        memo[key] = result
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = {}
        memo[key] = result
        for name, value in x.items():
            result[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        found = memo.get(key, _nil)
        if found is not _nil:
            return found
        for old, new in zip(x, items):
            if old is not new:
                result = tuple(items)
                break
        else:
            result = x
    elif cls is set:
        result = {deepcopy(item, memo) for item in x}
    elif cls is frozenset:
        result = frozenset([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        result = x.copy()
    else:
        method = getattr(cls, '__deepcopy__', None)
        result = method(x, memo) if method is not None else _rebuild(x, _state_of(x), memo)
    if result is not x:
        memo[key] = result
        # what was copied must live as long as the memo: its id is the key
        memo.setdefault(id(memo), []).append(x)
    return result


def _rebuild(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    func, args = reduced[0], reduced[1]
    state = reduced[2] if len(reduced) > 2 else None
    items = reduced[3] if len(reduced) > 3 else None
    pairs = reduced[4] if len(reduced) > 4 else None
    deep = memo is not None
    if deep and args:
        args = tuple([deepcopy(arg, memo) for arg in args])
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state:
                y.__dict__.update(state)
            if slots:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    return type(obj).__replace__(obj, **changes)
