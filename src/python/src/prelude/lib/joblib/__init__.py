"""joblib: loops over processes or threads. Workers of the loky backend are forked when the loop starts, with the calls
before them, so that functions need no name, as with the real one's own pickler.
"""

import contextlib
import functools
import itertools
import os
import sys
import threading
import time
import types
from collections import deque

__version__ = '1.6.0'
__all__ = ['Parallel', 'delayed', 'cpu_count', 'effective_n_jobs', 'parallel_config', 'parallel_backend', 'dump',
           'load', 'wrap_non_picklable_objects', 'Memory', 'MemorizedResult', 'hash', 'Logger', 'expires_after']

# What `parallel_config` set, innermost last.
_configs = [{}]
_in_worker = False


def cpu_count(only_physical_cores=False):
    return os.cpu_count() or 1


def delayed(function):
    def delayed_function(*args, **kwargs):
        return function, args, kwargs
    try:
        delayed_function = functools.wraps(function)(delayed_function)
    except AttributeError:
        pass
    return delayed_function


def wrap_non_picklable_objects(obj, keep_wrapper=True):
    return obj


def effective_n_jobs(n_jobs=-1):
    if n_jobs == 0:
        raise ValueError('n_jobs == 0 in Parallel has no meaning')
    if n_jobs is not None and not isinstance(n_jobs, int):
        try:
            n_jobs = int(n_jobs)
        except ValueError:
            raise ValueError('n_jobs could not be converted to int') from None
    if n_jobs is None or _in_worker:
        return 1
    if n_jobs < 0:
        return max(cpu_count() + 1 + n_jobs, 1)
    return n_jobs


class parallel_config(contextlib.AbstractContextManager):
    def __init__(self, backend=None, *, n_jobs=None, verbose=None, temp_folder=None, max_nbytes=None, mmap_mode=None,
                 prefer=None, require=None, inner_max_num_threads=None, **backend_params):
        given = dict(backend=backend, n_jobs=n_jobs, verbose=verbose, prefer=prefer, require=require)
        if backend is not None:
            _check_backend(backend)
        self._old = dict(_configs[-1])
        config = dict(self._old)
        config.update({key: value for key, value in given.items() if value is not None})
        if backend is not None and n_jobs is None:
            config.setdefault('n_jobs', -1)
        _configs.append(config)

    def __exit__(self, *exc):
        self.unregister()

    def unregister(self):
        if len(_configs) > 1:
            _configs.pop()


class parallel_backend(parallel_config):
    def __init__(self, backend, n_jobs=-1, inner_max_num_threads=None, **backend_params):
        super().__init__(backend, n_jobs=n_jobs)

    def __enter__(self):
        return _configs[-1]['backend'], _configs[-1]['n_jobs']


class _Backend:
    """What runs the calls, by name."""

    __module__ = 'joblib._parallel_backends'

    def __init__(self, n_jobs=1):
        self._n_jobs = n_jobs

    def effective_n_jobs(self, n_jobs):
        return 1 if self.name == 'sequential' else effective_n_jobs(n_jobs)


def _backend_class(name, shares_memory):
    cls = type(name.title() + 'Backend', (_Backend,), {'name': name, 'supports_sharedmem': shares_memory})
    cls.__module__ = _Backend.__module__
    return cls


_BACKENDS = {name: _backend_class(name, name in ('sequential', 'threading'))
             for name in ('loky', 'multiprocessing', 'sequential', 'threading')}


def _check_backend(backend):
    if backend not in _BACKENDS:
        raise ValueError(f"Invalid backend: {backend}, expected one of {list(_BACKENDS)}")


def _call(task):
    function, args, kwargs = task
    return function(*args, **kwargs)


def _call_batch(tasks):
    return [_call(task) for task in tasks]


# Functions that forked workers find in their copy of the memory.
_inherited = None


class _Known:
    """A function that the worker was forked with, or one made by the same `def` or `lambda`: then with its own values."""

    def __init__(self, number, values=None):
        self.number = number
        self.values = values

    def function(self):
        function = _inherited[self.number]
        if self.values is None:
            return function
        defaults, keywords, cells = self.values
        cells = tuple(types.CellType(value) for value in cells)
        made = types.FunctionType(function.__code__, function.__globals__, function.__name__, defaults, cells)
        made.__kwdefaults__ = keywords
        return made


def _call_known(tasks):
    return [_call((function.function() if type(function) is _Known else function, args, kwargs))
            for function, args, kwargs in tasks]


def _enter_worker():
    global _in_worker
    _in_worker = True


class Logger:
    def __init__(self, depth=3, name=None):
        self.depth = depth


class Parallel(Logger):
    def __init__(self, n_jobs=None, backend=None, return_as='list', verbose=None, timeout=None,
                 pre_dispatch='2 * n_jobs', batch_size='auto', temp_folder=None, max_nbytes='1M', mmap_mode='r',
                 prefer=None, require=None, **backend_kwargs):
        config = _configs[-1]
        if return_as not in {'list', 'generator', 'generator_unordered'}:
            raise ValueError('Expected `return_as` parameter to be a string equal to "list","generator" or '
                             f'"generator_unordered", but got {return_as} instead.')
        if prefer not in (None, 'processes', 'threads'):
            raise ValueError(f"prefer={prefer} is not a valid backend hint, expected one of "
                             "('processes', 'threads', None)")
        if require not in (None, 'sharedmem'):
            raise ValueError(f"require={require} is not a valid backend constraint, expected one of "
                             "('sharedmem', None)")
        if prefer == 'processes' and require == 'sharedmem':
            raise ValueError("prefer == 'processes' and require == 'sharedmem' are inconsistent settings")
        prefer = prefer if prefer is not None else config.get('prefer')
        require = require if require is not None else config.get('require')
        given = backend is not None
        if backend is None:
            backend = config.get('backend')
        if backend is None:
            backend = 'threading' if prefer == 'threads' or require == 'sharedmem' else 'loky'
        if isinstance(backend, _Backend):
            backend = backend.name
        _check_backend(backend)
        if require == 'sharedmem' and backend not in ('threading', 'sequential'):
            if given:
                raise ValueError(f'Backend {_BACKENDS[backend]()!r} does not support shared memory')
            backend = 'threading'
        self.backend = backend
        self._backend = _BACKENDS[backend]()
        self._n_jobs = n_jobs if n_jobs is not None else config.get('n_jobs', 1)
        if self._n_jobs is not None and not isinstance(self._n_jobs, int):
            try:
                self._n_jobs = int(self._n_jobs)
            except ValueError:
                raise ValueError('n_jobs could not be converted to int') from None
        self.n_jobs = self._n_jobs
        self.verbose = verbose if verbose is not None else config.get('verbose', 0)
        self.timeout = timeout
        self.pre_dispatch = pre_dispatch
        self.return_as = return_as
        self.return_generator = return_as != 'list'
        if isinstance(batch_size, int) and batch_size > 0 or batch_size == 'auto':
            self.batch_size = batch_size
        else:
            raise ValueError(f"batch_size must be 'auto' or a positive integer, got: {batch_size!r}")
        self._pool = None

    def __repr__(self):
        return f'{self.__class__.__name__}(n_jobs={self.n_jobs})'

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def _print(self, text):
        if not self.verbose:
            return
        stream = sys.stderr if self.verbose < 50 else sys.stdout
        stream.write(f'[{self}]: {text}\n')

    def _effective(self):
        if _in_worker or self.backend == 'sequential':
            if self._n_jobs == 0:
                raise ValueError('n_jobs == 0 in Parallel has no meaning')
            return 1
        return effective_n_jobs(self._n_jobs)

    def __call__(self, iterable):
        n_jobs = self._effective()
        self.n_jobs = n_jobs if self._n_jobs in (None,) else self._n_jobs
        start = time.time()
        name = type(self._backend).__name__
        if n_jobs != 1:
            self._print(f'Using backend {name} with {n_jobs} concurrent workers.')
        known = len(iterable) if hasattr(iterable, '__len__') else None
        results = self._results(iterable, n_jobs, start, known)
        if self.return_generator:
            return results
        return list(results)

    def _results(self, iterable, n_jobs, start, known):
        if n_jobs == 1:
            run = _Run(self, iter(()), 1, start, known)
            for task in iterable:
                run.handed_out += 1
                run.batches_out += 1
                yield _call(task)
                run.completed += 1
                run.tell()
        else:
            run = _Run(self, iter(iterable), n_jobs, start, known)
            yield from run.results()
        elapsed = _short(time.time() - start)
        self._print(f'Done {run.out_of(run.completed)} | elapsed: {elapsed} finished')

    def _ahead(self, n_jobs):
        """How many calls are handed out before the first result; None: all."""
        if self.pre_dispatch == 'all':
            return None
        amount = self.pre_dispatch
        if isinstance(amount, str):
            amount = eval(amount.replace('n_jobs', str(n_jobs)))
        return int(amount)

    def _get(self, one):
        import multiprocessing
        try:
            return one.get(self.timeout)
        except multiprocessing.TimeoutError:
            raise
        except Exception as error:
            import traceback
            if error.__cause__ is not None:
                text = str(error.__cause__)
            else:
                text = f'\n"""\n{"".join(traceback.format_exception(error))}"""'
            raise error from _RemoteTraceback(text)


class _Run:
    """One loop: its input is read as workers become free, `n_jobs` batches at a time."""

    # Batches should take about so many seconds; those that take far less grow, those that take far more shrink.
    SHORTEST, LONGEST = 0.2, 2

    def __init__(self, parallel, tasks, n_jobs, start, known):
        self.parallel = parallel
        self.tasks = tasks
        self.n_jobs = n_jobs
        self.start = start
        # How many calls there are, and how wide that number is written.
        self.of = known
        self.width = len(str(known)) if known else 3
        self.ahead = parallel._ahead(n_jobs)
        self.exhausted = self.ahead is None
        # An input that is read again while it is read fails, as one of joblib's does: hence no plain lock.
        self.lock = threading.RLock()
        self.batches = deque()
        self.jobs = deque()
        self.handed_out = self.batches_out = self.completed = 0
        self.error = None
        self.grows = parallel.batch_size == 'auto' and parallel.backend != 'threading'
        self.batch_size = 1 if parallel.batch_size == 'auto' else parallel.batch_size
        self.seconds = 0.0
        self.known = {}

    def results(self):
        first = list(self.tasks) if self.ahead is None else list(itertools.islice(self.tasks, self.ahead))
        if not first:
            return
        backend = self.parallel.backend
        if backend == 'threading':
            from multiprocessing.pool import ThreadPool
            self.pool = ThreadPool(self.n_jobs)
        elif backend == 'multiprocessing':
            from multiprocessing import Pool
            self.pool = Pool(self.n_jobs, initializer=_enter_worker)
        else:
            self.pool, self.known = _loky_pool([function for function, _, _ in first], self.n_jobs)
        try:
            with self.lock:
                before = iter(first)
                while self.dispatch(before):
                    pass
            unordered = self.parallel.return_as == 'generator_unordered'
            while self.jobs:
                job = self.jobs[0]
                if unordered:
                    job = next((one for one in self.jobs if one.ready()), None)
                    if job is None:
                        self.jobs[0].wait(0.005)
                        continue
                # What it sets off is in line before its result is here.
                result = self.parallel._get(job)
                self.jobs.remove(job)
                yield from result
            if self.error is not None:
                raise self.error
        finally:
            self.tasks = iter(())
            if self.jobs or backend != 'loky':
                self.pool.terminate()
                _drop_loky(self.pool)

    def dispatch(self, tasks):
        """Hands out one batch; False: there is nothing left."""
        size = self.next_size()
        if not self.batches:
            some = list(itertools.islice(tasks, size * self.n_jobs))
            if not some:
                return False
            last = tasks is self.tasks and len(some) < size * self.n_jobs
            each = max(1, len(some) // (10 * self.n_jobs if last else self.n_jobs))
            self.batches.extend(some[at:at + each] for at in range(0, len(some), each))
        batch = self.batches.popleft()
        self.handed_out += len(batch)
        self.batches_out += 1
        begin = time.time()

        def done(_):
            self.done(len(batch), time.time() - begin)

        if self.parallel.backend == 'loky':
            batch = [(self.as_known(function), args, kwargs) for function, args, kwargs in batch]
        call = _call_known if self.parallel.backend == 'loky' else _call_batch
        self.jobs.append(self.pool.apply_async(call, (batch,), callback=done))
        return True

    def as_known(self, function):
        number = self.known.get(id(function))
        if number is not None:
            return _Known(number)
        if type(function) is not types.FunctionType:
            return function
        number = self.known.get(function.__code__)
        if number is None or function.__qualname__ == function.__name__:
            return function
        cells = [cell.cell_contents for cell in function.__closure__ or ()]
        return _Known(number, (function.__defaults__, function.__kwdefaults__, cells))

    def next_size(self):
        old, seconds = self.batch_size, self.seconds
        if not self.grows or not seconds or self.SHORTEST <= seconds <= self.LONGEST:
            return old
        wanted = int(old * self.SHORTEST / seconds)
        if seconds < self.SHORTEST:
            new = max(min(2 * old, 2 * wanted), 1)
            if self.parallel.verbose >= 10:
                self.parallel._print(f'Batch computation too fast ({seconds}s.) Setting batch_size={new}.')
        elif old >= 2:
            new = max(2 * wanted, 1)
            if self.parallel.verbose >= 10:
                self.parallel._print(f'Batch computation too slow ({seconds}s.) Setting batch_size={new}.')
        else:
            return old
        if new != old:
            self.batch_size, self.seconds = new, 0.0
        return new

    def done(self, count, seconds):
        with self.lock:
            if count == self.batch_size:
                self.seconds = 0.8 * self.seconds + 0.2 * seconds if self.seconds else seconds
            self.completed += count
            self.tell()
            if self.exhausted:
                return
            try:
                self.exhausted = not self.dispatch(self.tasks)
            except BaseException as error:
                self.error, self.exhausted = error, True

    def tell(self):
        parallel = self.parallel
        if not parallel.verbose:
            return
        elapsed, done, total = time.time() - self.start, self.completed, self.handed_out
        if not self.exhausted:
            step = 0.5 * (11 - parallel.verbose) ** 2
            out = self.batches_out
            if parallel.verbose > 10 or out == 0 or int((out / step) ** 0.5) != int(((out + 1) / step) ** 0.5):
                told = f'{done:3d} tasks     ' if self.of is None else self.out_of(done, self.of)
                parallel._print(f'Done {told} | elapsed: {_short(elapsed)}')
            return
        every = total // parallel.verbose + 1
        if done == total or done + 1 == total or (total - done + 1 - (self.ahead or 0)) % every:
            return
        left = elapsed / done * (total - done)
        parallel._print(f'Done {self.out_of(done, total)} | elapsed: {_short(elapsed)} remaining: {_short(left)}')

    def out_of(self, done, total=None):
        return f'{done:{self.width}d} out of {total or done:{self.width}d}'


class _RemoteTraceback(Exception):
    """Where the call failed, in the worker's words."""

    __module__ = 'joblib.externals.loky.process_executor'

    def __init__(self, tb=None):
        self.tb = tb

    def __str__(self):
        return self.tb


# The workers of the last loop with loky, the process they are of, and what they were forked with: other loops have them again.
_kept = None


def _loky_pool(functions, n_jobs):
    """Workers that know these functions, and the numbers of those that need one."""
    global _inherited, _kept
    from multiprocessing import get_context
    from multiprocessing.pool import Pool

    class LokyPool(Pool):
        @staticmethod
        def Process(ctx, *args, **kwds):
            p = ctx.Process(*args, **kwds)
            p._name = 'LokyProcess-' + p._name.rpartition('-')[2]
            return p

    if _kept is not None:
        pool, pid, count, known, _ = _kept
        if pid == os.getpid() and count == n_jobs:
            if all(id(function) in known or _has_name(function) for function in functions):
                return pool, known
            pool.terminate()
        _kept = None
    known, inherited = {}, []
    for function in functions:
        if id(function) not in known:
            known[id(function)] = len(inherited)
            if type(function) is types.FunctionType:
                known.setdefault(function.__code__, len(inherited))
            inherited.append(function)
    _inherited = inherited
    try:
        pool = LokyPool(n_jobs, initializer=_enter_worker, context=get_context('fork'))
    finally:
        _inherited = None
    _kept = pool, os.getpid(), n_jobs, known, inherited
    return pool, known


def _drop_loky(pool):
    global _kept
    if _kept is not None and _kept[0] is pool:
        _kept = None


def _has_name(function):
    """Whether workers find it without having been forked with it."""
    import pickle
    try:
        pickle.dumps(function)
    except Exception:
        return False
    # What the program has changed since would be unknown to them.
    return getattr(function, '__module__', None) != '__main__'


def _short(seconds):
    return f'{seconds:6.1f}s' if seconds < 60 else f'{seconds / 60.:6.1f}min'


def dump(value, filename, compress=0, protocol=None, cache_size=None):
    import pickle
    if hasattr(filename, 'write'):
        pickle.dump(value, filename, protocol)
        return None
    with open(filename, 'wb') as file:
        pickle.dump(value, file, protocol)
    return [str(filename)]


def load(filename, mmap_mode=None):
    import pickle
    if hasattr(filename, 'read'):
        return pickle.load(filename)
    with open(filename, 'rb') as file:
        return pickle.load(file)


def hash(obj, hash_name='md5', coerce_mmap=False):
    """A digest of the value; another one than joblib's own."""
    import hashlib
    import pickle
    if hash_name not in ('md5', 'sha1'):
        raise ValueError("Valid options for 'hash_name' are ('md5', 'sha1'). Got hash_name=%r instead." % hash_name)
    return hashlib.new(hash_name, pickle.dumps(obj, 2)).hexdigest()


def expires_after(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
    import datetime
    most = datetime.timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks).total_seconds()

    def valid(metadata):
        return time.time() - metadata['time'] < most
    return valid


def _place_of(func):
    """The function's name with the way to its file, as it names its results."""
    module = func.__module__
    if module == '__main__':
        path = os.path.abspath(getattr(sys.modules['__main__'], '__file__', 'main.py'))
        module = '__main__' + path[:-3].replace('/', '-').rjust(1) if path.endswith('.py') else module
        module = module.replace('__main__-', '__main__--', 1)
    return f'{module}.{func.__name__}'


class MemorizedResult:
    def __init__(self, value, store, key):
        self._value = value
        self._store = store
        self._key = key

    def get(self):
        return self._value

    def clear(self):
        self._store.pop(self._key, None)


class MemorizedFunc:
    def __init__(self, func, memory, ignore=None, verbose=1, cache_validation_callback=None):
        functools.update_wrapper(self, func)
        self.func = func
        self.ignore = ignore or []
        self._verbose = verbose
        self._memory = memory
        self._valid = cache_validation_callback
        self._results = memory._results.setdefault(f'{func.__module__}.{func.__qualname__}', {})

    def __repr__(self):
        return f'{type(self).__name__}(func={self.func}, location={self._memory.location})'

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)

    def _key(self, args, kwargs):
        import inspect
        bound = inspect.signature(self.func).bind(*args, **kwargs)
        bound.apply_defaults()
        return hash([(name, value) for name, value in bound.arguments.items() if name not in self.ignore])

    def _is_there(self, key):
        if key not in self._results:
            return False
        value, at, took = self._results[key]
        return self._valid is None or bool(self._valid({'time': at, 'duration': took, 'input_args': {}}))

    def check_call_in_cache(self, *args, **kwargs):
        return self._key(args, kwargs) in self._results

    def call(self, *args, **kwargs):
        key = self._key(args, kwargs)
        begin = time.time()
        shown = ', '.join([repr(a) for a in args] + [f'{name}={value!r}' for name, value in kwargs.items()])
        if self._verbose > 0:
            print('_' * 80 + f'\n[Memory] Calling {_place_of(self.func)}...\n{self.func.__name__}({shown})')
        value = self.func(*args, **kwargs)
        took = time.time() - begin
        self._results[key] = value, begin, took
        if self._verbose > 0:
            tail = f'{self.func.__name__} - {took:.1f}s, {took / 60:.1f}min'
            print(tail.rjust(80, '_'))
        return value

    def __call__(self, *args, **kwargs):
        key = self._key(args, kwargs)
        if self._is_there(key):
            return self._results[key][0]
        return self.call(*args, **kwargs)

    def call_and_shelve(self, *args, **kwargs):
        return MemorizedResult(self(*args, **kwargs), self._results, self._key(args, kwargs))

    def clear(self, warn=True):
        if warn and self._verbose > 0:
            sys.stderr.write(f'[{self}]: Clearing function cache identified by {_place_of(self.func).replace(".", "/")}\n')
        self._results.clear()


class _NotMemorizedFunc:
    """What `cache` gives where there is no place to keep results."""

    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func

    def __repr__(self):
        return f'NotMemorizedFunc(func={self.func})'

    def __call__(self, *args, **kwargs):
        return self.func(*args, **kwargs)

    def call_and_shelve(self, *args, **kwargs):
        return MemorizedResult(self.func(*args, **kwargs), {}, None)

    def check_call_in_cache(self, *args, **kwargs):
        return False

    def clear(self, warn=True):
        pass


# By folder, as files would be: a second Memory of the same place finds them.
_stores = {}


class Memory:
    """Results of functions by their arguments, for as long as the program runs."""

    def __init__(self, location=None, backend='local', mmap_mode=None, compress=False, verbose=1, backend_options=None):
        self.location = None if location is None else os.path.join(str(location), 'joblib')
        self._verbose = verbose
        self._results = _stores.setdefault(self.location, {})

    def __repr__(self):
        return f'Memory(location={self.location})'

    def cache(self, func=None, ignore=None, verbose=None, mmap_mode=False, cache_validation_callback=None):
        if func is None:
            return functools.partial(self.cache, ignore=ignore, verbose=verbose,
                                     cache_validation_callback=cache_validation_callback)
        if self.location is None:
            return _NotMemorizedFunc(func)
        if isinstance(func, MemorizedFunc):
            func = func.func
        verbose = self._verbose if verbose is None else verbose
        return MemorizedFunc(func, self, ignore, verbose, cache_validation_callback)

    def clear(self, warn=True):
        if warn and self._verbose > 0 and self.location is not None:
            sys.stderr.write(f'[{self}]: Flushing completely the cache\n')
        for results in self._results.values():
            results.clear()

    def reduce_size(self, bytes_limit=None, items_limit=None, age_limit=None):
        pass

    def eval(self, func, *args, **kwargs):
        return self.cache(func)(*args, **kwargs)
