"""timeit: how long a statement takes, in virtual time."""

import itertools
import sys
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']
default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        names = sys._getframe(0).f_globals if globals is None else globals
        self._setup = setup
        self._statement = stmt
        self._names = {**names} if globals is None else globals
        if isinstance(setup, str):
            self._setup_code = compile(setup, '<timeit-setup>', 'exec')
        elif not callable(setup):
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            body = '\n'.join('        ' + line for line in stmt.split('\n'))
            text = f'def _timed(_it, _timer):\n    _start = _timer()\n    for _i in _it:\n{body}\n    return _timer() - _start\n'
            self._code = compile(text, '<timeit-src>', 'exec')
        elif not callable(stmt):
            raise ValueError("stmt is neither a string nor callable")

    def timeit(self, number=default_number):
        if callable(self._setup):
            self._setup()
        else:
            exec(self._setup_code, self._names)
        if callable(self._statement):
            statement = self._statement
            start = self.timer()
            for _ in itertools.repeat(None, number):
                statement()
            return self.timer() - start
        exec(self._code, self._names)
        return self._names.pop('_timed')(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        at = 1
        while True:
            for step in (1, 2, 5):
                number = at * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            at *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
