"""binascii over `_binary` and `_zlib`."""

from _binary import b64decode as _b64decode, b64encode as _b64encode


class Error(ValueError):
    __module__ = 'binascii'


class Incomplete(Exception):
    __module__ = 'binascii'


def _plain(data):
    """An array as its bytes."""
    if isinstance(data, (str, bytes, bytearray, memoryview)) or not hasattr(data, 'tobytes'):
        return data
    return data.tobytes()


def b2a_base64(data, /, *, newline=True):
    out = _b64encode(_plain(data))
    return out + b'\n' if newline else out


def a2b_base64(data, /, *, strict_mode=False):
    out = _b64decode(_plain(data), bool(strict_mode))
    if isinstance(out, str):
        raise Error(out)
    return out


def hexlify(data, sep=None, bytes_per_sep=1):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        if not hasattr(data, 'tobytes'):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        data = data.tobytes()
    text = bytes(data).hex() if sep is None else bytes(data).hex(sep, bytes_per_sep)
    return text.encode('ascii')


b2a_hex = hexlify


def unhexlify(hexstr, /):
    hexstr = _plain(hexstr)
    if isinstance(hexstr, str):
        if not hexstr.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        text = hexstr
    elif isinstance(hexstr, (bytes, bytearray, memoryview)):
        text = bytes(hexstr).decode('latin-1')
    else:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(hexstr).__name__}'")
    if len(text) % 2:
        raise Error('Odd-length string')
    for c in text:
        if c not in '0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


a2b_hex = unhexlify


def crc32(data, crc=0, /):
    import zlib
    return zlib.crc32(_plain(data), crc)


def crc_hqx(data, crc, /):
    crc &= 0xffff
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021) & 0xffff if crc & 0x8000 else crc << 1
    return crc


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    out = []
    line = 0
    data = bytes(data)
    for at, byte in enumerate(data):
        c = bytes([byte])
        following = data[at + 1:at + 2]
        if istext and (c == b'\n' or c == b'\r' and following == b'\n'):
            out.append(c)
            line = 0
            continue
        if header and c == b' ':
            c = b'_'
        elif (byte > 126 or c == b'=' or header and c == b'_' or byte < 32 and c != b'\t' or not istext and c in b'\r\n'
              or c in b' \t' and (quotetabs or not following or following in (b'\n', b'\r'))
              or c == b'.' and line == 0 and following in (b'\n', b'\r', b'')):
            c = b'=%02X' % byte
        if line + len(c) > 75 and following not in (b'\n', b''):
            out.append(b'=\n')
            line = 0
        out.append(c)
        line += len(c)
    return b''.join(out)


def a2b_qp(data, header=False):
    data = data.encode('ascii') if isinstance(data, str) else bytes(data)
    out = bytearray()
    at = 0
    while at < len(data):
        c = data[at:at + 1]
        if c == b'=':
            two = data[at + 1:at + 3]
            if two[:1] in (b'\n', b'\r') or not two:
                end = data.find(b'\n', at)
                at = len(data) if end < 0 else end + 1
                continue
            try:
                out.append(int(two, 16))
                at += 3
            except ValueError:
                out += b'='
                at += 1
            continue
        out += b' ' if header and c == b'_' else c
        at += 1
    return bytes(out)


def b2a_uu(data, /, *, backtick=False):
    data = bytes(_plain(data))
    if len(data) > 45:
        raise Error('At most 45 bytes at once')

    def digit(value):
        return 96 if backtick and not value else value + 32

    out = bytearray([digit(len(data))])
    for at in range(0, len(data), 3):
        word = int.from_bytes(data[at:at + 3].ljust(3, b'\0'), 'big')
        out += bytes([digit(word >> shift & 63) for shift in (18, 12, 6, 0)])
    return bytes(out + b'\n')


def a2b_uu(data, /):
    data = _plain(data)
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        data = data.encode()
    data = bytes(data)
    length = (data[0] - 32 & 63) if data else 32
    bits = []
    at = 1
    while len(bits) * 6 < length * 8:
        c = data[at] if at < len(data) else 32
        if c in b'\r\n' or at >= len(data):
            c = 32
        else:
            at += 1
            if not 32 <= c <= 96:
                raise Error('Illegal char')
        bits.append(c - 32 & 63)
    number = 0
    for six in bits:
        number = number << 6 | six
    spare = len(bits) * 6 - length * 8
    for c in data[at:]:
        if c not in (32, 96, 10, 13):
            raise Error('Trailing garbage')
    return (number >> spare).to_bytes(length, 'big')
