"""asyncio.log: the logger 'asyncio'; without `logging` loaded, what that would print for warnings and errors."""

from _thread import _modules, _traceback_text, _write_error


class _Logger:
    name = 'asyncio'

    def _real(self):
        logging = _modules().get('logging')
        return None if logging is None else logging.getLogger('asyncio')

    def _log(self, level, message, args, exc_info=None):
        real = self._real()
        if real is not None:
            getattr(real, level)(message, *args, exc_info=exc_info)
            return
        if level in ('debug', 'info'):
            return
        text = message % args if args else message
        if exc_info is True:
            import sys
            exc_info = sys.exc_info()
        if exc_info:
            text += '\n' + _traceback_text(exc_info[1]).rstrip('\n')
        _write_error(text + '\n')

    def debug(self, message, *args, exc_info=None):
        self._log('debug', message, args, exc_info)

    def info(self, message, *args, exc_info=None):
        self._log('info', message, args, exc_info)

    def warning(self, message, *args, exc_info=None):
        self._log('warning', message, args, exc_info)

    def error(self, message, *args, exc_info=None):
        self._log('error', message, args, exc_info)

    def setLevel(self, level):
        real = self._real()
        if real is not None:
            real.setLevel(level)

    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger('asyncio'), name)


logger = _Logger()
