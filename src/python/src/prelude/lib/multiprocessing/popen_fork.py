"""multiprocessing.popen_fork: a child that is a copy, and what any child of ours is asked and told."""

import os

from . import util

__all__ = ['Popen']

_SIGKILL, _SIGTERM = 9, 15


class Popen:
    method = 'fork'
    # As long as its status is not known.
    returncode = None
    finalizer = None

    def __init__(self, process_obj):
        util._flush_std_streams()
        self._launch(process_obj)

    def _launch(self, process_obj):
        # One pipe ends with the child, which the parent may wait for, the other one with the parent.
        child_ends, held_there = os.pipe()
        parent_ends, held_here = os.pipe()
        self.pid = os._fork_with_hooks(process_obj._name, bool(process_obj.daemon), child_ends)
        if self.pid:
            for fd in (held_there, parent_ends):
                os.close(fd)
            self.finalizer = util.Finalize(self, util.close_fds, (child_ends, held_here))
            self.sentinel = child_ends
            return
        status = 1
        try:
            for fd in (child_ends, held_here):
                os.close(fd)
            status = process_obj._bootstrap(parent_sentinel=parent_ends)
        finally:
            os._exit(status & 0xff)

    def duplicate_for_child(self, fd):
        # It has all that its parent has.
        return fd

    # ---- its end

    def poll(self, flag=os.WNOHANG):
        if self.returncode is None:
            try:
                ended, status = os._waitpid(self.pid, flag)
            except OSError:
                # Somebody else asked for its status; it is gone.
                return None
            if ended == self.pid:
                self.returncode = status
        return self.returncode

    def wait(self, timeout=None):
        flag = 0
        if self.returncode is None and timeout is not None:
            from .connection import wait
            if not wait([self.sentinel], timeout):
                return None
            flag = 0 if timeout else os.WNOHANG
        return self.poll(flag)

    def terminate(self):
        self._send_signal(_SIGTERM)

    def kill(self):
        self._send_signal(_SIGKILL)

    def _send_signal(self, number):
        if self.returncode is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                # It has just ended.
                return
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def close(self):
        finish = self.finalizer
        if finish is not None:
            finish()
