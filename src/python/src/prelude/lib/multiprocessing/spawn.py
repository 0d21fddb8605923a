"""multiprocessing.spawn: the beginning of a process that was started from nothing."""

import os
import sys

from _process import _import_main, _read

from . import process, reduction, util
from .context import get_spawning_popen, set_spawning_popen

__all__ = ['_main', 'freeze_support', 'set_executable', 'get_executable', 'get_preparation_data', 'spawn_main']

_executable = sys.executable or '/usr/bin/python3'


def set_executable(exe):
    global _executable
    _executable = exe


def get_executable():
    return _executable


def freeze_support():
    pass


def _read_part(fd):
    size = int.from_bytes(_read_exactly(fd, 8), 'little')
    return _read_exactly(fd, size)


def _read_exactly(fd, size):
    parts = []
    while size:
        part = _read(fd, size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return parts[0] if len(parts) == 1 else b''.join(parts)


def spawn_main(pipe_handle, parent_pid=None, tracker_fd=None):
    sys.exit(_main(pipe_handle, os.dup(pipe_handle)))


def _main(fd, parent_sentinel):
    os._fs.share()
    process.current_process()._inheriting = True
    try:
        (preparation_data,) = reduction.pickle.loads(_read_part(fd))
        data = _read_part(fd)
        prepare(preparation_data)
        self = reduction.pickle.loads(data)
    finally:
        del process.current_process()._inheriting
    return self._bootstrap(parent_sentinel)


def _check_not_importing_main():
    if getattr(process.current_process(), '_inheriting', False):
        raise RuntimeError('''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        ''')


def get_preparation_data(name):
    _check_not_importing_main()
    here = process.current_process()
    logger = util._logger
    return {
        'name': name,
        'authkey': here.authkey,
        'log_to_stderr': util._log_to_stderr,
        'log_level': None if logger is None else logger.getEffectiveLevel(),
        'sys_argv': sys.argv,
        'environ': os._changed_environ(),
        'orig_dir': process.ORIGINAL_DIR,
        'dir': os.getcwd(),
        'start_method': _start_method_name(),
        'init_main_from_path': getattr(sys.modules['__main__'], '__file__', None),
    }


def _start_method_name():
    from .context import _default_context
    return _default_context.get_start_method()


def prepare(data):
    """Makes this process like the one that sent the data, and imports its main module last."""
    here = process.current_process()
    for part in ('name', 'authkey'):
        if part in data:
            setattr(here, part, data[part])
    if data.get('log_to_stderr'):
        util.log_to_stderr()
    level = data.get('log_level')
    if level is not None:
        util.get_logger().setLevel(level)
    sys.argv = data.get('sys_argv', sys.argv)
    for name, value in data.get('environ', {}).items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    there = os.getcwd()
    if data.get('dir', there) != there:
        os.chdir(data['dir'])
    if 'start_method' in data:
        from . import context
        context._force_start_method(data['start_method'])
    if data.get('init_main_from_path') is not None:
        _import_main()


old_main_modules = []
