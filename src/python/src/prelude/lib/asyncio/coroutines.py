"""asyncio.coroutines: what counts as one."""

import types
from _asyncio import _coroutine_line

__all__ = ('iscoroutinefunction', 'iscoroutine')

_is_coroutine = object()
_CO_COROUTINE = 0x80
_CO_ITERABLE = 0x100


def iscoroutinefunction(func):
    if getattr(func, '_is_coroutine', None) is _is_coroutine:
        return True
    while True:
        if hasattr(func, '__func__'):
            func = func.__func__
        elif type(func).__name__ == 'partial' and hasattr(func, 'func'):
            func = func.func
        else:
            break
    code = getattr(func, '__code__', None)
    return code is not None and bool(code.co_flags & _CO_COROUTINE)


def iscoroutine(obj):
    if type(obj) is types.CoroutineType:
        return True
    if type(obj) is types.GeneratorType:
        return True
    cls = type(obj)
    return hasattr(cls, '__await__') and hasattr(cls, 'send') and hasattr(cls, 'throw') and hasattr(cls, 'close')


def _is_debug_mode():
    import os
    import sys
    return bool(getattr(sys.flags, 'dev_mode', False) or os.environ.get('PYTHONASYNCIODEBUG'))


def _format_coroutine(coro):
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    if not name:
        name = f'<{type(coro).__name__} without __name__>'
    running = getattr(coro, 'cr_running', getattr(coro, 'gi_running', False))
    if code is None:
        return f'{name}() running' if running else f'{name}()'
    line = _coroutine_line(coro)
    if line is not None:
        return f'{name}() running at {code.co_filename}:{line}'
    return f'{name}() done, defined at {code.co_filename}:{code.co_firstlineno}'
