"""pickle: objects as bytes and back, with CPython's own byte stream.

The natives of `_pickle` walk the graph and write and read the opcodes; whatever has to call Python (reductions, state,
persistent ids) is done here, in between.
"""

import copyreg
import io
from _pickle import _dump as _write_bytes, _import_module, _load as _read_bytes, _modules, _scan

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
bytes_types = (bytes, bytearray)
dispatch_table = copyreg.dispatch_table

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads',
           'PickleBuffer', 'HIGHEST_PROTOCOL', 'DEFAULT_PROTOCOL']


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


PickleError.__module__ = PicklingError.__module__ = UnpicklingError.__module__ = '_pickle'


class PickleBuffer:
    def __init__(self, buffer):
        self._view = memoryview(buffer)

    def raw(self):
        return self._view

    def release(self):
        self._view = None


# Opcodes, for programs that look at a stream.
MARK, STOP, POP, POP_MARK, DUP = b'(', b'.', b'0', b'1', b'2'
FLOAT, INT, BININT, BININT1, LONG, BININT2, NONE = b'F', b'I', b'J', b'K', b'L', b'M', b'N'
PERSID, BINPERSID, REDUCE, STRING, BINSTRING, SHORT_BINSTRING = b'P', b'Q', b'R', b'S', b'T', b'U'
UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL, DICT, EMPTY_DICT = b'V', b'X', b'a', b'b', b'c', b'd', b'}'
APPENDS, GET, BINGET, INST, LONG_BINGET, LIST, EMPTY_LIST = b'e', b'g', b'h', b'i', b'j', b'l', b']'
OBJ, PUT, BINPUT, LONG_BINPUT, SETITEM, TUPLE, EMPTY_TUPLE = b'o', b'p', b'q', b'r', b's', b't', b')'
SETITEMS, BINFLOAT, TRUE, FALSE = b'u', b'G', b'I01\n', b'I00\n'
PROTO, NEWOBJ, EXT1, EXT2, EXT4, TUPLE1, TUPLE2, TUPLE3 = [bytes([op]) for op in range(0x80, 0x88)]
NEWTRUE, NEWFALSE, LONG1, LONG4 = [bytes([op]) for op in range(0x88, 0x8c)]
BINBYTES, SHORT_BINBYTES = b'B', b'C'
SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS, FROZENSET, NEWOBJ_EX, STACK_GLOBAL, MEMOIZE, FRAME = [
    bytes([op]) for op in range(0x8c, 0x96)]
BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER = [bytes([op]) for op in range(0x96, 0x99)]


# ---- writing

def whichmodule(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        if type(obj) is not copyreg._BUILTIN or getattr(_modules().get(module), name, None) is obj:
            return module
    for module_name, module in list(_modules().items()):
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        try:
            if _getattribute(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


def _getattribute(obj, name):
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        try:
            parent = obj
            obj = getattr(obj, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {obj!r}") from None
    return obj, parent


def _global(obj, name=None):
    """The reduction of what is found under a name: `(module, name)`."""
    if obj is type:
        return ['builtins', 'type']
    if name is None:
        name = getattr(obj, '__qualname__', None)
        if name is None:
            name = obj.__name__
    module_name = whichmodule(obj, name)
    modules = _modules()
    try:
        module = modules.get(module_name)
        if module is None:
            module = _import_module(module_name)
    except (ImportError, ValueError, KeyError):
        raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
    at = module
    if '<locals>' in name.split('.'):
        raise AttributeError(f"Can't pickle local object {name!r}")
    try:
        for part in name.split('.'):
            at = getattr(at, part)
    except AttributeError:
        if (module_name, name) == ('builtins', 'frame'):
            # Asked for because of an instance.
            raise TypeError("cannot pickle 'frame' object") from None
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
    if at is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
    return [module_name, name]


def _normal(obj, reduced, protocol):
    """A reduction as `_write_bytes` wants it."""
    if isinstance(reduced, str):
        return _global(obj, reduced)
    if not isinstance(reduced, tuple):
        raise PicklingError("__reduce__ must return a string or tuple")
    if not 2 <= len(reduced) <= 6:
        raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
    func, args, state, items, pairs, setter = reduced + (None,) * (6 - len(reduced))
    if not callable(func):
        raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
    if not isinstance(args, tuple):
        raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
    if items is not None:
        if not hasattr(items, '__next__'):
            raise PicklingError("fourth element of the tuple returned by __reduce__ must be an iterator, "
                                f"not {type(items).__name__}")
        items = list(items)
    if pairs is not None:
        if not hasattr(pairs, '__next__'):
            raise PicklingError("fifth element of the tuple returned by __reduce__ must be an iterator, "
                                f"not {type(pairs).__name__}")
        flat = []
        for pair in pairs:
            if not isinstance(pair, tuple) or len(pair) != 2:
                raise TypeError("dict items iterator must return 2-tuples")
            flat.extend(pair)
        pairs = flat
    name = getattr(func, '__name__', '')
    if protocol >= 2 and name == '__newobj__':
        if not args:
            raise PicklingError("__newobj__ arglist is empty")
        cls = args[0]
        if not hasattr(cls, '__new__'):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")
    return (func, args, state, items, pairs, setter)


_FUNCTION = type(_normal)


def _reduce(obj, protocol, table):
    cls = type(obj)
    if table:
        special = table.get(cls)
        if special is not None:
            return special(obj)
    if isinstance(obj, type):
        found = copyreg._reduce_builtin(obj, protocol)
        return _global(obj) if found is None else found
    if cls is _FUNCTION:
        return _global(obj)
    found = copyreg._reduce_builtin(obj, protocol)
    if found is not None:
        return found
    if cls is copyreg._BUILTIN:
        return _global(obj)
    return _reduce_ex(obj, protocol)


def _reduce_ex(obj, protocol):
    cls = type(obj)
    method = getattr(cls, '__reduce_ex__', None)
    if method is not None and method is not object.__reduce_ex__:
        return obj.__reduce_ex__(protocol)
    method = getattr(cls, '__reduce__', None)
    if method is not None and method is not getattr(object, '__reduce__', None):
        if isinstance(obj, BaseException) and method is BaseException.__reduce__:
            return copyreg._reduce_exception(obj)
        return obj.__reduce__()
    if isinstance(obj, BaseException):
        return copyreg._reduce_exception(obj)
    return copyreg._object_reduce(obj, protocol)


def _write(obj, protocol, fix_imports, pickler=None):
    known = []
    table = copyreg.dispatch_table
    persistent = override = None
    if pickler is not None:
        table = getattr(pickler, 'dispatch_table', None) or table
        persistent = pickler._persistent()
        override = getattr(pickler, 'reducer_override', None)
    dispatched = [cls for cls in table if cls is not complex]
    ask = persistent is not None or override is not None
    roots = [obj]
    while True:
        missing = _scan(roots, known, dispatched, protocol, ask)
        if not missing:
            break
        have = {id(known[n]): n for n in range(0, len(known), 2)} if ask else None
        for item in missing:
            if ask and id(item) not in have:
                if persistent is not None:
                    pid = persistent(item)
                    if pid is not None:
                        if protocol == 0 and not isinstance(pid, str):
                            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")
                        known += [item, (None, pid)]
                        continue
                if override is not None and not isinstance(item, (str, bytes, int, list, tuple, dict, set, frozenset)):
                    reduced = override(item)
                    if reduced is not NotImplemented:
                        known += [item, _normal(item, reduced, protocol)]
                        continue
                known += [item, None]
                continue
            reduced = _reduce(item, protocol, table)
            if not isinstance(reduced, list):
                reduced = _normal(item, reduced, protocol)
            if ask:
                known[have[id(item)] + 1] = reduced
            else:
                known += [item, reduced]
        if not ask:
            roots = [obj]
    return _write_bytes(obj, known, protocol, fix_imports)


def _protocol(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return HIGHEST_PROTOCOL
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
    return protocol


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self._protocol = _protocol(protocol)
        if buffer_callback is not None and self._protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.fix_imports = fix_imports
        self.memo = {}
        self.bin = self._protocol >= 1
        self.fast = 0

    def _persistent(self):
        method = self.persistent_id
        if getattr(method, '__func__', None) is Pickler.persistent_id:
            return None
        return method

    def persistent_id(self, obj):
        return None

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        if not hasattr(self, '_file_write'):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._file_write(_write(obj, self._protocol, self.fix_imports, self))


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    protocol = _protocol(protocol)
    if buffer_callback is not None and protocol < 5:
        raise ValueError("buffer_callback needs protocol >= 5")
    return _write(obj, protocol, fix_imports)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


# ---- reading

_OLD_MODULES = {'__builtin__': 'builtins', 'copy_reg': 'copyreg', 'Queue': 'queue', 'exceptions': 'builtins',
                'cPickle': 'pickle', 'StringIO': 'io', 'UserDict': 'collections', 'UserList': 'collections',
                'UserString': 'collections'}
_OLD_NAMES = {'unicode': 'str', 'long': 'int', 'xrange': 'range', 'unichr': 'chr'}
_ERRORS = {'UnpicklingError': UnpicklingError, 'EOFError': EOFError, 'ValueError': ValueError}


def _find_class(module_name, name, fix_imports, proto):
    if fix_imports and proto < 3:
        if module_name == '__builtin__' and name in _OLD_NAMES:
            name = _OLD_NAMES[name]
        if module_name == '__builtin__' and name == 'reduce':
            module_name = 'functools'
        module_name = _OLD_MODULES.get(module_name, module_name)
    module = _modules().get(module_name)
    if module is None:
        module = _import_module(module_name)
    if proto >= 4:
        at = module
        for part in name.split('.'):
            if part == '<locals>':
                raise AttributeError(f"Can't get local attribute {name!r} on {module!r}")
            try:
                at = getattr(at, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {module!r}") from None
        return at
    try:
        return getattr(module, name)
    except AttributeError:
        raise AttributeError(f"Can't get attribute {name!r} on {module!r}") from None


def _build(obj, state):
    method = getattr(obj, '__setstate__', None)
    if method is not None:
        method(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        if not isinstance(state, dict):
            raise UnpicklingError("state is not a dictionary")
        if state:
            attributes = obj.__dict__
            for key, value in state.items():
                attributes[key] = value
    if slots is not None:
        if not isinstance(slots, dict):
            raise UnpicklingError("slot state is not a dictionary")
        for key, value in slots.items():
            setattr(obj, key, value)


def _read(data, fix_imports=True, encoding='ASCII', errors='strict', find_class=None, persistent_load=None,
          buffers=None, at=0):
    """The object, and where in `data` it ends."""
    stack = []
    state = [at, stack, [], []]
    start = data[at:at + 2]
    proto = start[1] if len(start) == 2 and start[0] == 0x80 else 0
    special = find_class is not None
    if at and at >= len(data):
        raise EOFError("Ran out of input")
    while True:
        request = _read_bytes(data, state, special)
        if request is None:
            return stack.pop(), state[0]
        what, first, second = request
        if what == 'call':
            stack.append(first(*second))
        elif what == 'find':
            if special:
                stack.append(find_class(first, second))
            else:
                stack.append(_find_class(first, second, fix_imports, proto))
        elif what == 'build':
            _build(first, second)
        elif what == 'new':
            if not isinstance(first, type):
                raise UnpicklingError(f"NEWOBJ class argument must be a type, not {type(first).__name__}")
            stack.append(first.__new__(first, *second))
        elif what == 'new_ex':
            args, kwargs = second
            stack.append(first.__new__(first, *args, **kwargs))
        elif what == 'extend':
            extend = getattr(first, 'extend', None)
            if extend is not None:
                extend(second)
            else:
                append = first.append
                for item in second:
                    append(item)
        elif what == 'set_items':
            for n in range(0, len(second), 2):
                first[second[n]] = second[n + 1]
        elif what == 'add_items':
            if isinstance(first, set):
                first.update(second)
            else:
                for item in second:
                    first.add(item)
        elif what == 'frozenset':
            stack.append(frozenset(first))
        elif what == 'persistent':
            if persistent_load is None:
                raise UnpicklingError("A load persistent id instruction was encountered,\n"
                                      "but no persistent_load function was specified.")
            stack.append(persistent_load(first))
        elif what == 'decode':
            stack.append(first if encoding == 'bytes' else first.decode(encoding, errors))
        elif what == 'inst' or what == 'obj':
            cls = _find_class(*first, fix_imports, proto) if what == 'inst' else first
            stack.append(cls(*second))
        elif what == 'extension':
            key = copyreg._inverted_registry.get(first)
            if key is None:
                raise ValueError(f"unregistered extension code {first}")
            stack.append((find_class or (lambda m, n: _find_class(m, n, fix_imports, proto)))(*key))
        elif what == 'buffer':
            if buffers is None:
                raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
            try:
                stack.append(next(buffers))
            except StopIteration:
                raise UnpicklingError("not enough out-of-band buffers") from None
        elif what == 'readonly':
            stack.append(first)
        elif what == 'error':
            error = _ERRORS.get(first)
            if error is None:
                data[:0].decode('utf-8')
                raise UnpicklingError(second)
            raise error(second)


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        try:
            self._file_read, self._file_readline = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read', 'readinto' and 'readline' attributes") from None
        self._file = file
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.fix_imports = fix_imports
        self._buffers = iter(buffers) if buffers is not None else None

    def find_class(self, module_name, global_name, /):
        return _find_class(module_name, global_name, self.fix_imports, 4)

    def load(self):
        if not hasattr(self, '_file_read'):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        return self._read_bytes(self._file)

    def _read_bytes(self, file):
        find_class = self.find_class
        if getattr(find_class, '__func__', None) is Unpickler.find_class:
            find_class = None
        persistent = getattr(self, 'persistent_load', None)
        start = None
        try:
            start = file.tell()
        except (AttributeError, OSError):
            pass
        data = file.read()
        obj, end = _read(data, self.fix_imports, self.encoding, self.errors, find_class, persistent, self._buffers)
        if start is not None and end != len(data):
            # What follows belongs to the next one.
            file.seek(start + end)
        return obj


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if isinstance(data, (int, float, list, tuple, dict, type(None))):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    if buffers is not None:
        buffers = iter(buffers)
    return _read(data, fix_imports, encoding, errors, None, None, buffers)[0]


_Pickler, _Unpickler = Pickler, Unpickler
_dumps, _loads = dumps, loads
_dump, _load = dump, load

# CPython's `_pickle` has the same in C.
import _pickle
_pickle.PickleError, _pickle.PicklingError, _pickle.UnpicklingError = PickleError, PicklingError, UnpicklingError
_pickle.Pickler, _pickle.Unpickler, _pickle.PickleBuffer = Pickler, Unpickler, PickleBuffer
_pickle.dump, _pickle.dumps, _pickle.load, _pickle.loads = dump, dumps, load, loads
del _pickle
