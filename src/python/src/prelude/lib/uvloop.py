"""uvloop: asyncio's event loop with libuv's costs. The loop is the same one; what its own work costs is less.

The prices are a share of the plain loop's, after uvloop's published comparison (two to four times as fast) and no measurement.
"""

import asyncio as _asyncio
from asyncio.base_events import BaseEventLoop as _Base

__version__ = '0.21.0'
__all__ = ('new_event_loop', 'install', 'run', 'EventLoopPolicy', 'Loop')


class Loop(_Base):
    _iteration_picos = _Base._iteration_picos // 3
    _call_soon_picos = _Base._call_soon_picos // 3
    _call_at_picos = _Base._call_at_picos // 3
    _handle_picos = _Base._handle_picos // 3
    _select_picos = _Base._select_picos // 3


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
