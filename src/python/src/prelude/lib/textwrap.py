"""textwrap."""


def dedent(text):
    lines = text.split('\n')
    margin = None
    for at, line in enumerate(lines):
        stripped = line.lstrip(' \t')
        if not stripped:
            lines[at] = ''
            continue
        indent = line[:len(line) - len(stripped)]
        if margin is None:
            margin = indent
        else:
            same = 0
            while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] if line.startswith(margin) else line for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (line.strip() if predicate is None else predicate(line)) else line
                    for line in text.splitlines(True)])


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        """Words and the white space between them, hyphenated words in parts."""
        chunks = []
        at = 0
        while at < len(text):
            end = at
            if text[at] == ' ':
                while end < len(text) and text[end] == ' ':
                    end += 1
                chunks.append(text[at:end])
            else:
                while end < len(text) and text[end] != ' ':
                    end += 1
                chunks.extend(self._parts(text[at:end]) if self.break_on_hyphens else [text[at:end]])
            at = end
        return chunks

    def _parts(self, word):
        parts = []
        start = 0
        for at in range(2, len(word) - 2):
            if word[at] == '-' and word[at - 1].isalpha() and word[at - 2].isalpha() and word[at + 1].isalpha() \
                    and word[at + 2].isalpha() and at >= start + 2:
                parts.append(word[start:at + 1])
                start = at + 1
        parts.append(word[start:])
        return parts

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = ''.join([' ' if c in '\t\n\x0b\x0c\r' else c for c in text])
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        chunks = self._chunks(text)
        chunks.reverse()
        lines = []
        while chunks:
            line = []
            length = 0
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and lines and chunks[-1].isspace():
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                if self.break_long_words:
                    space = max(width - length, 1) if width > 0 else 1
                    word = chunks.pop()
                    line.append(word[:space])
                    if word[space:]:
                        chunks.append(word[space:])
                    length = sum([len(part) for part in line])
                elif not line:
                    line.append(chunks.pop())
            if self.drop_whitespace and line and line[-1].isspace():
                length -= len(line[-1])
                line.pop()
            if not line:
                continue
            last = (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace and len(chunks) == 1 and chunks[0].isspace())
                    and length <= width)
            if last:
                lines.append(margin + ''.join(line))
                continue
            while line:
                if not line[-1].isspace() and length + len(self.placeholder) <= width:
                    lines.append(margin + ''.join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                    lines[-1] = lines[-1].rstrip() + self.placeholder
                else:
                    lines.append(margin + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))
