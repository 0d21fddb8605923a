"""glob: paths against shell patterns."""

import os
from fnmatch import fnmatchcase

__all__ = ['escape', 'glob', 'iglob']


def has_magic(s):
    return any(c in s for c in '*?[')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = os.fspath(root_dir) if root_dir is not None else ''
    start = '/' if pathname.startswith('/') else ''
    parts = [part for part in pathname.split('/') if part]
    folder_only = pathname.endswith('/') and parts
    for found in _expand(start, parts, root, recursive, include_hidden):
        if folder_only:
            if os.path.isdir(os.path.join(root, found)):
                yield found + '/'
        elif found:
            yield found


def _names(folder, root):
    try:
        return os.listdir(os.path.join(root, folder) or '.')
    except OSError:
        return []


def _expand(prefix, parts, root, recursive, hidden):
    if not parts:
        yield prefix
        return
    part, rest = parts[0], parts[1:]
    if part == '**' and recursive:
        if rest:
            yield from _expand(prefix, rest, root, recursive, hidden)
        else:
            yield prefix + '/' if prefix and not prefix.endswith('/') else prefix
        for name in _names(prefix, root):
            if name.startswith('.') and not hidden:
                continue
            path = os.path.join(prefix, name)
            if os.path.isdir(os.path.join(root, path)):
                if rest:
                    yield from _expand(path, parts, root, recursive, hidden)
                else:
                    yield path
                    inner = _expand(path, parts, root, recursive, hidden)
                    next(inner)
                    yield from inner
            elif not rest:
                yield path
        return
    if has_magic(part):
        for name in _names(prefix, root):
            if name.startswith('.') and not part.startswith('.') and not hidden:
                continue
            if fnmatchcase(name, part):
                path = os.path.join(prefix, name)
                if not rest or os.path.isdir(os.path.join(root, path)):
                    yield from _expand(path, rest, root, recursive, hidden)
        return
    path = os.path.join(prefix, part)
    if os.path.exists(os.path.join(root, path)):
        yield from _expand(path, rest, root, recursive, hidden)


def escape(pathname):
    return ''.join(f'[{c}]' if c in '*?[' else c for c in pathname)
