"""multiprocessing: processes that are used like threads, over the host's own (`_process`)."""

import sys

from _process import _frame_limit

# The other parts when they are used, as in CPython: what `util` does at exit comes before what the program had registered.
from . import context, process, reduction

__all__ = [name for name in dir(context._default_context) if not name.startswith('_')]
for _name in __all__:
    setattr(sys.modules[__name__], _name, getattr(context._default_context, _name))
del _name

if _frame_limit():
    # The setting stands for an old Python, and programs that look at the version shall see one.
    sys.version_info = type(sys.version_info)((3, 7, 16, 'final', 0))
    sys.version = '3.7.16 (Interleave)'
    sys.hexversion = 0x030710f0

SUBDEBUG = 5
SUBWARNING = 25

if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']
