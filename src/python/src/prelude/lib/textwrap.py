"""textwrap: paragraphs in lines of a width."""

import re as _re

__all__ = ['TextWrapper', 'dedent', 'fill', 'indent', 'shorten', 'wrap']

# Of ASCII; what else is white may not be broken at.
_WHITE = ' \t\n\r\x0b\x0c'


class TextWrapper:
    unicode_whitespace_trans = {ord(c): 32 for c in _WHITE}
    # where a line may break: behind white space, behind dashes, behind the hyphen of a compound word
    _LETTER = r'[^\d\W]'
    wordsep_re = _re.compile(rf'''
        (                                                   # what stays together:
          [{_WHITE}]+                                  # white space
        |                                                   # a dash between words
          (?<=[\w!"'&.,?]) -{{2,}} (?=\w)
        |                                                   # a word
          [^{_WHITE}]+?
          (?:                                               # that ends behind a hyphen,
            -(?: (?<={_LETTER}{{2}}-) | (?<={_LETTER}-{_LETTER}-) )
            (?= {_LETTER} -? {_LETTER} )
          |                                                 # at white space or the end,
            (?= [{_WHITE}] | \Z )
          |                                                 # or at a dash
            (?<=[\w!"'&.,?]) (?= -{{2,}} \w )
          )
        )''', _re.VERBOSE)
    wordsep_simple_re = _re.compile(rf'([{_WHITE}]+)')
    sentence_end_re = _re.compile(r'[a-z][\.\!\?][\"\']?\Z')
    del _LETTER

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        # Of the first line, and of the others.
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings

    def _munge_whitespace(self, text):
        text = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return text.translate(self.unicode_whitespace_trans) if self.replace_whitespace else text

    def _split(self, text):
        pattern = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return [chunk for chunk in pattern.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        at = 0
        while at < len(chunks) - 1:
            if chunks[at + 1] == ' ' and self.sentence_end_re.search(chunks[at]):
                chunks[at + 1] = '  '
                at += 2
            else:
                at += 1

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        alone = self.placeholder.lstrip()
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if self.width < len(indent + alone):
                raise ValueError('placeholder too large for max width')
        lines = []
        rest = chunks[::-1]
        while rest:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and not rest[-1].strip():
                rest.pop()
            line = []
            used = 0
            while rest and used + len(rest[-1]) <= room:
                used += len(rest[-1])
                line.append(rest.pop())
            if rest and len(rest[-1]) > room:
                self._handle_long_word(rest, line, used, room)
                used = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            is_last = not rest or self.drop_whitespace and len(rest) == 1 and not rest[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or is_last and used <= room:
                lines.append(indent + ''.join(line))
                continue
            # the last line that there may be, and more text
            while line:
                if line[-1].strip() and used + len(self.placeholder) <= room:
                    lines.append(indent + ''.join(line) + self.placeholder)
                    break
                used -= len(line.pop())
            else:
                if lines:
                    before = lines[-1].rstrip()
                    if len(before) + len(self.placeholder) <= self.width:
                        lines[-1] = before + self.placeholder
                        break
                lines.append(indent + alone)
            break
        return lines

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        if not self.break_long_words:
            # It sticks out of a line of its own.
            if not cur_line:
                cur_line.append(reversed_chunks.pop())
            return
        word = reversed_chunks.pop()
        end = space = width - cur_len if width >= 1 else 1
        if self.break_on_hyphens and space < len(word):
            hyphen = word.rfind('-', 0, space)
            if hyphen > 0 and word[:hyphen].strip('-'):
                end = hyphen + 1
        cur_line.append(word[:end])
        reversed_chunks.append(word[end:])

    def wrap(self, text):
        pieces = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return self._wrap_chunks(pieces)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


_blank_line = _re.compile('^[ \t]+$', _re.MULTILINE)
_margin = _re.compile('(^[ \t]*)(?:[^ \t\n])', _re.MULTILINE)


def dedent(text):
    margin = None
    text = _blank_line.sub('', text)
    for indent in _margin.findall(text):
        if margin is None or margin.startswith(indent):
            margin = indent
        elif not indent.startswith(margin):
            same = 0
            while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        text = _re.sub('(?m)^' + margin, '', text)
    return text


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (line.strip() if predicate is None else predicate(line)) else line
                    for line in text.splitlines(True)])
