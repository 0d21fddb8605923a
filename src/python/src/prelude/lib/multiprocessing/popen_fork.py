"""multiprocessing.popen_fork: a child that is a copy."""

import os

from _process import _fork

from . import util

__all__ = ['Popen']


class Popen:
    method = 'fork'

    returncode = finalizer = None

    def __init__(self, process_obj):
        util._flush_std_streams()
        self._launch(process_obj)

    def duplicate_for_child(self, fd):
        return fd

    def poll(self, flag=os.WNOHANG):
        if self.returncode is not None:
            return self.returncode
        try:
            ended, status = os._waitpid(self.pid, flag)
        except OSError:
            # Somebody else asked for its status; it is gone.
            return None
        if ended == self.pid:
            self.returncode = status
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is not None:
            return self.returncode
        if timeout is None:
            return self.poll(0)
        from . import connection
        if connection.wait([self.sentinel], timeout):
            return self.poll(0 if timeout else os.WNOHANG)
        return None

    def _send_signal(self, sig):
        if self.returncode is not None:
            return
        try:
            os.kill(self.pid, sig)
        except ProcessLookupError:
            # It has just ended.
            pass
        except OSError:
            if self.wait(timeout=0.1) is None:
                raise

    def terminate(self):
        self._send_signal(15)

    def kill(self):
        self._send_signal(9)

    def _launch(self, process_obj):
        code = 1
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        self.pid = os._fork_with_hooks(process_obj._name, bool(process_obj.daemon), parent_r)
        if self.pid == 0:
            try:
                os.close(parent_r)
                os.close(parent_w)
                code = process_obj._bootstrap(parent_sentinel=child_r)
            finally:
                os._exit(code & 0xff)
        else:
            os.close(child_w)
            os.close(child_r)
            self.finalizer = util.Finalize(self, util.close_fds, (parent_r, parent_w))
            self.sentinel = parent_r

    def close(self):
        if self.finalizer is not None:
            self.finalizer()
