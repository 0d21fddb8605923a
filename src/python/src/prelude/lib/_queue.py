"""_queue: where CPython keeps what is fast of queue."""

from queue import Empty, SimpleQueue

__all__ = ['Empty', 'SimpleQueue']
