"""multiprocessing.popen_spawn_posix: a child that starts from nothing and is sent what it needs."""

import os

from _process import _name_pipe, _spawn, _write

from . import popen_fork, reduction, spawn, util
from .context import set_spawning_popen

__all__ = ['Popen']


class Popen(popen_fork.Popen):
    method = 'spawn'
    _through_server = False

    def __init__(self, process_obj):
        self._fds = []
        super().__init__(process_obj)

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd

    def _launch(self, process_obj):
        prepared = spawn.get_preparation_data(process_obj._name)
        set_spawning_popen(self)
        try:
            data = reduction.ForkingPickler.dumps((prepared,)), reduction.ForkingPickler.dumps(process_obj)
        finally:
            set_spawning_popen(None)
        os._fs.share()
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        _name_pipe(parent_w, f'start of {process_obj._name}', None)
        keep = [child_r, child_w, *self._fds]
        self.pid = _spawn(process_obj._name, bool(process_obj.daemon), keep, child_r, self._through_server, parent_r)
        self.sentinel = parent_r
        os.close(child_r)
        os.close(child_w)
        try:
            for part in data:
                _write(parent_w, len(part).to_bytes(8, 'little') + part)
        except BrokenPipeError:
            # It ended before it had read everything, and has said why.
            pass
        self.finalizer = util.Finalize(self, util.close_fds, (parent_r, parent_w))
