"""json. Values of built-in types are read and written natively (`modules/json.rs`)."""

from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

__version__ = '2.0.9'
__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    if (cls is None and indent is None and default is None and separators is None and not (sort_keys or skipkeys or kw)
            and ensure_ascii and allow_nan and check_circular):
        return _default_encoder.encode(obj)
    kw.update(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
              indent=indent, separators=separators, default=default, sort_keys=sort_keys)
    return (cls or JSONEncoder)(**kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    kw.update(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
              indent=indent, separators=separators, default=default, sort_keys=sort_keys)
    for piece in (cls or JSONEncoder)(**kw).iterencode(obj):
        fp.write(piece)


# Byte order marks; those of four bytes begin like those of two.
_MARKS = {b'\0\0\xfe\xff': 'utf-32', b'\xff\xfe\0\0': 'utf-32', b'\xfe\xff': 'utf-16', b'\xff\xfe': 'utf-16',
          b'\xef\xbb\xbf': 'utf-8-sig'}
# Which of the first bytes are zeros: JSON begins with a character of ASCII.
_ZEROS = {'00': 'utf-16-be', '01': 'utf-16-be', '10': 'utf-16-le', '0001': 'utf-32-be', '1000': 'utf-32-le', '0101': 'utf-16-be',
          '0100': 'utf-16-be', '1001': 'utf-16-le', '1010': 'utf-16-le', '1011': 'utf-16-le', '0111': 'utf-16-be',
          '0110': 'utf-16-be', '0000': 'utf-32-be', '0010': 'utf-32-be', '0011': 'utf-32-be'}


def detect_encoding(b):
    for mark, encoding in _MARKS.items():
        if b.startswith(mark):
            return encoding
    pattern = ''.join('1' if byte else '0' for byte in b[:4])
    return _ZEROS.get(pattern, 'utf-8')


def _text(s):
    if isinstance(s, str):
        if s[:1] == '\ufeff':
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
        return s
    if isinstance(s, (bytes, bytearray)):
        return s.decode(detect_encoding(s), 'surrogatepass')
    raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    s = _text(s)
    hooks = (object_hook, object_pairs_hook, parse_float, parse_int, parse_constant)
    if cls is None and not kw and hooks == _NO_HOOKS:
        return _default_decoder.decode(s)
    names = ('object_hook', 'object_pairs_hook', 'parse_float', 'parse_int', 'parse_constant')
    kw.update((name, hook) for name, hook in zip(names, hooks) if hook is not None)
    return (cls or JSONDecoder)(**kw).decode(s)


_NO_HOOKS = (None,) * 5


def load(fp, **kw):
    return loads(fp.read(), **kw)
