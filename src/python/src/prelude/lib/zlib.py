"""zlib over `_zlib` (modules/zlib.rs): compressing and decompressing run without the GIL.

A stream that compresses collects its data until it is flushed, so that all of it comes out at the end.
"""

from _hashlib import release as _release
from _zlib import adler32 as _adler32, crc32 as _crc32, deflate as _deflate, inflate as _inflate

MAX_WBITS = 15
DEFLATED = 8
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_COMPRESSION = 0
Z_BEST_SPEED = 1
Z_BEST_COMPRESSION = 9
Z_DEFAULT_COMPRESSION = -1
Z_FILTERED = 1
Z_HUFFMAN_ONLY = 2
Z_RLE = 3
Z_FIXED = 4
Z_DEFAULT_STRATEGY = 0
Z_NO_FLUSH = 0
Z_PARTIAL_FLUSH = 1
Z_SYNC_FLUSH = 2
Z_FULL_FLUSH = 3
Z_FINISH = 4
Z_BLOCK = 5
Z_TREES = 6
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.3.1'
__version__ = '1.0'


class error(Exception):
    __module__ = 'zlib'


def _sum(result):
    value, nanos = result
    if nanos:
        _release(nanos)
    return value


def crc32(data, value=0, /):
    return _sum(_crc32(data, value & 0xffffffff))


def adler32(data, value=1, /):
    return _sum(_adler32(data, value & 0xffffffff))


def _checked_bytes(data):
    if isinstance(data, (bytes, bytearray, memoryview)):
        return data
    if hasattr(data, 'tobytes'):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def _deflated(data, level, wbits):
    if not -1 <= level <= 9:
        raise error('Bad compression level')
    if not (9 <= wbits <= 15 or -15 <= wbits <= -9 or 25 <= wbits <= 31):
        raise error('Invalid initialization option')
    out, nanos = _deflate(data, level, not 9 <= wbits <= 15)
    _release(nanos)
    if wbits > 15:
        out = (b'\x1f\x8b\x08\0\0\0\0\0' + (b'\x02' if level == 9 else b'\x04' if level == 1 else b'\0') + b'\x03' + out
               + crc32(data).to_bytes(4, 'little') + (len(data) & 0xffffffff).to_bytes(4, 'little'))
    return out


def compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS):
    return _deflated(_checked_bytes(data), level, wbits)


def _gzip_header(data):
    """Length of a gzip header; None: more data is wanted."""
    if len(data) < 10:
        return None if b'\x1f\x8b\x08'.startswith(data[:3]) or data.startswith(b'\x1f\x8b\x08') else -1
    if not data.startswith(b'\x1f\x8b\x08'):
        return -1
    flags = data[3]
    at = 10
    if flags & 4:
        if len(data) < at + 2:
            return None
        at += 2 + int.from_bytes(data[at:at + 2], 'little')
    for flag in (8, 16):
        if flags & flag:
            end = data.find(b'\0', at)
            if end < 0:
                return None
            at = end + 1
    if flags & 2:
        at += 2
    return at if at <= len(data) else None


def _inflated(data, wbits, most=0):
    """(out, used, ended)"""
    head = 0
    gzip = wbits > 31 and data[:1] == b'\x1f' or 16 < wbits <= 31
    if gzip:
        head = _gzip_header(data)
        if head is None:
            return b'', 0, False
        if head < 0:
            raise error('Error -3 while decompressing data: incorrect header check')
    elif wbits > 0 and len(data) >= 2 and ((data[0] << 8 | data[1]) % 31 or data[0] & 15 != 8):
        what = 'incorrect header check' if (data[0] << 8 | data[1]) % 31 else 'unknown compression method'
        raise error(f'Error -3 while decompressing data: {what}')
    out, used, state, nanos = _inflate(data[head:], gzip or wbits < 0, most)
    _release(nanos)
    used += head
    if state < 0:
        if wbits > 0 and not gzip and adler32(out).to_bytes(4, 'big') != data[used - 4:used] and used >= len(data) - 4:
            raise error('Error -3 while decompressing data: incorrect data check')
        raise error('Error -3 while decompressing data: invalid data')
    ended = state == 1
    if ended and gzip:
        if len(data) < used + 8:
            return out, used, False
        if crc32(out) != int.from_bytes(data[used:used + 4], 'little'):
            raise error('Error -3 while decompressing data: incorrect data check')
        if len(out) & 0xffffffff != int.from_bytes(data[used + 4:used + 8], 'little'):
            raise error('Error -3 while decompressing data: incorrect length check')
        used += 8
    return out, used, ended


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    data = bytes(_checked_bytes(data))
    out, used, ended = _inflated(data, wbits)
    if not ended:
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    return out


class Compress:
    _type_name_ = 'zlib.Compress'
    __module__ = 'zlib'

    def compress(self, data, /):
        self._data += _checked_bytes(data)
        return b''

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b''
        out = _deflated(bytes(self._data), self._level, self._wbits)
        self._data = bytearray()
        return out

    def copy(self):
        twin = object.__new__(Compress)
        twin._level = self._level
        twin._wbits = self._wbits
        twin._data = self._data[:]
        return twin

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()


def compressobj(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,
                strategy=Z_DEFAULT_STRATEGY, zdict=None):
    if not -1 <= level <= 9 or method != DEFLATED:
        raise ValueError('Invalid initialization option')
    made = object.__new__(Compress)
    made._level = level
    made._wbits = wbits
    made._data = bytearray()
    if zdict is not None:
        raise NotImplementedError('preset dictionaries are not supported')
    return made


class Decompress:
    _type_name_ = 'zlib.Decompress'
    __module__ = 'zlib'

    def decompress(self, data, /, max_length=0):
        if max_length < 0:
            raise ValueError('max_length must be non-negative')
        if self.eof:
            self.unused_data += bytes(data)
            return b''
        self._data += data
        held = bytes(self._data)
        # from the beginning again: what came out before is dropped
        most = self._given + max_length if max_length else 0
        out, used, ended = _inflated(held, self._wbits, most)
        out = out[self._given:]
        self._given += len(out)
        self.unconsumed_tail = b''
        if ended:
            self.eof = True
            self.unused_data = held[used:]
            self._data = bytearray()
        elif most and len(out) == max_length:
            self.unconsumed_tail = held[used:]
            del self._data[used:]
        return out

    def flush(self, length=DEF_BUF_SIZE, /):
        if length <= 0:
            raise ValueError('length must be greater than zero')
        return self.decompress(self.unconsumed_tail) if self.unconsumed_tail else b''

    def copy(self):
        twin = object.__new__(Decompress)
        twin.__dict__.update(self.__dict__)
        twin._data = self._data[:]
        return twin

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()


def decompressobj(wbits=MAX_WBITS, zdict=b''):
    made = object.__new__(Decompress)
    made._wbits = wbits
    made._data = bytearray()
    made._given = 0
    made.eof = False
    made.unused_data = made.unconsumed_tail = b''
    return made
