"""multiprocessing.reduction: pickling for other processes."""

from _thread import _charge
import copyreg
import functools
import io
import os
import pickle
import sys

from . import context

__all__ = ['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump', 'DupFd', 'sendfds', 'recvfds']

HAVE_SEND_HANDLE = True


class ForkingPickler(pickle.Pickler):
    _extra_reducers = {}
    _tables = {}

    @classmethod
    def register(cls, type, reduce):
        cls._extra_reducers[type] = reduce
        cls._tables.clear()

    @classmethod
    def _table(cls):
        table = {}
        table.update(copyreg.dispatch_table)
        table.update(cls._extra_reducers)
        return table

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = self._table()

    @classmethod
    def dumps(cls, obj, protocol=None):
        # CPython makes a pickler with a table of its own and a `BytesIO` for each.
        _charge(78)
        return pickle._write(obj, pickle._protocol(protocol), True, _Reducers(cls._table()))

    loads = pickle.loads


class _Reducers:
    """As much of a pickler as `pickle._write` looks at."""

    def __init__(self, table):
        self.dispatch_table = table

    def _persistent(self):
        return None


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    file.write(ForkingPickler.dumps(obj, protocol))


class _Duplicate:
    """A descriptor on its way to a child that is being started: it has the same number there."""

    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


class _Ticket:
    """A descriptor on its way to any process."""

    def __init__(self, ticket):
        self.ticket = ticket

    def detach(self):
        from _process import _import
        return _import(self.ticket)


def DupFd(fd):
    popen = context.get_spawning_popen()
    if popen is not None:
        return _Duplicate(popen.duplicate_for_child(fd))
    from _process import _export
    return _Ticket(_export(fd))


def _reduce_partial(p):
    return _rebuild_partial, (p.func, p.args, p.keywords or {})


def _rebuild_partial(func, args, keywords):
    return functools.partial(func, *args, **keywords)


register(functools.partial, _reduce_partial)
