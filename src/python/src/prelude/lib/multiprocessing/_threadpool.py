"""multiprocessing.pool's ThreadPool: workers and three threads that look after them, joined by simple queues.

A *handler of tasks* cuts what is asked for into tasks and puts them in front of the workers, a *handler of results* gives
their results to those who wait, and a *handler of workers* starts the end once the pool is closed and nothing is open.
"""

import itertools
import queue
import threading
from _thread import _name_of, _object_level, _object_name, _object_new, get_ident
from collections import deque
from os import cpu_count

RUN = 'RUN'
CLOSE = 'CLOSE'
TERMINATE = 'TERMINATE'

_jobs = itertools.count()


def _timeout_error():
    # multiprocessing's own, which is no TimeoutError of the built-ins.
    from multiprocessing import TimeoutError
    return TimeoutError


class _Cache(dict):
    """Results to come, by job. Tells the handler of workers when it has become empty."""

    def __init__(self, notifier):
        super().__init__()
        self.notifier = notifier

    def __delitem__(self, job):
        super().__delitem__(job)
        if not self:
            self.notifier.put(None)


class ApplyResult:
    """What one call will give."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(_jobs)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise _timeout_error()
        if self._success:
            return self._value
        raise self._value

    def _set(self, index, outcome):
        self._success, self._value = outcome
        if self._success:
            if self._callback:
                self._callback(self._value)
        elif self._error_callback:
            self._error_callback(self._value)
        self._event.set()
        del self._cache[self._job]
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """What the calls of a `map` will give, chunk by chunk."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if length == 0 or chunksize <= 0:
            self._left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._left = -(-length // chunksize)

    def _set(self, index, outcome):
        self._left -= 1
        success, result = outcome
        if self._success:
            # Of several failures the first to arrive counts.
            if success:
                start = index * self._chunksize
                self._value[start:start + self._chunksize] = result
            else:
                self._success = False
                self._value = result
        if self._left > 0:
            return
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(self._value)
        del self._cache[self._job]
        self._event.set()
        self._pool = None


class IMapIterator:
    """Gives results in the order of the calls, as soon as each is there."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(_jobs)
        self._cache = pool._cache
        self._items = deque()
        self._index = 0
        self._length = None
        self._early = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration
                self._cond.wait(timeout)
                if not self._items:
                    if self._index == self._length:
                        self._pool = None
                        raise StopIteration
                    raise _timeout_error()
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _take(self, index, outcome):
        if index != self._index:
            self._early[index] = outcome
            return False
        self._items.append(outcome)
        self._index += 1
        while self._index in self._early:
            self._items.append(self._early.pop(self._index))
            self._index += 1
        return True

    def _set(self, index, outcome):
        with self._cond:
            if self._take(index, outcome):
                self._cond.notify()
            if self._index == self._length:
                self._close()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == length:
                self._cond.notify()
                self._close()

    def _close(self):
        del self._cache[self._job]
        self._pool = None


class IMapUnorderedIterator(IMapIterator):
    """Gives results in the order in which they come."""

    def _take(self, index, outcome):
        self._items.append(outcome)
        self._index += 1
        return True


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    function, chunk = args
    return list(itertools.starmap(function, chunk))


def _raise(exc):
    raise exc


class _Busy(dict):
    """The workers of a pool that are busy: a lane of the timeline."""

    def __init__(self):
        self._object = _object_new('Pool', 'busy workers')
        self._named = False

    def show(self, pool):
        name = None if self._named else _name_of(pool)
        if name is not None:
            self._named = True
            _object_name(self._object, name)

    def level(self, busy):
        if busy:
            self[get_ident()] = None
        else:
            del self[get_ident()]
        _object_level(self._object, len(self))
        return busy


def worker(inqueue, outqueue, busy, initializer=None, initargs=()):
    if initializer is not None:
        initializer(*initargs)
    at_work = False
    while True:
        # Busy from a task to the next wait for one.
        if at_work and not inqueue._queue:
            at_work = busy.level(False)
        task = inqueue.get()
        if task is None:
            return
        if not at_work:
            at_work = busy.level(True)
        job, index, function, args, kwargs = task
        try:
            outcome = (True, function(*args, **kwargs))
        except Exception as exc:
            outcome = (False, exc)
        outqueue.put((job, index, outcome))
        # Neither the task nor its result must live until the next one.
        task = function = args = kwargs = outcome = None


def _handle_workers(pool):
    me = threading.current_thread()
    while me._state == RUN or (pool._cache and me._state != TERMINATE):
        pool._change_notifier.get()
    pool._taskqueue.put(None)


def _handle_tasks(pool):
    me = threading.current_thread()
    for tasks, set_length in iter(pool._taskqueue.get, None):
        count = 0
        for task in tasks:
            if me._state != RUN:
                break
            pool._inqueue.put(task)
            count = task[1] + 1
        else:
            if set_length:
                set_length(count)
            continue
        break
    pool._outqueue.put(None)
    for _ in pool._pool:
        pool._inqueue.put(None)


def _handle_results(pool):
    me = threading.current_thread()
    # First until the handler of tasks is through, then until everything asked for has come.
    for outcome in iter(pool._outqueue.get, None):
        if me._state != RUN:
            return
        _hand_over(pool._cache, outcome)
    while pool._cache and me._state != TERMINATE:
        outcome = pool._outqueue.get()
        if outcome is not None:
            _hand_over(pool._cache, outcome)


def _hand_over(cache, outcome):
    job, index, result = outcome
    if job in cache:
        cache[job]._set(index, result)


class Pool:
    """The pool of `multiprocessing.pool.Pool`, with threads for workers."""

    # Processes have a lane that they share.
    _busy = None

    @staticmethod
    def Process(ctx, *args, **kwargs):
        from multiprocessing.dummy import Process
        return Process(*args, **kwargs)

    def __init__(self, processes=None, initializer=None, initargs=()):
        self._pool = []
        self._state = 'INIT'
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._taskqueue = queue.SimpleQueue()
        self._change_notifier = queue.SimpleQueue()
        self._cache = _Cache(self._change_notifier)
        if processes is None:
            processes = cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._busy = _Busy()
        for _ in range(processes):
            one = self.Process(None, target=worker, args=(self._inqueue, self._outqueue, self._busy, initializer, initargs))
            one.name = one.name.replace('Process', 'PoolWorker')
            one.daemon = True
            one.start()
            self._pool.append(one)
        self._worker_handler = self._start(_handle_workers)
        self._task_handler = self._start(_handle_tasks)
        self._result_handler = self._start(_handle_results)
        self._state = RUN

    def _start(self, handle):
        thread = threading.Thread(target=handle, args=(self,))
        thread.daemon = True
        thread._state = RUN
        thread.start()
        return thread

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>'

    def _check_running(self):
        if self._busy is not None:
            self._busy.show(self)
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._asked(1)
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, '__len__'):
            iterable = list(iterable)
        if chunksize is None:
            # About four chunks for each worker.
            chunksize = -(-len(iterable) // (len(self._pool) * 4))
        result = MapResult(self, chunksize, len(iterable), callback, error_callback)
        tasks = self._tasks(result._job, mapper, _chunks(func, iterable, chunksize))
        if chunksize > 0:
            self._asked(-(-len(iterable) // chunksize))
        self._taskqueue.put((tasks, None))
        return result

    def _asked(self, count):
        """So many tasks more; of `imap` nobody knows how many."""

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize == 1:
            result = kind(self)
            self._taskqueue.put((self._tasks(result._job, func, iterable), result._set_length))
            return result
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = kind(self)
        tasks = self._tasks(result._job, mapstar, _chunks(func, iterable, chunksize))
        self._taskqueue.put((tasks, result._set_length))
        return (item for chunk in result for item in chunk)

    def _tasks(self, job, func, iterable):
        """One task per item. Where the iterable fails, the last task fails with its exception."""
        index = -1
        try:
            for index, item in enumerate(iterable):
                yield (job, index, func, (item,), {})
        except Exception as exc:
            yield (job, index + 1, _raise, (exc,), {})

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        if self._state == TERMINATE:
            return
        self._state = TERMINATE
        self._worker_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._task_handler._state = TERMINATE
        # Nobody shall begin what is still there; who is idle shall end.
        try:
            while True:
                self._inqueue.get(block=False)
        except queue.Empty:
            pass
        for _ in self._pool:
            self._inqueue.put(None)
        self._result_handler._state = TERMINATE
        self._outqueue.put(None)
        for handler in (self._worker_handler, self._task_handler, self._result_handler):
            if threading.current_thread() is not handler:
                handler.join()

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for one in self._pool:
            one.join()

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.terminate()


# In CPython the methods are those of the pool of processes, and messages say so.
ThreadPool = Pool
ThreadPool.__name__ = ThreadPool.__qualname__ = 'ThreadPool'
ThreadPool.__module__ = 'multiprocessing.pool'


def _chunks(func, iterable, size):
    items = iter(iterable)
    while True:
        chunk = tuple(itertools.islice(items, size))
        if not chunk:
            return
        yield (func, chunk)
