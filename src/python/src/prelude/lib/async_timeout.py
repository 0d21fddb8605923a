"""async_timeout: what `asyncio.timeout` was before Python 3.11, over it."""

import asyncio

__all__ = ('timeout', 'timeout_at', 'Timeout')
__version__ = '4.0.3'


class Timeout:
    def __init__(self, deadline):
        self._inner = asyncio.timeout_at(deadline)

    expired = property(lambda self: self._inner.expired())
    deadline = property(lambda self: self._inner.when())

    async def __aenter__(self):
        await self._inner.__aenter__()
        return self

    async def __aexit__(self, *details):
        return await self._inner.__aexit__(*details)

    def reject(self):
        """No timeout any more."""
        self._inner.reschedule(None)

    def update(self, deadline):
        self._inner.reschedule(deadline)

    def shift(self, delay):
        deadline = self.deadline
        if deadline is None:
            raise RuntimeError('cannot shift timeout if deadline is not scheduled')
        self._inner.reschedule(deadline + delay)


def timeout(delay):
    now = asyncio.get_running_loop().time()
    return Timeout(None if delay is None else now + delay)


def timeout_at(deadline):
    return Timeout(deadline)
