"""Other programs, for `subprocess` and `asyncio.subprocess`: Python itself, and the few small ones that examples call.

A child is a fork of this process that runs the program's code instead of what its parent was doing. Its standard streams are pipes
where the parent asked for them. There is no `exec`: what the parent had imported is imported in the child too.
"""

import io
import os
import sys
import time

_PYTHONS = ('python', 'python3', 'python3.11')
# Seconds of virtual time that CPython takes to start, and a small program: measured with `python3 -I -c pass` and `true`.
_PYTHON_START = 0.012
_PROGRAM_START = 0.001


class _Out(io.TextIOBase):
    """A standard stream that is a pipe."""

    encoding = 'utf-8'
    errors = 'strict'

    def __init__(self, fd):
        self._fd = fd
        self._kept = []
        self.buffer = _OutBytes(self)

    def write(self, text):
        self._kept.append(text.encode())
        return len(text)

    def flush(self):
        data, self._kept = b''.join(self._kept), []
        if data:
            _write_all(self._fd, data)

    def writable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        return 1


class _OutBytes:
    def __init__(self, text):
        self._text = text

    def write(self, data):
        self._text._kept.append(bytes(data))
        return len(data)

    def flush(self):
        self._text.flush()


class _In(io.TextIOBase):
    encoding = 'utf-8'

    def __init__(self, fd):
        self._fd = fd
        self._have = b''
        self._ended = fd is None
        self.buffer = self

    def _more(self):
        data = b'' if self._ended else os.read(self._fd, 65536)
        if not data:
            self._ended = True
        self._have += data
        return bool(data)

    def read(self, size=-1):
        while (size is None or size < 0 or len(self._have) < size) and self._more():
            pass
        if size is None or size < 0:
            size = len(self._have)
        data, self._have = self._have[:size], self._have[size:]
        return data.decode()

    def readline(self, size=-1):
        while b'\n' not in self._have and self._more():
            pass
        end = self._have.find(b'\n') + 1 or len(self._have)
        data, self._have = self._have[:end], self._have[end:]
        return data.decode()

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        return 0


def _write_all(fd, data):
    while data:
        data = data[os.write(fd, data[:65536]):]


def known(program):
    """Whether there is such a program."""
    name = program.rsplit('/', 1)[-1]
    return name in _PYTHONS or name in _SMALL or name in ('sh', 'bash')


def run(arguments, stdin, stdout, stderr, cwd, env, arg0=None):
    """The child: runs the program and ends the process. The streams are descriptors, or None for this process's own."""
    if stdin is not None:
        sys.stdin = sys.__stdin__ = _In(stdin if stdin >= 0 else None)
    if stdout is not None:
        sys.stdout = sys.__stdout__ = _Out(stdout)
    if stderr is not None:
        sys.stderr = sys.__stderr__ = sys.stdout if stderr == stdout else _Out(stderr)
    if cwd is not None:
        os.chdir(cwd)
    if env is not None:
        os.environ.clear()
        os.environ.update(env)
    loops = sys.modules.get('asyncio.events')
    if loops is not None:
        loops._running_loops.clear()
        loops.set_event_loop_policy(None)
    status = 1
    try:
        status = _program([os.fspath(a) if not isinstance(a, (str, bytes)) else a for a in arguments]) or 0
    except SystemExit as exc:
        if exc.code is None or isinstance(exc.code, int):
            status = (exc.code or 0) & 0xff
        else:
            sys.stderr.write(f'{exc.code}\n')
    except BaseException as exc:
        import traceback
        sys.stderr.write(''.join(traceback.format_exception(exc)))
        status = 130 if isinstance(exc, KeyboardInterrupt) else 1
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            pass
    os._exit(status)


def _program(words):
    words = [word.decode() if isinstance(word, bytes) else word for word in words]
    name = words[0].rsplit('/', 1)[-1]
    if name in _PYTHONS:
        time.sleep(_PYTHON_START)
        return _python(words[1:])
    time.sleep(_PROGRAM_START)
    if name in ('sh', 'bash'):
        if len(words) > 2 and words[1] in ('-c', '-lc'):
            return _shell(words[2])
        raise SystemExit('sh: only -c is known here')
    return _SMALL[name](words[1:])


def _python(words):
    while words and words[0] in ('-u', '-I', '-B', '-E', '-s', '-S', '-q', '-W', '-X', '-O'):
        words = words[2:] if words[0] in ('-W', '-X') else words[1:]
    if not words:
        source, name, sys.argv = sys.stdin.read(), '<stdin>', ['']
    elif words[0] == '-c':
        source, name, sys.argv = words[1], '<string>', ['-c', *words[2:]]
    elif words[0] in ('-V', '--version'):
        print('Python ' + sys.version.split()[0])
        return 0
    elif words[0] == '-m':
        import importlib
        sys.argv = words[1:]
        module = importlib.import_module(words[1])
        getattr(module, 'main', lambda: None)()
        return 0
    else:
        import linecache
        name, sys.argv = words[0], list(words)
        lines = linecache.getlines(name)
        if not lines and not os.path.exists(name):
            sys.stderr.write(f"{sys.executable}: can't open file '{os.path.abspath(name)}': [Errno 2] No such file or directory\n")
            return 2
        source = ''.join(lines)
    import types
    main = types.ModuleType('__main__')
    sys.modules['__main__'] = main
    if name[0] != '<':
        main.__file__ = name
    exec(compile(source, name, 'exec'), main.__dict__)
    return 0


# -- the shell: words, quotes, `;`, `&&`, `||`, `|`, `$NAME`, `> file`

def _shell(text):
    import re
    import shlex
    lexer = shlex.shlex(text, posix=False, punctuation_chars=';&|<>\n')
    lexer.whitespace = ' \t'
    lexer.whitespace_split = True
    lexer.commenters = '#'
    status, joint, words, pipeline = 0, ';', [], []

    def expand(word):
        if word[:1] == "'":
            return word[1:-1]
        word = word.replace('$?', str(status)).replace('$$', str(os.getpid()))
        word = re.sub(r'\$\{?(\w+)\}?', lambda found: os.environ.get(found[1], ''), word)
        return re.sub(r'''(['"])(.*?)\1''', r'\2', word)

    def finish():
        nonlocal status, words, pipeline
        if words:
            pipeline.append(words)
        if pipeline and (joint in (';', '\n', '&') or (joint == '&&') == (status == 0)):
            status = _pipeline(pipeline, expand)
        words, pipeline = [], []

    for token in lexer:
        if token in (';', '&&', '||', '\n', '&'):
            finish()
            joint = token
        elif token == '|':
            pipeline.append(words)
            words = []
        else:
            words.append(token)
    finish()
    return status


def _pipeline(commands, expand):
    """Each command in turn; what it prints is the next one's input."""
    status, before = 0, sys.stdin
    outer = sys.stdout
    for at, words in enumerate(commands):
        out, error, mode, target = outer, sys.stderr, 'w', None
        plain = []
        items = iter(words)
        for word in items:
            if word in ('>', '>>'):
                mode = 'a' if word == '>>' else 'w'
                number = plain.pop() if plain and plain[-1] == '2' else '1'
                target = expand(next(items))
                if number == '2':
                    error, target = (outer if target == '&1' else open(target, mode)), None
            elif word == '>&':
                if plain and plain[-1] == '2':
                    plain.pop()
                    next(items)
                    error = outer
                else:
                    next(items)
                    out = sys.stderr
            elif word == '<':
                before = open(expand(next(items)))
            else:
                plain.append(expand(word))
        last = at == len(commands) - 1
        kept = None
        if target is not None:
            out = io.StringIO() if target == '/dev/null' else open(target, mode)
        elif not last:
            out = kept = io.StringIO()
        was = sys.stdin, sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr = before, out, error
        try:
            status = _command(plain)
        except SystemExit as exc:
            if plain and plain[0] == 'exit':
                raise
            status = exc.code if isinstance(exc.code, int) else 0 if exc.code is None else 1
        finally:
            sys.stdin, sys.stdout, sys.stderr = was
        if target is not None:
            out.close()
        before = io.StringIO(kept.getvalue() if kept is not None else '')
    return status


def _command(words):
    if not words:
        return 0
    name = words[0].rsplit('/', 1)[-1]
    if name == 'exit':
        raise SystemExit(int(words[1]) if len(words) > 1 else 0)
    if name == 'cd':
        os.chdir(words[1])
        return 0
    if name == 'export' or '=' in name:
        for word in words[name == 'export':]:
            key, _, value = word.partition('=')
            os.environ[key] = value
        return 0
    if not known(words[0]):
        sys.stderr.write(f'/bin/sh: 1: {words[0]}: not found\n')
        return 127
    return _program(words) or 0


# -- small programs

def _echo(words):
    end = '\n'
    while words and words[0] in ('-n', '-e'):
        end = '' if words[0] == '-n' else end
        words = words[1:]
    print(' '.join(words), end=end)


def _printf(words):
    text = words[0].replace('\\n', '\n').replace('\\t', '\t')
    values = tuple(int(word) if word.lstrip('-').isdigit() and '%d' in text else word for word in words[1:])
    print(text % values if values else text, end='')


def _sleep(words):
    time.sleep(sum(float(word.rstrip('s')) for word in words))


def _inputs(words, name):
    """The texts of files, or of standard input; and whether one is missing."""
    files = [word for word in words if not word.startswith('-') or word == '-']
    if not files:
        return [sys.stdin.read()], 0
    texts, status = [], 0
    for file in files:
        try:
            with open(file) as opened:
                texts.append(opened.read())
        except OSError as exc:
            sys.stderr.write(f'{name}: {file}: {exc.strerror}\n')
            status = 1
    return texts, status


def _cat(words):
    if not [word for word in words if not word.startswith('-')]:
        # Line by line: its input may never end.
        for line in iter(sys.stdin.readline, ''):
            sys.stdout.write(line)
            sys.stdout.flush()
        return 0
    texts, status = _inputs(words, 'cat')
    sys.stdout.write(''.join(texts))
    return status


def _lines_of(words, name):
    texts, status = _inputs(words, name)
    return ''.join(texts).splitlines(), status


def _count(words):
    files = [word for word in words if not word.startswith('-')]
    flags = ''.join(word[1:] for word in words if word.startswith('-')) or 'lwc'
    texts, status = _inputs(words, 'wc')
    for at, text in enumerate(texts):
        numbers = {'l': text.count('\n'), 'w': len(text.split()), 'c': len(text.encode())}
        shown = [str(numbers[flag]) for flag in 'lwc' if flag in flags]
        print(' '.join([part.rjust(7) for part in shown] if len(shown) > 1 else shown + files[at:at + 1]))
    return status


def _sort(words):
    lines, status = _lines_of(words, 'sort')
    key = (lambda line: float(line or 0)) if '-n' in words else None
    lines = sorted(set(lines) if '-u' in words else lines, key=key, reverse='-r' in words)
    print(''.join(line + '\n' for line in lines), end='')
    return status


def _uniq(words):
    lines, status = _lines_of(words, 'uniq')
    print(''.join(line + '\n' for at, line in enumerate(lines) if not at or line != lines[at - 1]), end='')
    return status


def _part(words, name, first):
    count = 10
    rest = []
    items = iter(words)
    for word in items:
        if word == '-n':
            count = int(next(items))
        elif word[:1] == '-' and word[1:].isdigit():
            count = int(word[1:])
        else:
            rest.append(word)
    lines, status = _lines_of(rest, name)
    print(''.join(line + '\n' for line in (lines[:count] if first else lines[-count:])), end='')
    return status


def _grep(words):
    import re
    flags = [word for word in words if word.startswith('-')]
    rest = [word for word in words if not word.startswith('-')]
    pattern = re.compile(rest[0], re.IGNORECASE if '-i' in flags else 0)
    lines, status = _lines_of(rest[1:], 'grep')
    found = [line for line in lines if bool(pattern.search(line)) != ('-v' in flags)]
    print(len(found) if '-c' in flags else ''.join(line + '\n' for line in found), end='\n' if '-c' in flags else '')
    return 0 if found else 1


def _list(words):
    places = [word for word in words if not word.startswith('-')] or ['.']
    status = 0
    for place in places:
        try:
            names = sorted(name for name in os.listdir(place) if name[0] != '.') if os.path.isdir(place) else [place]
            os.stat(place)
        except OSError:
            sys.stderr.write(f"ls: cannot access '{place}': No such file or directory\n")
            status = 2
            continue
        print(''.join(name + '\n' for name in names), end='')
    return status


def _sequence(words):
    numbers = [int(word) for word in words]
    start, step, stop = (1, 1, *numbers) if len(numbers) == 1 else (
        (numbers[0], 1, numbers[1]) if len(numbers) == 2 else numbers)
    print(''.join(f'{n}\n' for n in range(start, stop + 1 if step > 0 else stop - 1, step)), end='')


def _files(action):
    def program(words):
        for word in words:
            if not word.startswith('-'):
                action(word)
    return program


def _touch(path):
    with open(path, 'a'):
        pass


_SMALL = {
    'echo': _echo, 'printf': _printf, 'sleep': _sleep, 'cat': _cat, 'wc': _count, 'sort': _sort, 'uniq': _uniq, 'grep': _grep,
    'head': lambda words: _part(words, 'head', True), 'tail': lambda words: _part(words, 'tail', False), 'ls': _list,
    'seq': _sequence, 'true': lambda words: 0, 'false': lambda words: 1, 'pwd': lambda words: print(os.getcwd()),
    'env': lambda words: print('\n'.join(f'{k}={v}' for k, v in os.environ.items())), 'hostname': lambda words: print('interleave'),
    'date': lambda words: print(time.strftime('%a %b %e %H:%M:%S UTC %Y' if not words else words[0].lstrip('+'))),
    'whoami': lambda words: print('user'), 'uname': lambda words: print('Linux'), 'mkdir': _files(os.mkdir), 'rm': _files(os.remove),
    'touch': _files(_touch),
}
