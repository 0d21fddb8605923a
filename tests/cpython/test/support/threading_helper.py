"""Threads for tests."""

import _thread
import contextlib
import threading
import time


def requires_working_threading(*, module=False):
    return lambda test: test


def reap_threads(test):
    return test


def threading_setup():
    return ()


def threading_cleanup(*originals):
    pass


def join_thread(thread, timeout=None):
    thread.join(timeout)


@contextlib.contextmanager
def wait_threads_exit(timeout=60):
    before = _thread._count()
    yield
    end = time.monotonic() + timeout
    while _thread._count() > before and time.monotonic() < end:
        time.sleep(0.01)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        if unlock:
            unlock()
        for thread in threads:
            thread.join()


class catch_threading_exception:
    def __enter__(self):
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None
        self._before = threading.excepthook
        threading.excepthook = self._hook
        return self

    def _hook(self, args):
        self.exc_type, self.exc_value, self.thread = args.exc_type, args.exc_value, args.thread
        self.exc_traceback = args.exc_traceback

    def __exit__(self, *info):
        threading.excepthook = self._before


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return _interleave_missing(f'test.support.threading_helper.{name}')
