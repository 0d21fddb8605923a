"""linecache: lines of sources: the program's own files and those of the in-memory file system."""

from _frames import _source

cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    if filename not in cache:
        lines = updatecache(filename, module_globals)
        if not lines:
            return []
    return cache[filename][2]


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    if filename[:1] == '<' and filename[-1:] == '>':
        return []  # exec'd text has no file
    text = _source(filename)
    if text is None:
        try:
            with open(filename) as file:
                text = file.read()
        except (OSError, ValueError):
            return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = (len(text), None, lines, filename)
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Sources of the program never change while it runs; files may."""
    for name in [filename] if filename is not None else list(cache):
        if _source(name) is None:
            cache.pop(name, None)


def lazycache(filename, module_globals):
    return False
