"""signal: handlers, which the main thread calls between two instructions or out of a wait, and timers.

The machine keeps for each process which signals have a handler; `_deliver` is what the interpreter calls when one has arrived.
"""

from enum import IntEnum

import _process
import _thread
import os as _os
import sys as _sys
import threading as _threading
import time as _time

Signals = IntEnum('Signals', {
    'SIGHUP': 1, 'SIGINT': 2, 'SIGQUIT': 3, 'SIGILL': 4, 'SIGTRAP': 5, 'SIGABRT': 6, 'SIGBUS': 7, 'SIGFPE': 8, 'SIGKILL': 9,
    'SIGUSR1': 10, 'SIGSEGV': 11, 'SIGUSR2': 12, 'SIGPIPE': 13, 'SIGALRM': 14, 'SIGTERM': 15, 'SIGSTKFLT': 16, 'SIGCHLD': 17,
    'SIGCONT': 18, 'SIGSTOP': 19, 'SIGTSTP': 20, 'SIGTTIN': 21, 'SIGTTOU': 22, 'SIGURG': 23, 'SIGXCPU': 24, 'SIGXFSZ': 25,
    'SIGVTALRM': 26, 'SIGPROF': 27, 'SIGWINCH': 28, 'SIGIO': 29, 'SIGPWR': 30, 'SIGSYS': 31})
Handlers = IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1})
Sigmasks = IntEnum('Sigmasks', {'SIG_BLOCK': 0, 'SIG_UNBLOCK': 1, 'SIG_SETMASK': 2})
for _kind in (Signals, Handlers, Sigmasks):
    for _member in _kind:
        _sys.modules[__name__].__dict__[_member.name] = _member
SIGCLD, SIGPOLL, SIGIOT = SIGCHLD, SIGIO, SIGABRT
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
_TEXTS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap', 6: 'Aborted',
          7: 'Bus error', 8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault',
          12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 17: 'Child exited',
          18: 'Continued', 19: 'Stopped (signal)', 20: 'Stopped'}


class ItimerError(OSError):
    pass


itimer_error = ItimerError


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {number: SIG_DFL for number in range(1, NSIG)}
_handlers[SIGINT] = default_int_handler
_handlers[SIGPIPE] = _handlers[SIGXFSZ] = SIG_IGN
_blocked = set()
_pending = []


def _known(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def _shown(handler):
    return handler


def signal(signalnum, handler):
    if _threading.current_thread() is not _threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    number = _known(signalnum)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, 'Invalid argument')
    before = _handlers[number]
    _handlers[number] = Handlers(handler) if isinstance(handler, int) else handler
    _process._on_signal(number, {SIG_DFL: None, SIG_IGN: False}.get(handler, True) if isinstance(handler, int) else True)
    return before


def getsignal(signalnum):
    return _handlers[_known(signalnum)]


def strsignal(signalnum, /):
    return _TEXTS.get(_known(signalnum))


def valid_signals():
    return {Signals(number) if number < 32 else number for number in range(1, NSIG) if number not in (32, 33)}


def _deliver(number):
    """Does what this process does about a signal, in the running thread."""
    if number in _blocked:
        if number not in _pending:
            _pending.append(number)
        return
    handler = _handlers[number]
    if handler == SIG_IGN or handler == SIG_DFL and number in (SIGCHLD, SIGCONT, SIGURG, SIGWINCH):
        return
    if handler == SIG_DFL:
        _os.kill(_os.getpid(), number)
        return
    if handler is default_int_handler:
        runners = _sys.modules.get('asyncio.runners')
        if runners is not None and runners.on_interrupt:
            handler = runners.on_interrupt[-1]
    from sys import _getframe
    try:
        frame = _getframe(0)
    except ValueError:
        frame = None
    handler(number, frame)


def raise_signal(signalnum, /):
    _os.kill(_os.getpid(), _known(signalnum))


def pthread_sigmask(how, mask):
    before = {Signals(number) for number in _blocked}
    mask = {int(number) for number in mask}
    if how == SIG_BLOCK:
        _blocked.update(mask)
    elif how == SIG_UNBLOCK:
        _blocked.difference_update(mask)
    else:
        _blocked.clear()
        _blocked.update(mask)
    for number in list(_pending):
        if number not in _blocked:
            _pending.remove(number)
            _deliver(number)
    return before


def sigpending():
    return {Signals(number) for number in _pending}


def siginterrupt(signalnum, flag, /):
    _known(signalnum)


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


# Of each timer: its end, its interval, and the number of the setting that counts.
_timers = {}
_settings = 0


def getitimer(which, /):
    end, interval, _ = _timers.get(which, (None, 0.0, 0))
    return (max(end - _time.monotonic(), 0.0) if end is not None else 0.0, interval)


def setitimer(which, seconds, interval=0.0, /):
    global _settings
    if which not in (ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF) or seconds < 0 or interval < 0:
        raise itimer_error(22, 'Invalid argument')
    before = getitimer(which)
    _settings += 1
    if seconds:
        _timers[which] = (_time.monotonic() + seconds, float(interval), _settings)
        _thread.start_new_thread(_ring, (which, seconds, interval, _settings, _os.getpid()))
    else:
        _timers.pop(which, None)
    return before


def _ring(which, seconds, interval, setting, pid):
    while True:
        _time.sleep(seconds)
        if _os.getpid() != pid or _timers.get(which, (0, 0, 0))[2] != setting:
            return
        seconds = interval
        if interval:
            _timers[which] = (_time.monotonic() + interval, float(interval), setting)
        else:
            del _timers[which]
        _os.kill(pid, (SIGALRM, SIGVTALRM, SIGPROF)[which])
        if not interval:
            return


_os.register_at_fork(after_in_child=_timers.clear)


def alarm(seconds, /):
    if not isinstance(seconds, int):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    before, _ = setitimer(ITIMER_REAL, seconds)
    return int(before) + (before > int(before))


def pause():
    _process._poll((), None)


def sigwait(sigset, /):
    wanted = {_known(number) for number in sigset}
    while True:
        for number in list(_pending):
            if number in wanted:
                _pending.remove(number)
                return Signals(number) if number < 32 else number
        for number in wanted:
            if _handlers[number] == SIG_DFL:
                _process._on_signal(number, True)
        pause()
