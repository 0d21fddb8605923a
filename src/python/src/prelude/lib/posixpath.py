"""posixpath: paths as text (`os.path`)."""

from _thread import _file_names

sep = '/'
pardir = '..'
curdir = '.'
extsep = '.'
altsep = None
pathsep = ':'
devnull = '/dev/null'
supports_unicode_filenames = False


def _text(path):
    if isinstance(path, str):
        return path
    try:
        return path.__fspath__()
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None


def isabs(s):
    return _text(s).startswith('/')


def join(a, *p):
    path = _text(a)
    for part in p:
        if not isinstance(part, str) and not hasattr(part, '__fspath__'):
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}")
        part = _text(part)
        if part.startswith('/'):
            path = part
        elif not path or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p):
    p = _text(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    if head.strip('/'):
        head = head.rstrip('/')
    return head, tail


def dirname(p):
    return split(p)[0]


def basename(p):
    p = _text(p)
    return p[p.rfind('/') + 1:]


def splitext(p):
    p = _text(p)
    start = p.rfind('/') + 1
    dot = p.rfind('.')
    # Leading dots are part of the name.
    if dot > start and p[start:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def splitdrive(p):
    return '', _text(p)


def normcase(s):
    return _text(s)


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    lead = 2 if path.startswith('//') and not path.startswith('///') else int(path.startswith('/'))
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or (not lead and not parts) or (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    return '/' * lead + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    return normpath(path if path.startswith('/') else '/' + path)


realpath = abspath


def relpath(path, start='.'):
    if not path:
        raise ValueError("no path specified")
    there = [part for part in abspath(path).split('/') if part]
    here = [part for part in abspath(start).split('/') if part]
    shared = 0
    while shared < len(there) and shared < len(here) and there[shared] == here[shared]:
        shared += 1
    return '/'.join(['..'] * (len(here) - shared) + there[shared:]) or '.'


def commonprefix(m):
    if not m:
        return ''
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({path.startswith('/') for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split('/') if part and part != '.'] for path in paths]
    low, high = min(split_paths), max(split_paths)
    shared = 0
    while shared < len(low) and shared < len(high) and low[shared] == high[shared]:
        shared += 1
    return '/' * paths[0].startswith('/') + '/'.join(low[:shared])


def expanduser(path):
    path = _text(path)
    return '/' + path[1:].lstrip('/') if path == '~' or path.startswith('~/') else path


def isfile(path):
    return abspath(path) in _file_names()


def isdir(path):
    path = abspath(path)
    return path == '/' or any(name.startswith(path + '/') for name in _file_names())


def exists(path):
    return isfile(path) or isdir(path)


lexists = exists


def islink(path):
    return False
