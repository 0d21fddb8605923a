"""multiprocessing.process: the process object, and who is running."""

import itertools
import os
import sys
import threading

from _process import _name as _tell_name, _uncaught

__all__ = ['BaseProcess', 'current_process', 'active_children', 'parent_process']

ORIGINAL_DIR = os.getcwd()


def current_process():
    return _current_process


def parent_process():
    return _parent_process


def active_children():
    _cleanup()
    return [*_children]


def _cleanup():
    """Forgets the children that have ended."""
    for child in [*_children]:
        running = child._popen
        if running is not None and running.poll() is not None:
            _children.pop(child, None)


def _only_parent(process_obj, what):
    assert process_obj._parent_pid == os.getpid(), what


class BaseProcess:
    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        parent = _current_process
        self._identity = (*parent._identity, next(_process_counter))
        # What a child takes over from its parent: whether it is a daemon, and the key.
        self._config = {**parent._config}
        self._parent_name, self._parent_pid = parent.name, os.getpid()
        self._popen, self._closed = None, False
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        if daemon is not None:
            self.daemon = daemon

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def _child(self):
        """What is known of it as a child; none before it was started."""
        self._check_closed()
        return self._popen

    def start(self):
        assert self._child() is None, 'cannot start a process twice'
        _only_parent(self, 'can only start a process object created by current process')
        assert not _current_process.daemon, 'daemonic processes are not allowed to have children'
        _cleanup()
        child = self._popen = self._Popen(self)
        _children[self] = None
        self._sentinel = child.sentinel
        # The target may hold what is large or refers back.
        del self._target, self._args, self._kwargs

    def kill(self):
        self._child().kill()

    def terminate(self):
        self._child().terminate()

    def join(self, timeout=None):
        child = self._child()
        _only_parent(self, 'can only join a child process')
        assert child is not None, 'can only join a started process'
        if child.wait(timeout) is not None:
            _children.pop(self, None)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        _only_parent(self, 'can only test a child process')
        child = self._popen
        if child is None or child.poll() is None:
            return child is not None
        _children.pop(self, None)
        return False

    def close(self):
        child = self._popen
        if child is not None:
            if child.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            child.close()
            self._popen = None
            del self._sentinel
            _children.pop(self, None)
        self._closed = True

    # ---- what it is called, and how it stands to its parent

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'
        self._name = name
        if self is _current_process:
            _tell_name(name)

    @property
    def authkey(self):
        return self._config['authkey']

    @authkey.setter
    def authkey(self, authkey):
        self._config['authkey'] = AuthenticationString(authkey)

    @property
    def daemon(self):
        return self._config.get('daemon', False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, 'process has already started'
        self._config['daemon'] = daemonic

    # ---- what the system knows of it

    @property
    def sentinel(self):
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    @property
    def ident(self):
        child = self._child()
        if self is _current_process:
            return os.getpid()
        return child and child.pid

    pid = ident

    @property
    def exitcode(self):
        child = self._child()
        return child and child.poll()

    def _status(self):
        """What it is doing as far as this process knows, and its exit status."""
        if self is _current_process:
            return 'started', None
        if self._closed:
            return 'closed', None
        if self._parent_pid != os.getpid():
            return 'unknown', None
        if self._popen is None:
            return 'initial', None
        code = self._popen.poll()
        return 'started' if code is None else 'stopped', code

    def __repr__(self):
        status, code = self._status()
        told = (
            type(self).__name__,
            f'name={self._name!r}',
            self._popen is not None and f'pid={self._popen.pid}',
            f'parent={self._parent_pid}',
            status,
            code is not None and f'exitcode={_exitcode_to_name.get(code, code)}',
            self.daemon and 'daemon',
        )
        return f"<{' '.join(filter(None, told))}>"

    def _bootstrap(self, parent_sentinel=None):
        """What the new process does; returns its exit status."""
        from . import context, util
        global _current_process, _parent_process, _process_counter, _children
        exitcode = 0
        try:
            if self._start_method is not None:
                context._force_start_method(self._start_method)
            _current_process, _children, _process_counter = self, {}, itertools.count(1)
            _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
            self._after_fork()
            util.info('child process calling self.run()')
            try:
                self.run()
            finally:
                util._exit_function()
        except SystemExit as exc:
            exitcode = 0 if exc.code is None else exc.code
            if not isinstance(exitcode, int):
                sys.stderr.write(f'{exitcode}\n')
                exitcode = 1
        except BaseException as exc:
            exitcode = 1
            text = util._traceback_text(exc)
            _uncaught(text)
            sys.stderr.write(f'Process {self.name}:\n')
            sys.stderr.write(text)
        finally:
            threading._shutdown()
            util.info(f'process exiting with exitcode {exitcode}')
            util._flush_std_streams()
        return exitcode

    @staticmethod
    def _after_fork():
        """What the parent has to do at its end is not the child's."""
        from . import util
        util._exiting = False
        util._finalizer_registry.clear()
        util._run_after_forkers()


class AuthenticationString(bytes):
    def __reduce__(self):
        from .context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security reasons')
        return AuthenticationString, (bytes(self),)


class _Given(BaseProcess):
    """A process that was not made by a call."""

    _identity = ()
    _parent_pid = _popen = None
    _closed = False

    def __init__(self, name, config):
        self._name, self._config = name, config


class _ParentProcess(_Given):
    """The parent as its child sees it."""

    def __init__(self, name, pid, sentinel):
        super().__init__(name, {})
        self._pid, self._sentinel = pid, sentinel

    ident = pid = property(lambda self: self._pid)

    def _has_ended(self, timeout):
        from .connection import wait
        return bool(wait([self._sentinel], timeout=timeout))

    def is_alive(self):
        return not self._has_ended(0)

    def join(self, timeout=None):
        self._has_ended(timeout)


class _MainProcess(_Given):
    def __init__(self):
        super().__init__('MainProcess', {'authkey': AuthenticationString(os.urandom(32)), 'semprefix': '/mp'})

    def close(self):
        pass


_parent_process = None
_current_process = _MainProcess()
_process_counter = itertools.count(1)
# In the order in which they were started.
_children = {}

_exitcode_to_name = {
    -number: f'-{name}' for name, number in (
        ('SIGHUP', 1), ('SIGINT', 2), ('SIGQUIT', 3), ('SIGILL', 4), ('SIGTRAP', 5), ('SIGABRT', 6), ('SIGBUS', 7),
        ('SIGFPE', 8), ('SIGKILL', 9), ('SIGUSR1', 10), ('SIGSEGV', 11), ('SIGUSR2', 12), ('SIGPIPE', 13),
        ('SIGALRM', 14), ('SIGTERM', 15))
}
