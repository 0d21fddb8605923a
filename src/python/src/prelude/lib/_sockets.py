"""_sockets: TCP, UDP and Unix sockets between threads of one simulated machine: ports, wires, and who waits for what.

A connection is two wires, one in each direction. A wire holds bytes until they are read; whoever reads an empty one or writes
a full one waits for its object, which the trace shows under the name of the connection. `watchers` are functions called,
from whichever thread it was, after anything changed: `select` and event loops wait with them.
"""

from collections import deque
from threading import _condition_of
from time import monotonic

from _thread import _object_level, _object_new

# As Linux's net.core.wmem_default.
WIRE_BYTES = 212992


class Bell:
    """Something to wait at, with a lane of its own."""

    def __init__(self, name):
        self.number = _object_new('Queue', name)
        self.cond = _condition_of('Queue', self.number)
        self.watchers = []

    def show(self, level):
        _object_level(self.number, level)

    def ring(self):
        """Wakes everybody; the caller holds `cond`."""
        self.cond.notify_all()
        for watcher in list(self.watchers):
            watcher()

    def wait_until(self, ready, timeout):
        """With `cond` held: waits until `ready()`; False when the timeout (seconds or None) came first."""
        if timeout is None:
            while not ready():
                self.cond.wait()
            return True
        deadline = monotonic() + timeout
        while not ready():
            left = deadline - monotonic()
            if left <= 0:
                return False
            self.cond.wait(left)
        return True


class Wire(Bell):
    """Bytes on their way in one direction."""

    def __init__(self, name):
        super().__init__(name)
        self.data = bytearray()
        self.ended = False
        self.abandoned = False

    def readable(self):
        return bool(self.data) or self.ended

    def writable(self):
        return len(self.data) < WIRE_BYTES or self.abandoned

    def put(self, data):
        """With `cond` held: takes as much as there is room for; how much."""
        part = data[:max(WIRE_BYTES - len(self.data), 0)]
        if part:
            self.data += part
            self.show(len(self.data))
            self.ring()
        return len(part)

    def take(self, size, peek=False):
        """With `cond` held: at most `size` bytes."""
        part = bytes(self.data[:size])
        if part and not peek:
            del self.data[:len(part)]
            self.show(len(self.data))
            self.ring()
        return part

    def end(self):
        with self.cond:
            if not self.ended:
                self.ended = True
                self.ring()

    def abandon(self):
        with self.cond:
            self.abandoned = True
            self.ring()


class Connection:
    """One end of a connection: reads from `incoming`, writes to `outgoing`."""

    def __init__(self, incoming, outgoing, own, peer):
        self.incoming = incoming
        self.outgoing = outgoing
        self.own = own
        self.peer = peer

    def close(self):
        self.outgoing.end()
        self.incoming.abandon()


def _shown(address):
    if isinstance(address, tuple):
        return f'{address[0]}:{address[1]}'
    return str(address)


def connect_pair(client, server):
    """Two ends of a new connection between two addresses: the client's and the server's."""
    to_server = Wire(f'data to {_shown(server)} from {_shown(client)}')
    to_client = Wire(f'data from {_shown(server)} to {_shown(client)}')
    return Connection(to_client, to_server, client, server), Connection(to_server, to_client, server, client)


class Port(Bell):
    """A listening socket: connections that nobody accepted yet."""

    def __init__(self, address):
        super().__init__(f'connections to {_shown(address)}')
        self.address = address
        self.queue = deque()
        self.closed = False

    def readable(self):
        return bool(self.queue) or self.closed

    def add(self, connection):
        with self.cond:
            self.queue.append(connection)
            self.show(len(self.queue))
            self.ring()

    def take(self):
        """With `cond` held."""
        connection = self.queue.popleft()
        self.show(len(self.queue))
        return connection

    def close(self):
        with self.cond:
            self.closed = True
            for connection in self.queue:
                connection.close()
            self.queue.clear()
            self.ring()


class Mailbox(Bell):
    """A bound datagram socket: (sender, bytes) in order of arrival."""

    def __init__(self, address):
        super().__init__(f'datagrams for {_shown(address)}')
        self.queue = deque()
        self.closed = False

    def readable(self):
        return bool(self.queue)

    def add(self, sender, data):
        with self.cond:
            self.queue.append((sender, data))
            self.show(len(self.queue))
            self.ring()


# Listening ports and mailboxes, by (kind, number or path).
ports = {}
_next_port = 49152


def free_port():
    """The next port that nobody has asked for by number."""
    global _next_port
    while True:
        port = _next_port
        _next_port = 49152 if _next_port >= 65535 else _next_port + 1
        if ('tcp', port) not in ports and ('udp', port) not in ports:
            return port


_next_fd = 3
# The open sockets: a loop may be told to watch a number.
by_fd = {}


def free_fd():
    global _next_fd
    fd = _next_fd
    _next_fd += 1
    return fd


def wait_any(ready, bells, timeout, name):
    """Waits until `ready()` gives something true, looking again whenever one of the bells rings; gives what it gave."""
    found = ready()
    if found or timeout is not None and timeout <= 0:
        return found
    waiter = Bell(name)

    def wake():
        with waiter.cond:
            waiter.cond.notify_all()

    for bell in bells:
        bell.watchers.append(wake)
    try:
        with waiter.cond:
            waiter.wait_until(ready, timeout)
        return ready()
    finally:
        for bell in bells:
            bell.watchers.remove(wake)
