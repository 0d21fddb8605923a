"""uvloop: asyncio's event loop with libuv's costs. The loop is the same one; what its own work costs is less.

See `BaseEventLoop._have_costs_of_uvloop`.
"""

import asyncio as _asyncio
from asyncio.base_events import BaseEventLoop as _Base

__version__ = '0.21.0'
__all__ = ('new_event_loop', 'install', 'run', 'EventLoopPolicy', 'Loop')


class Loop(_Base):
    def __init__(self):
        super().__init__()
        self._have_costs_of_uvloop()


Loop.__module__ = 'uvloop'


def new_event_loop():
    return Loop()


class EventLoopPolicy(_asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


def install():
    """Every loop made from now on is one of these."""
    _asyncio.set_event_loop_policy(EventLoopPolicy())


def run(main, *, loop_factory=new_event_loop, debug=None, **kwargs):
    return _asyncio.run(main, loop_factory=loop_factory, debug=debug)
