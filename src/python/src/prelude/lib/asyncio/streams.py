"""asyncio.streams: readers and writers over the simulated network, and the transports below them.

A connection between two ends on this machine is a pair of wires of `_sockets`; bytes arrive a little later, through the loop's
simulated I/O. A connection to another host speaks HTTP with the hosts of `_net`.
"""

import _net
import _sockets
from _net_http import Headers
from time import monotonic as _monotonic

from . import base_events, events, exceptions, futures, protocols, tasks, transports

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')

_DEFAULT_LIMIT = 2 ** 16
# One way on the loopback device: there by the next look, as on a real one.
_LOCAL_SECONDS = 0.0


async def _io_wait(nanos, what):
    """Awaits simulated I/O of so many nanoseconds."""
    loop = events.get_running_loop()
    future = loop.create_future()
    future._io = what
    loop._call_io(_monotonic() + nanos / 1e9, futures._set_result_unless_cancelled, future, None)
    await future


async def _getaddrinfo(loop, host, port, *kinds):
    import socket
    host = host or 'localhost'
    if not _net.is_local(host) and not _net.is_address(host):
        await _io_wait(_net.round_trip_nanos(host), f'the address of {host}')
    return socket.getaddrinfo(host, port, *kinds)


def _check_ends(host, port, sock, ssl, options, neither):
    """What create_connection() and create_server() refuse alike."""
    for name in ('ssl_handshake_timeout', 'ssl_shutdown_timeout'):
        if options.get(name) is not None and not ssl:
            raise ValueError(f'{name} is only meaningful with ssl')
    if host is None and port is None:
        if sock is None:
            raise ValueError(neither)
        import socket
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    elif sock is not None:
        raise ValueError('host/port and sock can not be specified at the same time')


class _Transport(transports._Serving, transports.Transport):
    """One end of a connection on this machine."""

    def __init__(self, loop, connection, protocol, server=None):
        super().__init__({'peername': connection.peer, 'sockname': connection.own, 'socket': _SocketInfo(connection)})
        self._loop = loop
        self._connection = connection
        self._protocol = protocol
        self._server = server
        self._closing = False
        self._reading = True
        self._eof_sent = False
        self._scheduled = False
        self._buffer = bytearray()
        self._lost = False
        if server is not None:
            server._attach(self)
        connection.incoming.watchers.append(self._arrived)
        connection.outgoing.watchers.append(self._drained)
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._look)

    def __repr__(self):
        return f'<_SelectorSocketTransport{" closing" if self._closing else ""}>'

    def is_reading(self):
        return self._reading and not self._closing

    def pause_reading(self):
        self._reading = False

    def resume_reading(self):
        if not self._reading:
            self._reading = True
            self._look()

    # -- arriving

    def _arrived(self):
        """Something changed on the wire, by whichever thread."""
        if not self._scheduled and not self._lost:
            self._scheduled = True
            self._loop._call_io(_monotonic() + _LOCAL_SECONDS, self._read_ready)

    def _look(self):
        if self._connection.incoming.readable():
            self._arrived()

    def _read_ready(self):
        self._scheduled = False
        if self._lost or not self._reading:
            return
        wire = self._connection.incoming
        if wire.data:
            with wire.cond:
                data = wire.take(262144)
            self._protocol.data_received(data)
            self._look()
        elif wire.ended and not self._closing:
            self._reading = False
            if not self._protocol.eof_received():
                self.close()

    # -- sending

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._eof_sent:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._lost or not data:
            return
        self._buffer += bytes(data)
        self._flush()
        if self._buffer:
            self._protocol.pause_writing()

    def _flush(self):
        wire = self._connection.outgoing
        if not self._buffer:
            return
        with wire.cond:
            if wire.abandoned:
                self._buffer.clear()
                return
            taken = wire.put(bytes(self._buffer))
        del self._buffer[:taken]

    def _drained(self):
        if self._buffer:
            self._loop._call_io(_monotonic() + _LOCAL_SECONDS, self._write_ready)

    def _write_ready(self):
        if self._buffer:
            self._flush()
            if not self._buffer:
                self._protocol.resume_writing()
                if self._closing:
                    self._finish()

    def get_write_buffer_size(self):
        return len(self._buffer)

    def set_write_buffer_limits(self, high=None, low=None):
        pass

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not self._eof_sent:
            self._eof_sent = True
            self._connection.outgoing.end()

    # -- the end

    def close(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._finish()

    def abort(self):
        self._buffer.clear()
        self._closing = True
        self._finish()

    def _finish(self):
        if not self._lost:
            self._lost = True
            self._loop.call_soon(self._connection_lost)

    def _connection_lost(self):
        try:
            self._protocol.connection_lost(None)
        finally:
            self._connection.incoming.watchers.remove(self._arrived)
            self._connection.outgoing.watchers.remove(self._drained)
            self._connection.close()
            if self._server is not None:
                self._server._detach(self)
                self._server = None


class _SocketInfo:
    def __init__(self, connection):
        self._connection = connection

    def getsockname(self):
        return self._connection.own

    def getpeername(self):
        return self._connection.peer

    def setsockopt(self, *args):
        pass


class _RemoteTransport(transports._Serving, transports.Transport):
    """A connection to another host, which speaks HTTP and nothing else."""

    def __init__(self, loop, host, port, secure, protocol):
        super().__init__({'peername': (_net.address_of(host), port), 'sockname': ('192.0.2.10', 49152)})
        self._loop = loop
        self._host, self._port, self._secure = host, port, secure
        self._protocol = protocol
        self._closing = False
        self._sent = bytearray()
        self._pool = {('https' if secure else 'http', host, port)}
        self._free_at = 0.0
        loop.call_soon(protocol.connection_made, self)

    def is_reading(self):
        return not self._closing

    def pause_reading(self):
        pass

    def resume_reading(self):
        pass

    def get_write_buffer_size(self):
        return 0

    def set_write_buffer_limits(self, high=None, low=None):
        pass

    def can_write_eof(self):
        return True

    def write_eof(self):
        pass

    def write(self, data):
        self._sent += bytes(data)
        while True:
            head, mark, rest = bytes(self._sent).partition(b'\r\n\r\n')
            if not mark:
                return
            lines = head.decode('latin-1').split('\r\n')
            words = lines[0].split()
            if len(words) < 2:
                return self._later(0.001, b'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', True)
            pairs = [(name.strip(), value.strip()) for name, _, value in (line.partition(':') for line in lines[1:])]
            headers = Headers(pairs)
            length = int(headers.get('Content-Length') or 0)
            if len(rest) < length:
                return
            self._sent = bytearray(rest[length:])
            scheme = 'https' if self._secure else 'http'
            target = words[1] if '://' in words[1] else f'{scheme}://{self._host}:{self._port}{words[1]}'
            planned = _net.plan(words[0], target, pairs, rest[:length], self._pool)
            if planned.failure is not None:
                return self._later(planned.nanos / 1e9, b'', True)
            last = 'close' in (headers.get('Connection') or '').lower() or words[-1] == 'HTTP/1.0'
            self._later(planned.nanos / 1e9, planned.reply.to_bytes(head_only=words[0] == 'HEAD'), last)

    def _later(self, seconds, data, last):
        when = max(_monotonic(), self._free_at) + seconds
        self._free_at = when
        self._loop._call_io(when, self._deliver, data, last)

    def _deliver(self, data, last):
        if self._closing:
            return
        if data:
            self._protocol.data_received(data)
        if last and not self._protocol.eof_received():
            self.close()

    def close(self):
        if not self._closing:
            self._closing = True
            self._loop.call_soon(self._protocol.connection_lost, None)

    abort = close


_OPEN_PORTS = (80, 443, 8080, 8443)


async def _create_connection(loop, protocol_factory, host, port, *, ssl=None, sock=None, server_hostname=None, **options):
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if server_hostname is None and ssl and not host:
        raise ValueError('You must set server_hostname when using ssl without a host')
    _check_ends(host, port, sock, ssl, options, 'host and port was not specified and no sock specified')
    if sock is not None:
        from ._socket_io import SocketEnd
        protocol = protocol_factory()
        transport = _Transport(loop, SocketEnd(sock), protocol)
        transport._extra['socket'] = sock
        await tasks.sleep(0)
        return transport, protocol
    host = host or 'localhost'
    if not _net.is_local(host):
        if not _net.exists(host):
            import socket
            await _io_wait(30_000_000, f'the address of {host}')
            raise socket.gaierror(-2, 'Name or service not known')
        what = f'a connection to {host}:{port}'
        if not _net.answers(host):
            await _io_wait(_net.CONNECT_TIMEOUT_NANOS, what)
            raise TimeoutError(110, f"Connect call failed ('{host}', {port})")
        await _io_wait(_net.connect_nanos('https' if ssl else 'tcp', host), what)
        if port not in _OPEN_PORTS:
            raise ConnectionRefusedError(111, f"Connect call failed ('{_net.address_of(host)}', {port})")
        protocol = protocol_factory()
        transport = _RemoteTransport(loop, host, port, bool(ssl), protocol)
        await tasks.sleep(0)
        return transport, protocol
    await _io_wait(int(_LOCAL_SECONDS * 1e9), f'a connection to {host}:{port}')
    listening = _sockets.ports.get(('tcp', port))
    if listening is None or listening.closed:
        raise ConnectionRefusedError(111, f"Connect call failed ('127.0.0.1', {port})")
    mine, theirs = _sockets.connect_pair(('127.0.0.1', _sockets.free_port()), ('127.0.0.1', port))
    listening.add(theirs)
    # The other side accepts before the handshake is over here.
    await _io_wait(int(_LOCAL_SECONDS * 3e9), f'a connection to {host}:{port}')
    protocol = protocol_factory()
    transport = _Transport(loop, mine, protocol)
    await tasks.sleep(0)
    return transport, protocol


class _Listener:
    """A listening socket of a server."""

    def __init__(self, host, port):
        self._host = host or '0.0.0.0'
        if ('tcp', port) in _sockets.ports and port:
            raise OSError(98, f"error while attempting to bind on address ('{_net.address_of(self._host)}', {port}): "
                              "address already in use")
        self._port = port or _sockets.free_port()
        self._bell = _sockets.Port((self._host, self._port))
        _sockets.ports['tcp', self._port] = self._bell
        self._loop = self._server = None

    def __repr__(self):
        return f"<asyncio.TransportSocket fd=6, family=2, type=1, proto=6, laddr={self.getsockname()!r}>"

    def getsockname(self):
        return (self._host if self._host != 'localhost' else '127.0.0.1', self._port)

    def fileno(self):
        return 6

    def _listen(self, loop, server):
        self._loop, self._server = loop, server
        self._bell.watchers.append(self._arrived)
        if self._bell.queue:
            self._arrived()

    def _arrived(self):
        if self._bell.queue:
            self._loop._call_io(_monotonic() + _LOCAL_SECONDS, self._accept)

    def _accept(self):
        while self._bell.queue and self._server._sockets is not None:
            with self._bell.cond:
                connection = self._bell.take()
            protocol = self._server._protocol_factory()
            _Transport(self._loop, connection, protocol, self._server)

    def _stop(self):
        _sockets.ports.pop(('tcp', self._port), None)
        if self._arrived in self._bell.watchers:
            self._bell.watchers.remove(self._arrived)
        self._bell.close()


async def _create_server(loop, protocol_factory, host, port, *, ssl=None, sock=None, start_serving=True, backlog=100,
                         **options):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    _check_ends(host, port, sock, ssl, options, 'Neither host/port nor sock were specified')
    if sock is not None:
        from ._socket_io import SocketListener
        sockets = [SocketListener(sock)]
    else:
        hosts = host if isinstance(host, (list, tuple)) else [host]
        sockets = [_Listener(hosts[0], port or 0)]
    server = base_events.Server(loop, sockets, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await tasks.sleep(0)
    return server


# -- readers and writers

async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    reader._name = f'data from {host or "localhost"}:{port}'
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = events.get_running_loop()

    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        reader._name = 'data from a client'
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return await loop.create_server(factory, host, port, **kwds)


def _unix_port(path):
    return 65536 + _net.hash_of(str(path)) % 2 ** 30


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    if ('tcp', _unix_port(path)) not in _sockets.ports:
        raise FileNotFoundError(2, 'No such file or directory')
    return await open_connection('localhost', _unix_port(path), limit=limit, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    return await start_server(client_connected_cb, 'localhost', _unix_port(path), limit=limit, **kwds)


def _end(waiter, problem=None):
    """Ends a wait that has not ended yet: well, or with an exception."""
    if not waiter.done():
        if problem is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(problem)


class _FlowControl(protocols.Protocol):
    """drain(): whoever sends waits while the transport has more than the other side takes."""

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._is_paused = self._is_lost = False
        self._drainers = []

    def pause_writing(self):
        self._is_paused = True

    def resume_writing(self):
        self._is_paused = False
        self._end_drains(None)

    def connection_lost(self, exc):
        self._is_lost = True
        self._end_drains(exc)

    def _end_drains(self, problem):
        for waiter in self._drainers:
            _end(waiter, problem)

    async def _drain(self):
        if self._is_lost:
            raise ConnectionResetError('Connection lost')
        if self._is_paused:
            waiter = self._loop.create_future()
            waiter._io = 'room in the send buffer'
            self._drainers.append(waiter)
            try:
                await waiter
            finally:
                self._drainers.remove(waiter)


class StreamReaderProtocol(_FlowControl):
    """What arrives goes to a reader; a server's side also has a function that is called with reader and writer."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop)
        self._reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._transport = self._task = None
        # Done when the connection is.
        self._closed = self._loop.create_future()
        self._closed._lane_name = 'wait_closed()'

    def connection_made(self, transport):
        reader = self._reader
        self._transport = transport
        reader.set_transport(transport)
        serve = self._client_connected_cb
        if serve is None:
            return
        peer = transport.get_extra_info('peername')
        if isinstance(peer, tuple):
            reader._name = f'data from {peer[0]}:{peer[1]}'
        serving = serve(reader, StreamWriter(transport, self, reader, self._loop))
        if hasattr(type(serving), '__await__') or type(serving).__name__ == 'coroutine':
            self._task = self._loop.create_task(serving)
            self._task.add_done_callback(self._served)

    def _served(self, task):
        problem = None if task.cancelled() else task.exception()
        if problem is not None:
            self._loop.call_exception_handler({'message': 'Unhandled exception in client_connected_cb',
                                               'exception': problem, 'transport': self._transport})
        if problem is not None or task.cancelled():
            self._transport.close()

    def data_received(self, data):
        self._reader.feed_data(data)

    def eof_received(self):
        self._reader.feed_eof()
        # The other half of the connection stays open.
        return True

    def connection_lost(self, exc):
        if exc is not None:
            self._reader.set_exception(exc)
        else:
            self._reader.feed_eof()
        _end(self._closed, exc)
        super().connection_lost(exc)


class StreamWriter:
    """The sending side: all but drain() and wait_closed() is the transport's."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport, self._protocol, self._reader, self._loop = transport, protocol, reader, loop

    def __repr__(self):
        reader = '' if self._reader is None else f' reader={self._reader!r}'
        return f'<{type(self).__name__} transport={self._transport!r}{reader}>'

    async def drain(self):
        reader = self._reader
        if reader is not None and reader._exception is not None:
            raise reader._exception
        if self._transport.is_closing():
            # Lets connection_lost() come first.
            await tasks.sleep(0)
        await self._protocol._drain()

    async def wait_closed(self):
        await self._protocol._closed

    transport = property(lambda self: self._transport)

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    def write(self, data):
        self._transport.write(data)

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def write_eof(self):
        return self._transport.write_eof()

    def writelines(self, data):
        self._transport.writelines(data)

    def is_closing(self):
        return self._transport.is_closing()

    def close(self):
        return self._transport.close()


class StreamReader:
    """What has arrived and was not read yet. One coroutine at a time may wait for more."""

    _eof = False
    # Whether the transport was told to stop reading, because nobody takes what it brings.
    _paused = False
    _exception = _transport = _waiter = None
    # For the picture: what is waited for.
    _name = 'data'

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._buffer = bytearray()
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop

    def __repr__(self):
        shown = [f'{len(self._buffer)} bytes'] if self._buffer else []
        if self._eof:
            shown.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            shown.append(f'limit={self._limit}')
        for name in ('waiter', 'exception', 'transport'):
            value = getattr(self, f'_{name}')
            if value:
                shown.append(f'{name}={value!r}')
        if self._paused:
            shown.append('paused')
        return f"<{' '.join(['StreamReader', *shown])}>"

    # -- from below

    def set_transport(self, transport):
        self._transport = transport

    def feed_data(self, data):
        if not data:
            return
        self._buffer += data
        self._wake()
        if len(self._buffer) > 2 * self._limit and not self._paused and self._transport is not None:
            self._transport.pause_reading()
            self._paused = True

    def feed_eof(self):
        self._eof = True
        self._wake()

    def set_exception(self, exc):
        self._exception = exc
        self._wake(exc)

    def _wake(self, problem=None):
        waiter, self._waiter = self._waiter, None
        if waiter is not None:
            _end(waiter, problem)

    # -- for the program

    def exception(self):
        return self._exception

    def at_eof(self):
        return self._eof and not self._buffer

    def _check(self):
        if self._exception is not None:
            raise self._exception

    def _take(self, count):
        """Takes the first bytes out of the buffer; where that makes room, the transport goes on."""
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._made_room()
        return data

    def _take_rest(self, wanted):
        """The end has come too early: the exception with what there was."""
        rest = bytes(self._buffer)
        self._buffer.clear()
        return exceptions.IncompleteReadError(rest, wanted)

    def _made_room(self):
        if len(self._buffer) <= self._limit:
            self._go_on()

    def _go_on(self):
        if self._paused:
            self._paused = False
            self._transport.resume_reading()

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f'{func_name}() called while another coroutine is already waiting for incoming data')
        # Who waits for more would wait for ever for a transport that was stopped.
        self._go_on()
        self._waiter = waiter = self._loop.create_future()
        waiter._io = self._name
        try:
            await waiter
        finally:
            self._waiter = None

    async def readline(self):
        try:
            return await self.readuntil(b'\n')
        except exceptions.IncompleteReadError as problem:
            return problem.partial
        except exceptions.LimitOverrunError as problem:
            # The line is thrown away as far as it is there.
            if self._buffer.startswith(b'\n', problem.consumed):
                del self._buffer[:problem.consumed + 1]
            else:
                self._buffer.clear()
            self._made_room()
            raise ValueError(problem.args[0])

    async def readuntil(self, separator=b'\n'):
        # Several, in a tuple, since Python 3.13; the one that ends first counts, and the shortest of those that end there.
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError('Separator should contain at least one element')
        shortest, longest = len(separators[0]), len(separators[-1])
        if not shortest:
            raise ValueError('Separator should be at least one-byte string')
        self._check()
        # No separator begins before it.
        searched = 0
        while not (ends := [at + len(one) for one in separators if (at := self._buffer.find(one, searched)) >= 0]):
            length = len(self._buffer)
            if length - searched >= shortest:
                searched = max(0, length - longest + 1)
                if searched > self._limit:
                    raise exceptions.LimitOverrunError('Separator is not found, and chunk exceed the limit', searched)
            if self._eof:
                raise self._take_rest(None)
            await self._wait_for_data('readuntil')
        end = min(ends)
        start = end - min(len(one) for one in separators if self._buffer.endswith(one, 0, end))
        if start > self._limit:
            raise exceptions.LimitOverrunError('Separator is found, but chunk is longer than limit', start)
        return self._take(end)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        self._check()
        while len(self._buffer) < n:
            if self._eof:
                raise self._take_rest(n)
            await self._wait_for_data('readexactly')
        return self._take(n) if n else b''

    async def read(self, n=-1):
        self._check()
        if n < 0:
            # All there is; a large one comes in blocks, so that the transport can go on in between.
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b''.join(blocks)
        if n and not self._buffer and not self._eof:
            await self._wait_for_data('read')
        return self._take(n) if n else b''

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line
        raise StopAsyncIteration
