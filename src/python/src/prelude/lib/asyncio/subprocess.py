"""asyncio.subprocess: processes that run a program (`subprocess`), awaited.

The loop cannot wait for pipes itself: a thread for each reads, and another waits for the process, as CPython's
ThreadedChildWatcher does. They wake the loop.
"""

from . import events, streams, tasks

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE = -1
STDOUT = -2
DEVNULL = -3

_number = 0


def _start(name, action, *args):
    import threading
    threading.Thread(target=action, args=args, name=name, daemon=True).start()


class _Input:
    """The writing end, as much of StreamWriter as programs use."""

    def __init__(self, end):
        self._end = end

    def write(self, data):
        try:
            self._end.write(data)
        except (BrokenPipeError, ValueError):
            pass

    def writelines(self, lines):
        self.write(b''.join(lines))

    def can_write_eof(self):
        return True

    def write_eof(self):
        self._end.close()

    close = write_eof

    def is_closing(self):
        return self._end.closed

    async def drain(self):
        await tasks.sleep(0)

    async def wait_closed(self):
        await tasks.sleep(0)


class Process:
    def __init__(self, popen, loop, limit):
        global _number
        self._popen = popen
        self._loop = loop
        self.pid = popen.pid
        self.stdin = None if popen.stdin is None else _Input(popen.stdin)
        self.stdout = self._reader('stdout', popen.stdout, limit)
        self.stderr = self._reader('stderr', popen.stderr, limit)
        self.returncode = None
        self._ended = loop.create_future()
        self._ended._io = f'process {popen.pid}'
        _start(f'waitpid-{_number}', self._wait)
        _number += 1

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.pid}>'

    def _reader(self, name, end, limit):
        if end is None:
            return None
        reader = streams.StreamReader(limit=limit, loop=self._loop)
        _start(f'{name} of {self.pid}', self._read, end, reader)
        return reader

    def _read(self, end, reader):
        import os
        while data := os.read(end.fileno(), 65536):
            if self._tell(reader.feed_data, data):
                return
        end.close()
        self._tell(reader.feed_eof)

    def _tell(self, callback, *args):
        """Whether the loop is gone."""
        try:
            self._loop.call_soon_threadsafe(callback, *args)
        except RuntimeError:
            return True
        return False

    def _wait(self):
        code = self._popen.wait()
        self._tell(self._over, code)

    def _over(self, code):
        self.returncode = code
        if not self._ended.done():
            self._ended.set_result(code)

    async def wait(self):
        if self.returncode is None:
            await tasks.shield(self._ended)
        return self.returncode

    def _signal(self, number):
        if self.returncode is not None:
            raise ProcessLookupError()
        import os
        os.kill(self.pid, number)

    def send_signal(self, signal):
        self._signal(int(signal))

    def terminate(self):
        self._signal(15)

    def kill(self):
        self._signal(9)

    async def _feed_stdin(self, input):
        if input is not None:
            self.stdin.write(input)
            await self.stdin.drain()
        self.stdin.close()

    async def _noop(self):
        return None

    async def communicate(self, input=None):
        feed = self._feed_stdin(input) if self.stdin is not None else self._noop()
        out = self.stdout.read() if self.stdout is not None else self._noop()
        err = self.stderr.read() if self.stderr is not None else self._noop()
        _, stdout, stderr = await tasks.gather(feed, out, err)
        await self.wait()
        return stdout, stderr


async def _create(args, shell, stdin, stdout, stderr, limit, options):
    import subprocess
    loop = events.get_running_loop()
    for key in ('universal_newlines', 'text', 'encoding', 'errors'):
        if options.get(key):
            raise ValueError(f'{key} must be {None if key in ("encoding", "errors") else False}')
    popen = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, **options)
    process = Process(popen, loop, limit)
    await tasks.sleep(0)
    return process


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=2 ** 16, **options):
    return await _create([program, *args], False, stdin, stdout, stderr, limit, options)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=2 ** 16, **options):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError('cmd must be a string')
    return await _create(cmd, True, stdin, stdout, stderr, limit, options)
