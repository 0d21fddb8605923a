"""asyncio.mixins: objects that belong to the loop they are first used on."""

from . import events


class _LoopBoundMixin:
    # None until the first use that may have to wait.
    _loop = None

    def _get_loop(self):
        running = events._get_running_loop()
        if self._loop is not running:
            if self._loop is not None:
                raise RuntimeError(f'{self!r} is bound to a different event loop')
            self._loop = running
        return running
