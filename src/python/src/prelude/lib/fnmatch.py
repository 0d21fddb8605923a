"""fnmatch: file names and shell patterns."""

import functools as _functools
import re as _re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


@_functools.lru_cache(maxsize=256)
def _matcher(pat):
    if isinstance(pat, bytes):
        return _re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
    return _re.compile(translate(pat)).match


def filter(names, pat):
    match = _matcher(pat)
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def _set(inside):
    """The class for what stands between brackets."""
    negated = inside[0] == '!'
    if negated:
        inside = inside[1:]
    # ranges that are empty go away
    chunks = []
    at = 0
    while at < len(inside):
        c = inside[at]
        if at + 2 < len(inside) and inside[at + 1] == '-':
            high = inside[at + 2]
            if c <= high:
                chunks.append(_escaped(c) + '-' + _escaped(high))
            at += 3
        else:
            chunks.append(_escaped(c))
            at += 1
    if not chunks:
        return '.' if negated else '(?!)'
    return f'[{"^" if negated else ""}{"".join(chunks)}]'


def _escaped(c):
    return '\\' + c if c in '\\^-]&~|[' else c


def translate(pat):
    out = []
    at = 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == '*':
            if not out or out[-1] != '*':
                out.append('*')
        elif c == '?':
            out.append('.')
        elif c == '[':
            end = at
            if pat[end:end + 1] == '!':
                end += 1
            if pat[end:end + 1] == ']':
                end += 1
            end = pat.find(']', end)
            if end < 0:
                out.append('\\[')
            else:
                out.append(_set(pat[at:end]))
                at = end + 1
        else:
            out.append(_re.escape(c))
    # each star but the last takes the shortest that lets its text match, once and for all
    parts = []
    piece = []
    stars = 0
    for part in out:
        if part == '*':
            parts.append(''.join(piece))
            piece = []
            stars += 1
        else:
            piece.append(part)
    last = ''.join(piece)
    if not stars:
        return rf'(?s:{last})\Z'
    text = parts[0]
    for middle in parts[1:]:
        text += f'(?>.*?{middle})'
    return rf'(?s:{text}.*{last})\Z'
