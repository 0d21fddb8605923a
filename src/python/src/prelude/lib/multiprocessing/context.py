"""multiprocessing.context: the three ways to start a process, and the whole interface of the package as methods."""

import os
import threading

from _process import _start_method as _chosen_start_method

from . import process

__all__ = ()


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


for _error in (ProcessError, BufferTooShort, TimeoutError, AuthenticationError):
    _error.__module__ = 'multiprocessing.context'
del _error


# What a method needs is imported when it is used.

def _synchronize():
    from . import synchronize
    return synchronize


def _queues():
    from . import queues
    return queues


def _sharedctypes():
    from . import sharedctypes
    return sharedctypes


class BaseContext:
    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def cpu_count(self):
        if (count := os.cpu_count()) is not None:
            return count
        raise NotImplementedError('cannot determine number of cpus')

    def Manager(self):
        from . import managers
        made = managers.SyncManager(ctx=self.get_context())
        made.start()
        return made

    def Pipe(self, duplex=True):
        from . import connection
        return connection.Pipe(duplex)

    def Lock(self):
        return _synchronize().Lock(ctx=self.get_context())

    def RLock(self):
        return _synchronize().RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        return _synchronize().Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        return _synchronize().Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        return _synchronize().BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        return _synchronize().Event(ctx=self.get_context())

    def Barrier(self, parties, action=None, timeout=None):
        return _synchronize().Barrier(parties, action, timeout, ctx=self.get_context())

    def Queue(self, maxsize=0):
        return _queues().Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        return _queues().JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        return _queues().SimpleQueue(ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        from . import pool
        return pool.Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        return _sharedctypes().RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        return _sharedctypes().RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        return _sharedctypes().Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        return _sharedctypes().Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        pass

    def get_logger(self):
        from . import util
        return util.get_logger()

    def log_to_stderr(self, level=None):
        from . import util
        return util.log_to_stderr(level)

    def allow_connection_pickling(self):
        from . import connection

    def set_executable(self, executable):
        from . import spawn
        spawn.set_executable(executable)

    def set_forkserver_preload(self, module_names):
        from . import forkserver
        forkserver.set_forkserver_preload(module_names)

    def get_context(self, method=None):
        if method is None:
            return self
        found = _concrete_contexts.get(method)
        if found is None:
            raise ValueError(f'cannot find context for {method!r}')
        found._check_available()
        return found

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError('cannot set start method of concrete context')

    @property
    def reducer(self):
        from . import reduction
        return reduction

    def _check_available(self):
        pass


def _process_class():
    return _default_context.get_context().Process


class Process(process.BaseProcess):
    _start_method = None
    _Popen = staticmethod(lambda process_obj: _process_class()._Popen(process_obj))
    _after_fork = staticmethod(lambda: _process_class()._after_fork())


class DefaultContext(BaseContext):
    """The context of the program, which is settled by its first use."""

    Process = Process
    _actual_context = None

    def get_context(self, method=None):
        if method is not None:
            return super().get_context(method)
        if self._actual_context is None:
            _force_start_method(_chosen_start_method())
        return self._actual_context

    def set_start_method(self, method, force=False):
        if not force and self._actual_context is not None:
            raise RuntimeError('context has already been set')
        self._actual_context = None if force and method is None else self.get_context(method)

    def get_start_method(self, allow_none=False):
        if allow_none and self._actual_context is None:
            return None
        return self.get_context()._name

    def get_all_start_methods(self):
        return [*_concrete_contexts]


class ForkProcess(process.BaseProcess):
    _start_method = 'fork'

    @staticmethod
    def _Popen(process_obj):
        from . import popen_fork
        return popen_fork.Popen(process_obj)


class SpawnProcess(process.BaseProcess):
    _start_method = 'spawn'
    # Nothing was inherited that has to be forgotten.
    _after_fork = staticmethod(lambda: None)

    @staticmethod
    def _Popen(process_obj):
        from . import popen_spawn_posix
        return popen_spawn_posix.Popen(process_obj)


class ForkServerProcess(process.BaseProcess):
    _start_method = 'forkserver'

    @staticmethod
    def _Popen(process_obj):
        from . import popen_forkserver
        return popen_forkserver.Popen(process_obj)


def _context_of(name, started):
    return type(name, (BaseContext,), {'_name': started._start_method, 'Process': started, '__module__': __name__})


ForkContext = _context_of('ForkContext', ForkProcess)
SpawnContext = _context_of('SpawnContext', SpawnProcess)
ForkServerContext = _context_of('ForkServerContext', ForkServerProcess)

_concrete_contexts = {made._name: made for made in (ForkContext(), SpawnContext(), ForkServerContext())}
_default_context = DefaultContext()


def _force_start_method(method):
    _default_context._actual_context = _concrete_contexts[method]


# ---- what is being pickled for a child

_tls = threading.local()


def get_spawning_popen():
    return getattr(_tls, 'spawning_popen', None)


def set_spawning_popen(popen):
    _tls.spawning_popen = popen


def assert_spawning(obj):
    if get_spawning_popen() is None:
        raise RuntimeError(f'{type(obj).__name__} objects should only be shared between processes'
                           ' through inheritance')
