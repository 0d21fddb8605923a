"""tqdm: a progress bar in plain text on stderr: one line at the end of each bar, none in between."""

import sys
import time

__version__ = '4.66.0'
__all__ = ['tqdm', 'trange']


def _clock(seconds):
    minutes, seconds = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f'{hours}:{minutes:02}:{seconds:02}' if hours else f'{minutes:02}:{seconds:02}'


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit='it', unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, **kwargs):
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except TypeError:
                total = None
        self.iterable = iterable
        self.desc = desc or ''
        self.total = total
        self.leave = leave
        self.fp = sys.stderr if file is None else file
        self.disable = disable
        self.unit = unit
        self.n = self.initial = initial
        self.postfix = postfix
        self.start_t = time.time()
        self._closed = False

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.n += 1
        self.close()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def update(self, n=1):
        self.n += n

    def reset(self, total=None):
        self.n = 0
        if total is not None:
            self.total = total

    def set_description(self, desc=None, refresh=True):
        self.desc = desc or ''

    set_description_str = set_description

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        parts = {**(ordered_dict or {}), **kwargs}
        self.postfix = ', '.join(f'{key}={value:.3g}' if isinstance(value, float) else f'{key}={value}'
                                 for key, value in parts.items())

    def set_postfix_str(self, s='', refresh=True):
        self.postfix = str(s)

    def refresh(self, *args, **kwargs):
        pass

    clear = display = unpause = refresh

    @property
    def format_dict(self):
        return {'n': self.n, 'total': self.total, 'elapsed': time.time() - self.start_t, 'desc': self.desc}

    def __str__(self):
        taken = time.time() - self.start_t
        rate = f'{self.n / taken:.2f}{self.unit}/s' if taken > 0 else f'?{self.unit}/s'
        lead = f'{self.desc}: ' if self.desc else ''
        tail = f', {self.postfix}' if self.postfix else ''
        if not self.total:
            return f'{lead}{self.n}{self.unit} [{_clock(taken)}, {rate}{tail}]'
        part = min(self.n / self.total, 1.0)
        left = _clock(taken / self.n * (self.total - self.n)) if self.n else '?'
        full = int(part * 10)
        bar = '#' * full + ' ' * (10 - full)
        return f'{lead}{int(part * 100):3}%|{bar}| {self.n}/{self.total} [{_clock(taken)}<{left}, {rate}{tail}]'

    def close(self):
        if not self._closed:
            self._closed = True
            if not self.disable and self.leave:
                self.fp.write(f'{self}\n')

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        (sys.stdout if file is None else file).write(s + end)

    @classmethod
    def set_lock(cls, lock):
        cls._lock = lock

    @classmethod
    def get_lock(cls):
        if not hasattr(cls, '_lock'):
            import threading
            cls._lock = threading.RLock()
        return cls._lock


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)
