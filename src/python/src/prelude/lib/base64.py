"""base64: the encodings of RFC 4648, and Ascii85."""

import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode', 'a85decode',
           'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']

MAXLINESIZE = 76
MAXBINSIZE = 57


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except ValueError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return _raw(s)
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}') from None


def _raw(s):
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    view = s if hasattr(s, 'tobytes') else memoryview(s)
    return view.tobytes()


def _must_be(count, characters):
    if len(characters) != count:
        raise AssertionError(repr(characters))
    return characters


def b64encode(s, altchars=None):
    text = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return text
    return text.translate(bytes.maketrans(b'+/', _must_be(2, altchars)))


def b64decode(s, altchars=None, validate=False):
    text = _bytes(s)
    if altchars is not None:
        text = text.translate(bytes.maketrans(_must_be(2, _bytes(altchars)), b'+/'))
    return binascii.a2b_base64(text, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b'+/', b'-_'))


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(bytes.maketrans(b'-_', b'+/')))


_BASE32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_BASE32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _b32encode(alphabet, s):
    s = _raw(s)
    out = bytearray()
    for at in range(0, len(s), 5):
        chunk = s[at:at + 5]
        number = int.from_bytes(chunk.ljust(5, b'\0'), 'big')
        used = (len(chunk) * 8 + 4) // 5
        for i in range(8):
            out.append(alphabet[number >> 35 - 5 * i & 31] if i < used else 61)
    return bytes(out)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = bytes(_bytes(s))
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        one = _must_be(1, _bytes(map01))
        s = s.translate(bytes.maketrans(b'01', b'O' + one))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    padding = length - len(s)
    values = {c: i for i, c in enumerate(alphabet)}
    out = bytearray()
    for at in range(0, len(s), 8):
        number = 0
        chunk = s[at:at + 8]
        try:
            for c in chunk:
                number = number << 5 | values[c]
        except KeyError:
            raise binascii.Error('Non-base32 digit found') from None
        out += (number << 5 * (8 - len(chunk))).to_bytes(5, 'big')
    if length % 8 or padding not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    if padding and out:
        del out[-((padding * 5 + 7) // 8):]
    return bytes(out)


def b32encode(s):
    return _b32encode(_BASE32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_BASE32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_BASE32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_BASE32_HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = bytes(_bytes(s))
    if casefold:
        s = s.upper()
    for c in s:
        if c not in b'0123456789ABCDEF':
            raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


_BASE85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_ASCII85 = bytes(range(33, 118))


def _encode85(b, alphabet, pad, zeros=False, spaces=False):
    b = _raw(b)
    padding = -len(b) % 4
    b += b'\0' * padding
    out = []
    for at in range(0, len(b), 4):
        word = int.from_bytes(b[at:at + 4], 'big')
        if zeros and not word:
            out.append(b'z')
        elif spaces and word == 0x20202020:
            out.append(b'y')
        else:
            digits = bytearray()
            for _ in range(5):
                word, digit = divmod(word, 85)
                digits.insert(0, alphabet[digit])
            out.append(bytes(digits))
    if padding and not pad:
        if out[-1] == b'z':
            out[-1] = alphabet[:1] * 5
        out[-1] = out[-1][:-padding]
    return b''.join(out)


def b85encode(b, pad=False):
    return _encode85(b, _BASE85, pad)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    out = _encode85(b, _ASCII85, pad, True, foldspaces)
    if adobe:
        out = b'<~' + out
    if wrapcol:
        # The marks of the ends must stay whole.
        wrapcol = max(wrapcol, 1 + bool(adobe))
        lines = [out[i:i + wrapcol] for i in range(0, len(out), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        out = b'\n'.join(lines)
    if adobe:
        out += b'~>'
    return out


def b85decode(b):
    b = bytes(_bytes(b))
    values = {c: i for i, c in enumerate(_BASE85)}
    padding = -len(b) % 5
    b += b'~' * padding
    out = bytearray()
    for at in range(0, len(b), 5):
        word = 0
        for i, c in enumerate(b[at:at + 5]):
            if c not in values:
                raise ValueError(f'bad base85 character at position {at + i}')
            word = word * 85 + values[c]
        if word > 0xffffffff:
            raise ValueError(f'base85 overflow in hunk starting at byte {at}')
        out += word.to_bytes(4, 'big')
    return bytes(out[:-padding]) if padding else bytes(out)


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = bytes(_bytes(b))
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out = bytearray()
    word = []

    def finish(digits):
        number = 0
        for digit in digits:
            number = number * 85 + digit - 33
        if number > 0xffffffff:
            raise ValueError('Ascii85 overflow')
        return number.to_bytes(4, 'big')

    for c in b:
        if 33 <= c <= 117:
            word.append(c)
            if len(word) == 5:
                out += finish(word)
                word = []
        elif c == 122:
            if word:
                raise ValueError('z inside Ascii85 5-tuple')
            out += b'\0\0\0\0'
        elif foldspaces and c == 121:
            if word:
                raise ValueError('y inside Ascii85 5-tuple')
            out += b'    '
        elif c in ignorechars:
            pass
        else:
            raise ValueError(f'Non-Ascii85 digit found: {chr(c)}')
    if word:
        missing = 5 - len(word)
        out += finish(word + [117] * missing)[:4 - missing]
    return bytes(out)


def _pieces(file):
    """As many bytes at a time as make a line, however few the file gives at once."""
    kept = b''
    while True:
        more = file.read(MAXBINSIZE - len(kept))
        kept += more
        if kept and (not more or len(kept) >= MAXBINSIZE):
            yield kept
            kept = b''
        if not more:
            return


def encode(input, output):
    for piece in _pieces(input):
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    for line in input:
        output.write(binascii.a2b_base64(line))


def _check_input(s):
    if not isinstance(s, (bytes, bytearray, memoryview)) and not hasattr(s, 'tobytes'):
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}')
    return _raw(s)


def encodebytes(s):
    s = _check_input(s)
    return b''.join([binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    s = _check_input(s)
    return binascii.a2b_base64(s)
