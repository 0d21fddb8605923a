"""shlex: words as a shell splits them."""

import io as _io
import re as _re
from collections import deque as _deque

__all__ = ['shlex', 'split', 'quote', 'join']

_unsafe = _re.compile(r'[^\w@%+=:,./-]', _re.ASCII)


def quote(s):
    if not s:
        return "''"
    if _unsafe.search(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join([quote(arg) for arg in split_command])


class shlex:
    """A lexer. In POSIX mode quotes are taken off and adjacent parts are one word."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = _io.StringIO(instream)
        if instream is None:
            import sys
            instream = sys.stdin
        self.instream = instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += 'ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.pushback = _deque()
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self._kept = _deque()
        if not punctuation_chars:
            punctuation_chars = ''
        elif punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self.wordchars += '~-./*?='
            self.wordchars = ''.join([c for c in self.wordchars if c not in punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        return self.read_token()

    def _read(self):
        if self._kept:
            return self._kept.popleft()
        c = self.instream.read(1)
        if c == '\n':
            self.lineno += 1
        return c

    def read_token(self):
        word = []
        quoted = False
        # what is being read: '' nothing yet, 'a' a word, 'c' punctuation, or the quote or escape that is open
        state = ''
        after_escape = 'a'
        while True:
            c = self._read()
            if state == '':
                if not c:
                    return self.eof
                if c in self.whitespace:
                    continue
                if c in self.commenters:
                    self._skip_line()
                elif self.posix and c in self.escape:
                    after_escape = 'a'
                    state = c
                elif c in self.wordchars:
                    word.append(c)
                    state = 'a'
                elif c in self._punctuation_chars:
                    word.append(c)
                    state = 'c'
                elif c in self.quotes:
                    if not self.posix:
                        word.append(c)
                    state = c
                elif self.whitespace_split:
                    word.append(c)
                    state = 'a'
                else:
                    return c
            elif state in self.quotes:
                quoted = True
                if not c:
                    raise ValueError('No closing quotation')
                if c == state:
                    if not self.posix:
                        word.append(c)
                        return ''.join(word)
                    state = 'a'
                elif self.posix and c in self.escape and state in self.escapedquotes:
                    after_escape = state
                    state = c
                else:
                    word.append(c)
            elif state in self.escape:
                if not c:
                    raise ValueError('No escaped character')
                if after_escape in self.quotes and c != state and c != after_escape:
                    word.append(state)
                word.append(c)
                state = after_escape
            else:
                if not c or c in self.whitespace:
                    if word or self.posix and quoted:
                        return ''.join(word)
                    if not c:
                        return self.eof
                    state = ''
                elif c in self.commenters:
                    self._skip_line()
                    if self.posix:
                        state = ''
                        if word or quoted:
                            return ''.join(word)
                elif state == 'c':
                    if c in self._punctuation_chars:
                        word.append(c)
                    else:
                        self._kept.appendleft(c)
                        return ''.join(word)
                elif self.posix and c in self.quotes:
                    state = c
                elif self.posix and c in self.escape:
                    after_escape = 'a'
                    state = c
                elif (c in self.wordchars or c in self.quotes
                      or self.whitespace_split and c not in self._punctuation_chars):
                    word.append(c)
                else:
                    self._kept.appendleft(c)
                    if word or self.posix and quoted:
                        return ''.join(word)
                    state = ''

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ''
    return list(lexer)
