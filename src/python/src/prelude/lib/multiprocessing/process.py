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
        count = next(_process_counter)
        self._identity = _current_process._identity + (count,)
        self._config = _current_process._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + '-' + ':'.join(str(i) for i in self._identity)
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        assert self._popen is None, 'cannot start a process twice'
        assert self._parent_pid == os.getpid(), 'can only start a process object created by current process'
        assert not _current_process._config.get('daemon'), 'daemonic processes are not allowed to have children'
        _cleanup()
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        # The target may hold what is large or refers back.
        del self._target, self._args, self._kwargs
        _children[self] = None

    def kill(self):
        self._check_closed()
        self._popen.kill()

    def terminate(self):
        self._check_closed()
        self._popen.terminate()

    def join(self, timeout=None):
        self._check_closed()
        _only_parent(self, 'can only join a child process')
        child = self._popen
        assert child is not None, 'can only join a started process'
        if child.wait(timeout) is not None:
            _children.pop(self, None)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        _only_parent(self, 'can only test a child process')
        child = self._popen
        alive = child is not None and child.poll() is None
        if child is not None and not alive:
            _children.pop(self, None)
        return alive

    def close(self):
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            del self._sentinel
            _children.pop(self, None)
        self._closed = True

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
    def daemon(self):
        return self._config.get('daemon', False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, 'process has already started'
        self._config['daemon'] = daemonic

    @property
    def authkey(self):
        return self._config['authkey']

    @authkey.setter
    def authkey(self, authkey):
        self._config['authkey'] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        self._check_closed()
        child = self._popen
        return None if child is None else child.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is not _current_process:
            return self._popen and self._popen.pid
        return os.getpid()

    pid = ident

    @property
    def sentinel(self):
        self._check_closed()
        if not hasattr(self, '_sentinel'):
            raise ValueError("process not started")
        return self._sentinel

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
        try:
            if self._start_method is not None:
                context._force_start_method(self._start_method)
            _process_counter = itertools.count(1)
            _children = {}
            _current_process = self
            _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
            self._after_fork()
            util.info('child process calling self.run()')
            try:
                self.run()
                exitcode = 0
            finally:
                util._exit_function()
        except SystemExit as exc:
            if exc.code is None:
                exitcode = 0
            elif isinstance(exc.code, int):
                exitcode = exc.code
            else:
                sys.stderr.write(str(exc.code) + '\n')
                exitcode = 1
        except BaseException as exc:
            exitcode = 1
            import traceback
            text = ''.join(traceback.format_exception(exc))
            _uncaught(text)
            sys.stderr.write(f'Process {self.name}:\n')
            sys.stderr.write(text)
        finally:
            threading._shutdown()
            util.info('process exiting with exitcode %s' % exitcode)
            util._flush_std_streams()
        return exitcode

    @staticmethod
    def _after_fork():
        from . import util
        util._finalizer_registry.clear()
        util._exiting = False
        util._run_after_forkers()


class AuthenticationString(bytes):
    def __reduce__(self):
        from .context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security reasons')
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = sentinel
        self._config = {}

    def is_alive(self):
        from .connection import wait
        return not wait([self._sentinel], timeout=0)

    @property
    def ident(self):
        return self._pid

    pid = ident

    def join(self, timeout=None):
        from .connection import wait
        wait([self._sentinel], timeout=timeout)


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = 'MainProcess'
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {'authkey': AuthenticationString(os.urandom(32)), 'semprefix': '/mp'}

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
