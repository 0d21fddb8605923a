"""importlib.util: whether a module is there."""

import sys
import types
from importlib.machinery import ModuleSpec


def find_spec(name, package=None):
    if name in sys.modules:
        return ModuleSpec(name, None)
    return ModuleSpec(name, None) if _native._can_import(name) else None


def module_from_spec(spec):
    return types.ModuleType(spec.name)


def spec_from_file_location(name, location=None, **kwargs):
    return ModuleSpec(name, None, origin=location)


def resolve_name(name, package):
    if not name.startswith('.'):
        return name
    level = len(name) - len(name.lstrip('.'))
    parts = package.split('.')
    base = '.'.join(parts[:len(parts) - level + 1])
    return f'{base}.{name[level:]}' if name[level:] else base
