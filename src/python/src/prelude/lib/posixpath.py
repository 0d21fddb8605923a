"""posixpath: paths as text (`os.path`)."""

import _fs

sep = '/'
pardir = '..'
curdir = '.'
extsep = '.'
altsep = None
pathsep = ':'
devnull = '/dev/null'
supports_unicode_filenames = False


def _text(path):
    return path if isinstance(path, str) else _fs.text_of(path)


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
    return normpath(path if path.startswith('/') else join(_fs.get_cwd(), path))


def realpath(filename, *, strict=False):
    path = abspath(filename)
    if strict and not exists(path):
        raise FileNotFoundError(2, 'No such file or directory', path)
    return path


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
    if path == '~' or path.startswith('~/'):
        return _fs.HOME + path[1:]
    return path


def expandvars(path):
    from os import environ
    path = _text(path)
    out = []
    at = 0
    while at < len(path):
        found = path.find('$', at)
        if found < 0:
            break
        out.append(path[at:found])
        end = found + 1
        if path[end:end + 1] == '{' and '}' in path[end:]:
            stop = path.index('}', end)
            name, at = path[end + 1:stop], stop + 1
        else:
            while end < len(path) and (path[end].isalnum() or path[end] == '_'):
                end += 1
            name, at = path[found + 1:end], end
        out.append(environ.get(name, path[found:at]) if name else path[found:at])
    out.append(path[at:])
    return ''.join(out)


def _there(path):
    """The one name of a path, or None where it can be no file's."""
    path = _text(path)
    return None if not path or '\0' in path else _fs.absolute(path)


def isfile(path):
    path = _there(path)
    return path is not None and path != '/dev/null' and _fs.is_file(path)


def isdir(s):
    path = _there(s)
    return path is not None and _fs.is_folder(path)


def exists(path):
    path = _there(path)
    return path is not None and _fs.exists(path)


lexists = exists


def islink(path):
    return False


def ismount(path):
    return _there(path) == '/'


def getsize(filename):
    from os import stat
    return stat(filename).st_size


def getmtime(filename):
    from os import stat
    return stat(filename).st_mtime


getatime = getctime = getmtime


def samefile(f1, f2):
    from os import stat
    stat(f1), stat(f2)
    return _there(f1) == _there(f2)


def sameopenfile(fp1, fp2):
    return fp1 == fp2


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino
