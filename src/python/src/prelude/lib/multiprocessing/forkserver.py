"""multiprocessing.forkserver: the server is a part of the host here; children of it start as cheaply as forks of it do."""

_preload_modules = ['__main__']
_running = False


def set_forkserver_preload(modules_names):
    global _preload_modules
    if not all(type(mod) is str for mod in modules_names):
        raise TypeError('module_names must be a list of strings')
    _preload_modules = modules_names


def ensure_running():
    global _running
    _running = True
