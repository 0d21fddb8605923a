"""joblib: loops over processes or threads. Workers of the loky backend are forked when the loop starts, with the calls
before them, so that functions need no name, as with the real one's own pickler.
"""

import contextlib
import functools
import os
import sys
import time

__version__ = '1.4.2'
__all__ = ['Parallel', 'delayed', 'cpu_count', 'effective_n_jobs', 'parallel_config', 'parallel_backend', 'dump',
           'load', 'wrap_non_picklable_objects', 'Memory']

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


_BACKENDS = {'loky': 'LokyBackend', 'multiprocessing': 'MultiprocessingBackend', 'threading': 'ThreadingBackend',
             'sequential': 'SequentialBackend'}


def _check_backend(backend):
    if backend not in _BACKENDS:
        raise ValueError(f"Invalid backend: {backend}, expected one of {list(_BACKENDS)}")


def _call(task):
    function, args, kwargs = task
    return function(*args, **kwargs)


def _call_batch(tasks):
    return [_call(task) for task in tasks]


# Calls that forked workers find in their copy of the memory.
_inherited = None


def _call_inherited(numbers):
    return [_call(_inherited[number]) for number in numbers]


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
            raise ValueError(f"prefer={prefer!r} is not a valid backend hint, expected one of "
                             "('processes', 'threads', None)")
        if require not in (None, 'sharedmem'):
            raise ValueError(f"require={require!r} is not a valid backend constraint, expected one of "
                             "('sharedmem', None)")
        if prefer == 'processes' and require == 'sharedmem':
            raise ValueError("prefer == 'processes' and require == 'sharedmem' are inconsistent settings")
        prefer = prefer if prefer is not None else config.get('prefer')
        require = require if require is not None else config.get('require')
        if backend is None:
            backend = config.get('backend')
        if backend is None:
            backend = 'threading' if prefer == 'threads' or require == 'sharedmem' else 'loky'
        _check_backend(backend)
        if require == 'sharedmem' and backend not in ('threading', 'sequential'):
            backend = 'threading'
        self.backend = backend
        self._n_jobs = n_jobs if n_jobs is not None else config.get('n_jobs', 1)
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
        name = 'SequentialBackend' if n_jobs == 1 else _BACKENDS[self.backend]
        self._print(f'Using backend {name} with {n_jobs} concurrent workers.')
        results = self._results(iterable, n_jobs, start)
        if self.return_generator:
            return results
        return list(results)

    def _results(self, iterable, n_jobs, start):
        if n_jobs == 1:
            outcome = self._sequential(iterable)
        else:
            tasks = list(iterable)
            outcome = self._parallel(tasks, n_jobs)
        total = done = 0
        for result in outcome:
            done += 1
            self._progress(done, start)
            yield result
        elapsed = _short(time.time() - start)
        self._print(f'Done {done:3d} out of {done:3d} | elapsed: {elapsed} finished')

    def _progress(self, done, start):
        if not self.verbose:
            return
        if self.verbose > 10:
            frequency = 1
        else:
            frequency = max(11 - self.verbose, 1) ** 2
        if done == 1 or done % frequency == 0:
            self._print(f'Done {done:3d} tasks      | elapsed: {_short(time.time() - start)}')

    def _sequential(self, iterable):
        for task in iterable:
            yield _call(task)

    def _batches(self, tasks, n_jobs):
        size = self.batch_size
        if size == 'auto' or self.backend == 'threading':
            # The real one measures; short calls end up in batches, a handful of calls does not.
            size = 1 if size == 'auto' else size
        return [range(at, min(at + size, len(tasks))) for at in range(0, len(tasks), size)]

    def _parallel(self, tasks, n_jobs):
        if not tasks:
            return
        batches = self._batches(tasks, n_jobs)
        if self.backend == 'threading':
            from multiprocessing.pool import ThreadPool
            pool = ThreadPool(n_jobs)
            work = [(_call_batch, [tasks[n] for n in batch]) for batch in batches]
        elif self.backend == 'multiprocessing':
            from multiprocessing import Pool
            pool = Pool(n_jobs, initializer=_enter_worker)
            work = [(_call_batch, [tasks[n] for n in batch]) for batch in batches]
        else:
            pool = _loky_pool(tasks, n_jobs)
            work = [(_call_inherited, list(batch)) for batch in batches]
        try:
            waiting = [pool.apply_async(function, (argument,)) for function, argument in work]
            if self.return_as == 'generator_unordered':
                while waiting:
                    ready = [one for one in waiting if one.ready()]
                    if not ready:
                        waiting[0].wait(0.005)
                        continue
                    waiting.remove(ready[0])
                    yield from self._get(ready[0])
            else:
                for one in waiting:
                    yield from self._get(one)
        finally:
            pool.terminate()

    def _get(self, one):
        import multiprocessing
        try:
            return one.get(self.timeout)
        except multiprocessing.TimeoutError:
            raise TimeoutError() from None


def _loky_pool(tasks, n_jobs):
    global _inherited
    from multiprocessing import get_context
    from multiprocessing.pool import Pool

    class LokyPool(Pool):
        @staticmethod
        def Process(ctx, *args, **kwds):
            p = ctx.Process(*args, **kwds)
            p._name = 'LokyProcess-' + p._name.rpartition('-')[2]
            return p

    _inherited = tasks
    try:
        return LokyPool(n_jobs, initializer=_enter_worker, context=get_context('fork'))
    finally:
        _inherited = None


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


class Memory:
    """Results of functions by their arguments, for as long as the program runs."""

    def __init__(self, location=None, mmap_mode=None, compress=False, verbose=1, backend_options=None):
        self.location = location
        self.verbose = verbose
        self._results = {}

    def cache(self, func=None, ignore=None, verbose=None, mmap_mode=False, cache_validation_callback=None):
        if func is None:
            return functools.partial(self.cache, ignore=ignore, verbose=verbose)
        if self.location is None:
            return func
        results = self._results.setdefault(func, {})

        @functools.wraps(func)
        def cached(*args, **kwargs):
            import pickle
            key = pickle.dumps((args, sorted(kwargs.items())))
            if key not in results:
                results[key] = func(*args, **kwargs)
            return results[key]
        return cached

    def clear(self, warn=True):
        self._results.clear()
