"""select: waiting for several simulated sockets at once."""

import _sockets

POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLET = 1, 2, 4, 8, 16, 1 << 31
error = OSError


def _sock(item):
    if hasattr(item, '_can_read'):
        return item
    inner = getattr(item, 'socket', None) or getattr(item, '_sock', None)
    if inner is None:
        if not hasattr(item, 'fileno') and not isinstance(item, int):
            raise TypeError("argument must be an int, or have a fileno() method.")
        raise ValueError("only simulated sockets can be waited for here")
    return inner


def _check(item):
    if item.fileno() < 0:
        raise ValueError("file descriptor cannot be a negative integer (-1)")


def select(rlist, wlist, xlist, timeout=None, /):
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    reading = [(item, _sock(item)) for item in rlist]
    writing = [(item, _sock(item)) for item in wlist]
    for item, _ in reading + writing:
        _check(item)

    def ready():
        readable = [item for item, sock in reading if sock._can_read()]
        writable = [item for item, sock in writing if sock._can_write()]
        return (readable, writable) if readable or writable else None

    bells = []
    for _, sock in reading + writing:
        bells.extend(sock._bells())
    if not bells and timeout is not None:
        from time import sleep
        found = ready()
        if not found:
            sleep(timeout)
    else:
        found = _sockets.wait_any(ready, bells, timeout, 'select')
    readable, writable = found or ([], [])
    return readable, writable, []


class poll:
    """Registered sockets, by descriptor."""

    def __init__(self):
        self._known = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        sock = _sock(fd)
        self._known[sock.fileno()] = (sock, eventmask)

    def modify(self, fd, eventmask, /):
        if _fd(fd) not in self._known:
            raise FileNotFoundError(2, 'No such file or directory')
        self._known[_fd(fd)] = (self._known[_fd(fd)][0], eventmask)

    def unregister(self, fd, /):
        del self._known[_fd(fd)]

    def poll(self, timeout=None, /):
        known = list(self._known.items())
        reading = [sock for _, (sock, mask) in known if mask & POLLIN]
        writing = [sock for _, (sock, mask) in known if mask & POLLOUT]
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        readable, writable, _ = select(reading, writing, [], seconds)
        found = []
        for fd, (sock, mask) in known:
            events = (POLLIN if sock in readable else 0) | (POLLOUT if sock in writable else 0)
            if events:
                found.append((fd, events))
        return found


class epoll(poll):
    def __init__(self, sizehint=-1, flags=0):
        super().__init__()

    def poll(self, timeout=None, maxevents=-1):
        return super().poll(None if timeout is None or timeout < 0 else timeout * 1000)

    def close(self):
        self._known.clear()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _fd(item):
    return item if isinstance(item, int) else item.fileno()
