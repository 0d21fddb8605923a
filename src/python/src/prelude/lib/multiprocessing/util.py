"""multiprocessing.util: logging, finalizers, and what runs when a process of ours ends."""

import atexit
import itertools
import os
import sys

from _thread import _charge

from . import process

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'

_logger = None
_log_to_stderr = False


def sub_debug(msg, *args):
    if _logger:
        _logger.log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    if _logger:
        _logger.log(DEBUG, msg, *args)


def info(msg, *args):
    if _logger:
        _logger.log(INFO, msg, *args)


def sub_warning(msg, *args):
    if _logger:
        _logger.log(SUBWARNING, msg, *args)


def get_logger():
    global _logger
    import logging
    if not _logger:
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        atexit.unregister(_exit_function)
        atexit.register(_exit_function)
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return _logger


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

_afterfork_registry = {}
_afterfork_counter = itertools.count()


def _run_after_forkers():
    for key in sorted(_afterfork_registry):
        obj, func = _afterfork_registry[key]
        try:
            func(obj)
        except Exception as exc:
            info('after forker raised exception %s', exc)


def register_after_fork(obj, func):
    _afterfork_registry[next(_afterfork_counter)] = (obj, func)


# ---- finalizers

_finalizer_registry = {}
_finalizer_counter = itertools.count()


class Finalize:
    """A call that is made once, at the latest when the process ends if it has an exit priority."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError("Exitpriority ({0!r}) must be None or int, not {1!s}".format(
                exitpriority, type(exitpriority)))
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, next(_finalizer_counter))
        self._pid = os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        try:
            del _finalizer_registry[self._key]
        except KeyError:
            return None
        result = None
        if self._pid == os.getpid():
            result = self._callback(*self._args, **self._kwargs)
        self._callback = self._args = self._kwargs = self._key = None
        return result

    def cancel(self):
        try:
            del _finalizer_registry[self._key]
        except KeyError:
            return
        self._callback = self._args = self._kwargs = self._key = None

    def still_active(self):
        return self._key in _finalizer_registry


def _run_finalizers(minpriority=None):
    """Calls the finalizers from the highest priority down, of equal ones the latest first."""
    def chosen(key):
        return key[0] is not None and (minpriority is None or key[0] >= minpriority)

    for key in sorted([key for key in list(_finalizer_registry) if chosen(key)], reverse=True):
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
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
    return _exiting or _exiting is None


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    info('process shutting down')
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    if process.current_process() is not None:
        for p in process.active_children():
            if p.daemon:
                info('calling terminate() for daemon %s', p.name)
                p._popen.terminate()
        for p in process.active_children():
            info('calling join() for process %s', p.name)
            p.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


atexit.register(_exit_function)


class ForkAwareThreadLock:
    def __init__(self):
        import threading
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def close_fds(*fds):
    for fd in fds:
        os.close(fd)


abstract_sockets_supported = False


def is_abstract_socket_namespace(address):
    return False


def get_temp_dir():
    return '/tmp'
