"""multiprocessing.heap: pieces of memory that every process sees."""

from _process import _new_region

from .shared_memory import _Buffer

__all__ = ['BufferWrapper']


class BufferWrapper:
    def __init__(self, size):
        if size < 0:
            raise ValueError("Size {0:n} out of range".format(size))
        self._region = _new_region(None, max(size, 1))
        self._size = size

    def create_memoryview(self):
        return _Buffer(self._region, 0, self._size)
