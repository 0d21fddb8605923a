"""selectors: waiting for several simulated sockets at once, with data attached."""

from abc import ABCMeta, abstractmethod
from collections import namedtuple
import select as _select

EVENT_READ, EVENT_WRITE = 1, 2
SelectorKey = namedtuple('SelectorKey', 'fileobj fd events data')


def _number_of(file):
    """Its descriptor; an int is one already."""
    try:
        number = file if isinstance(file, int) else int(file.fileno())
    except (ValueError, TypeError, AttributeError):
        raise ValueError(f"Invalid file object: {file!r}") from None
    if number >= 0:
        return number
    raise ValueError(f"Invalid file descriptor: {number}")


def _key_of(keys, file):
    """A closed file has no number any more: it is found by itself."""
    for key in keys.values():
        if file == key.fd or file is key.fileobj:
            return key
    raise KeyError(f"{file!r} is not registered")


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
        keys = self.get_map()
        if keys is not None:
            return _key_of(keys, fileobj)
        raise RuntimeError('Selector is closed')

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
        key = SelectorKey(fileobj, _number_of(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        return self._keys.setdefault(key.fd, key)

    def unregister(self, fileobj):
        key = _key_of(self._keys, fileobj)
        return self._keys.pop(key.fd)

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
