"""asyncio.unix_events: the loop that `asyncio.run` uses, under the names that programs know."""

from . import base_events, events

__all__ = ('SelectorEventLoop', 'EventLoop', 'DefaultEventLoopPolicy')


class SelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self, selector=None):
        # Whichever selector it is, the simulated select is the loop's own.
        super().__init__()


SelectorEventLoop.__module__ = 'asyncio.unix_events'
SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = '_UnixSelectorEventLoop'
EventLoop = events._loop_class = SelectorEventLoop


class DefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = '_UnixDefaultEventLoopPolicy'
