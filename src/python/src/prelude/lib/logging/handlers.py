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
    namer = None
    rotator = None

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, 'a' if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f'{self.baseFilename}.{number}')
                target = self.rotation_filename(f'{self.baseFilename}.{number + 1}')
                if os.path.exists(source):
                    if os.path.exists(target):
                        os.remove(target)
                    os.rename(source, target)
            target = self.rotation_filename(self.baseFilename + '.1')
            if os.path.exists(target):
                os.remove(target)
            self.rotate(self.baseFilename, target)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            text = self.format(record) + '\n'
            return os.path.getsize(self.baseFilename) + len(text.encode()) >= self.maxBytes
        return False


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None,
                 errors=None):
        super().__init__(filename, 'a', encoding, delay, errors)
        self.when = when.upper()
        self.backupCount = backupCount
        seconds = {'S': 1, 'M': 60, 'H': 3600, 'D': 86400, 'MIDNIGHT': 86400}
        kind = 'W' if self.when.startswith('W') else self.when
        if kind != 'W' and kind not in seconds:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        self.interval = seconds.get(kind, 604800) * interval
        self.suffix = {'S': '%Y-%m-%d_%H-%M-%S', 'M': '%Y-%m-%d_%H-%M', 'H': '%Y-%m-%d_%H'}.get(kind, '%Y-%m-%d')
        self.rolloverAt = int(time.time()) + self.interval

    def shouldRollover(self, record):
        return time.time() >= self.rolloverAt

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        stamp = time.strftime(self.suffix, time.localtime(self.rolloverAt - self.interval))
        target = self.rotation_filename(f'{self.baseFilename}.{stamp}')
        if os.path.exists(target):
            os.remove(target)
        self.rotate(self.baseFilename, target)
        folder, base = os.path.split(self.baseFilename)
        old = sorted(name for name in os.listdir(folder) if name.startswith(base + '.'))
        if self.backupCount > 0:
            for name in old[:-self.backupCount]:
                os.remove(os.path.join(folder, name))
        if not self.delay:
            self.stream = self._open()
        while self.rolloverAt <= time.time():
            self.rolloverAt += self.interval


class WatchedFileHandler(logging.FileHandler):
    pass


class BufferingHandler(logging.Handler):
    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    listener = None

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record = copy.copy(record)
        record.message = text
        record.msg = text
        record.args = None
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        self._thread = t = threading.Thread(target=self._monitor)
        t.daemon = True
        t.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        has_task_done = hasattr(self.queue, 'task_done')
        while True:
            try:
                record = self.dequeue(True)
                if record is self._sentinel:
                    if has_task_done:
                        self.queue.task_done()
                    break
                self.handle(record)
                if has_task_done:
                    self.queue.task_done()
            except queue.Empty:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None


class _Nowhere(logging.Handler):
    """What would leave this machine is dropped."""

    def __init__(self, *args, **kwargs):
        logging.Handler.__init__(self)

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
