"""contextlib."""

from abc import ABC, abstractmethod
from functools import wraps


class AbstractContextManager(ABC):
    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is AbstractContextManager and hasattr(subclass, '__enter__') and hasattr(subclass, '__exit__'):
            return True
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is AbstractAsyncContextManager and hasattr(subclass, '__aenter__') and hasattr(subclass, '__aexit__'):
            return True
        return NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)
        return inner


class AsyncContextDecorator(ContextDecorator):
    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwargs):
            async with self._recreate_cm():
                return await func(*args, **kwargs)
        return inner


class _Generated:
    """A manager whose two halves are those of a generator, before and after its one `yield`."""

    def __init__(self, func, args, kwargs):
        self.gen = func(*args, **kwargs)
        # What makes it once more, for each call of what it decorates; let go of where it is entered.
        self.func = func
        self.args = args
        self.kwds = kwargs
        self.__doc__ = getattr(func, '__doc__', None)

    def _recreate_cm(self):
        cls = self.__class__
        return cls(self.func, self.args, self.kwds)

    def _forget(self):
        del self.args
        del self.kwds
        del self.func


def _let_through(raised, given, ends):
    """Whether the generator did nothing about the exception it was given: Python makes a RuntimeError of an iterator's end
    that comes out of one."""
    return raised is given or (isinstance(given, ends) and isinstance(raised, RuntimeError) and raised.__cause__ is given)


class _GeneratorContextManager(_Generated, ContextDecorator, AbstractContextManager):
    def __enter__(self):
        self._forget()
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            for _ in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        given = typ() if value is None else value
        try:
            self.gen.throw(given)
        except StopIteration as end:
            return end is not given
        except BaseException as raised:
            if not _let_through(raised, given, StopIteration):
                raise
            # As it was raised in the block; the generator does not appear.
            given.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_Generated, AsyncContextDecorator, AbstractAsyncContextManager):
    async def __aenter__(self):
        self._forget()
        async for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            async for _ in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        given = typ() if value is None else value
        try:
            await self.gen.athrow(given)
        except StopAsyncIteration as end:
            return end is not given
        except BaseException as raised:
            if not _let_through(raised, given, (StopIteration, StopAsyncIteration)):
                raise
            # As it was raised in the block; the generator does not appear.
            given.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwargs):
        return _GeneratorContextManager(func, args, kwargs)
    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwargs):
        return _AsyncGeneratorContextManager(func, args, kwargs)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *error):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *error):
        closed = self.thing.aclose()
        await closed


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *error):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *error):
        pass


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._kinds = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._kinds)


class _Swap(AbstractContextManager):
    """Puts something else in a place of the interpreter for a while; may be entered again before it is left."""

    def __init__(self, new):
        self._new = new
        self._before = []

    def __enter__(self):
        self._before.append(self._get())
        self._put(self._new)
        return self._new

    def __exit__(self, *error):
        self._put(self._before.pop())


class _RedirectStream(_Swap):
    def __init__(self, new_target):
        _Swap.__init__(self, new_target)

    def _get(self):
        import sys
        return getattr(sys, self._stream)

    def _put(self, file):
        import sys
        setattr(sys, self._stream, file)


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'


class chdir(_Swap):
    def __init__(self, path):
        _Swap.__init__(self, path)
        self.path = path

    def __enter__(self):
        _Swap.__enter__(self)

    def _get(self):
        import os
        return os.getcwd()

    def _put(self, folder):
        import os
        os.chdir(folder)


def _chain(new, old, outside):
    """The context of an exception raised by a callback: what nested `with` statements would have given it. `outside` was being
    handled before the stack began to unwind."""
    last = new
    while True:
        context = last.__context__
        if context is None or context is old:
            # A context that was taken away on purpose stays away.
            return
        if context is outside:
            break
        last = context
    last.__context__ = old


def _lookup_manager(cm, enter, leave, words):
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {words}context manager "
                        "protocol") from None


class _BaseExitStack:
    """What both stacks share: entries are (whether it is plain, a callable that takes what `__exit__` takes)."""

    def __init__(self):
        from collections import deque
        self._exit_callbacks = deque()

    def _push_exit(self, manager, leave, is_sync=True):
        from types import MethodType
        self._exit_callbacks.append((is_sync, MethodType(leave, manager)))

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, type(self._exit_callbacks)()
        return other

    def push(self, exit):
        leave = getattr(type(exit), '__exit__', None)
        if leave is None:
            self._exit_callbacks.append((True, exit))
        else:
            self._push_exit(exit, leave)
        return exit

    def enter_context(self, cm):
        enter, leave = _lookup_manager(cm, '__enter__', '__exit__', '')
        result = enter(cm)
        self._push_exit(cm, leave)
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exit_callbacks.append((True, leave))
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        import sys
        outside = sys.exc_info()[1]
        exc = original = details[1]
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                if exc is None:
                    leave(None, None, None)
                elif leave(type(exc), exc, exc.__traceback__):
                    exc = None
            except BaseException as failure:
                _chain(failure, exc, outside)
                exc = failure
        return _unwound(exc, original)


def _unwound(exc, original):
    if exc is None or exc is original:
        return exc is None and original is not None
    context = exc.__context__
    try:
        raise exc
    except BaseException:
        # `raise` has put what is being handled there.
        exc.__context__ = context
        raise


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter, leave = _lookup_manager(cm, '__aenter__', '__aexit__', 'asynchronous ')
        result = await enter(cm)
        self._push_exit(cm, leave, False)
        return result

    def push_async_exit(self, exit):
        leave = getattr(type(exit), '__aexit__', None)
        if leave is None:
            self._exit_callbacks.append((False, exit))
        else:
            self._push_exit(exit, leave, False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exit_callbacks.append((False, leave))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        import sys
        outside = sys.exc_info()[1]
        exc = original = details[1]
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                given = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                answer = leave(*given)
                if not is_sync:
                    answer = await answer
                if exc is not None and answer:
                    exc = None
            except BaseException as failure:
                _chain(failure, exc, outside)
                exc = failure
        return _unwound(exc, original)
