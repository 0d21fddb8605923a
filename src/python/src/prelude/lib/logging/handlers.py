"""logging.handlers: through queues, into memory, into files that are turned over."""

import copy
import io
import logging
import os
import queue
import threading
import time

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
SYSLOG_UDP_PORT = 514


class BaseRotatingHandler(logging.FileHandler):
    """A file that is put aside for a new one now and then; subclasses say when, and under what name."""

    namer = rotator = None

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        move = self.rotator
        if callable(move):
            move(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _shut(self):
        file, self.stream = self.stream, None
        if file:
            file.close()

    def _begin(self):
        if not self.delay:
            self.stream = self._open()


def _replace(move, source, target):
    if os.path.exists(target):
        os.remove(target)
    move(source, target)


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        # What is to be kept must not be emptied.
        super().__init__(filename, mode if maxBytes <= 0 else 'a', encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        line = self.format(record) + self.terminator
        return self.maxBytes <= os.path.getsize(self.baseFilename) + len(line.encode())

    def doRollover(self):
        self._shut()
        if self.backupCount > 0:
            # The oldest falls out: .1 becomes .2, and the file itself .1.
            names = [self.rotation_filename(f'{self.baseFilename}.{n}') for n in range(1, self.backupCount + 1)]
            for younger, older in zip(names[-2::-1], names[:0:-1]):
                if os.path.exists(younger):
                    _replace(os.rename, younger, older)
            _replace(self.rotate, self.baseFilename, names[0])
        self._begin()


# Seconds, and how a moment is written in a file's name.
_INTERVALS = {'S': (1, '%Y-%m-%d_%H-%M-%S'), 'M': (60, '%Y-%m-%d_%H-%M'), 'H': (3600, '%Y-%m-%d_%H'),
              'D': (86400, '%Y-%m-%d'), 'MIDNIGHT': (86400, '%Y-%m-%d')}


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None,
                 errors=None):
        self.when = when.upper()
        if self.when[:1] == 'W':
            if len(self.when) != 2:
                raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {self.when}")
            if not '0' <= self.when[1] <= '6':
                raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
            seconds, self.suffix = 604800, '%Y-%m-%d'
        elif self.when in _INTERVALS:
            seconds, self.suffix = _INTERVALS[self.when]
        else:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        super().__init__(filename, 'a', encoding, delay, errors)
        self.backupCount, self.utc, self.atTime = backupCount, utc, atTime
        self.interval = seconds * interval
        self.rolloverAt = self.computeRollover(int(time.time()))

    def computeRollover(self, currentTime):
        if self.when == 'MIDNIGHT' or self.when[0] == 'W':
            parts = (time.gmtime if self.utc else time.localtime)(currentTime)
            at = self.atTime
            of_day = at.hour * 3600 + at.minute * 60 + at.second if at is not None else 86400
            left = of_day - (parts.tm_hour * 3600 + parts.tm_min * 60 + parts.tm_sec)
            day = parts.tm_wday
            if left < 0:
                # Today it is too late.
                left += 86400
                day = (day + 1) % 7
            if self.when[0] == 'W':
                left += (int(self.when[1]) - day) % 7 * 86400
            return currentTime + left
        return currentTime + self.interval

    def shouldRollover(self, record):
        return time.time() >= self.rolloverAt

    def getFilesToDelete(self):
        folder, base = os.path.split(self.baseFilename)
        kept = sorted(name for name in os.listdir(folder) if name.startswith(base + '.'))
        return [os.path.join(folder, name) for name in kept[:max(len(kept) - self.backupCount, 0)]]

    def doRollover(self):
        self._shut()
        began = (time.gmtime if self.utc else time.localtime)(self.rolloverAt - self.interval)
        name = f'{self.baseFilename}.{time.strftime(self.suffix, began)}'
        _replace(self.rotate, self.baseFilename, self.rotation_filename(name))
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                os.remove(path)
        self._begin()
        now = int(time.time())
        following = self.computeRollover(now)
        while following <= now:
            following += self.interval
        self.rolloverAt = following


class WatchedFileHandler(logging.FileHandler):
    pass


class BufferingHandler(logging.Handler):
    def __init__(self, capacity):
        super().__init__()
        self.buffer = []
        self.capacity = capacity

    def emit(self, record):
        kept = self.buffer
        kept.append(record)
        if self.shouldFlush(record):
            self.flush()

    def shouldFlush(self, record):
        return self.capacity <= len(self.buffer)

    def flush(self):
        self.acquire()
        try:
            self._give()
        finally:
            self.release()

    def _give(self):
        self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.flushOnClose = flushLevel, flushOnClose
        self.target = target

    def setTarget(self, target):
        self.acquire()
        self.target = target
        self.release()

    def shouldFlush(self, record):
        return record.levelno >= self.flushLevel or super().shouldFlush(record)

    def _give(self):
        # Without a target they are kept.
        target, kept = self.target, self.buffer
        if target:
            for record in kept:
                target.handle(record)
            kept.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            super().close()


class QueueHandler(logging.Handler):
    listener = None

    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def emit(self, record):
        try:
            ready = self.prepare(record)
            self.enqueue(ready)
        except Exception:
            self.handleError(record)

    def prepare(self, record):
        """A copy that can go to another process: its words are made here."""
        words = self.format(record)
        ready = copy.copy(record)
        ready.msg = ready.message = words
        ready.args = ready.exc_info = ready.exc_text = ready.stack_info = None
        return ready

    def enqueue(self, record):
        put = self.queue.put_nowait
        put(record)


class QueueListener:
    # What ends it, in the queue.
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers = queue, handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def start(self):
        self._thread = threading.Thread(target=self._monitor)
        self._thread.daemon = True
        self._thread.start()

    def _monitor(self):
        settle = getattr(self.queue, 'task_done', None)
        going = True
        while going:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                return
            going = record is not self._sentinel
            if going:
                self.handle(record)
            if settle is not None:
                settle()

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def handle(self, record):
        ready = self.prepare(record)
        for one in self.handlers:
            if one.level <= ready.levelno or not self.respect_handler_level:
                one.handle(ready)

    def enqueue_sentinel(self):
        put = self.queue.put_nowait
        put(self._sentinel)

    def stop(self):
        self.enqueue_sentinel()
        worker, self._thread = self._thread, None
        worker.join()


class _Nowhere(logging.Handler):
    """What would leave this machine is dropped."""

    def __init__(self, *args, **kwargs):
        super().__init__()

    def emit(self, record):
        self.format(record)


class SysLogHandler(_Nowhere):
    pass


class SMTPHandler(_Nowhere):
    pass


class HTTPHandler(_Nowhere):
    pass


class SocketHandler(_Nowhere):
    pass


class DatagramHandler(_Nowhere):
    pass
