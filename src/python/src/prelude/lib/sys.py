"""sys: the interpreter as it shows itself. The natives are in `modules/sys.rs`."""

from _frames import _current as _frame_at


class _Record(tuple):
    """A tuple whose fields have names."""

    _fields = ()
    _shown = ''

    def __getattr__(self, name):
        fields = type(self)._fields
        if name in fields:
            return self[fields.index(name)]
        raise AttributeError(f"'{type(self)._shown}' object has no attribute '{name}'")

    def __repr__(self):
        fields = ', '.join(f'{name}={value!r}' for name, value in zip(type(self)._fields, self))
        return f'{type(self)._shown}({fields})'


class _VersionInfo(_Record):
    _fields = ('major', 'minor', 'micro', 'releaselevel', 'serial')
    _shown = 'sys.version_info'


class _HashInfo(_Record):
    _fields = ('width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff')
    _shown = 'sys.hash_info'


class _FloatInfo(_Record):
    _fields = ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix',
               'rounds')
    _shown = 'sys.float_info'


class _IntInfo(_Record):
    _fields = ('bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold')
    _shown = 'sys.int_info'


class _ThreadInfo(_Record):
    _fields = ('name', 'lock', 'version')
    _shown = 'sys.thread_info'


class _Flags(_Record):
    _fields = ('debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site',
               'ignore_environment', 'verbose', 'bytes_warning', 'quiet', 'hash_randomization', 'isolated', 'dev_mode',
               'utf8_mode', 'warn_default_encoding', 'safe_path', 'int_max_str_digits')
    _shown = 'sys.flags'


class _Implementation:
    def __init__(self):
        self.name = 'interleave'
        self.version = version_info
        self.hexversion = hexversion
        self.cache_tag = None


version = '3.11.7 (Interleave)'
version_info = _VersionInfo((3, 11, 7, 'final', 0))
hexversion = 0x030b07f0
api_version = 1013
copyright = 'Interleave'
implementation = _Implementation()
platform = 'linux'
byteorder = 'little'
maxsize = 0x7fff_ffff_ffff_ffff
maxunicode = 0x10ffff
float_repr_style = 'short'
float_info = _FloatInfo((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                         2.220446049250313e-16, 2, 1))
int_info = _IntInfo((30, 4, 4300, 640))
hash_info = _HashInfo((64, 0x1fff_ffff_ffff_ffff, 314159, 0, 1000003, 'siphash13', 64, 128, 0))
thread_info = _ThreadInfo(('pthread', 'semaphore', None))
executable = '/usr/bin/python3'
prefix = base_prefix = exec_prefix = base_exec_prefix = '/usr'
argv = _argv()
orig_argv = [executable, *argv]
path = ['', '/usr/lib/python3.11']
flags = _Flags((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300))
warnoptions = []
dont_write_bytecode = True
modules = _modules()
meta_path = []
path_hooks = []
stdin = __stdin__ = _std_stream(0)
stdout = __stdout__ = _std_stream(1)
stderr = __stderr__ = _std_stream(2)
builtin_module_names = ('_thread', 'builtins', 'math', 'sys', 'time')
ps1 = '>>> '
ps2 = '... '


def getdefaultencoding():
    return 'utf-8'


def getfilesystemencoding():
    return 'utf-8'


def excepthook(exctype, value, traceback, /):
    stream = stderr
    if stream is not None:
        stream.write(_traceback_text(value))


__excepthook__ = excepthook


def displayhook(value, /):
    if value is not None:
        print(repr(value))


__displayhook__ = displayhook


def exception():
    return exc_info()[1]


def getswitchinterval():
    return _get_switch_interval() / 1e9


def setswitchinterval(interval, /):
    if isinstance(interval, str) or not hasattr(interval, '__float__') and not hasattr(interval, '__index__'):
        raise TypeError(f"must be real number, not {type(interval).__name__}")
    seconds = float(interval)
    if seconds <= 0.0:
        raise ValueError("switch interval must be strictly positive")
    _set_switch_interval(int(seconds * 1e9) or 1)


abiflags = ''
platlibdir = 'lib'
pycache_prefix = None
path_importer_cache = {}
stdlib_module_names = frozenset(_standard_names())


def getfilesystemencodeerrors():
    return 'surrogateescape'


def getrefcount(object, /):
    raise NotImplementedError("sys.getrefcount: objects are not counted here; the collector finds what nobody refers to")


def getallocatedblocks():
    raise NotImplementedError("sys.getallocatedblocks is not supported here: `sys.getsizeof` estimates single objects")


def is_finalizing():
    return False


def call_tracing(func, args, /):
    return func(*args)


def audit(event, /, *args):
    pass


def addaudithook(hook):
    raise NotImplementedError("sys.addaudithook is not supported here: the timeline shows what runs")


def breakpointhook(*args, **kwargs):
    raise NotImplementedError("breakpoint() is not supported here: step through the program on the timeline")


__breakpointhook__ = breakpointhook


def unraisablehook(unraisable, /):
    stderr.write(f"Exception ignored in: {unraisable.object!r}\n" + _traceback_text(unraisable.exc_value))


__unraisablehook__ = unraisablehook


def _current_frames():
    raise NotImplementedError("sys._current_frames is not supported here: the timeline shows where each thread is")


def settrace(function, /):
    if function is not None:
        raise NotImplementedError("sys.settrace is not supported here: the timeline shows what runs")


def setprofile(function, /):
    if function is not None:
        raise NotImplementedError("sys.setprofile is not supported here: the timeline shows what runs")


def gettrace():
    return None


def getprofile():
    return None


def _getframe(depth=0, /):
    if not isinstance(depth, int):
        raise TypeError(f"'{type(depth).__name__}' object cannot be interpreted as an integer")
    found = _frame_at(max(depth, 0))
    if found is None:
        raise ValueError("call stack is not deep enough")
    return found


class _Buffer:
    """The bytes under a standard stream."""

    def __init__(self, stream):
        self._stream = stream
        self.name = stream.name
        self.mode = 'rb' if stream.readable() else 'wb'

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._stream.write(bytes(data).decode('utf-8', 'replace'))
        return len(data)

    def flush(self):
        self._stream.flush()

    def read(self, size=-1):
        return self._stream.read().encode()

    def readline(self, size=-1):
        return self._stream.readline().encode()

    def readlines(self):
        return [line.encode() for line in self._stream.readlines()]

    def __iter__(self):
        return iter(self.readlines())

    def fileno(self):
        return self._stream.fileno()

    def readable(self):
        return self._stream.readable()

    def writable(self):
        return self._stream.writable()

    def isatty(self):
        return False


_buffers = {}


def _stream_buffer(stream):
    fd = stream.fileno()
    if fd not in _buffers:
        _buffers[fd] = _Buffer(stream)
    return _buffers[fd]


# Methods of the streams that need more than one step.

def _stream_write(stream, text):
    stream._write(text)
    return len(text)


def _stream_writelines(stream, lines):
    for line in lines:
        stream._write(line)


def _stream_next(stream):
    line = stream.readline()
    if not line:
        raise StopIteration
    return line


def _stream_readlines(stream):
    lines = []
    while True:
        line = stream.readline()
        if not line:
            return lines
        lines.append(line)


def _stream_read(stream):
    return ''.join(_stream_readlines(stream))


class _Hooks(tuple):
    firstiter = property(lambda self: self[0])
    finalizer = property(lambda self: self[1])


def get_asyncgen_hooks():
    return _Hooks(_native._get_asyncgen_hooks())


def set_asyncgen_hooks(firstiter=..., finalizer=...):
    before = _native._get_asyncgen_hooks()
    for hook in (firstiter, finalizer):
        if hook is not ... and hook is not None and not callable(hook):
            raise TypeError(f'callable finalizer expected, got {type(hook).__name__}')
    _native._set_asyncgen_hooks(before[0] if firstiter is ... else firstiter, before[1] if finalizer is ... else finalizer)
