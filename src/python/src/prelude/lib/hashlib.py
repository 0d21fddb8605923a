"""hashlib over `_hashlib` (modules/digest.rs). Data from 2048 bytes on is hashed without the GIL, as in CPython."""

from _hashlib import (blake2_start as _blake2_start, finish as _finish, release as _release, turns as _turns,
                      update as _update)

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224',
                         'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'}
algorithms_available = set(algorithms_guaranteed)

__all__ = sorted(algorithms_guaranteed) + ['new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac',
                                           'file_digest']

# digest and block size in bytes
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128), 'sha3_224': (28, 144), 'sha3_256': (32, 136), 'sha3_384': (48, 104), 'sha3_512': (64, 72),
          'shake_128': (0, 168), 'shake_256': (0, 136)}


class HASH:
    _type_name_ = '_hashlib.HASH'
    __slots__ = ('name', 'digest_size', 'block_size', '_state')
    __module__ = '_hashlib'

    def __init__(self, *args, **kwargs):
        raise TypeError(f"cannot create '{type(self).__module__}.{type(self).__name__}' instances")

    def update(self, obj, /):
        self._state, nanos = _update(self.name, self._state, obj)
        if nanos:
            _release(nanos)

    def digest(self):
        return _finish(self.name, self._state, 0)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        twin = object.__new__(type(self))
        twin.name = self.name
        twin.digest_size = self.digest_size
        twin.block_size = self.block_size
        twin._state = self._state
        return twin

    def __repr__(self):
        return f'<{self.name} {type(self).__module__}.{type(self).__name__} object @ {hex(id(self))}>'


class HASHXOF(HASH):
    _type_name_ = '_hashlib.HASHXOF'
    __slots__ = ()
    __module__ = '_hashlib'

    def digest(self, length):
        return _finish(self.name, self._state, length)

    def hexdigest(self, length):
        return self.digest(length).hex()


def _made(name, data):
    made = object.__new__(HASHXOF if name.startswith('shake') else HASH)
    made.name = name
    made.digest_size, made.block_size = _SIZES[name]
    made._state = b''
    made.update(data)
    return made


def md5(string=b'', *, usedforsecurity=True):
    return _made('md5', string)


def sha1(string=b'', *, usedforsecurity=True):
    return _made('sha1', string)


def sha224(string=b'', *, usedforsecurity=True):
    return _made('sha224', string)


def sha256(string=b'', *, usedforsecurity=True):
    return _made('sha256', string)


def sha384(string=b'', *, usedforsecurity=True):
    return _made('sha384', string)


def sha512(string=b'', *, usedforsecurity=True):
    return _made('sha512', string)


def sha3_224(string=b'', *, usedforsecurity=True):
    return _made('sha3_224', string)


def sha3_256(string=b'', *, usedforsecurity=True):
    return _made('sha3_256', string)


def sha3_384(string=b'', *, usedforsecurity=True):
    return _made('sha3_384', string)


def sha3_512(string=b'', *, usedforsecurity=True):
    return _made('sha3_512', string)


def shake_128(string=b'', *, usedforsecurity=True):
    return _made('shake_128', string)


def shake_256(string=b'', *, usedforsecurity=True):
    return _made('shake_256', string)


def _blake2(cls, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth, inner_size,
            last_node):
    word = 8 if cls.name == 'blake2b' else 4
    if not 1 <= digest_size <= cls.MAX_DIGEST_SIZE:
        raise ValueError(f'digest_size must be between 1 and {cls.MAX_DIGEST_SIZE} bytes')
    if len(salt) > cls.SALT_SIZE:
        raise ValueError(f'maximum salt length is {cls.SALT_SIZE} bytes')
    if len(person) > cls.PERSON_SIZE:
        raise ValueError(f'maximum person length is {cls.PERSON_SIZE} bytes')
    if not 0 <= fanout <= 255:
        raise ValueError('fanout must be between 0 and 255')
    if not 1 <= depth <= 255:
        raise ValueError('depth must be between 1 and 255')
    if not 0 <= leaf_size < 1 << 32:
        raise OverflowError('leaf_size is too large')
    if not 0 <= node_offset < (1 << 64 if word == 8 else 1 << 48):
        raise OverflowError('node_offset is too large')
    if not 0 <= node_depth <= 255:
        raise ValueError('node_depth must be between 0 and 255')
    if not 0 <= inner_size <= cls.MAX_DIGEST_SIZE:
        raise ValueError(f'inner_size must be between 0 and is {cls.MAX_DIGEST_SIZE}')
    if len(key) > cls.MAX_KEY_SIZE:
        raise ValueError(f'maximum key length is {cls.MAX_KEY_SIZE} bytes')
    tree = (bytes([fanout, depth]) + leaf_size.to_bytes(4, 'little') + node_offset.to_bytes(word if word == 8 else 6, 'little')
            + bytes([node_depth, inner_size, bool(last_node)]))
    made = object.__new__(cls)
    made.digest_size = digest_size
    made._state = _blake2_start(cls.name, digest_size, bytes(key), bytes(salt), bytes(person), tree)
    made.update(data)
    return made


class _Blake2:
    __slots__ = ('digest_size', '_state')

    def update(self, data, /):
        self._state, nanos = _update(self.name, self._state, data)
        if nanos:
            _release(nanos)

    def digest(self):
        return _finish(self.name, self._state, 0)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        twin = object.__new__(type(self))
        twin.digest_size = self.digest_size
        twin._state = self._state
        return twin


class blake2b(_Blake2):
    _type_name_ = '_blake2.blake2b'
    __slots__ = ()
    __module__ = '_blake2'
    name = 'blake2b'
    block_size = 128
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16

    def __new__(cls, data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,
                node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        return _blake2(cls, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
                       inner_size, last_node)


class blake2s(_Blake2):
    _type_name_ = '_blake2.blake2s'
    __slots__ = ()
    __module__ = '_blake2'
    name = 'blake2s'
    block_size = 64
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8

    def __new__(cls, data=b'', /, *, digest_size=32, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,
                node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        return _blake2(cls, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
                       inner_size, last_node)


def new(name, data=b'', **kwargs):
    if not isinstance(name, str):
        raise TypeError(f'new() argument 1 must be str, not {type(name).__name__}')
    found = name.lower().replace('-', '_')
    found = {'sha_1': 'sha1', 'sha_224': 'sha224', 'sha_256': 'sha256', 'sha_384': 'sha384', 'sha_512': 'sha512',
             'blake2b512': 'blake2b', 'blake2s256': 'blake2s', 'shake128': 'shake_128', 'shake256': 'shake_256'}.get(found, found)
    if found == 'blake2b':
        return blake2b(data, **kwargs)
    if found == 'blake2s':
        return blake2s(data, **kwargs)
    if found not in _SIZES:
        raise ValueError(f'unsupported hash type {name}')
    return _made(found, data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    size = new(hash_name).digest_size
    if dklen is None:
        dklen = size
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')
    key = bytes(password)
    start = new(hash_name)
    if len(key) > start.block_size:
        key = new(hash_name, key).digest()
    key = key.ljust(start.block_size, b'\0')
    inner = new(hash_name, bytes(byte ^ 0x36 for byte in key))
    outer = new(hash_name, bytes(byte ^ 0x5c for byte in key))
    out = b''
    block = 1
    while len(out) < dklen:
        within, last = inner.copy(), outer.copy()
        within.update(salt + block.to_bytes(4, 'big'))
        last.update(within.digest())
        mixed = last = last.digest()
        left = iterations - 1
        while left:
            last, mixed, left, nanos = _turns(inner.name, inner._state, outer._state, last, mixed, left)
            _release(nanos)
        out += mixed
        block += 1
    return out[:dklen]


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        made.update(fileobj.getbuffer())
        return made
    while True:
        part = fileobj.read(_bufsize)
        if not part:
            return made
        made.update(part)
