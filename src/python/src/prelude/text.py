"""Python parts of str, bytes and numbers: what a native cannot finish without calling Python code."""


def _get_item_by_index(seq, index):
    if isinstance(index, slice):
        return seq[slice(_index_or_none(index.start), _index_or_none(index.stop), _index_or_none(index.step))]
    return seq[_index(index)]


def _set_item_by_index(seq, index, value):
    if isinstance(index, slice):
        index = slice(_index_or_none(index.start), _index_or_none(index.stop), _index_or_none(index.step))
        seq[index] = value if isinstance(value, (bytes, bytearray, memoryview)) else bytes(list(value))
    else:
        seq[_index(index)] = _index(value)


def _del_item_by_index(seq, index):
    if isinstance(index, slice):
        del seq[slice(_index_or_none(index.start), _index_or_none(index.stop), _index_or_none(index.step))]
    else:
        del seq[_index(index)]


def _int_with_base(value, base):
    return int(value, _index(base))


def _real_part(value):
    """A number as float or complex by its own conversion methods."""
    kind = type(value)
    for name, wanted in (('__complex__', complex), ('__float__', float), ('__index__', int)):
        method = getattr(kind, name, None)
        if method is not None:
            result = method(value)
            if not isinstance(result, wanted):
                raise TypeError(f'{kind.__name__}.{name}() must return a {wanted.__name__}, not {type(result).__name__}')
            return result
    return value


def _complex(real, imag):
    real = _real_part(real)
    return complex(real) if imag is None else complex(real, _real_part(imag))


def _str_join(separator, iterable):
    return separator.join(list(iterable))


def _str_translate(text, table):
    out = []
    for char in text:
        try:
            new = table[ord(char)]
        except LookupError:
            out.append(char)
            continue
        if new is None:
            continue
        if isinstance(new, int):
            if not 0 <= new < 0x110000:
                raise ValueError('character mapping must be in range(0x110000)')
            out.append(chr(new))
        elif isinstance(new, str):
            out.append(new)
        else:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(out)


def _bytes(iterable):
    return bytes([_index(item) for item in iterable])


def _bytearray(iterable):
    return bytearray([_index(item) for item in iterable])


def _bytearray_extend(target, iterable):
    target.extend([_index(item) for item in iterable])


# -- % formatting


def _percent(format, values):
    out = []
    single = not isinstance(values, tuple)
    items = (values,) if single else values
    used = 0
    keyed = False

    def take():
        nonlocal used
        if used >= len(items):
            raise TypeError('not enough arguments for format string')
        used += 1
        return items[used - 1]

    mapping = single and not isinstance(values, str) and hasattr(type(values), '__getitem__')
    for piece in _percent_pieces(format):
        if isinstance(piece, str):
            out.append(piece)
            continue
        key, directive, width, precision, kind = piece
        if key is not None:
            if not mapping:
                raise TypeError('format requires a mapping')
            keyed = True
            value = values[key]
        if width is ...:
            width = take()
            if not isinstance(width, int):
                raise TypeError('* wants int')
            if width < 0:
                directive += '-'
                width = -width
        if precision is ...:
            precision = take()
            if not isinstance(precision, int):
                raise TypeError('* wants int')
            precision = max(precision, 0)
        if width is not None:
            directive += str(width)
        if precision is not None:
            directive += '.' + str(precision)
        if kind == '%':
            out.append('%')
            continue
        if key is None:
            value = take()
        if kind == 's':
            value = str(value)
        elif kind == 'r':
            value, kind = repr(value), 's'
        elif kind == 'a':
            value, kind = ascii(value), 's'
        elif kind in 'diuoxX' and not isinstance(value, (int, float)):
            value = _percent_int(value, kind)
        elif kind in 'eEfFgG' and not isinstance(value, (int, float)):
            value = float(value)
        elif kind == 'c' and not isinstance(value, (int, str)):
            value = _index(value)
        out.append((directive + kind) % (value,))
    if used < len(items) and not (single and (mapping or keyed)):
        raise TypeError('not all arguments converted during string formatting')
    return ''.join(out)


def _percent_int(value, kind):
    cls = type(value)
    if hasattr(cls, '__index__'):
        return _index(value)
    if kind in 'diu' and (hasattr(cls, '__int__') or hasattr(cls, '__trunc__')):
        return int(value)
    what = 'a real number' if kind in 'diu' else 'an integer'
    raise TypeError(f'%{kind} format: {what} is required, not {cls.__name__}')


def _percent_bytes(format, values):
    def convert(value):
        method = getattr(type(value), '__bytes__', None)
        if method is not None:
            return method(value)
        return value

    if isinstance(values, tuple):
        values = tuple([convert(value) for value in values])
    elif isinstance(values, dict):
        values = {key: convert(value) for key, value in values.items()}
    else:
        values = convert(values)
    text = _percent(format.decode('latin-1'), _latin_values(values))
    return type(format)(text.encode('latin-1'))


def _latin_values(values):
    def latin(value):
        return bytes(value).decode('latin-1') if isinstance(value, (bytes, bytearray, memoryview)) else value

    if isinstance(values, tuple):
        return tuple([latin(value) for value in values])
    if isinstance(values, dict):
        return {latin(key): latin(value) for key, value in values.items()}
    return latin(values)


# -- str.format


def _str_format(format, args, kwargs, depth=2, numbering=None):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    if numbering is None:
        numbering = [None, 0]
    out = []
    for literal, first, steps, spec, conversion in _format_fields(format):
        out.append(literal)
        if first is None:
            continue
        if first == '' or isinstance(first, int):
            automatic = first == ''
            if numbering[0] is not None and numbering[0] != automatic:
                if automatic:
                    raise ValueError(
                        'cannot switch from manual field specification to automatic field numbering')
                raise ValueError('cannot switch from automatic field numbering to manual field specification')
            numbering[0] = automatic
            if automatic:
                first = numbering[1]
                numbering[1] += 1
            if args is None:
                raise ValueError('Format string contains positional fields')
            if first >= len(args):
                raise IndexError(f'Replacement index {first} out of range for positional args tuple')
            value = args[first]
        else:
            value = kwargs[first]
        for is_attribute, name in steps:
            value = getattr(value, name) if is_attribute else value[name]
        if '{' in spec or '}' in spec:
            spec = _str_format(spec, args, kwargs, depth - 1, numbering)
        out.append(_format_value(value, conversion, spec))
    return ''.join(out)


# -- math


def _math_fsum(iterable):
    import math
    return math.fsum(list(iterable))


def _math_dist(p, q):
    import math
    return math.dist(tuple(p), tuple(q))


def _math_prod(iterable, start):
    for item in iterable:
        start = start * item
    return start
