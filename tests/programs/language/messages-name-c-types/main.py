# What messages call the types that CPython writes in C: with the module in front.
import collections, contextvars, functools, hashlib, io, itertools, operator, struct, threading, time, types, weakref, zlib

makers = {
    "deque": lambda: collections.deque(), "ordered": lambda: collections.OrderedDict(), "default": lambda: collections.defaultdict(),
    "count": lambda: itertools.count(), "chain": lambda: itertools.chain(), "product": lambda: itertools.product(),
    "islice": lambda: itertools.islice([], 1), "groupby": lambda: itertools.groupby([]), "longest": lambda: itertools.zip_longest(),
    "partial": lambda: functools.partial(int), "cached": lambda: functools.lru_cache(len),
    "lock": lambda: threading.Lock(), "rlock": lambda: threading.RLock(), "local": lambda: threading.local(),
    "event": lambda: threading.Event(), "getter": lambda: operator.itemgetter(1), "caller": lambda: operator.methodcaller("x"),
    "text": lambda: io.StringIO(), "bytes": lambda: io.BytesIO(), "struct": lambda: struct.Struct("i"),
    "time": lambda: time.gmtime(0), "namespace": lambda: types.SimpleNamespace(), "union": lambda: int | str,
    "variable": lambda: contextvars.ContextVar("v"), "context": lambda: contextvars.copy_context(), "hash": lambda: hashlib.md5(),
    "compressor": lambda: zlib.compressobj(), "ref": lambda: weakref.ref(set),
}
for name, make in makers.items():
    thing = make()
    for attempt in (lambda: thing.nope, lambda: thing < object(), lambda: thing @ 1):
        try:
            attempt()
        except (AttributeError, TypeError) as error:
            print(name, type(error).__name__, error)

class Own(collections.deque):
    pass

try:
    Own().nope
except AttributeError as error:
    print(error)
