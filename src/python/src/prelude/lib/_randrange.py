"""_randrange: what `random.randrange` makes of arguments that are no ints. Apart from `random`, because hardly a program needs it."""


def whole(value, which):
    if hasattr(type(value), '__index__'):
        return value.__index__()
    from warnings import warn
    number = int(value)
    if number == value:
        warn('non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a '
             'subsequent version', DeprecationWarning, 4)
        return number
    warn('randrange() will raise TypeError in the future', DeprecationWarning, 4)
    raise ValueError(f'non-integer {which} for randrange()')
