"""socket: a simulated network. Threads talk to each other over localhost; remote hosts answer HTTP (see `_net`)."""

import _net
from _sockets import (Bell, Connection, Mailbox, Port, Wire, by_fd as _by_fd, connect_pair, free_fd, free_port,
                      ports as _ports, wait_any)
from enum import IntEnum, IntFlag
import errno as _errno
import io

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = 'socket'
AddressFamily = IntEnum('AddressFamily', {'AF_UNSPEC': 0, 'AF_UNIX': 1, 'AF_INET': 2, 'AF_INET6': 10})
SocketKind = IntEnum('SocketKind', {'SOCK_STREAM': 1, 'SOCK_DGRAM': 2, 'SOCK_RAW': 3})
MsgFlag = IntFlag('MsgFlag', {'MSG_PEEK': 2, 'MSG_WAITALL': 256, 'MSG_DONTWAIT': 64})
AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = AddressFamily
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = SocketKind
SOCK_NONBLOCK, SOCK_CLOEXEC = 2048, 524288
MSG_PEEK, MSG_WAITALL, MSG_DONTWAIT = 2, 256, 64
SOL_SOCKET, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = 1, 2, 3, 4, 6, 7, 8, 9
SO_LINGER, SO_REUSEPORT = 13, 15
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
IPV6_V6ONLY = 26
TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 1, 4, 5, 6
SOMAXCONN = 4096
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST = 0, 0x7f000001, 0xffffffff
AI_PASSIVE, AI_CANONNAME = 1, 2
EAI_NONAME, EAI_FAMILY = -2, -6
NI_NUMERICHOST, NI_NUMERICSERV = 1, 2
has_ipv6 = True
SocketType = None
# A server of the simulated network closes a connection on which nothing happens.
_IDLE_NANOS = 5_000_000_000
_OPEN_PORTS = (80, 443, 8080)
_MORE_PORTS = {'scanme.nmap.org': (22, 9929, 31337)}
_default_timeout = None
_GLOBAL_DEFAULT_TIMEOUT = object()


def _problem(number, kind=OSError):
    return kind(number, _errno._TEXTS[number])


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(value, /):
    global _default_timeout
    _default_timeout = _checked_timeout(value)


def _checked_timeout(value):
    if value is None:
        return None
    if not hasattr(value, '__float__') and not hasattr(value, '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if value < 0:
        raise ValueError('Timeout value out of range')
    return float(value)


class _Remote:
    """The far end of a connection that leaves this machine: understands HTTP requests."""

    def __init__(self, host, address, secure):
        self.host = host
        self.address = address
        self.secure = secure
        self.sent = bytearray()
        self.received = bytearray()
        self.pool = None
        self.over = False

    def send(self, data):
        self.sent += data
        return len(data)

    def request(self):
        """A whole request taken off what was sent: (method, url, headers, body, keep alive), or None."""
        end = self.sent.find(b'\r\n\r\n')
        width = 4
        if end < 0:
            end = self.sent.find(b'\n\n')
            width = 2
        if end < 0:
            return None
        lines = self.sent[:end].decode('latin-1').splitlines()
        headers = []
        for line in lines[1:]:
            name, mark, value = line.partition(':')
            if mark:
                headers.append((name.strip(), value.strip()))
        fields = {name.lower(): value for name, value in headers}
        size = int(fields.get('content-length', '0') or 0)
        if len(self.sent) < end + width + size:
            return None
        body = bytes(self.sent[end + width:end + width + size])
        del self.sent[:end + width + size]
        words = lines[0].split() if lines else []
        if len(words) < 2:
            return ('GET', None, headers, body, False)
        version = words[2] if len(words) > 2 else 'HTTP/1.0'
        alive = version == 'HTTP/1.1' and fields.get('connection', '').lower() != 'close'
        scheme = 'https' if self.secure or self.address[1] == 443 else 'http'
        host = fields.get('host', self.host)
        url = words[1] if '://' in words[1] else f'{scheme}://{host}{words[1]}'
        return (words[0], url, headers, body, alive)

    def recv(self, size, timeout, peek):
        limit = None if timeout is None else int(timeout * 1e9)
        if not self.received and not self.over:
            request = self.request()
            if request is None:
                nanos = _IDLE_NANOS if limit is None else min(_IDLE_NANOS, limit)
                _net.wait(nanos, f'data from {self.host}')
                if limit is not None and limit < _IDLE_NANOS:
                    raise TimeoutError('timed out')
                self.over = True
                return b''
            method, url, headers, body, alive = request
            if url is None:
                self.over = True
                self.received += b'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
            else:
                target = _net.target_of(url)
                self.pool = {target.key}
                planned = _net.plan(method, url, headers, body, self.pool)
                try:
                    reply = _net.perform(planned, limit)
                except _net.Failure as failure:
                    raise TimeoutError('timed out') if failure.kind == 'timeout' else _problem(104, ConnectionResetError)
                if not alive:
                    reply.headers = [pair for pair in reply.headers if pair[0] != 'Connection']
                    reply.headers.append(('Connection', 'close'))
                    self.over = True
                self.received += reply.to_bytes(head_only=method == 'HEAD')
        part = bytes(self.received[:size])
        if not peek:
            del self.received[:len(part)]
        return part


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family = AF_INET if family == -1 else AddressFamily(family)
        kind = SOCK_STREAM if type == -1 else type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        self.type = SocketKind(kind)
        self.proto = 0 if proto == -1 else proto
        self._fd = free_fd()
        _by_fd[self._fd] = self
        self._timeout = _default_timeout
        if type != -1 and type & SOCK_NONBLOCK:
            self._timeout = 0.0
        self._address = None
        self._port = self._mailbox = self._link = self._remote = self._peer = None
        self._options = {}
        self._files = 0
        self._closing = False
        self._no_read = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closing:
            self.close()

    def __repr__(self):
        family = self.family
        shown = '[closed] ' if self._fd < 0 else ''
        text = f"<{type(self).__module__}.{type(self).__qualname__} {shown}fd={self._fd}, family={int(family)}, " \
               f"type={int(self.type)}, proto={self.proto}"
        if self._fd >= 0:
            text += f", laddr={self.getsockname()!r}"
            if self._peer is not None:
                text += f", raddr={self._peer!r}"
        return text + '>'

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def _open(self):
        if self._fd < 0:
            raise _problem(9)

    # -- settings

    def fileno(self):
        return self._fd

    def detach(self):
        fd, self._fd = self._fd, -1
        _by_fd.pop(fd, None)
        return fd

    def settimeout(self, value, /):
        self._timeout = _checked_timeout(value)

    def gettimeout(self):
        return self._timeout

    timeout = property(gettimeout)

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    def setsockopt(self, level, optname, value, optlen=None, /):
        self._open()
        self._options[level, optname] = value

    def getsockopt(self, level, optname, buflen=0, /):
        self._open()
        if (level, optname) == (SOL_SOCKET, SO_TYPE):
            return int(self.type)
        if (level, optname) in ((SOL_SOCKET, SO_SNDBUF), (SOL_SOCKET, SO_RCVBUF)):
            return self._options.get((level, optname), 212992)
        return self._options.get((level, optname), 0)

    def set_inheritable(self, inheritable):
        self._options['inheritable'] = bool(inheritable)

    def get_inheritable(self):
        return self._options.get('inheritable', False)

    def getsockname(self):
        self._open()
        if self._link is not None:
            return self._link.own
        if self._address is not None:
            return self._address
        return '' if self.family == AF_UNIX else ('0.0.0.0', 0) if self.family == AF_INET else ('::', 0, 0, 0)

    def getpeername(self):
        self._open()
        if self._peer is None:
            raise _problem(107)
        return self._peer

    # -- addresses

    def _checked(self, address, what):
        if self.family == AF_UNIX:
            return address
        if not isinstance(address, tuple):
            raise TypeError(f"{what}(): AF_INET address must be tuple, not {type(address).__name__}")
        if len(address) not in (2, 4):
            raise TypeError(f"AF_INET address must be a pair (host, port)")
        host, port = address[0], address[1]
        if not isinstance(host, str):
            raise TypeError(f"str, bytes or bytearray expected, not {type(host).__name__}")
        if not isinstance(port, int):
            raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
        if not 0 <= port <= 65535:
            raise OverflowError(f"{what}(): port must be 0-65535.")
        return host, port

    @property
    def _space(self):
        return 'unix' if self.family == AF_UNIX else 'tcp' if self.type == SOCK_STREAM else 'udp'

    def _key(self, address):
        return (self._space, address if self.family == AF_UNIX else address[1])

    def bind(self, address, /):
        self._open()
        address = self._checked(address, 'bind')
        if self._address is not None:
            raise _problem(22)
        if self.family != AF_UNIX:
            host, port = address
            if not _net.is_local(host) and host != '<broadcast>':
                _resolved(host)
                raise _problem(99)
            if port == 0:
                port = free_port()
            host = {'': '0.0.0.0', 'localhost': '127.0.0.1'}.get(host, host)
            address = (host, port)
        key = self._key(address)
        if key in _ports:
            raise _problem(98)
        self._address = address
        if self.type == SOCK_DGRAM:
            self._mailbox = _ports[key] = Mailbox(address)
        else:
            # taken, though nobody listens yet
            _ports[key] = None

    def listen(self, backlog=128, /):
        self._open()
        if self._port is not None:
            return
        if self._address is None:
            self._address = ('0.0.0.0', free_port())
        self._port = _ports[self._key(self._address)] = Port(self._address)

    def accept(self):
        self._open()
        port = self._port
        if port is None:
            raise _problem(22)
        with port.cond:
            self._wait(port, port.readable)
            if not port.queue:
                raise _problem(9 if self._fd < 0 else 22)
            link = port.take()
        made = socket(self.family, self.type, self.proto)
        made._link, made._peer, made._address = link, link.peer, link.own
        return made, link.peer

    def _wait(self, bell, ready):
        """With the bell's lock held: waits as long as the timeout says."""
        if ready():
            return
        if self._timeout == 0.0:
            raise _problem(11, BlockingIOError)
        if not bell.wait_until(ready, self._timeout):
            raise TimeoutError('timed out')

    def connect(self, address, /):
        self._open()
        address = self._checked(address, 'connect')
        if self.type == SOCK_DGRAM:
            self._peer = address
            return
        if self._link is not None or self._remote is not None:
            raise _problem(106)
        if self.family != AF_UNIX and not _net.is_local(address[0]):
            return self._connect_remote(*address)
        port = _ports.get(self._key(address))
        if port is None:
            if self.family == AF_UNIX:
                raise _problem(2, FileNotFoundError)
            raise _problem(111, ConnectionRefusedError)
        if self.family == AF_UNIX:
            own, server = '', address
        else:
            own = self._address or ('127.0.0.1', free_port())
            server = ('127.0.0.1', address[1])
        link, other = connect_pair(own, server)
        self._link, self._peer, self._address = link, server, own
        port.add(other)

    def _connect_remote(self, host, port):
        address = (_resolved(host), port)
        nanos = _net.connect_nanos('tcp', host)
        reachable = _net.answers(host)
        if not reachable:
            nanos = _net.CONNECT_TIMEOUT_NANOS
        limit = None if self._timeout is None else int(self._timeout * 1e9)
        what = f'a connection to {host}:{port}'
        if limit == 0:
            raise _problem(115, BlockingIOError)
        if limit is not None and limit < nanos:
            _net.wait(limit, what)
            raise TimeoutError('timed out')
        _net.wait(nanos, what)
        if not reachable:
            raise _problem(110, TimeoutError)
        if port not in _OPEN_PORTS and port not in _MORE_PORTS.get(host, ()):
            raise _problem(111, ConnectionRefusedError)
        self._remote = _Remote(host, address, False)
        self._peer = address
        self._address = ('192.0.2.10', free_port())

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except gaierror:
            raise
        except TimeoutError as problem:
            return problem.errno or 11
        except OSError as problem:
            return problem.errno
        return 0

    # -- data

    def _linked(self):
        self._open()
        if self._link is None:
            raise _problem(107)
        return self._link

    def send(self, data, flags=0, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._open()
        if self._remote is not None:
            return self._remote.send(data)
        if self.type == SOCK_DGRAM:
            if self._peer is None:
                raise _problem(89)
            return self.sendto(data, self._peer)
        wire = self._linked().outgoing
        with wire.cond:
            if wire.ended or wire.abandoned:
                raise _problem(32, BrokenPipeError)
            if not data:
                return 0
            self._wait(wire, wire.writable)
            if wire.abandoned:
                raise _problem(104, ConnectionResetError)
            return wire.put(data)

    def sendall(self, data, flags=0, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        while data:
            data = data[self.send(data):]

    def sendfile(self, file, offset=0, count=None):
        file.seek(offset)
        data = file.read() if count is None else file.read(count)
        self.sendall(data)
        return len(data)

    def recv(self, bufsize, flags=0, /):
        self._open()
        if not isinstance(bufsize, int):
            raise TypeError(f"'{type(bufsize).__name__}' object cannot be interpreted as an integer")
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        if self._remote is not None:
            return self._remote.recv(bufsize, self._timeout, bool(flags & MSG_PEEK))
        if self.type == SOCK_DGRAM:
            return self.recvfrom(bufsize, flags)[0]
        wire = self._linked().incoming
        if self._no_read:
            return b''
        with wire.cond:
            if flags & MSG_DONTWAIT and not wire.readable():
                raise _problem(11, BlockingIOError)
            self._wait(wire, wire.readable)
            if self._fd < 0:
                raise _problem(9)
            if flags & MSG_WAITALL:
                self._wait(wire, lambda: len(wire.data) >= bufsize or wire.ended)
            return wire.take(bufsize, bool(flags & MSG_PEEK))

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer), flags)
        buffer[:len(data)] = data
        return len(data)

    def sendto(self, data, *rest):
        address = rest[-1]
        self._open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self.type == SOCK_STREAM:
            return self.send(data)
        address = self._checked(address, 'sendto')
        if self._mailbox is None:
            self.bind('' if self.family == AF_UNIX else ('', 0))
        if self.family == AF_UNIX or _net.is_local(address[0]) or address[0] in ('<broadcast>', '255.255.255.255'):
            box = _ports.get(self._key(address))
            own = self._address
            if self.family != AF_UNIX and own[0] == '0.0.0.0':
                own = ('127.0.0.1', own[1])
            if box is not None:
                box.add(own, bytes(data))
        else:
            _resolved(address[0])
        return len(data)

    def recvfrom(self, bufsize, flags=0, /):
        self._open()
        if self.type == SOCK_STREAM:
            return self.recv(bufsize, flags), None
        if self._mailbox is None:
            self.bind(('', 0))
        box = self._mailbox
        with box.cond:
            self._wait(box, box.readable)
            sender, data = box.queue.popleft()
            box.show(len(box.queue))
        return data[:bufsize], sender

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        self._files += 1
        return _SocketFile(self, mode, encoding or 'utf-8', errors or 'strict', newline)

    def shutdown(self, how, /):
        self._open()
        if self._remote is not None:
            return
        link = self._linked()
        if how in (SHUT_WR, SHUT_RDWR):
            link.outgoing.end()
        if how in (SHUT_RD, SHUT_RDWR):
            self._no_read = True
            with link.incoming.cond:
                link.incoming.ended = True
                link.incoming.ring()

    def close(self):
        self._closing = True
        if self._files <= 0:
            self._close()

    def _file_closed(self):
        self._files -= 1
        if self._closing and self._files <= 0:
            self._close()

    def _close(self):
        if self._fd < 0:
            return
        _by_fd.pop(self._fd, None)
        self._fd = -1
        if self._link is not None:
            self._link.close()
        if self._port is not None:
            self._port.close()
        if self._link is None and self._address is not None and self._remote is None:
            _ports.pop(self._key(self._address), None)

    def dup(self):
        made = socket(self.family, self.type, self.proto)
        made._link, made._port, made._peer, made._address = self._link, self._port, self._peer, self._address
        made._mailbox, made._remote = self._mailbox, self._remote
        return made

    # -- for select

    def _can_read(self):
        if self._port is not None:
            return self._port.readable()
        if self._link is not None:
            return self._link.incoming.readable()
        if self._mailbox is not None:
            return self._mailbox.readable()
        return self._remote is not None

    def _can_write(self):
        if self._link is not None:
            return self._link.outgoing.writable()
        return self._port is None

    def _bells(self):
        found = [bell for bell in (self._port, self._mailbox) if bell is not None]
        if self._link is not None:
            found += [self._link.incoming, self._link.outgoing]
        return found


SocketType = socket


class _SocketFile(io.IOBase):
    """A socket as a file. What was written goes out at `flush`, and at once where no buffering was asked for."""

    def __init__(self, sock, mode, encoding, errors, newline):
        self._sock = sock
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self._binary = 'b' in mode
        self._reads = 'r' in mode or 'w' not in mode
        self._writes = 'w' in mode
        self._newline = newline
        self._left = b''
        self._out = []
        self.name = sock.fileno()

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def seekable(self):
        return False

    def fileno(self):
        return self._sock.fileno()

    def _shown(self, data):
        if self._binary:
            return data
        text = data.decode(self.encoding, self.errors)
        return text if self._newline is not None else text.replace('\r\n', '\n')

    def readline(self, size=-1):
        self._check_open()
        limit = None if size is None or size < 0 else size
        while b'\n' not in self._left and (limit is None or len(self._left) < limit):
            part = self._sock.recv(8192)
            if not part:
                break
            self._left += part
        end = self._left.find(b'\n') + 1 or len(self._left)
        if limit is not None:
            end = min(end, limit)
        line, self._left = self._left[:end], self._left[end:]
        return self._shown(line)

    def read(self, size=-1):
        self._check_open()
        parts = [self._left]
        total = len(self._left)
        while size is None or size < 0 or total < size:
            part = self._sock.recv(65536 if size is None or size < 0 else size - total)
            if not part:
                break
            parts.append(part)
            total += len(part)
        data = b''.join(parts)
        end = len(data) if size is None or size < 0 else size
        data, self._left = data[:end], data[end:]
        return self._shown(data)

    def read1(self, size=-1):
        if not self._left:
            self._left = self._sock.recv(8192 if size < 0 else size)
        end = len(self._left) if size < 0 else size
        data, self._left = self._left[:end], self._left[end:]
        return self._shown(data)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data):
        self._check_open()
        raw = data if self._binary else data.encode(self.encoding, self.errors)
        self._out.append(bytes(raw))
        return len(data)

    def flush(self):
        self._check_open()
        if self._out:
            data, self._out = b''.join(self._out), []
            self._sock.sendall(data)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self._sock._file_closed()


# -- names and addresses

def _resolved(host):
    try:
        return _net.address_of(host)
    except _net.Failure:
        _net.wait(30_000_000, f'the address of {host}')
        raise gaierror(-2, 'Name or service not known') from None


def gethostname():
    return 'interleave'


def getfqdn(name=''):
    return name or 'interleave'


def gethostbyname(hostname, /):
    if not isinstance(hostname, str):
        raise TypeError(f"gethostbyname() argument 1 must be str, bytes or bytearray, not {type(hostname).__name__}")
    address = _resolved(hostname)
    if not _net.is_local(hostname) and not _net.is_address(hostname):
        _net.wait(_net.round_trip_nanos(hostname), f'the address of {hostname}')
    return address


def gethostbyname_ex(hostname, /):
    return hostname, [], [gethostbyname(hostname)]


def gethostbyaddr(ip_address, /):
    if _net.is_local(ip_address):
        return 'localhost', [], ['127.0.0.1']
    raise herror(1, 'Unknown host')


_SERVICES = {'echo': 7, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'domain': 53, 'http': 80, 'pop3': 110, 'ntp': 123,
             'imap': 143, 'https': 443}


def getservbyname(servicename, protocolname='tcp', /):
    if servicename not in _SERVICES:
        raise OSError('service/proto not found')
    return _SERVICES[servicename]


def getservbyport(port, protocolname='tcp', /):
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    address = gethostbyname(host or 'localhost')
    number = _SERVICES[port] if isinstance(port, str) and port in _SERVICES else int(port or 0)
    kinds = [(SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0)]
    return [(AF_INET, kind, protocol, '', (address, number)) for kind, protocol in kinds
            if (not type or kind == type) and (not proto or protocol == proto)]


def getnameinfo(sockaddr, flags, /):
    host, port = sockaddr[:2]
    if _net.is_local(host) and not flags & NI_NUMERICHOST:
        host = 'localhost'
    names = [] if flags & NI_NUMERICSERV else [name for name, number in _SERVICES.items() if number == port]
    return host, names[0] if names else str(port)


def inet_aton(ip_string, /):
    if not _net.is_address(ip_string):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(int(part) for part in ip_string.split('.'))


def inet_ntoa(packed_ip, /):
    if len(packed_ip) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join(str(part) for part in packed_ip)


def inet_pton(address_family, ip_string, /):
    if address_family == AF_INET:
        return inet_aton(ip_string)
    raise OSError('unknown address family')


def inet_ntop(address_family, packed_ip, /):
    if address_family == AF_INET:
        return inet_ntoa(packed_ip)
    raise OSError('unknown address family')


def htons(x, /):
    return (x & 0xff) << 8 | x >> 8 & 0xff


def htonl(x, /):
    return int.from_bytes((x & 0xffffffff).to_bytes(4, 'little'), 'big')


ntohs, ntohl = htons, htonl


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    sock = socket(AF_INET, SOCK_STREAM)
    try:
        if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect(address)
    except OSError:
        sock.close()
        raise
    return sock


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(128 if backlog is None else backlog)
    except OSError:
        sock.close()
        raise
    return sock


def has_dualstack_ipv6():
    return False


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    one, two = socket(family, type, proto), socket(family, type, proto)
    own, other = (f'socketpair {one._fd}', f'socketpair {two._fd}')
    one._link, two._link = connect_pair(own, other)
    one._peer = two._peer = ''
    one._link.own = two._link.own = ''
    return one, two


def close(fd, /):
    pass
