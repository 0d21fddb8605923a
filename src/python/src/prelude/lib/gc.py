"""gc: the collector. It is mark and sweep over everything, without reference counts and without generations."""

from _weakref import _collect

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
callbacks = []
garbage = []
_enabled = True
_threshold = (700, 10, 10)
_debug = 0
_collections = 0


def collect(generation=2):
    """Collects now. The number is that of all objects that went, not of cycles as in CPython."""
    global _collections
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    for callback in callbacks:
        callback('start', {'generation': generation, 'collected': 0, 'uncollectable': 0})
    count = _collect()
    _collections += 1
    import sys
    weakref = sys.modules.get('weakref')
    if weakref is not None:
        weakref._notify()
    loops = sys.modules.get('asyncio.base_events')
    if loops is not None:
        loops._bury()
    for callback in callbacks:
        callback('stop', {'generation': generation, 'collected': count, 'uncollectable': 0})
    return count


def enable():
    global _enabled
    _enabled = True


def disable():
    """Remembered and told back; the collector runs when memory asks for it all the same."""
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_count():
    return (0, 0, 0)


def get_debug():
    return _debug


def set_debug(flags, /):
    global _debug
    _debug = flags


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(2)] + [
        {'collections': _collections, 'collected': 0, 'uncollectable': 0}]


def is_tracked(obj, /):
    return not isinstance(obj, (int, float, complex, str, bytes, bool, type(None)))


def is_finalized(obj, /):
    return False


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def _refused(name):
    def function(*objs):
        raise NotImplementedError(f"gc.{name} is not supported here: objects do not know who refers to them")
    function.__name__ = name
    return function


get_objects = _refused('get_objects')
get_referrers = _refused('get_referrers')
get_referents = _refused('get_referents')
