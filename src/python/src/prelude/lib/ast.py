"""ast: `literal_eval`. Trees of programs are not built here."""

__all__ = ['literal_eval']


class _Reader:
    """Reads one literal from text that is known to be an expression."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def blank(self):
        text = self.text
        while self.at < len(text):
            c = text[self.at]
            if c == '#':
                while self.at < len(text) and text[self.at] != '\n':
                    self.at += 1
            elif c in ' \t\n\r\f' or c == '\\' and text[self.at + 1:self.at + 2] == '\n':
                self.at += 1 if c != '\\' else 2
            else:
                break

    def peek(self):
        self.blank()
        return self.text[self.at:self.at + 1]

    def fail(self, kind='Name'):
        line = self.text.count('\n', 0, self.at) + 1
        raise ValueError(f'malformed node or string on line {line}: {self.text[self.at:self.at + 40]!r}')

    def expression(self):
        left = self.unary()
        sign = self.peek()
        if sign and sign in '+-' and isinstance(left, (int, float)) and not isinstance(left, bool):
            start = self.at
            self.at += 1
            right = self.number()
            if not isinstance(right, complex):
                self.at = start
                self.fail()
            return left + right if sign == '+' else left - right
        return left

    def unary(self):
        sign = self.peek()
        if sign and sign in '+-':
            start = self.at
            self.at += 1
            value = self.unary() if self.peek() in ('+', '-') else self.atom()
            if isinstance(value, bool) or not isinstance(value, (int, float, complex)):
                self.at = start
                self.fail()
            return -value if sign == '-' else value
        return self.atom()

    def number(self):
        self.blank()
        text, start = self.text, self.at
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] in '._' or text[end] in '+-' and text[end - 1] in 'eE'
                                   and text[start:start + 2].lower() not in ('0x', '0b', '0o')):
            end += 1
        if end == start or not (text[start].isdigit() or text[start] == '.'):
            self.fail()
        self.at = end
        return eval(text[start:end], {'__builtins__': {}})

    def string(self):
        """Strings beside each other are one."""
        found = None
        while True:
            self.blank()
            text, start = self.text, self.at
            end = start
            while end < len(text) and text[end].isalpha():
                end += 1
            prefix = text[start:end].lower()
            quote = text[end:end + 1]
            if quote not in ('"', "'") or not quote or prefix not in ('', 'r', 'b', 'u', 'br', 'rb'):
                if found is None:
                    self.fail()
                return found
            mark = quote * 3 if text[end:end + 3] == quote * 3 else quote
            end += len(mark)
            while text[end:end + len(mark)] != mark:
                end += 2 if text[end] == '\\' else 1
            end += len(mark)
            self.at = end
            part = eval(text[start:end], {'__builtins__': {}})
            found = part if found is None else found + part

    def items(self, close):
        found = []
        while self.peek() != close:
            found.append(self.expression())
            if self.peek() == ',':
                self.at += 1
                continue
            if self.peek() != close:
                self.fail()
        self.at += 1
        return found

    def atom(self):
        c = self.peek()
        if c == '[':
            self.at += 1
            return self.items(']')
        if c == '(':
            start = self.at
            self.at += 1
            found = self.items(')')
            inner = self.text[start + 1:self.at - 1].rstrip()
            return found[0] if len(found) == 1 and not inner.endswith(',') else tuple(found)
        if c == '{':
            self.at += 1
            return self.braces()
        if c.isdigit() or c == '.' and self.text[self.at + 1:self.at + 2].isdigit():
            return self.number()
        if self.text.startswith('...', self.at):
            self.at += 3
            return ...
        for name, value in (('None', None), ('True', True), ('False', False)):
            end = self.at + len(name)
            if self.text.startswith(name, self.at) and not self.text[end:end + 1].isidentifier():
                self.at = end
                return value
        if self.text.startswith('set', self.at):
            rest = self.text[self.at + 3:].split()
            if ''.join(rest).startswith('()'):
                self.at = self.text.index(')', self.at) + 1
                return set()
        return self.string()

    def braces(self):
        if self.peek() == '}':
            self.at += 1
            return {}
        first = self.expression()
        if self.peek() != ':':
            rest = []
            if self.peek() == ',':
                self.at += 1
            elif self.peek() != '}':
                self.fail()
            return {first, *self.items('}')}
        found = {}
        key = first
        while True:
            if self.peek() != ':':
                self.fail()
            self.at += 1
            found[key] = self.expression()
            if self.peek() == ',':
                self.at += 1
            if self.peek() == '}':
                self.at += 1
                return found
            key = self.expression()


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    text = node_or_string.lstrip(' \t')
    compile(text, '<unknown>', 'eval')
    reader = _Reader(text)
    value = reader.expression()
    if reader.peek() == ',':
        items = [value]
        while reader.peek() == ',':
            reader.at += 1
            if reader.peek():
                items.append(reader.expression())
        value = tuple(items)
    if reader.peek():
        reader.fail()
    return value


def __getattr__(name):
    raise AttributeError(f"module 'ast' has no attribute {name!r}: Interleave's ast is literal_eval alone")
