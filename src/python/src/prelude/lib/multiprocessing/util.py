"""multiprocessing.util: what its parts say to a logger, and what is called after a fork and when a process ends."""

import atexit
import itertools
import os
import sys

from _thread import _charge

from . import process

# ---- the logger, if the program asked for one

LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'
NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30

_logger = None
_log_to_stderr = False


def get_logger():
    global _logger
    if _logger is None:
        import logging
        made = logging.getLogger(LOGGER_NAME)
        made.propagate = 0
        # Logging shuts down at the end too, and must do so after what still logs.
        atexit.unregister(_exit_function)
        atexit.register(_exit_function)
        _logger = made
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging
    logger, to_stderr = get_logger(), logging.StreamHandler()
    to_stderr.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(to_stderr)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


def _say(level, words, arguments):
    if _logger is not None:
        _logger.log(level, words, *arguments)


def sub_debug(msg, *args):
    _say(SUBDEBUG, msg, args)


def debug(msg, *args):
    _say(DEBUG, msg, args)


def info(msg, *args):
    _say(INFO, msg, args)


def sub_warning(msg, *args):
    _say(SUBWARNING, msg, args)


# ---- costs

_used = set()


def _first_use(part, calls):
    """Code that has not run yet is slower: its pages and caches. In calls of an empty function (10 ns), beyond later uses."""
    if part not in _used:
        _used.add(part)
        _charge(calls)


def _traceback_text(exc):
    """As the module `traceback` tells it: without the suggestions that CPython's last words have."""
    import traceback
    return ''.join(traceback.format_exception(exc))


# ---- after a fork

# In the order of registration.
_afterfork_registry = []


def register_after_fork(obj, func):
    _afterfork_registry.append((obj, func))


def _run_after_forkers():
    for obj, func in [*_afterfork_registry]:
        try:
            func(obj)
        except Exception as exc:
            info('after forker raised exception %s', exc)


# ---- finalizers

# By exit priority and number.
_finalizer_registry = {}
_finalizer_counter = itertools.count()


class Finalize:
    """A call that is made once, at the latest when the process ends if it has an exit priority."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is None:
            if obj is None:
                raise ValueError("Without object, exitpriority cannot be None")
        elif not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)}")
        self._call = callback, args, kwargs or {}
        self._pid = os.getpid()
        self._key = exitpriority, next(_finalizer_counter)
        _finalizer_registry[self._key] = self

    def _take(self):
        """The call, which is then nobody's; none if it was taken already."""
        if _finalizer_registry.pop(self._key, None) is None:
            return None
        call, self._call, self._key = self._call, None, None
        return call

    def __call__(self, wr=None):
        call = self._take()
        # A fork has the finalizers of its parent; they are the parent's to call.
        if call is None or self._pid != os.getpid():
            return None
        callback, args, kwargs = call
        return callback(*args, **kwargs)

    def cancel(self):
        self._take()

    def still_active(self):
        return self._key in _finalizer_registry


def _run_finalizers(minpriority=None):
    """Calls the finalizers from the highest priority down, of equal ones the latest first. Without a limit, none is left."""
    due = []
    for key in [*_finalizer_registry]:
        priority = key[0]
        if priority is not None and (minpriority is None or priority >= minpriority):
            due.append(key)
    due.sort(reverse=True)
    for key in due:
        # Another one may have called or cancelled it.
        finalizer = _finalizer_registry.get(key)
        if finalizer is None:
            continue
        try:
            finalizer()
        except Exception:
            import traceback
            traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


# ---- the end of a process

_exiting = False


def is_exiting():
    return _exiting is None or _exiting


def _exit_function():
    """Daemons are told to end, all children are waited for, and finalizers are called before (from 0 on) and after that."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    info('process shutting down')
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    if process.current_process() is not None:
        for child in process.active_children():
            if child.daemon:
                info('calling terminate() for daemon %s', child.name)
                child._popen.terminate()
        for child in process.active_children():
            info('calling join() for process %s', child.name)
            child.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


atexit.register(_exit_function)


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        # There may be none, or it is closed.
        try:
            stream.flush()
        except (AttributeError, ValueError):
            continue


def close_fds(*fds):
    for fd in fds:
        os.close(fd)


class ForkAwareThreadLock:
    """A plain lock: one that was held when its process was forked stays held in the child, as the program may wish to see."""

    def __init__(self):
        from threading import Lock
        lock = self._lock = Lock()
        self.acquire, self.release = lock.acquire, lock.release

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *failure):
        self.release()


# ---- sockets, of which there are none with names

abstract_sockets_supported = False


def is_abstract_socket_namespace(address):
    return False


def get_temp_dir():
    return '/tmp'
