"""codecs: text to bytes and back by the name of an encoding."""

BOM_UTF8 = b'\xef\xbb\xbf'
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
_ROT = {}
for _start in (65, 97):
    for _at in range(26):
        _ROT[_start + _at] = chr(_start + (_at + 13) % 26)


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


_NAMES = {'utf8': 'utf-8', 'utf_8': 'utf-8', 'u8': 'utf-8', 'latin1': 'iso8859-1', 'latin-1': 'iso8859-1',
          'iso-8859-1': 'iso8859-1', 'l1': 'iso8859-1', 'us-ascii': 'ascii', '646': 'ascii'}


def lookup(encoding, /):
    name = encoding.lower().replace(' ', '-')
    if name in ('rot13', 'rot_13', 'rot-13'):
        return CodecInfo(lambda text, errors='strict': (text.translate(_ROT), len(text)),
                         lambda text, errors='strict': (text.translate(_ROT), len(text)), name='rot13')
    if name in ('hex', 'hex_codec'):
        return CodecInfo(lambda data, errors='strict': (data.hex().encode(), len(data)),
                         lambda data, errors='strict': (bytes.fromhex(bytes(data).decode()), len(data)), name='hex')
    if name in ('base64', 'base64_codec'):
        import base64
        return CodecInfo(lambda data, errors='strict': (base64.encodebytes(data), len(data)),
                         lambda data, errors='strict': (base64.decodebytes(data), len(data)), name='base64')
    for search in _searches:
        found = search(name.replace('-', '_'))
        if found is not None:
            return found
    ''.encode(encoding)
    shown = _NAMES.get(name, name)

    class Incremental(IncrementalDecoder):
        encoding = shown

    class IncrementalOut(IncrementalEncoder):
        encoding = shown

    return CodecInfo(lambda text, errors='strict': (text.encode(encoding, errors), len(text)),
                     lambda data, errors='strict': (bytes(data).decode(encoding, errors), len(data)),
                     incrementalencoder=IncrementalOut, incrementaldecoder=Incremental, name=shown)


def encode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


class IncrementalEncoder:
    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors

    def encode(self, input, final=False):
        return input.encode(self.encoding, self.errors)

    def reset(self):
        pass


class IncrementalDecoder:
    """Keeps the bytes of a character that is not complete yet."""

    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self.reset()

    def reset(self):
        self._left = b''

    def decode(self, input, final=False):
        data = self._left + input
        self._left = b''
        if final or not data:
            return data.decode(self.encoding, self.errors)
        for keep in range(4):
            part = data[:len(data) - keep] if keep else data
            try:
                text = part.decode(self.encoding, 'strict' if keep < 3 else self.errors)
            except UnicodeDecodeError as problem:
                if problem.end < len(part) or 'unexpected end' not in problem.reason:
                    break
                continue
            self._left = data[len(part):]
            return text
        return data.decode(self.encoding, self.errors)


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def iterencode(iterator, encoding, errors='strict', **kwargs):
    for text in iterator:
        yield text.encode(encoding, errors)


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b'', True)
    if text:
        yield text


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    import io
    if encoding is not None and 'b' not in mode:
        return io.open(filename, mode, encoding=encoding, errors=errors, newline='')
    return io.open(filename, mode)


_searches = []
_own_handlers = {}


def register(search_function, /):
    """Known to this module's functions; `str.encode` and `bytes.decode` have their fixed encodings."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)


def register_error(errors, handler, /):
    """Known to `lookup_error`; `str.encode` and `bytes.decode` have their fixed handlers."""
    if not callable(handler):
        raise TypeError('handler must be callable')
    _own_handlers[errors] = handler


_HANDLERS = ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace')


def lookup_error(name, /):
    if name in _own_handlers:
        return _own_handlers[name]
    if name not in _HANDLERS:
        raise LookupError(f"unknown error handler name '{name}'")

    def handler(problem):
        if name == 'strict':
            raise problem
        return ('' if name == 'ignore' else '?', problem.end)

    return handler


def ignore_errors(exception):
    return ('', exception.end)


def strict_errors(exception):
    raise exception


def escape_decode(data, errors=None):
    return (data, len(data))
