"""importlib: importing by name."""

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def import_module(name, package=None):
    level = len(name) - len(name.lstrip('.'))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.split('.')
        if level > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        base = '.'.join(parts[:len(parts) - level + 1])
        name = f'{base}.{name[level:]}' if name[level:] else base
    if name in sys.modules:
        return sys.modules[name]
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    pass


def reload(module):
    """Runs a module's text once more in the same module."""
    from _frames import _source
    name = getattr(module, '__name__', None)
    if not name or sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    text = _source(name.replace('.', '/') + '.py')
    if text is None:
        return module
    exec(compile(text, name.replace('.', '/') + '.py', 'exec'), module.__dict__)
    return module


def find_loader(name, path=None):
    from importlib.util import find_spec
    spec = find_spec(name)
    return spec and spec.loader
