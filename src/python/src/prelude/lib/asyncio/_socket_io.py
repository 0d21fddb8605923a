"""asyncio._socket_io: a program's own sockets on the loop: readers and writers, `sock_recv` and its kin, datagrams.

A socket's bells ring when something changed at it, by whichever thread; the loop then looks, through its simulated I/O, whether
it can be read from or written to, and looks again in every iteration as long as it can: readiness is a level, as in select.
"""

import _sockets
import socket as _socket
from time import monotonic as _monotonic

from . import events, futures, streams, transports


# -- readers and writers

def _of(sock):
    """The socket of a descriptor, or of what has one."""
    if hasattr(sock, '_can_read'):
        return sock
    number = sock if isinstance(sock, int) else sock.fileno()
    found = _sockets.by_fd.get(number)
    if found is None:
        raise ValueError(f'Invalid file descriptor: {number}' if number < 0
                         else 'only simulated sockets can be waited for here')
    return found


class _Watch:
    """What a loop does when a socket can be read from, and when it can be written to."""

    def __init__(self, loop, sock):
        self._loop, self._sock = loop, sock
        self.handles = {'read': None, 'write': None}
        self._is_looking = False
        self._bells = sock._bells()
        for bell in self._bells:
            bell.watchers.append(self.changed)

    def changed(self):
        if not self._is_looking and self._due():
            self._is_looking = True
            self._loop._call_io(_monotonic(), self._look)

    def _due(self):
        can = {'read': self._sock._can_read, 'write': self._sock._can_write}
        return [handle for way, handle in self.handles.items() if handle is not None and can[way]()]

    def _look(self):
        due = self._due()
        self._is_looking = bool(due)
        self._loop._ready.extend(due)
        if due:
            self._loop._call_io(_monotonic(), self._look)

    def set(self, way, handle):
        """Whether there was one before."""
        before, self.handles[way] = self.handles[way], handle
        if before is not None:
            before.cancel()
        if handle is not None:
            self.changed()
        elif not any(self.handles.values()):
            for bell in self._bells:
                bell.watchers.remove(self.changed)
            del self._loop._watches[self._sock]
        return before is not None


def watch(loop, way, sock, callback, args):
    loop._check_closed()
    sock = _of(sock)
    known = loop._watches.get(sock)
    if known is None:
        known = loop._watches[sock] = _Watch(loop, sock)
    handle = events.Handle(callback, args, loop)
    known.set(way, handle)
    return handle


def unwatch(loop, way, sock):
    known = loop._watches.get(_of(sock))
    return known is not None and known.set(way, None)


# -- one operation, awaited

async def _in_thread(loop, sock, action, *args):
    """Other hosts have no bells: a thread waits for them."""
    before = sock.gettimeout()
    sock.settimeout(None)
    try:
        return await loop.run_in_executor(None, action, *args)
    finally:
        sock.settimeout(before)


async def _when(loop, way, sock, action, *args):
    """What the action gives, as soon as it does not have to wait."""
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')
    if _of(sock)._remote is not None:
        return await _in_thread(loop, sock, action, *args)
    while True:
        try:
            return action(*args)
        except BlockingIOError:
            pass
        ready = loop.create_future()
        ready._io = f'a socket to {way}'
        watch(loop, way, sock, futures._set_result_unless_cancelled, (ready, None))
        try:
            await ready
        finally:
            unwatch(loop, way, sock)


async def receive(loop, sock, action, *args):
    return await _when(loop, 'read', sock, action, *args)


async def receive_from_into(loop, sock, buffer, count):
    data, sender = await receive(loop, sock, sock.recvfrom, count or len(buffer))
    buffer[:len(data)] = data
    return len(data), sender


async def send(loop, sock, data):
    data = bytes(data)
    while data:
        data = data[await _when(loop, 'write', sock, sock.send, data):]


async def send_to(loop, sock, data, address):
    # Looked up at every attempt: a program may replace it.
    return await _when(loop, 'write', sock, lambda: sock.sendto(data, address))


async def accept(loop, sock):
    made, address = await _when(loop, 'read', sock, sock.accept)
    made.setblocking(False)
    return made, address


async def connect(loop, sock, address):
    try:
        sock.connect(address)
    except BlockingIOError:
        await _in_thread(loop, sock, sock.connect, address)


# -- sockets that the program has made, under transports

class SocketEnd:
    """A connected socket as an end of a connection: what closes the one closes the other."""

    def __init__(self, sock):
        self._sock = sock
        link = sock._linked()
        self.incoming, self.outgoing, self.own, self.peer = link.incoming, link.outgoing, link.own, link.peer

    def close(self):
        self._sock.close()


class SocketListener(streams._Listener):
    """A listening socket of the program's own."""

    def __init__(self, sock):
        self._sock = sock
        sock.listen()
        self._bell = sock._port
        self._loop = self._server = None

    def getsockname(self):
        return self._sock.getsockname()

    def fileno(self):
        return self._sock.fileno()

    def _stop(self):
        if self._arrived in self._bell.watchers:
            self._bell.watchers.remove(self._arrived)
        self._sock.close()


# -- datagrams

class _DatagramTransport(transports._Serving, transports.DatagramTransport):
    def __init__(self, loop, sock, protocol, address, made):
        super().__init__({'socket': sock, 'sockname': sock.getsockname(), 'peername': address})
        self._loop, self._sock, self._protocol, self._address = loop, sock, protocol, address
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._begin)
        loop.call_soon(futures._set_result_unless_cancelled, made, None)

    def __repr__(self):
        return f"<_SelectorDatagramTransport{' closed' if self._closing else ''} fd={self._sock.fileno()}>"

    def get_write_buffer_size(self):
        return 0

    def _begin(self):
        if not self._closing:
            watch(self._loop, 'read', self._sock, self._arrived, ())

    def _arrived(self):
        if self._closing or not self._sock._can_read():
            return
        data, sender = self._sock.recvfrom(262144)
        # A connected one hears its peer only.
        if self._address is None or sender == self._address:
            self._protocol.datagram_received(data, sender)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if not data:
            return
        peer = self._address
        if peer is not None and addr not in (None, peer):
            raise ValueError(f'Invalid address: must be None or {peer}')
        target = peer or addr
        self._sock.sendto(data, target)
        if peer is not None and self._sock._key(peer) not in _sockets.ports:
            # The other machine says so at once.
            self._loop.call_soon(self._protocol.error_received, ConnectionRefusedError(111, 'Connection refused'))

    def close(self):
        if not self._closing:
            self._closing = True
            unwatch(self._loop, 'read', self._sock)
            self._loop.call_soon(self._lost)

    abort = close

    def _lost(self):
        try:
            self._protocol.connection_lost(None)
        finally:
            self._sock.close()


async def create_datagram_endpoint(loop, protocol_factory, local_addr, remote_addr, sock, options):
    if sock is not None:
        if sock.type == _socket.SOCK_STREAM:
            raise ValueError(f'A UDP Socket was expected, got {sock!r}')
        given = {'local_addr': local_addr, 'remote_addr': remote_addr, **options}
        given = [f'{name}={value}' for name, value in given.items() if value]
        if given:
            raise ValueError('socket modifier keyword arguments can not be used when sock is specified. '
                             f"({', '.join(given)})")
        remote_addr = sock._peer
    else:
        if local_addr is None and remote_addr is None and not options.get('family'):
            raise ValueError('unexpected address family')
        for address in (local_addr, remote_addr):
            if address is not None and not (isinstance(address, tuple) and len(address) == 2):
                raise TypeError('2-tuple is expected')
        sock = _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM)
        try:
            sock.bind(local_addr or ('127.0.0.1', 0))
            if remote_addr is not None:
                (*_, remote_addr), *_ = await streams._getaddrinfo(loop, *remote_addr)
                sock.connect(remote_addr)
        except BaseException:
            sock.close()
            raise
    sock.setblocking(False)
    made = loop.create_future()
    made._lane_name = 'create_datagram_endpoint()'
    protocol = protocol_factory()
    transport = _DatagramTransport(loop, sock, protocol, remote_addr, made)
    await made
    return transport, protocol
