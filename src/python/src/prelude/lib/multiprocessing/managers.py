"""multiprocessing.managers: objects that live in a server process, and proxies for them everywhere else.

Every thread that uses a proxy has a connection of its own to the server, where a thread of its own serves it.
"""

import os
import queue
import threading
import time
from traceback import format_exc

from _thread import _charge

from . import connection, context, get_context, pool, process, reduction, util
from .connection import Client, Listener
from .context import ProcessError
from .util import Finalize, _traceback_text, info

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']

# The server's socket, registry and threads before it answers, and what it gives back at its end: 1.3 and 0.4 ms of CPU
# beyond a process (CPython 3.11.7, AMD EPYC, 2026-11-26). In calls of an empty function (10 ns).
_SERVER_START = 130_000
_SERVER_END = 40_000
# A program's first manager, beyond a later one.
_FIRST = 100_000


def rebuild_as_list(obj):
    return list, (list(obj),)


for _view in ({}.items(), {}.keys(), {}.values()):
    reduction.register(type(_view), rebuild_as_list)
del _view


class Token:
    """Which object of which server."""

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __init__(self, typeid, address, id):
        self.__setstate__((typeid, address, id))

    def __getstate__(self):
        return tuple(getattr(self, part) for part in ('typeid', 'address', 'id'))

    def __repr__(self):
        return f'{self.__class__.__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})'


def dispatch(c, id, methodname, args=(), kwds={}):
    """Sends a request to the server and gives back what it answers."""
    c.send((id, methodname, args, kwds))
    answer = c.recv()
    if answer[0] != '#RETURN':
        raise convert_to_error(*answer)
    return answer[1]


def _ask(address, authkey, request, /, *args, **kwds):
    """One request to the server itself, over a connection for just this."""
    line = Client(address, authkey=authkey)
    try:
        return dispatch(line, None, request, args, kwds)
    finally:
        line.close()


# How the text that came with an answer of a kind is told.
_TOLD = {'#TRACEBACK': '%s', '#UNSERIALIZABLE': 'Unserializable message: %s\n'}


def convert_to_error(kind, result):
    if kind == '#ERROR':
        return result
    told = _TOLD.get(kind)
    if told is None:
        return ValueError(f'Unrecognized message type {kind!r}')
    if isinstance(result, str):
        return RemoteError(told % result)
    raise TypeError(f"Result {result!r} (kind '{kind}') type is {type(result)}, not str")


class RemoteError(Exception):
    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


def all_methods(obj):
    return [*filter(lambda name: callable(getattr(obj, name)), dir(obj))]


def public_methods(obj):
    return [name for name in all_methods(obj) if not name.startswith('_')]


def _failed(exc):
    return '#TRACEBACK', _traceback_text(exc)


def _serve_in_thread(target, *args):
    threading.Thread(target=target, args=args, daemon=True).start()


class Server:
    public = ['shutdown', 'create', 'accept_connection', 'get_methods', 'debug_info', 'number_of_objects', 'dummy',
              'incref', 'decref']

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError(f"Authkey {authkey!r} is type {type(authkey)!s}, not bytes")
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        self.listener = Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.id_to_obj = {'0': (None, ())}
        self.id_to_refcount = {}
        self.id_to_local_proxy_obj = {}
        self.mutex = threading.Lock()
        self.stop_event = threading.Event()

    def serve_forever(self):
        process.current_process()._manager_server = self
        try:
            _serve_in_thread(self.accepter)
            self.stop_event.wait()
            _charge(_SERVER_END)
        finally:
            os._exit(0)

    def accepter(self):
        while True:
            try:
                caller = self.listener.accept()
            except OSError:
                continue
            _serve_in_thread(self.handle_request, caller)

    def handle_request(self, conn):
        """The first request of a connection: for the server itself, or that its objects are asked from now on."""
        try:
            for step in (connection.deliver_challenge, connection.answer_challenge):
                step(conn, self.authkey)
            _, wanted, args, kwds = conn.recv()
            assert wanted in self.public, '%r unrecognized' % wanted
            method = getattr(self, wanted)
        except EOFError:
            return conn.close()
        except Exception as exc:
            answer = _failed(exc)
        else:
            try:
                answer = '#RETURN', method(conn, *args, **kwds)
            except Exception as exc:
                answer = _failed(exc)
        try:
            conn.send(answer)
        except Exception:
            # It hung up, as one that shuts the server down may.
            pass
        conn.close()

    def serve_client(self, conn):
        """Answers one thread's proxies until it hangs up."""
        connected = True
        while connected and not self.stop_event.is_set():
            try:
                ident, methodname, args, kwds = conn.recv()
                answer = self._answer(conn, ident, methodname, args, kwds)
            except EOFError:
                connected = False
            except Exception as exc:
                connected = self._reply(conn, _failed(exc))
            else:
                connected = self._reply(conn, answer)
            if not connected:
                conn.close()

    def _answer(self, conn, ident, methodname, args, kwds):
        obj = None
        try:
            try:
                obj, exposed, typeids = self.id_to_obj[ident]
            except KeyError:
                obj, exposed, typeids = self.id_to_local_proxy_obj[ident]
            if methodname not in exposed:
                raise AttributeError(
                    'method %r of %r object is not in exposed=%r' % (methodname, type(obj), exposed))
            method = getattr(obj, methodname)
            try:
                value = method(*args, **kwds)
            except Exception as exc:
                return '#ERROR', exc
            typeid = typeids.get(methodname) if typeids else None
            if not typeid:
                return '#RETURN', value
            made, names = self.create(conn, typeid, value)
            return '#PROXY', (names, Token(typeid, self.address, made))
        except AttributeError as exc:
            if methodname is None:
                return _failed(exc)
            try:
                return '#RETURN', self.fallback_mapping[methodname](self, conn, ident, obj, *args, **kwds)
            except Exception as exc:
                return _failed(exc)

    @staticmethod
    def _reply(conn, answer):
        """Whether it could be sent, or at least that it could not be pickled."""
        try:
            try:
                conn.send(answer)
            except OSError:
                return False
            except Exception as exc:
                conn.send(('#UNSERIALIZABLE', _traceback_text(exc)))
        except Exception:
            return False
        return True

    # What every object answers, exposed or not.

    def fallback_repr(self, conn, ident, obj):
        return f'{obj!r}'

    def fallback_str(self, conn, ident, obj):
        return f'{obj!s}'

    def fallback_getvalue(self, conn, ident, obj):
        return obj

    fallback_mapping = {'#GETVALUE': fallback_getvalue, '__repr__': fallback_repr, '__str__': fallback_str}

    def dummy(self, c):
        pass

    def debug_info(self, c):
        def shown(ident):
            count, held = self.id_to_refcount[ident], self.id_to_obj[ident][0]
            return f'  {ident}:       refcount={count}\n    {str(held)[:75]}'

        with self.mutex:
            return '\n'.join([shown(ident) for ident in sorted(self.id_to_refcount) if ident != '0'])

    def number_of_objects(self, c):
        return len(self.id_to_refcount)

    def shutdown(self, c):
        try:
            c.send(('#RETURN', None))
        finally:
            self.stop_event.set()

    def create(self, c, typeid, /, *args, **kwds):
        with self.mutex:
            make, names, typeids, _ = self.registry[typeid]
            if make is not None:
                obj = make(*args, **kwds)
            elif len(args) == 1 and not kwds:
                [obj] = args
            else:
                raise ValueError("Without callable, must have one non-keyword argument")
            names = public_methods(obj) if names is None else names
            if typeids is not None:
                names = [*names, *typeids]
            ident = format(id(obj), 'x')
            self.id_to_obj[ident] = obj, set(names), typeids
            self.id_to_refcount.setdefault(ident, 0)
        self.incref(c, ident)
        return ident, tuple(names)

    def get_methods(self, c, token):
        return tuple(self.id_to_obj[token.id][1])

    def accept_connection(self, c, name):
        threading.current_thread().name = name
        c.send(('#RETURN', None))
        self.serve_client(c)

    def incref(self, c, ident):
        self._count(ident, +1)

    def decref(self, c, ident):
        self._count(ident, -1)

    def _count(self, ident, change):
        with self.mutex:
            if change < 0 and ident not in self.id_to_refcount:
                return
            left = self.id_to_refcount[ident] = self.id_to_refcount.get(ident, 0) + change
            if change < 0 and not left:
                del self.id_to_refcount[ident]
                self.id_to_obj.pop(ident, None)


class State:
    INITIAL, STARTED, SHUTDOWN = range(3)

    value = INITIAL


# What a manager in a state says to one who needs another.
_COMPLAINTS = {
    State.INITIAL: 'Unable to start server',
    State.STARTED: 'Already started server',
    State.SHUTDOWN: 'Manager has shut down',
}


class BaseManager:
    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = State()
        self._serializer = serializer
        self._ctx = ctx or get_context()
        util._first_use('manager', _FIRST)
        self._shutdown_timeout = shutdown_timeout

    def _must_be(self, wanted):
        found = self._state.value
        if found != wanted:
            raise ProcessError(_COMPLAINTS.get(found, f'Unknown state {found!r}'))

    def _of_server(self):
        return self._registry, self._address, self._authkey, self._serializer

    def get_server(self):
        self._must_be(State.INITIAL)
        return Server(*self._of_server())

    def connect(self):
        line = Client(self._address, authkey=self._authkey)
        dispatch(line, None, 'dummy')
        self._state.value = State.STARTED

    def start(self, initializer=None, initargs=()):
        self._must_be(State.INITIAL)
        if not (initializer is None or callable(initializer)):
            raise TypeError('initializer must be a callable')
        cls = type(self)
        reader, writer = connection.Pipe(duplex=False)
        server = self._process = self._ctx.Process(
            target=cls._run_server, args=(*self._of_server(), writer, initializer, initargs))
        server.name = f"{cls.__name__}-{':'.join(map(str, server._identity))}"
        server.start()
        writer.close()
        # It answers as soon as it can be reached.
        self._address = reader.recv()
        reader.close()
        self._state.value = State.STARTED
        ending = server, self._address, self._authkey, self._state, self._shutdown_timeout
        self.shutdown = Finalize(self, cls._finalize_manager, args=ending, exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()):
        if initializer is not None:
            initializer(*initargs)
        _charge(_SERVER_START)
        server = cls._Server(registry, address, authkey, serializer)
        writer.send(server.address)
        writer.close()
        info('manager serving at %r', server.address)
        server.serve_forever()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, 'server not yet started'
        ident, names = _ask(self._address, self._authkey, 'create', typeid, *args, **kwds)
        return Token(typeid, self._address, ident), names

    def join(self, timeout=None):
        server = self._process
        if server is None:
            return
        server.join(timeout)
        if not server.is_alive():
            self._process = None

    def _debug_info(self):
        return _ask(self._address, self._authkey, 'debug_info')

    def _number_of_objects(self):
        return _ask(self._address, self._authkey, 'number_of_objects')

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        self._must_be(State.STARTED)
        return self

    def __exit__(self, *_):
        self.shutdown()

    @staticmethod
    def _finalize_manager(process, address, authkey, state, shutdown_timeout):
        if process.is_alive():
            info('sending shutdown message to manager')
            try:
                _ask(address, authkey, 'shutdown')
            except Exception:
                # Then it has to be ended as any process.
                pass
            process.join(timeout=shutdown_timeout)
            if process.is_alive():
                info('manager still alive')
                process.terminate()
                process.join(timeout=shutdown_timeout)
        state.value = State.SHUTDOWN

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in vars(cls):
            cls._registry = dict(cls._registry)
        proxytype = AutoProxy if proxytype is None else proxytype
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        typeids = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        for text in [text for pair in typeids.items() for text in pair] if typeids else ():
            assert type(text) is str, '%r is not a string' % text
        cls._registry[typeid] = callable, exposed, typeids, proxytype
        if create_method:
            cls._add_maker(typeid, proxytype)

    @classmethod
    def _add_maker(cls, typeid, proxytype):
        def temp(self, /, *args, **kwds):
            token, names = self._create(typeid, *args, **kwds)
            return _adopt(proxytype, token, self._serializer, self, self._authkey, names)

        temp.__name__ = typeid
        setattr(cls, typeid, temp)


def _adopt(proxytype, token, serializer, manager, authkey, exposed):
    """A proxy of what the server has just made; the reference that it was made with is given back."""
    proxy = proxytype(token, serializer, manager=manager, authkey=authkey, exposed=exposed)
    _ask(token.address, authkey, 'decref', token.id)
    return proxy


def _key_of(manager):
    return process.current_process().authkey if manager is None else manager._authkey


class BaseProxy:
    # One connection for each thread and each server.
    _address_to_local = {}
    _mutex = None

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        lines = BaseProxy._address_to_local
        if token.address not in lines:
            lines[token.address] = threading.local()
        self._tls = lines[token.address]
        self._token, self._id = token, token.id
        self._manager, self._serializer, self._owned_by_manager = manager, serializer, manager_owned
        if authkey is None:
            self._authkey = _key_of(manager)
        else:
            self._authkey = process.AuthenticationString(authkey)
        if incref:
            self._incref()
        util.register_after_fork(self, BaseProxy._after_fork)

    def _connect(self):
        user, thread = process.current_process().name, threading.current_thread().name
        line = Client(self._token.address, authkey=self._authkey)
        line._unnamed = False
        dispatch(line, None, 'accept_connection', (user if thread == 'MainThread' else f'{user}|{thread}',))
        self._tls.connection, self._tls.pid = line, os.getpid()

    def _callmethod(self, methodname, args=(), kwds={}):
        mine = self._tls
        if getattr(mine, 'connection', None) is None or mine.pid != os.getpid():
            self._connect()
        line = mine.connection
        line.send((self._id, methodname, args, kwds))
        kind, result = line.recv()
        if kind == '#RETURN':
            return result
        if kind != '#PROXY':
            raise convert_to_error(kind, result)
        names, token = result
        known = (SyncManager if self._manager is None else self._manager)._registry
        proxytype = known[token.typeid][-1]
        token.address = self._token.address
        return _adopt(proxytype, token, self._serializer, self._manager, self._authkey, names)

    def _getvalue(self):
        return self._callmethod('#GETVALUE')

    def _incref(self):
        if not self._owned_by_manager:
            _ask(self._token.address, self._authkey, 'incref', self._id)

    def _after_fork(self):
        self._manager = None

    def __reduce__(self):
        made_by, kwds = type(self), {}
        if context.get_spawning_popen() is not None:
            kwds['authkey'] = self._authkey
        if getattr(self, '_isauto', False):
            made_by, kwds['exposed'] = AutoProxy, self._exposed_
        return RebuildProxy, (made_by, self._token, self._serializer, kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f'<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>'

    def __str__(self):
        try:
            return self._callmethod('__repr__')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    here = process.current_process()
    server = getattr(here, '_manager_server', None)
    if server and server.address == token.address:
        util.debug('Rebuild a proxy owned by manager, token=%r', token)
        kwds['manager_owned'] = True
        kept = server.id_to_local_proxy_obj
        if token.id not in kept:
            kept[token.id] = server.id_to_obj[token.id]
    counted = kwds.pop('incref', True)
    return func(token, serializer, incref=counted and not getattr(here, '_inheriting', False), **kwds)


def _method(name):
    def call(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    call.__name__ = name
    return call


def MakeProxyType(name, exposed, _cache={}):
    key = name, tuple(exposed)
    if key not in _cache:
        methods = {method: _method(method) for method in key[1]}
        _cache[key] = type(name, (BaseProxy,), {**methods, '__module__': __name__, '_exposed_': key[1]})
    return _cache[key]


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    if exposed is None:
        exposed = _ask(token.address, authkey, 'get_methods', token)
    made = MakeProxyType(f'AutoProxy[{token.typeid}]', exposed)(
        token, serializer, manager=manager, authkey=_key_of(manager) if authkey is None else authkey, incref=incref,
        manager_owned=manager_owned)
    made._isauto = True
    return made


# ---- what the server can hold

class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted(f'{name}={value!r}' for name, value in self.__dict__.items() if not name.startswith('_'))
        return f"{self.__class__.__name__}({', '.join(items)})"


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return f'{type(self).__name__}({self._typecode!r}, {self._value!r})'

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    import array
    return array.array(typecode, sequence)


def _attribute(name):
    return property(lambda self: self._callmethod('__getattribute__', (name,)))


class IteratorProxy(BaseProxy):
    _exposed_ = ('__next__', 'send', 'throw', 'close')

    def close(self, *args):
        return self._callmethod('close', args)

    def throw(self, *args):
        return self._callmethod('throw', args)

    def send(self, *args):
        return self._callmethod('send', args)

    def __next__(self, *args):
        return self._callmethod('__next__', args)

    def __iter__(self):
        return self


class AcquirerProxy(BaseProxy):
    _exposed_ = ('acquire', 'release')

    def acquire(self, blocking=True, timeout=None):
        limits = [blocking, timeout]
        return self._callmethod('acquire', tuple(limits[:1] if timeout is None else limits))

    def release(self):
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    _exposed_ = (*AcquirerProxy._exposed_, 'wait', 'notify', 'notify_all')

    def notify_all(self):
        return self._callmethod('notify_all')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def wait_for(self, predicate, timeout=None):
        found = predicate()
        if found or timeout is None:
            while not found:
                self.wait(None)
                found = predicate()
            return found
        end = time.monotonic() + timeout
        while not found and (left := end - time.monotonic()) > 0:
            self.wait(left)
            found = predicate()
        return found


class EventProxy(BaseProxy):
    _exposed_ = ('is_set', 'set', 'clear', 'wait')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def clear(self):
        return self._callmethod('clear')

    def set(self):
        return self._callmethod('set')

    def is_set(self):
        return self._callmethod('is_set')


class BarrierProxy(BaseProxy):
    _exposed_ = ('__getattribute__', 'wait', 'abort', 'reset')

    def reset(self):
        return self._callmethod('reset')

    def abort(self):
        return self._callmethod('abort')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    parties, n_waiting, broken = map(_attribute, ('parties', 'n_waiting', 'broken'))


def _at_server(name):
    """A name's access: of the proxy itself if it is private, else of the object."""
    own_get = object.__getattribute__
    own = getattr(object, name)

    def access(self, key, *value):
        if key[0] == '_':
            return own(self, key, *value)
        return own_get(self, '_callmethod')(own.__name__, (key, *value))
    return access


class NamespaceProxy(BaseProxy):
    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__')

    __getattr__, __setattr__, __delattr__ = map(_at_server, _exposed_)


class ValueProxy(BaseProxy):
    _exposed_ = ('get', 'set')

    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)

    def __class_getitem__(cls, item):
        return cls


BaseListProxy = MakeProxyType('BaseListProxy', (
    '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
    '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort', '__imul__'))


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self


DictProxy = MakeProxyType('DictProxy', (
    '__contains__', '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__', 'clear', 'copy', 'get',
    'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'))
DictProxy._method_to_typeid_ = {'__iter__': 'Iterator'}

ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))

BasePoolProxy = MakeProxyType('PoolProxy', (
    'apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map', 'map_async', 'starmap',
    'starmap_async', 'terminate'))
BasePoolProxy._method_to_typeid_ = {
    'apply_async': 'AsyncResult', 'map_async': 'AsyncResult', 'starmap_async': 'AsyncResult', 'imap': 'Iterator',
    'imap_unordered': 'Iterator'}


class PoolProxy(BasePoolProxy):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class SyncManager(BaseManager):
    """The manager that `Manager()` starts."""


for _typeid, *_how in (
        ('Queue', queue.Queue), ('JoinableQueue', queue.Queue),
        ('Event', threading.Event, EventProxy),
        ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
        ('Semaphore', threading.Semaphore, AcquirerProxy),
        ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
        ('Pool', pool.Pool, PoolProxy), ('list', list, ListProxy), ('dict', dict, DictProxy),
        ('Value', Value, ValueProxy), ('Array', Array, ArrayProxy), ('Namespace', Namespace, NamespaceProxy)):
    SyncManager.register(_typeid, *_how)
# What only answers give.
SyncManager.register('Iterator', None, IteratorProxy, create_method=False)
SyncManager.register('AsyncResult', create_method=False)
del _typeid, _how


class SharedMemoryManager(BaseManager):
    """Gives out shared memory and unlinks it in the end."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._blocks = []

    def start(self, initializer=None, initargs=()):
        super().start(initializer, initargs)
        stop = self.shutdown
        self.shutdown = lambda: (stop(), self._unlink())

    def _unlink(self):
        for block in self._blocks:
            try:
                block.unlink()
            except FileNotFoundError:
                pass

    def SharedMemory(self, size):
        from .shared_memory import SharedMemory
        connection.address_type(self._address)
        block = SharedMemory(None, create=True, size=size)
        self._blocks.append(block)
        return block

    def ShareableList(self, sequence):
        from .shared_memory import ShareableList
        connection.address_type(self._address)
        made = ShareableList(sequence)
        self._blocks.append(made.shm)
        return made
