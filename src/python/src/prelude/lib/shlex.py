"""shlex: words as a shell splits them."""

import io as _io
import re as _re
from collections import deque as _deque

__all__ = ['shlex', 'split', 'quote', 'join']

# What means nothing to a shell.
_harmless = _re.compile('[a-zA-Z0-9_@%+=:,./-]+')


def quote(s):
    if s and _harmless.fullmatch(s):
        return s
    # A quote ends the quoted part, stands between quotes of the other kind, and begins the next.
    return "'" + "'\"'\"'".join(s.split("'")) + "'" if s else "''"


def join(split_command):
    return ' '.join(map(quote, split_command))


class shlex:
    """A lexer. In POSIX mode quotes are taken off and adjacent parts are one word."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = _io.StringIO(instream)
        if instream is None:
            import sys
            instream = sys.stdin
        self.instream, self.infile, self.posix = instream, infile, posix
        letters = ''.join(chr(65 + n) + chr(97 + n) for n in range(26))
        self.wordchars = letters + '0123456789_'
        if posix:
            # Of Latin 1 too.
            self.wordchars += ''.join(chr(n) for n in range(0xc0, 0x100) if n not in (0xd7, 0xf7))
        self.whitespace, self.whitespace_split, self.commenters = ' \t\r\n', False, '#'
        self.quotes, self.escapedquotes, self.escape = '\'"', '"', '\\'
        self.eof = None if posix else ''
        self.lineno, self.debug, self.token = 1, 0, ''
        # Words and characters that were given back.
        self.pushback, self._kept = _deque(), _deque()
        punctuation_chars = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
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
        word = self.get_token()
        if word != self.eof:
            return word
        raise StopIteration


def split(s, comments=False, posix=True):
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    words = shlex(s, posix=posix)
    words.whitespace_split, words.commenters = True, words.commenters if comments else ''
    return [*words]
