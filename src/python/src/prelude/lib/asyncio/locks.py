"""asyncio.locks: Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier.

All of them keep a line: futures, in the order in which tasks came, each of which one task awaits. Who lets somebody go on sets
the result of a future; the task takes its future out of the line itself, when it has its turn.
"""

from _asyncio import _acquired, _charge, _level, _released
from _thread import _name_of, _object_name, _object_new
from collections import deque

from . import mixins
from .exceptions import BrokenBarrierError, CancelledError

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')

# Virtual picoseconds, see `base_events`: somebody queues up.
_WAITER = 450_000


class _Held:
    """`async with` for what is acquired and released."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *details):
        self.release()


class _Shown(mixins._LoopBoundMixin):
    """An object with a lane of its own, made when it is first used; the name is the program's."""

    _lane_number = None
    _lane_kind = 'Lock'

    def _lane(self):
        number = self._lane_number
        if number is None:
            number = self._lane_number = _object_new(self._lane_kind, _name_of(self))
        return number

    def _waiter(self):
        _charge(_WAITER)
        future = self._get_loop().create_future()
        future._on = self._lane()
        return future

    def _show(self, extra):
        return f'<{super().__repr__()[1:-1]} [{extra}]>'


class _Lined(_Shown):
    """What has a line of its own."""

    def __init__(self):
        self._waiters = deque()

    def _line_up(self):
        waiter = self._waiter()
        self._waiters.append(waiter)
        return waiter

    def _let_go(self, result, most):
        """Ends the wait of the first who still wait, `most` of them; gives how many those are."""
        count = 0
        for waiter in self._waiters:
            if count >= most:
                break
            if not waiter.done():
                waiter.set_result(result)
                count += 1
        return count

    def _state(self):
        return 'locked' if self.locked() else 'unlocked'

    def __repr__(self):
        count = len(self._waiters)
        return self._show(f'{self._state()}, waiters:{count}' if count else self._state())


class Lock(_Held, _Lined):
    def __init__(self):
        super().__init__()
        self._locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or self._waiters and any(not waiter.cancelled() for waiter in self._waiters):
            waiter = self._line_up()
            try:
                await waiter
            except BaseException as problem:
                self._waiters.remove(waiter)
                if not self._locked and isinstance(problem, CancelledError):
                    # The turn may have been this task's, which does not take it.
                    self._wake_up_first()
                raise
            self._waiters.remove(waiter)
        self._locked = True
        _acquired(self._lane())
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        _released(self._lane())
        self._wake_up_first()

    def _wake_up_first(self):
        # Only the very first: if that one is done already, it has its turn before anybody else.
        line = self._waiters
        if line and not line[0].done():
            line[0].set_result(True)


class Event(_Lined):
    _lane_kind = 'Event'

    def __init__(self):
        super().__init__()
        self._value = False

    def _state(self):
        return 'set' if self._value else 'unset'

    def is_set(self):
        return self._value

    def set(self):
        if self._value:
            return
        self._value = True
        _level(self._lane(), 1)
        self._let_go(True, len(self._waiters))

    def clear(self):
        if self._value:
            _level(self._lane(), 0)
            self._value = False

    async def wait(self):
        if not self._value:
            waiter = self._line_up()
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        return True


class Condition(_Held, _Lined):
    _lane_kind = 'Condition'

    def __init__(self, lock=None):
        super().__init__()
        self._lock = lock = Lock() if lock is None else lock
        self.acquire, self.release, self.locked = lock.acquire, lock.release, lock.locked

    def _check(self, verb):
        if not self.locked():
            raise RuntimeError(f'cannot {verb} on un-acquired lock')

    async def wait(self):
        self._check('wait')
        waiter = self._waiter()
        self.release()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)
            # The lock is taken back whatever happened; a cancellation meanwhile is raised afterwards.
            held_back = None
            while True:
                try:
                    await self.acquire()
                except CancelledError as problem:
                    held_back = problem
                else:
                    break
            if held_back is not None:
                try:
                    raise held_back
                finally:
                    held_back = None
        return True

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        self._check('notify')
        self._let_go(False, n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Held, _Lined):
    _lane_kind = 'Semaphore'

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        super().__init__()
        self._value = value

    def _state(self):
        return 'locked' if self.locked() else f'unlocked, value:{self._value}'

    def locked(self):
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            _level(self._lane(), self._value)
            return True
        waiter = self._line_up()
        try:
            await waiter
        except BaseException as problem:
            self._waiters.remove(waiter)
            if waiter.done() and not waiter.cancelled() and isinstance(problem, CancelledError):
                # It had been given a place, and gives it to the next.
                self._value += 1
                self._pass_on()
            raise
        self._waiters.remove(waiter)
        if self._value > 0:
            self._pass_on()
        return True

    def release(self):
        self._value += 1
        self._pass_on()
        _level(self._lane(), self._value)

    def _pass_on(self):
        # The place is taken here already, so that nobody can come in between.
        self._value -= self._let_go(True, 1)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def release(self):
        if self._value < self._most:
            return super().release()
        raise ValueError('BoundedSemaphore released too many times')


# What a barrier does, in the words its repr has for it. Who comes while a round is left waits for the next one.
_FILLING, _DRAINING, _RESETTING, _BROKEN = 'filling', 'draining', 'resetting', 'broken'


class Barrier(_Shown):
    _lane_kind = 'Barrier'

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._phase = _FILLING
        # Tasks between their arrival and their leaving.
        self._count = 0

    def __repr__(self):
        waiting = '' if self.broken else f', waiters:{self.n_waiting}/{self._parties}'
        return self._show(self._phase + waiting)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._phase is _FILLING else 0

    @property
    def broken(self):
        return self._phase is _BROKEN

    def _enter(self, phase):
        self._phase = phase
        self._cond.notify_all()

    async def wait(self):
        self._cond._lane_number = self._lane()
        async with self._cond:
            await self._cond.wait_for(lambda: self._phase in (_FILLING, _BROKEN))
            if self.broken:
                raise BrokenBarrierError('Barrier aborted')
            index = self._count
            self._count = index + 1
            try:
                _level(self._lane(), self._count)
                if self._count == self._parties:
                    self._enter(_DRAINING)
                else:
                    await self._cond.wait_for(lambda: self._phase is not _FILLING)
                    if self._phase is not _DRAINING:
                        raise BrokenBarrierError('Abort or reset of barrier')
            finally:
                self._count -= 1
                if self._count == 0:
                    # The last one out opens the next round.
                    self._enter(_BROKEN if self.broken else _FILLING)
        return index

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *details):
        pass

    async def reset(self):
        async with self._cond:
            self._enter(_RESETTING if self._count else _FILLING)

    async def abort(self):
        async with self._cond:
            self._enter(_BROKEN)
