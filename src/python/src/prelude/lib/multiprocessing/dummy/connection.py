"""multiprocessing.dummy.connection: two ends of a pipe, over a queue for each way."""

from queue import Queue

__all__ = ['Client', 'Listener', 'Pipe']

families = [None]


class _Closing:
    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()


class Connection(_Closing):
    def __init__(self, incoming, outgoing):
        self._in, self._out = incoming, outgoing
        self.recv = self.recv_bytes = incoming.get
        self.send = self.send_bytes = outgoing.put

    def poll(self, timeout=0.0):
        there = self._in.qsize
        if not there() and timeout > 0.0:
            with self._in.not_empty:
                self._in.not_empty.wait(timeout)
        return there() > 0


def Pipe(duplex=True):
    ways = Queue(), Queue()
    return Connection(*ways), Connection(*reversed(ways))


class Listener(_Closing):
    """Its address is the queue into which clients put the ends that are meant for it."""

    def __init__(self, address=None, family=None, backlog=1):
        self.address = Queue(backlog)

    def accept(self):
        return self.address.get()

    def close(self):
        self.address = None


def Client(address):
    ours, theirs = Pipe()
    address.put(theirs)
    return ours
