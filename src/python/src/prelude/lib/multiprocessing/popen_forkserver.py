"""multiprocessing.popen_forkserver: a child that a small server process forks."""

from . import forkserver, popen_spawn_posix

__all__ = ['Popen']


class Popen(popen_spawn_posix.Popen):
    method = 'forkserver'
    _through_server = True

    def _launch(self, process_obj):
        forkserver.ensure_running()
        super()._launch(process_obj)
