"""asyncio: an event loop, and coroutines that take turns on it."""

from .exceptions import *
from .events import *
from .base_events import *
from .coroutines import *
from .futures import *
from .locks import *
from .protocols import *
from .queues import *
from .runners import *
from .streams import *
from .subprocess import *
from .tasks import *
from .taskgroups import *
from .threads import *
from .timeouts import *
from .transports import *
from .unix_events import *

from . import (base_events, constants, coroutines, events, exceptions, futures, locks, log, mixins, protocols, queues,
               runners, streams, subprocess, taskgroups, tasks, threads, timeouts, transports, unix_events)

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + protocols.__all__ + queues.__all__ + runners.__all__ + streams.__all__
           + subprocess.__all__ + tasks.__all__ + taskgroups.__all__ + threads.__all__ + timeouts.__all__
           + transports.__all__ + unix_events.__all__)
