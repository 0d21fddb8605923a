"""threading: threads and what they synchronise with, in the shape of CPython's own.

Everything is built on locks, so that who waits, who is woken and who barges in is as in CPython; the private locks carry
the number of the object they are a part of, so that a trace shows waiting for the event or queue and not for its parts.
"""

import _thread
from _thread import (
    RLock as _new_rlock,
    TIMEOUT_MAX,
    _charge,
    _count_thread,
    _current,
    _join,
    _local as local,
    _lock_number,
    _lock_of,
    _name_of,
    _object_level,
    _object_name,
    _object_new,
    _rlock_of,
    _set_name,
    _start,
    _traceback_text,
    _uncaught,
    _write_error,
    allocate_lock,
    get_ident,
    get_native_id,
    stack_size,
)
from time import monotonic as _time

_HAVE_THREAD_NATIVE_ID = True

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'getprofile', 'gettrace', 'get_native_id']

ThreadError = RuntimeError
Lock = allocate_lock
RLock = _new_rlock

# What starting a thread waits for has one lane for all threads.
_starting = _object_new('Event', 'thread start')


def _show(thing):
    """Tells the host what the program calls `thing`, at the first use that somebody may see."""
    thing._unnamed = False
    name = _name_of(thing)
    if name is not None:
        _object_name(thing._object, name)
    return name


def _deprecated(old, new):
    import warnings

    warnings.warn(f'{old}() is deprecated, {new} instead', DeprecationWarning, stacklevel=3)


class Condition:
    def __init__(self, lock=None):
        self._set_up('Condition', _object_new('Condition', None), RLock() if lock is None else lock)
        self._own_lock = lock is None

    def _set_up(self, kind, number, lock):
        self._kind = kind
        self._object = number
        self._unnamed = kind == 'Condition'
        self._own_lock = False
        self._lock = lock
        self.acquire, self.release = lock.acquire, lock.release
        # Locks that are held: those of who waits, and those nobody waits on.
        self._waiters = []
        self._spare = []
        try:
            # A reentrant lock is given up whole and taken back as deep as it was held.
            self._release_save = lock._release_save
            self._acquire_restore = lock._acquire_restore
            self._is_owned = lock._is_owned
        except AttributeError:
            # CPython looks for each of the three by itself.
            _charge(80)
        _charge(8)

    # What a plain lock lacks.

    def _is_owned(self):
        # Held by anybody: it does not know by whom.
        try:
            return self._lock.locked()
        except AttributeError:
            # A lock of the program's own.
            if not self._lock.acquire(False):
                return True
            self._lock.release()
            return False

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _release_save(self):
        self._lock.release()

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __enter__(self):
        return self._lock.__enter__()

    def _show(self):
        name = _show(self)
        if name is not None and self._own_lock:
            _object_name(_lock_number(self._lock), name + "'s lock")

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        if self._unnamed:
            self._show()
        queue = self._waiters
        while queue and n > 0:
            first = queue[0]
            try:
                first.release()
                n -= 1
            except RuntimeError:
                # It timed out and has not left the queue yet: the next one's turn.
                pass
            try:
                queue.remove(first)
            except ValueError:
                # It has left meanwhile.
                pass

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated('notifyAll', 'use notify_all()')
        self.notify_all()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        if self._unnamed:
            self._show()
        if self._spare:
            gate = self._spare.pop()
        else:
            gate = _lock_of(self._kind, self._object)
            gate.acquire()
        self._waiters.append(gate)
        depth = self._release_save()
        notified = False
        try:
            if timeout is None:
                gate.acquire()
                notified = True
            elif timeout > 0:
                notified = gate.acquire(True, timeout)
            else:
                notified = gate.acquire(False)
            return notified
        finally:
            self._acquire_restore(depth)
            if notified:
                self._spare.append(gate)
            else:
                try:
                    self._waiters.remove(gate)
                except ValueError:
                    # Somebody notifies it just now, and will open it.
                    pass
                else:
                    self._spare.append(gate)

    def wait_for(self, predicate, timeout=None):
        deadline = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if deadline is None:
                    deadline = _time() + left
                else:
                    left = deadline - _time()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result


def _condition_of(kind, number, lock=None):
    """A condition that is a part of the object with this number."""
    condition = Condition.__new__(Condition)
    condition._set_up(kind, number, _lock_of(kind, number) if lock is None else lock)
    return condition


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._object = _object_new('Semaphore', None)
        self._unnamed = True
        self._cond = _condition_of('Semaphore', self._object)
        self._value = value
        _object_level(self._object, value)

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._unnamed:
            _show(self)
        until = None
        taken = False
        with self._cond:
            while self._value == 0:
                if not blocking:
                    break
                if timeout is not None:
                    if until is None:
                        until = _time() + timeout
                    else:
                        timeout = until - _time()
                        if timeout <= 0:
                            break
                self._cond.wait(timeout)
            else:
                self._value -= 1
                taken = True
                _object_level(self._object, self._value)
        return taken

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            _object_level(self._object, self._value)
            for _ in range(n):
                self._cond.notify()

    def __exit__(self, exc_type, exc, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._initial_value < self._value + n:
                raise ValueError("Semaphore released too many times")
            self._value += n
            _object_level(self._object, self._value)
            for _ in range(n):
                self._cond.notify()

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"


class Event:
    def __init__(self):
        self._set_up(_object_new('Event', None), True)

    def _set_up(self, number, unnamed):
        self._object = number
        self._unnamed = unnamed
        # The event of a starting thread shares its lane, which therefore has no level.
        self._has_level = unnamed
        self._cond = _condition_of('Event', number)
        self._flag = False

    def wait(self, timeout=None):
        if self._unnamed:
            _show(self)
        with self._cond:
            answer = self._flag
            if not answer:
                answer = self._cond.wait(timeout)
            return answer

    def clear(self):
        with self._cond:
            self._flag = False
            if self._has_level:
                _object_level(self._object, 0)

    def set(self):
        with self._cond:
            self._flag = True
            if self._has_level:
                if self._unnamed:
                    _show(self)
                _object_level(self._object, 1)
            self._cond.notify_all()

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated('isSet', 'use is_set()')
        return self.is_set()

    def __repr__(self):
        cls = self.__class__
        state = 'set' if self._flag else 'unset'
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # States: 0 filling, 1 draining, -1 being reset, -2 broken.

    def __init__(self, parties, action=None, timeout=None):
        self._object = _object_new('Barrier', None)
        self._unnamed = True
        self._cond = _condition_of('Barrier', self._object)
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        cls = self.__class__
        where = f"{cls.__module__}.{cls.__qualname__} at {id(self):#x}"
        if self.broken:
            return f"<{where}: broken>"
        return f"<{where}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        if self._unnamed:
            _show(self)
        with self._cond:
            while self._state in (-1, 1):
                # The last generation is still leaving.
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            _object_level(self._object, self._count)
            try:
                if index + 1 == self._parties:
                    self._open()
                elif not self._cond.wait_for(self._is_open, timeout):
                    self._break()
                    raise BrokenBarrierError
                elif self._state < 0:
                    raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                _object_level(self._object, self._count)
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _is_open(self):
        return self._state != 0

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        if self._state == 0:
            return self._count
        return 0

    @property
    def broken(self):
        return self._state == -2


# Threads by their dense number, and threads that were asked to start but did not yet run.
_active_limbo_lock = _rlock_of(_starting)
_active = {}
_limbo = {}
# Non-daemon threads by number: what the end of the program waits for.
_waited_for = {}


def _new_name(template):
    return template % _count_thread()


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _new_name("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._name = name
        # Who makes it decides, where the program does not.
        if daemon is not None:
            self._daemonic = daemon
        else:
            self._daemonic = current_thread().daemon
        self._args = args
        self._kwargs = kwargs
        self._target = target
        self._number = None
        self._native_id = None
        self._ident = None
        self._is_stopped = False
        _charge(90)
        self._started = Event.__new__(Event)
        self._started._set_up(_starting, False)
        self._initialized = True

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        with _active_limbo_lock:
            _limbo[self] = self
        try:
            _start(self._bootstrap, (), self._name, bool(self._daemonic))
        except:
            with _active_limbo_lock:
                _limbo.pop(self, None)
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is None:
                return
            self._target(*self._args, **self._kwargs)
        finally:
            # An argument may refer back to the thread.
            del self._target
            del self._kwargs
            del self._args

    def _bootstrap(self):
        self._number = number = _current()
        self._ident = get_ident()
        self._native_id = get_native_id()
        if not self._daemonic:
            _waited_for[number] = self
        self._started.set()
        with _active_limbo_lock:
            _active[number] = self
            del _limbo[self]
        try:
            self.run()
        except BaseException as exc:
            self._report(exc)
        finally:
            with _active_limbo_lock:
                del _active[number]

    def _report(self, exc):
        """Gives the exception that ended the thread to `excepthook`."""
        args = ExceptHookArgs((type(exc), exc, exc.__traceback__, self))
        if not isinstance(exc, SystemExit):
            _uncaught(_traceback_text(exc))
        try:
            hook = excepthook
            if hook is None:
                hook = __excepthook__
            hook(args)
        except Exception as failure:
            failure.__suppress_context__ = True
            _write_error("Exception in threading.excepthook:\n" + _traceback_text(failure))

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if current_thread() is self:
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            self._wait_for_end(None)
        else:
            self._wait_for_end(max(timeout, 0))

    def _wait_for_end(self, timeout):
        if not self._is_stopped and _join(self._number, timeout):
            self._stop()

    def _stop(self):
        self._is_stopped = True
        _waited_for.pop(self._number, None)

    def is_alive(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() not called")
        if self._is_stopped or not self._started.is_set():
            return False
        if self._number != _current():
            # The kernel knows first.
            self._wait_for_end(0)
        return not self._is_stopped

    def __repr__(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() was not called")
        words = "initial"
        if self._started.is_set():
            words = "started"
        self.is_alive()
        if self._is_stopped:
            words = "stopped"
        if self._daemonic:
            words += " daemon"
        if self._ident is not None:
            words += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {words})>"

    @property
    def daemon(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() not called")
        return self._daemonic

    @daemon.setter
    def daemon(self, value):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = value

    @property
    def ident(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() not called")
        return self._ident

    @property
    def native_id(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() not called")
        return self._native_id

    @property
    def name(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() not called")
        return self._name

    @name.setter
    def name(self, name):
        if not self._initialized:
            raise AssertionError("Thread.__init__() not called")
        self._name = str(name)
        if self._number is not None:
            _set_name(self._number, self._name)

    # As before Python 2.6.

    def getName(self):
        _deprecated('getName', 'get the name attribute')
        return self.name

    def setName(self, name):
        _deprecated('setName', 'set the name attribute')
        self.name = name

    def isDaemon(self):
        _deprecated('isDaemon', 'get the daemon attribute')
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated('setDaemon', 'set the daemon attribute')
        self.daemon = daemonic


class ExceptHookArgs(tuple):
    """(exc_type, exc_value, exc_traceback, thread), by index and by name."""

    def __new__(cls, values):
        values = tuple(values)
        if len(values) != 4:
            raise TypeError(f'_thread._ExceptHookArgs() takes a 4-sequence ({len(values)}-sequence given)')
        return tuple.__new__(cls, values)

    @property
    def exc_type(self):
        return self[0]

    @property
    def exc_value(self):
        return self[1]

    @property
    def exc_traceback(self):
        return self[2]

    @property
    def thread(self):
        return self[3]

    def __repr__(self):
        return (f"_thread.ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, exc_traceback={self[2]!r}, "
                f"thread={self[3]!r})")


ExceptHookArgs.__module__ = '_thread'
ExceptHookArgs.__qualname__ = ExceptHookArgs.__name__ = '_ExceptHookArgs'


def excepthook(args, /):
    if type(args) is not ExceptHookArgs:
        raise TypeError('_thread.excepthook argument type must be ExceptHookArgs')
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    exc = args.exc_value
    if exc is None:
        exc = args.exc_type()
    _write_error(f"Exception in thread {name}:\n{_traceback_text(exc)}")


__excepthook__ = excepthook


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.function = function
        self.interval = interval
        self.kwargs = kwargs if kwargs is not None else {}
        self.args = args if args is not None else []
        # Cancelled, or done.
        self.finished = Event()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()

    def cancel(self):
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._started._flag = True
        self._number = _current()
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._number] = self


class _DummyThread(Thread):
    """A thread that was not started by this module."""

    def __init__(self):
        Thread.__init__(self, name=_new_name("Dummy-%d"), daemon=True)
        self._started._flag = True
        self._number = _current()
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _active_limbo_lock:
            _active[self._number] = self

    def join(self, timeout=None):
        raise AssertionError("cannot join a dummy thread")

    def is_alive(self):
        return not self._is_stopped


def current_thread():
    try:
        return _active[_current()]
    except KeyError:
        return _DummyThread()


def currentThread():
    _deprecated('currentThread', 'use current_thread()')
    return current_thread()


def main_thread():
    return _main_thread


def enumerate():
    with _active_limbo_lock:
        return list(_active.values()) + list(_limbo.values())


def active_count():
    # Without the lock: nothing lets go of the GIL in between, and waiting for a number in a loop stays cheap.
    return len(_active) + len(_limbo)


def activeCount():
    _deprecated('activeCount', 'use active_count()')
    return active_count()


_at_shutdown = []


def _register_atexit(function, *args, **kwargs):
    """Calls `function` when the program has ended and before its threads are waited for."""
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _at_shutdown.append((function, args, kwargs))


_shutting_down = False


def _shutdown():
    """Waits for every thread that is no daemon; called when the main thread has nothing left to do."""
    global _shutting_down
    if _main_thread._is_stopped:
        return
    _shutting_down = True
    for function, args, kwargs in reversed(_at_shutdown):
        function(*args, **kwargs)
    _main_thread._is_stopped = True
    me = _current()
    while True:
        for number, thread in list(_waited_for.items()):
            if number != me:
                thread._wait_for_end(None)
        starting = [thread for thread in list(_limbo.values()) if not thread._daemonic]
        if not starting and not any(number != me for number in _waited_for):
            return
        for thread in starting:
            thread._started.wait()


def _no_hooks(name, function):
    if function is not None:
        raise NotImplementedError(f"threading.{name} is not supported here: the timeline shows what each thread runs")


def settrace(func):
    _no_hooks('settrace', func)


def setprofile(func):
    _no_hooks('setprofile', func)


def gettrace():
    return None


def getprofile():
    return None



def _after_fork():
    """In a copy of the process: the calling thread is the only one, and the main one."""
    global _main_thread, _active_limbo_lock, _shutting_down
    _active_limbo_lock = _rlock_of(_starting)
    number = _current()
    current = _active.get(number)
    for thread in [*_active.values(), *_limbo.values()]:
        if thread is not current:
            thread._is_stopped = True
    _active.clear()
    _limbo.clear()
    _waited_for.clear()
    _shutting_down = False
    if current is None:
        current = _DummyThread()
    current._native_id = get_native_id()
    _active[number] = current
    _main_thread = current


_main_thread = _MainThread()


def __getattr__(name):
    if name == '_CRLock':
        return RLock
    if name == '_PyRLock':
        from _pylocks import RLock as in_python

        return in_python
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
