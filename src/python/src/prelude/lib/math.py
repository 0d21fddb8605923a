"""Mathematical functions: natives, with the constants here."""

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float('inf')
nan = float('nan')


_BY_INDEX = ('comb', 'factorial', 'gcd', 'isqrt', 'lcm', 'perm')


def _floated(value):
    kind = type(value)
    if kind in (float, int, bool):
        return value
    method = getattr(kind, '__float__', None)
    if method is not None and not isinstance(value, (int, float, str, bytes)):
        value = method(value)
        if not isinstance(value, float):
            raise TypeError(f'{kind.__name__}.__float__ returned non-float (type {type(value).__name__})')
        return value
    method = getattr(kind, '__index__', None)
    if method is not None:
        return method(value)
    if isinstance(value, (list, tuple)):
        return [_floated(item) for item in value]
    if isinstance(value, (int, float)):
        return value
    raise TypeError(f'must be real number, not {kind.__name__}')


def _indexed(value):
    method = getattr(type(value), '__index__', None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


def _again(name, args):
    """Calls a native with what `__float__` or `__index__` make of its arguments."""
    if name in _BY_INDEX:
        args = [value if name == 'perm' and value is None else _indexed(value) for value in args]
    elif name == 'ldexp':
        if not isinstance(args[1], int):
            raise TypeError('Expected an int as second argument to ldexp.')
        args = [_floated(args[0]), args[1]]
    else:
        args = [_floated(value) for value in args]
    return getattr(__import__('math'), name)(*args)
