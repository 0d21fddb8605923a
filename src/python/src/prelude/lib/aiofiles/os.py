"""aiofiles.os: functions of `os` and `os.path`, awaited in a thread of the loop's executor."""

import asyncio
import functools
import os as _os


def wrap(action):
    """A coroutine function that runs the action in a thread."""

    @functools.wraps(action)
    async def later(*args, loop=None, executor=None, **kwargs):
        loop = asyncio.get_running_loop() if loop is None else loop
        return await loop.run_in_executor(executor, functools.partial(action, *args, **kwargs))

    return later


stat = wrap(_os.stat)
rename = wrap(_os.rename)
renames = wrap(_os.renames)
replace = wrap(_os.replace)
remove = wrap(_os.remove)
unlink = wrap(_os.unlink)
mkdir = wrap(_os.mkdir)
makedirs = wrap(_os.makedirs)
rmdir = wrap(_os.rmdir)
removedirs = wrap(_os.removedirs)
listdir = wrap(_os.listdir)
scandir = wrap(_os.scandir)
access = wrap(_os.access)
getcwd = wrap(_os.getcwd)


class path:
    """`os.path`'s functions that look at files."""

    exists = staticmethod(wrap(_os.path.exists))
    isfile = staticmethod(wrap(_os.path.isfile))
    isdir = staticmethod(wrap(_os.path.isdir))
    getsize = staticmethod(wrap(_os.path.getsize))
    getmtime = staticmethod(wrap(_os.path.getmtime))
    samefile = staticmethod(wrap(_os.path.samefile))
    abspath = staticmethod(wrap(_os.path.abspath))
