"""selectors: waiting for several simulated sockets at once, with data attached."""

from abc import ABCMeta, abstractmethod
from collections import namedtuple
import select as _select

EVENT_READ = 1
EVENT_WRITE = 2
SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


def _fileobj_to_fd(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if fd < 0:
        raise ValueError(f"Invalid file descriptor: {fd}")
    return fd


class BaseSelector(metaclass=ABCMeta):
    @abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        for key in mapping.values():
            if key.fileobj is fileobj or key.fd == fileobj:
                return key
        raise KeyError(f"{fileobj!r} is not registered")

    @abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class SelectSelector(BaseSelector):
    def __init__(self):
        self._keys = {}

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, _fileobj_to_fd(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        for fd, key in self._keys.items():
            if key.fileobj is fileobj or fd == fileobj:
                return self._keys.pop(fd)
        raise KeyError(f"{fileobj!r} is not registered")

    def select(self, timeout=None):
        keys = list(self._keys.values())
        timeout = None if timeout is None else max(timeout, 0)
        readable, writable, _ = _select.select([key.fileobj for key in keys if key.events & EVENT_READ],
                                               [key.fileobj for key in keys if key.events & EVENT_WRITE], [], timeout)
        found = []
        for key in keys:
            events = 0
            if any(item is key.fileobj for item in readable):
                events |= EVENT_READ
            if any(item is key.fileobj for item in writable):
                events |= EVENT_WRITE
            if events & key.events:
                found.append((key, events & key.events))
        return found

    def close(self):
        self._keys = None

    def get_map(self):
        return self._keys


class DefaultSelector(SelectSelector):
    pass


PollSelector = EpollSelector = DefaultSelector
