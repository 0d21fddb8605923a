"""subprocess: other programs. There are Python and a few small ones (`_programs`), each a process of the simulated machine."""

import io
import os
import sys
import threading
import time

import _programs

__all__ = ['Popen', 'PIPE', 'STDOUT', 'DEVNULL', 'call', 'check_call', 'check_output', 'run', 'getoutput', 'getstatusoutput',
           'CalledProcessError', 'TimeoutExpired', 'SubprocessError', 'CompletedProcess', 'list2cmdline']

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal
            try:
                name = repr(signal.Signals(-self.returncode))
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
            return f"Command '{self.cmd}' died with {name}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        if self.stdout is not None:
            parts.append(f'stdout={self.stdout!r}')
        if self.stderr is not None:
            parts.append(f'stderr={self.stderr!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class _Reader(io.RawIOBase):
    """The parent's end of a child's output."""

    def __init__(self, fd):
        self._fd = fd
        self._have = b''
        self._ended = False

    def _more(self):
        data = b'' if self._ended else os.read(self._fd, 65536)
        self._ended = not data
        self._have += data
        return bool(data)

    def readable(self):
        return True

    def fileno(self):
        return self._fd

    def read(self, size=-1):
        while (size is None or size < 0 or len(self._have) < size) and self._more():
            pass
        size = len(self._have) if size is None or size < 0 else size
        data, self._have = self._have[:size], self._have[size:]
        return data

    read1 = read

    def readline(self, size=-1):
        while b'\n' not in self._have and self._more():
            pass
        end = self._have.find(b'\n') + 1 or len(self._have)
        data, self._have = self._have[:end], self._have[end:]
        return data

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    @property
    def closed(self):
        return self._fd is None


class _Writer:
    def __init__(self, fd):
        self._fd = fd

    def fileno(self):
        return self._fd

    def write(self, data):
        if self._fd is None:
            raise ValueError('write to closed file')
        data = bytes(data)
        _programs._write_all(self._fd, data)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    @property
    def closed(self):
        return self._fd is None

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class _Text:
    """A pipe's end as text."""

    def __init__(self, raw):
        self.buffer = raw

    def read(self, size=-1):
        return self.buffer.read(size).decode()

    def readline(self, size=-1):
        return self.buffer.readline().decode()

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.buffer).decode()

    def write(self, text):
        self.buffer.write(text.encode())
        return len(text)

    def flush(self):
        pass

    def close(self):
        self.buffer.close()

    def fileno(self):
        return self.buffer.fileno()

    @property
    def closed(self):
        return self.buffer.closed

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def list2cmdline(seq):
    return ' '.join(f'"{word}"' if ' ' in word or not word else word for word in map(os.fspath, seq))


class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None,
                 text=None, umask=-1, pipesize=-1, process_group=None):
        self.args = args
        self.returncode = None
        self.pid = None
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self._wait_lock = threading.Lock()
        if shell:
            words = ['/bin/sh', '-c', args if isinstance(args, (str, bytes)) else args[0]]
        elif isinstance(args, (str, bytes)) or hasattr(args, '__fspath__'):
            words = [args]
        else:
            words = list(args)
        for word in words:
            if not isinstance(word, (str, bytes)) and not hasattr(word, '__fspath__'):
                raise TypeError(f'expected str, bytes or os.PathLike object, not {type(word).__name__}')
        name = os.fsdecode(executable if executable is not None else words[0])
        if not _programs.known(name):
            raise FileNotFoundError(2, 'No such file or directory', name)
        if cwd is not None and not os.path.isdir(cwd):
            raise FileNotFoundError(2, 'No such file or directory', cwd)
        self.stdin = self.stdout = self.stderr = None
        mine, child, unwanted = [], [None, None, None], []
        for at, wanted in enumerate((stdin, stdout, stderr)):
            if wanted is None:
                continue
            if wanted == PIPE:
                reading, writing = os.pipe()
                own, child[at] = (writing, reading) if at == 0 else (reading, writing)
                mine.append((at, own))
                unwanted.append(child[at])
            elif wanted == STDOUT:
                child[at] = child[1] if child[1] is not None else 1
            elif wanted == DEVNULL:
                if at == 0:
                    child[at] = -1
                else:
                    # Nobody reads it, and nothing that goes in is kept.
                    child[at] = os.open('/dev/null', os.O_WRONLY | os.O_CREAT)
            else:
                child[at] = wanted if isinstance(wanted, int) else wanted.fileno()
        sys.stdout.flush()
        name = name.rsplit('/', 1)[-1]
        pid = os._fork_with_hooks(name, False, None)
        if pid == 0:
            for at, own in mine:
                os.close(own)
            if preexec_fn is not None:
                preexec_fn()
            _programs.run(words, *child, cwd, env)
        self.pid = pid
        for fd in unwanted:
            os.close(fd)
        for at, own in mine:
            end = _Writer(own) if at == 0 else _Reader(own)
            if self.text_mode:
                end = _Text(end)
            if at == 0:
                self.stdin = end
            elif at == 1:
                self.stdout = end
            else:
                self.stderr = end

    def __repr__(self):
        return f'<Popen: returncode: {self.returncode} args: {self.args!r}>'

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        for end in (self.stdout, self.stderr, self.stdin):
            if end is not None:
                end.close()
        self.wait()

    def poll(self):
        if self.returncode is None:
            pid, code = os._waitpid(self.pid, os.WNOHANG)
            if pid:
                self.returncode = code
        return self.returncode

    def wait(self, timeout=None):
        if timeout is None:
            with self._wait_lock:
                if self.returncode is None:
                    self.returncode = os._waitpid(self.pid, 0)[1]
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while self.poll() is None:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)
        return self.returncode

    def communicate(self, input=None, timeout=None):
        if input is not None and self.stdin is None:
            raise ValueError('Cannot send input if stdin was not set to PIPE')
        results = {}
        helpers = []

        def read(name, end):
            results[name] = end.read()

        def feed():
            try:
                if input:
                    self.stdin.write(input)
            except BrokenPipeError:
                pass
            self.stdin.close()

        for name, end in (('stdout', self.stdout), ('stderr', self.stderr)):
            if end is not None:
                helpers.append(threading.Thread(target=read, args=(name, end), daemon=True, name=f'reads {name}'))
        if self.stdin is not None:
            helpers.append(threading.Thread(target=feed, daemon=True, name='writes stdin'))
        if timeout is None and len(helpers) == 1:
            helpers[0].run()
        else:
            for helper in helpers:
                helper.start()
            end = None if timeout is None else time.monotonic() + timeout
            for helper in helpers:
                helper.join(None if end is None else max(0, end - time.monotonic()))
                if helper.is_alive():
                    raise TimeoutExpired(self.args, timeout, results.get('stdout'), results.get('stderr'))
            timeout = None if end is None else max(0, end - time.monotonic())
        self.wait(timeout)
        for end in (self.stdout, self.stderr):
            if end is not None:
                end.close()
        return results.get('stdout'), results.get('stderr')

    def send_signal(self, sig):
        if self.poll() is None:
            os.kill(self.pid, sig)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    process = Popen(*popenargs, **kwargs)
    try:
        stdout, stderr = process.communicate(input, timeout=timeout)
    except TimeoutExpired:
        process.kill()
        process.wait()
        raise
    except BaseException:
        process.kill()
        raise
    code = process.poll()
    if check and code:
        raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    return run(*popenargs, timeout=timeout, **kwargs).returncode


def check_call(*popenargs, **kwargs):
    code = call(*popenargs, **kwargs)
    if code:
        raise CalledProcessError(code, kwargs.get('args') or popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for key in ('stdout', 'check'):
        if key in kwargs:
            raise ValueError(f'{key} argument not allowed, it will be overridden.')
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT)
    return done.returncode, done.stdout.removesuffix('\n')


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd)[1]
