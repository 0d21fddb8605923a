"""aiofiles: files for coroutines. Every operation runs in a thread of the loop's executor, as in the real one, so that the loop
goes on meanwhile; the order within one file is the order of the awaits."""

import asyncio
import builtins
import functools
import sys

from . import os

__all__ = ['open', 'os', 'stdin', 'stdout', 'stderr', 'stdin_bytes', 'stdout_bytes', 'stderr_bytes']
__version__ = '24.1.0'


async def _later(loop, executor, action, *args, **kwargs):
    loop = asyncio.get_running_loop() if loop is None else loop
    return await loop.run_in_executor(executor, functools.partial(action, *args, **kwargs))


class AsyncFile:
    """A file whose operations are awaited; what costs nothing (its name, whether it is closed) is not."""

    def __init__(self, file, loop=None, executor=None):
        self._file = file
        self._loop = loop
        self._executor = executor

    def __repr__(self):
        return f'<{type(self).__name__} of {self._file!r}>'

    def _do(self, name, *args):
        return _later(self._loop, self._executor, getattr(self._file, name), *args)

    async def read(self, size=-1, /):
        return await self._do('read', size)

    async def readline(self, size=-1, /):
        return await self._do('readline', size)

    async def readlines(self, hint=-1, /):
        return await self._do('readlines', hint)

    async def readinto(self, buffer, /):
        return await self._do('readinto', buffer)

    async def write(self, data, /):
        return await self._do('write', data)

    async def writelines(self, lines, /):
        return await self._do('writelines', lines)

    async def seek(self, offset, whence=0, /):
        return await self._do('seek', offset, whence)

    async def tell(self):
        return await self._do('tell')

    async def truncate(self, size=None, /):
        return await self._do('truncate', *(() if size is None else (size,)))

    async def flush(self):
        return await self._do('flush')

    async def close(self):
        return await self._do('close')

    name = property(lambda self: self._file.name)
    mode = property(lambda self: self._file.mode)
    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)

    def fileno(self):
        return self._file.fileno()

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line
        raise StopAsyncIteration


class _Opening:
    """What open() gives: awaited, the file; under `async with`, the file until the end of the block."""

    def __init__(self, args, kwargs, loop, executor):
        self._args, self._kwargs, self._loop, self._executor = args, kwargs, loop, executor
        self._opened = None

    async def _open(self):
        file = await _later(self._loop, self._executor, builtins.open, *self._args, **self._kwargs)
        return AsyncFile(file, self._loop, self._executor)

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        self._opened = await self._open()
        return self._opened

    async def __aexit__(self, *details):
        await self._opened.close()


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *, loop=None,
         executor=None):
    options = {'mode': mode, 'encoding': encoding, 'errors': errors, 'newline': newline}
    return _Opening((file,), options, loop, executor)


stdin, stdout, stderr = (AsyncFile(getattr(sys, name)) for name in ('stdin', 'stdout', 'stderr'))
stdin_bytes, stdout_bytes, stderr_bytes = (AsyncFile(getattr(getattr(sys, name), 'buffer', getattr(sys, name)))
                                           for name in ('stdin', 'stdout', 'stderr'))
