"""multiprocessing: processes that are used like threads, over the host's own (`_process`)."""

import sys

from . import context

__all__ = [name for name in dir(context._default_context) if not name.startswith('_')]
for _name in __all__:
    setattr(sys.modules[__name__], _name, getattr(context._default_context, _name))
del _name

SUBDEBUG = 5
SUBWARNING = 25

if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']
