"""multiprocessing.connection: the two ends of a pipe, waiting for several of them, and listeners."""

import os
import sys
import time

from _thread import _charge
from _process import (_close, _export, _frame_limit, _import, _name_of, _name_pipe, _pipe, _poll, _read, _write)

from . import util
from .context import AuthenticationError, BufferTooShort
from . import reduction

_ForkingPickler = reduction.ForkingPickler

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

# What CPython 3.11.7 does beyond ours, in calls of an empty function (10 ns): measured without waiting on one core of an
# AMD EPYC, 2026-11-26. It frames messages with `struct` and reads into a `BytesIO`; it makes a selector for every look.
_SEND = 43
_RECEIVE = 43
_WAIT = 80
_WAIT_EACH = 72
# A pipe, and a pair of sockets.
_PIPE = 570
_PAIR = 1_130
# A page of memory that is touched for the first time (1.36 µs) and given back (0.27 µs), which malloc does with every block from
# 128 KiB on (`mmap` and a touch of 2,000 pages; `ru_minflt` of `recv_bytes` agrees for 130 kB to 1 MB).
_PAGE_BYTES = 4096
_PAGE = 163
_FRESH_BYTES = 131072
# Of a client's connection, the socket and four digests, on either side.
_IDENTIFY = 5_800

BUFSIZE = 8192
_FRAME_LIMIT = _frame_limit()
CONNECTION_TIMEOUT = 20.0
families = ['AF_INET', 'AF_UNIX']
default_family = 'AF_UNIX'


class _ConnectionBase:
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable
        self._unnamed = True

    def _show(self):
        """Tells the host what the program calls this end, when it is first written to."""
        self._unnamed = False
        name = _name_of(self)
        if name is not None:
            _name_pipe(self._handle, name, None)

    # ---- what it may be used for

    closed = property(lambda self: self._handle is None)
    readable = property(lambda self: self._readable)
    writable = property(lambda self: self._writable)

    def fileno(self):
        if self._handle is None:
            raise OSError("handle is closed")
        return self._handle

    def _to_read(self):
        self.fileno()
        if not self._readable:
            raise OSError("connection is write-only")

    def _to_write(self):
        self.fileno()
        if not self._writable:
            raise OSError("connection is read-only")

    def close(self):
        handle = self._handle
        if handle is not None:
            try:
                _close(handle)
            finally:
                self._handle = None

    # ---- messages

    def send(self, obj):
        self._to_write()
        self._send_bytes(_ForkingPickler.dumps(obj))

    def recv(self):
        self._to_read()
        return _ForkingPickler.loads(self._recv_bytes(None))

    def poll(self, timeout=0.0):
        self._to_read()
        return self._poll(timeout)

    def send_bytes(self, buf, offset=0, size=None):
        self._to_write()
        if not isinstance(buf, (bytes, bytearray, memoryview)) and hasattr(buf, 'tobytes'):
            buf = buf.tobytes()
        view = memoryview(buf)
        wrong = _wrong_part(len(view), offset, size)
        if wrong:
            raise ValueError(wrong)
        if type(buf) is not bytes or offset or size not in (None, len(buf)):
            buf = bytes(view[offset:] if size is None else view[offset:offset + size])
        self._send_bytes(buf)

    def recv_bytes(self, maxlength=None):
        self._to_read()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        message = self._recv_bytes(maxlength)
        if message is not None:
            return message
        # Too long, and what is left of it is no message: nothing more can be read.
        if self._writable:
            self._readable = False
        else:
            self.close()
        raise OSError("bad message length")

    def recv_bytes_into(self, buf, offset=0):
        self._to_read()
        array = None
        if not isinstance(buf, (bytes, bytearray, memoryview)) and hasattr(buf, 'tobytes'):
            # No view of an `array.array` here: a copy is filled, and copied back.
            array, buf = buf, bytearray(buf.tobytes())
        view = memoryview(buf)
        room = len(view) - offset
        if offset < 0:
            raise ValueError("negative offset")
        if room < 0:
            raise ValueError("offset too large")
        message = self._recv_bytes(None)
        if room < len(message):
            raise BufferTooShort(message)
        view[offset:offset + len(message)] = message
        if array is not None:
            array[:] = type(array)(array.typecode, bytes(buf))
        return len(message)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def _wrong_part(length, offset, size):
    """What is wrong with a part of so many bytes; none if it is one."""
    if offset < 0:
        return "offset is negative"
    if offset > length:
        return "buffer length < offset"
    if size is not None:
        if size < 0:
            return "size is negative"
        if size > length - offset:
            return "buffer length < offset + size"
    return None


class Connection(_ConnectionBase):
    def _send_bytes(self, buf):
        _charge(_SEND)
        if self._unnamed:
            self._show()
        n = len(buf)
        if _FRAME_LIMIT and n > _FRAME_LIMIT:
            # A Python before 3.8, at the size that stands for 2 GiB.
            import struct
            raise struct.error("'i' format requires -2147483648 <= number <= 2147483647")
        if n > 0x7fffffff:
            _write(self._handle, (-1).to_bytes(4, 'big', signed=True) + n.to_bytes(8, 'big'))
            _write(self._handle, buf)
        elif n > 16384:
            # Two writes, rather than a copy of something large.
            _write(self._handle, n.to_bytes(4, 'big'))
            _write(self._handle, buf)
        else:
            _write(self._handle, n.to_bytes(4, 'big') + buf)

    def _recv(self, size):
        part = _read(self._handle, size)
        if len(part) == size:
            return part
        if size >= _FRESH_BYTES:
            self._touch(size)
        parts = []
        left = size
        while True:
            n = len(part)
            if n == 0:
                if left == size:
                    raise EOFError
                raise OSError("got end of file during message")
            parts.append(part)
            left -= n
            if not left:
                return b''.join(parts)
            part = _read(self._handle, left)

    _largest = 0

    def _touch(self, size):
        """What is read of a long message goes into fresh memory; so does the place where it is put together, which stays for others as
        long."""
        grown = max(size - Connection._largest, 0)
        Connection._largest += grown
        _charge((size + grown) // _PAGE_BYTES * _PAGE)

    def _recv_bytes(self, maxsize=None):
        _charge(_RECEIVE)
        size = int.from_bytes(self._recv(4), 'big', signed=True)
        if size == -1:
            size = int.from_bytes(self._recv(8), 'big')
        if maxsize is not None and size > maxsize:
            return None
        return self._recv(size) if size else b''

    def _poll(self, timeout):
        _charge(_WAIT + _WAIT_EACH)
        return bool(_poll([self._handle], None if timeout is None else max(timeout, 0)))

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>'

    def __reduce__(self):
        self.fileno()
        return rebuild_connection, (reduction.DupFd(self._handle), self._readable, self._writable)


def rebuild_connection(duplicate, readable, writable):
    return Connection(duplicate.detach(), readable, writable)


def reduce_connection(conn):
    return conn.__reduce__()


def Pipe(duplex=True):
    one, two = _pipe(bool(duplex))
    _charge(_PAIR if duplex else _PIPE)
    if duplex:
        return Connection(one), Connection(two)
    return Connection(one, writable=False), Connection(two, readable=False)


def wait(object_list, timeout=None):
    """Those of the connections, sentinels and descriptors that are ready."""
    object_list = list(object_list)
    numbers = [obj if isinstance(obj, int) else obj.fileno() for obj in object_list]
    _charge(_WAIT + _WAIT_EACH * len(numbers))
    ready = _poll(numbers, None if timeout is None else max(0.0 + timeout, 0))
    if not ready:
        return []
    return [obj for obj, number in zip(object_list, numbers) if number in ready]


# ---- listeners: an address leads to a pipe into which clients put tickets for connections

_addresses = 0


def _validate_family(family):
    if family == 'AF_PIPE':
        raise ValueError('Family %s is not recognized.' % family)


def address_type(address):
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str and address.startswith('\\\\'):
        return 'AF_PIPE'
    if type(address) is str:
        return 'AF_UNIX'
    raise ValueError('address type of %r unrecognized' % address)


def arbitrary_address(family):
    global _addresses
    _addresses += 1
    if family == 'AF_INET':
        return ('localhost', 0)
    return f'/tmp/pymp-{os.getpid()}/listener-{_addresses}'


def _resolved(address):
    if type(address) is tuple and address[0] == 'localhost':
        return ('127.0.0.1', *address[1:])
    return address


def _key_of(address):
    return f'listener {_resolved(address)!r}'


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        _validate_family(family)
        address = address or arbitrary_address(family)
        if family == 'AF_INET':
            address = _resolved(address)
            if address[1] == 0:
                address = (address[0], 40000 + os.getpid() % 10000 + _next_port())
        self._family = family
        self._address = address
        self._authkey = authkey
        self._last_accepted = None
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')
        from _process import _new_region, _open_region, _store, _unlink
        self._incoming, self._backlog = _pipe(False)
        key = _key_of(address)
        try:
            region = _new_region(key, 8)
        except FileExistsError:
            raise OSError(98, 'Address already in use') from None
        _store(region, 0, _export(self._backlog).to_bytes(8, 'little'))
        self._unlink = util.Finalize(self, _unlink, (key,), exitpriority=0)

    def accept(self):
        if self._incoming is None:
            raise OSError('listener is closed')
        ticket = _read(self._incoming, 8)
        conn = Connection(_import(int.from_bytes(ticket, 'little')))
        self._last_accepted = ''
        if self._authkey:
            _charge(_IDENTIFY)
            deliver_challenge(conn, self._authkey)
            answer_challenge(conn, self._authkey)
        return conn

    def close(self):
        incoming = self._incoming
        if incoming is not None:
            self._incoming = None
            _close(incoming)
            _close(self._backlog)
            self._unlink()

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


_ports = 0


def _next_port():
    global _ports
    _ports += 1
    return _ports


def Client(address, family=None, authkey=None):
    from _process import _load, _open_region
    family = family or address_type(address)
    _validate_family(family)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    try:
        region, size = _open_region(_key_of(address))
    except FileNotFoundError:
        if family == 'AF_UNIX':
            raise FileNotFoundError(2, 'No such file or directory') from None
        raise ConnectionRefusedError(111, 'Connection refused') from None
    backlog = _import(int.from_bytes(_load(region, 0, 8), 'little'), True)
    ours, theirs = _pipe(True)
    try:
        _write(backlog, _export(theirs).to_bytes(8, 'little'))
    except BrokenPipeError:
        raise ConnectionRefusedError(111, 'Connection refused') from None
    finally:
        _close(backlog)
        _close(theirs)
    conn = Connection(ours)
    if authkey is not None:
        _charge(_IDENTIFY)
        answer_challenge(conn, authkey)
        deliver_challenge(conn, authkey)
    return conn


MESSAGE_LENGTH = 20
CHALLENGE = b'#CHALLENGE#'
WELCOME = b'#WELCOME#'
FAILURE = b'#FAILURE#'


def _digest(key, message):
    """A keyed sum: what it protects never leaves this machine, which is a simulated one."""
    value = 0xcbf29ce484222325
    for byte in key + message + key:
        value = (value ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    return value.to_bytes(8, 'little')


def deliver_challenge(connection, authkey):
    if not isinstance(authkey, bytes):
        raise ValueError(f"Authkey must be bytes, not {type(authkey)!s}")
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    if connection.recv_bytes(256) == _digest(authkey, message):
        connection.send_bytes(WELCOME)
    else:
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')


def answer_challenge(connection, authkey):
    if not isinstance(authkey, bytes):
        raise ValueError(f"Authkey must be bytes, not {type(authkey)!s}")
    message = connection.recv_bytes(256)
    assert message[:len(CHALLENGE)] == CHALLENGE, 'message = %r' % message
    connection.send_bytes(_digest(authkey, message[len(CHALLENGE):]))
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')
