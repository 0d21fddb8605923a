"""concurrent.interpreters: interpreters with a GIL each. Here each is a process of its own, forked where it is made, whose
main module is empty; what crosses is pickled, as with the real ones for all but the plainest values.
"""

import multiprocessing as _mp
import os
import pickle as _pickle
import queue as _queue
import sys
import threading as _threading
import traceback as _traceback

__all__ = ['get_current', 'get_main', 'create', 'list_all', 'is_shareable', 'Interpreter', 'InterpreterError',
           'InterpreterNotFoundError', 'ExecutionFailed', 'NotShareableError', 'create_queue', 'Queue', 'QueueEmpty',
           'QueueFull']


class InterpreterError(Exception):
    """A cross-interpreter operation failed."""


class InterpreterNotFoundError(InterpreterError):
    pass


class NotShareableError(TypeError):
    pass


class ExecutionFailed(InterpreterError):
    """An exception left the code that ran in another interpreter."""

    def __init__(self, excinfo):
        super().__init__(excinfo.formatted)
        self.excinfo = excinfo

    def __str__(self):
        return f'{self.excinfo.formatted}\n\nUncaught in the interpreter:\n\n{self.excinfo.errdisplay}'


class _Info:
    def __init__(self, exc):
        self.type = type(exc)
        self.msg = str(exc)
        self.formatted = f'{type(exc).__name__}: {exc}'
        self.errdisplay = ''.join(_traceback.format_exception(exc)).rstrip('\n')


class QueueEmpty(_queue.Empty):
    pass


class QueueFull(_queue.Full):
    pass


_SHAREABLE = (type(None), bool, int, float, str, bytes, memoryview)
_all = {}
_next_id = 1
_current_id = 0
_current_whence = 'runtime init'


def is_shareable(obj):
    if isinstance(obj, tuple):
        return all(map(is_shareable, obj))
    return type(obj) in _SHAREABLE or isinstance(obj, Queue)


def _serve(number, connection):
    """What an interpreter does: what it is told, one after the other."""
    global _current_id, _current_whence
    _current_id, _current_whence = number, 'concurrent.interpreters'
    _all.clear()
    namespace = {'__name__': '__main__'}
    while True:
        try:
            told = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        if told is None:
            # Locks that threads of the maker held when this was forked stay held: nothing may be waited for at the end.
            sys.stdout.flush()
            os._exit(0)
        kind, given = told
        try:
            if kind == 'exec':
                exec(given, namespace)
                answer = (True, None)
            elif kind == 'set':
                namespace.update(given)
                answer = (True, None)
            else:
                function, args, kwargs = given
                answer = (True, function(*args, **kwargs))
        except BaseException as exc:
            answer = (False, _Info(exc))
        try:
            connection.send(answer)
        except Exception as exc:
            connection.send((False, _Info(NotShareableError(str(exc)))))


class Interpreter:
    def __init__(self, number, whence, process=None, connection=None):
        self._id = number
        self._whence = whence
        self._process = process
        self._connection = connection
        self._running = _threading.Lock()

    @property
    def id(self):
        return self._id

    @property
    def whence(self):
        return self._whence

    def __repr__(self):
        return f'Interpreter({self._id})'

    def __hash__(self):
        return hash(self._id)

    def __eq__(self, other):
        return isinstance(other, Interpreter) and other._id == self._id

    def is_running(self):
        return self._process is None or self._running.locked()

    def _ask(self, kind, given):
        if self._process is None:
            raise InterpreterError('interpreter already running')
        if self._process.exitcode is not None or self._id not in _all:
            raise InterpreterNotFoundError(f'unrecognized interpreter ID {self._id}')
        if not self._running.acquire(blocking=False):
            raise InterpreterError('interpreter already running')
        try:
            try:
                self._connection.send((kind, given))
            except (_pickle.PicklingError, AttributeError, TypeError) as exc:
                raise NotShareableError('object could not be unpickled') from exc
            good, value = self._connection.recv()
        finally:
            self._running.release()
        if not good:
            raise ExecutionFailed(value)
        return value

    def prepare_main(self, ns=None, /, **kwargs):
        self._ask('set', {**(ns or {}), **kwargs})

    def exec(self, code, /):
        import textwrap
        self._ask('exec', textwrap.dedent(code))

    def call(self, callable, /, *args, **kwargs):
        return self._ask('call', (callable, args, kwargs))

    def call_in_thread(self, callable, /, *args, **kwargs):
        thread = _threading.Thread(target=self.call, args=(callable, *args), kwargs=kwargs)
        thread.start()
        return thread

    def close(self):
        if self._process is None:
            raise InterpreterError('cannot close the current interpreter')
        if self._running.locked():
            raise InterpreterError('cannot close a running interpreter')
        if _all.pop(self._id, None) is None:
            raise InterpreterNotFoundError(f'unrecognized interpreter ID {self._id}')
        self._connection.send(None)
        self._process.join()
        self._connection.close()


def create():
    global _next_id
    number = _next_id
    _next_id += 1
    context = _mp.get_context('fork')
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(number, there), name=f'Interpreter {number}', daemon=True)
    process.start()
    there.close()
    made = _all[number] = Interpreter(number, 'concurrent.interpreters', process, here)
    return made


def get_current():
    return Interpreter(_current_id, _current_whence)


def get_main():
    return Interpreter(0, 'runtime init')


def list_all():
    return [get_main(), *_all.values()]


_queues = {}


def _queue_of(number):
    if number not in _queues:
        raise NotShareableError(f'queue {number} was made after the interpreter')
    return _queues[number]


class Queue:
    """Items cross pickled; every interpreter that exists when it is made may use it."""

    _made = 0

    def __init__(self, maxsize=0):
        Queue._made += 1
        self._id = Queue._made
        self._queue = _mp.get_context('fork').Queue(maxsize)
        self.maxsize = maxsize
        _queues[self._id] = self

    def __reduce__(self):
        return _queue_of, (self._id,)

    @property
    def id(self):
        return self._id

    def __repr__(self):
        return f'Queue({self._id})'

    def put(self, obj, block=True, timeout=None):
        try:
            self._queue.put(obj, block, timeout)
        except _queue.Full:
            raise QueueFull() from None

    def put_nowait(self, obj):
        self.put(obj, False)

    def get(self, block=True, timeout=None):
        try:
            return self._queue.get(block, timeout)
        except _queue.Empty:
            raise QueueEmpty() from None

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return self._queue.empty()

    def full(self):
        return self._queue.full()

    def qsize(self):
        return self._queue.qsize()


def create_queue(maxsize=0):
    return Queue(maxsize)
