"""_thread: locks and threads as the operating system has them. The natives are in `modules/thread.rs`."""

TIMEOUT_MAX = 9223372036.0
error = RuntimeError
LockType = _lock_type()
_IDENT_BASE = 140_000_000_000_000
_IDENT_STEP = 8_392_704


allocate = allocate_lock


def RLock(*args, **kwargs):
    return _lock_object(_lock_new('RLock', None, None), True, False)


def _lock_of(kind, number):
    """A private lock of the object with this number: waiting for it shows as waiting for the object."""
    return _lock_object(_lock_new(kind, None, number), False, True)


def _rlock_of(number):
    return _lock_object(_lock_new('RLock', None, number), True, True)


def _lock_repr(lock):
    state = 'locked' if lock._count() else 'unlocked'
    return f"<{state} _thread.lock object at {id(lock):#x}>"


def _rlock_repr(lock):
    count = lock._count()
    owner = get_ident() if count else 0
    if not count:
        # Free, or somebody else's.
        if lock.acquire(False):
            lock.release()
        else:
            count = 1
    state = 'locked' if count else 'unlocked'
    return f"<{state} _thread.RLock object owner={owner} count={count} at {id(lock):#x}>"


def _release_save(lock):
    """Gives up an RLock however often it was acquired."""
    count = lock._count()
    if not count:
        raise RuntimeError("cannot release un-acquired lock")
    for _ in range(count):
        lock.release()
    return count


def _acquire_restore(lock, count):
    for _ in range(count):
        lock.acquire()


def get_ident():
    return _IDENT_BASE + _IDENT_STEP * _current()


def start_new_thread(*call):
    if len(call) < 2:
        raise TypeError(f"start_new_thread expected at least 2 arguments, got {len(call)}")
    if len(call) > 3:
        raise TypeError(f"start_new_thread expected at most 3 arguments, got {len(call)}")
    function, args, *rest = call
    kwargs = rest[0] if rest else None
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if rest and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    number = _next_thread()
    _start(_run_raw, (function, args, kwargs), f"_thread-{_count_raw()}", True)
    return _IDENT_BASE + _IDENT_STEP * number


start_new = start_new_thread


def _run_raw(function, args, kwargs):
    try:
        if kwargs:
            function(*args, **kwargs)
        else:
            function(*args)
    except SystemExit:
        pass
    except BaseException as exc:
        text = _traceback_text(exc)
        _uncaught(text)
        sys = _modules().get('sys')
        if sys is not None and sys.unraisablehook is not sys.__unraisablehook__:
            sys.unraisablehook(_Unraisable(type(exc), exc, exc.__traceback__, 'Exception ignored in thread started by', function))
        else:
            _write_error(f"Exception ignored in thread started by: {function!r}\n{text}")


class _Unraisable:
    def __init__(self, exc_type, exc_value, exc_traceback, err_msg, object):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.err_msg = err_msg
        self.object = object


def interrupt_main(signum=2):
    import os
    import signal

    if not 0 < signum < 65:
        raise ValueError("signal number out of range")
    if signal.getsignal(signum) not in (signal.SIG_DFL, signal.SIG_IGN):
        os.kill(os.getpid(), signum)


def exit():
    raise SystemExit


exit_thread = exit
_stack_bytes = 0


def stack_size(size=0):
    """Kept and told back; simulated stacks grow as they need to."""
    global _stack_bytes
    before = _stack_bytes
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    _stack_bytes = size
    return before


def _write_error(text):
    """To `sys.stderr` as the program has set it."""
    sys = _modules().get('sys')
    if sys is None:
        _write(2, text)
    elif sys.stderr is not None:
        sys.stderr.write(text)


class _local:
    """Attributes that each thread has for itself."""

    _type_name_ = '_thread._local'

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        # `__init__` runs in every thread at its first access; in this one the class does it.
        object.__setattr__(self, '_local__parts', ({_current(): {}}, args, kwargs))
        return self

    def __getattribute__(self, name):
        attributes = _local_dict(self)
        if name in attributes:
            return attributes[name]
        if name == '__dict__':
            return attributes
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is _local:
                raise AttributeError(f"'_thread._local' object has no attribute '{name}'") from None
            raise

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"'{_shown_type(self)}' object attribute '__dict__' is read-only")
        attributes = _local_dict(self)
        descriptor = _class_attribute(type(self), name)
        if descriptor is not None and hasattr(type(descriptor), '__set__'):
            descriptor.__set__(self, value)
        else:
            attributes[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(f"'{_shown_type(self)}' object attribute '__dict__' is read-only")
        attributes = _local_dict(self)
        if name in attributes:
            del attributes[name]
            return
        descriptor = _class_attribute(type(self), name)
        if descriptor is not None and hasattr(type(descriptor), '__delete__'):
            descriptor.__delete__(self)
        else:
            raise AttributeError(f"'{_shown_type(self)}' object has no attribute '{name}'")


_local.__module__ = '_thread'


def _shown_type(local):
    return '_thread._local' if type(local) is _local else type(local).__name__


def _class_attribute(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


def _local_dict(local):
    dicts, args, kwargs = object.__getattribute__(local, '_local__parts')
    thread = _current()
    if thread in dicts:
        return dicts[thread]
    dicts[thread] = attributes = {}
    cls = type(local)
    if cls.__init__ is not object.__init__:
        cls.__init__(local, *args, **kwargs)
    return attributes
