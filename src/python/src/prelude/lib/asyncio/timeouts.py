"""asyncio.timeouts: a block that is cancelled when its time is over."""

from _asyncio import _charge

from . import events, exceptions, tasks

__all__ = ('Timeout', 'timeout', 'timeout_at')


# Virtual picoseconds, see `base_events`.
_TIMEOUT = 1_400_000

# What a Timeout is, in the words its repr has for it. It is expiring from the cancellation to the end of the block.
_NEW, _ACTIVE, _EXPIRING, _EXPIRED, _FINISHED = 'created', 'active', 'expiring', 'expired', 'finished'


class Timeout:
    """Cancels the task that runs its block at a time of the loop's clock, and makes a TimeoutError of that cancellation."""

    _is = _NEW
    # The handle of the call that will cancel, while there is one.
    _alarm = None

    def __init__(self, when):
        self._when = when

    def __repr__(self):
        when = self._when
        shown = f" when={None if when is None else round(when, 3)}" if self._is is _ACTIVE else ''
        return f'<Timeout [{self._is}]{shown}>'

    def when(self):
        return self._when

    def expired(self):
        return self._is is _EXPIRING or self._is is _EXPIRED

    def reschedule(self, when):
        if self._is is not _ACTIVE:
            raise RuntimeError('Timeout has not been entered' if self._is is _NEW
                               else f'Cannot change state of {self._is} Timeout')
        self._when = when
        self._silence()
        if when is not None:
            loop = events.get_running_loop()
            # What is over already still lets the block begin.
            self._alarm = (loop.call_at(when, self._on_timeout) if when > loop.time()
                           else loop.call_soon(self._on_timeout))

    def _silence(self):
        alarm, self._alarm = self._alarm, None
        if alarm is not None:
            alarm.cancel()

    def _on_timeout(self):
        self._task.cancel()
        self._is = _EXPIRING
        self._alarm = None

    async def __aenter__(self):
        if self._is is not _NEW:
            raise RuntimeError('Timeout has already been entered')
        self._task = current = tasks.current_task()
        if current is None:
            raise RuntimeError('Timeout should be used inside a task')
        _charge(_TIMEOUT)
        # Requests that are older than the block are not the timeout's to answer.
        self._requests_before = current.cancelling()
        self._is = _ACTIVE
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, problem, traceback):
        self._silence()
        if self._is is _ACTIVE:
            self._is = _FINISHED
        elif self._is is _EXPIRING:
            self._is = _EXPIRED
            only_ours = self._task.uncancel() <= self._requests_before
            if only_ours and kind is exceptions.CancelledError:
                raise exceptions.TimeoutError from problem


def timeout(delay):
    now = events.get_running_loop().time()
    return Timeout(None if delay is None else now + delay)


def timeout_at(when):
    return Timeout(when)
