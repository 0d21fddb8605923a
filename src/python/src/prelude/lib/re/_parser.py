"""The text of a regular expression as a tree.

A node is a tuple: its kind, then its parts. Flags that act on a single node (case, ASCII, lines, dot) are resolved while
parsing, so the compiler never sees them. A sequence is a list of nodes.
"""

A, I, L, M, S, U, X = 256, 2, 4, 8, 16, 32, 64
DEBUG = 128
TYPE_FLAGS = A | L | U
FLAGS = {'i': I, 'L': L, 'm': M, 's': S, 'x': X, 'a': A, 'u': U}

MAXREPEAT = 4294967295
MAXGROUPS = 1073741823
# deeper texts would be deeper than this parser's own recursion can be
MAX_NESTING = 180

_DIGITS = frozenset('0123456789')
_OCTAL = frozenset('01234567')
_HEX = frozenset('0123456789abcdefABCDEF')
_LETTERS = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
_SPACE = frozenset(' \t\n\r\v\f')
_SPECIAL = frozenset('.\\[{()*+?^$|')
_CONTROL = {'\\a': 7, '\\b': 8, '\\f': 12, '\\n': 10, '\\r': 13, '\\t': 9, '\\v': 11, '\\\\': 92}
# numbers of categories, as the machine knows them
_CATEGORIES = {'\\d': 0, '\\D': 1, '\\s': 2, '\\S': 3, '\\w': 4, '\\W': 5}


class error(Exception):
    """A pattern that is no regular expression: msg, pattern, pos, lineno, colno."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


class Source:
    """Characters one by one; a backslash comes with what it escapes."""

    def __init__(self, text):
        self.is_text = isinstance(text, str)
        self.original = text
        self.text = text if self.is_text else str(text, 'latin1')
        self.index = 0
        self.next = None
        self._load()

    def _load(self):
        at = self.index
        text = self.text
        if at >= len(text):
            self.next = None
            return
        c = text[at]
        at += 1
        if c == '\\':
            if at >= len(text):
                raise error('bad escape (end of pattern)', self.original, len(text) - 1)
            c += text[at]
            at += 1
        self.index = at
        self.next = c

    def get(self):
        c = self.next
        self._load()
        return c

    def match(self, c):
        if self.next == c:
            self._load()
            return True
        return False

    def get_while(self, most, chars):
        out = ''
        while len(out) < most and self.next in chars:
            out += self.get()
        return out

    def get_until(self, end, what):
        out = ''
        while True:
            c = self.get()
            if c is None:
                if not out:
                    raise self.error('missing ' + what)
                raise self.error(f'missing {end}, unterminated name', len(out))
            if c == end:
                if not out:
                    raise self.error('missing ' + what, 1)
                return out
            out += c

    def tell(self):
        return self.index - len(self.next or '')

    def seek(self, at):
        self.index = at
        self._load()

    def error(self, message, back=0):
        if not self.is_text:
            message = message.encode('ascii', 'backslashreplace').decode('ascii')
        return error(message, self.original, self.tell() - back)

    def check_name(self, name, back):
        if not (self.is_text or name.isascii()):
            raise self.error(f'bad character in group name {name.encode("latin1")!a}', len(name) + back)
        if not name.isidentifier():
            raise self.error(f'bad character in group name {name!r}', len(name) + back)


class Parser:
    def __init__(self, source, flags):
        self.source = source
        self.flags = flags
        self.names = {}
        # by number: whether the group is closed; 0 is the whole
        self.closed = [False]
        self.wanted = {}
        # number of groups when the outermost look-behind began
        self.behind = None

    # -- groups

    def open_group(self, name):
        number = len(self.closed)
        self.closed.append(False)
        if name is not None:
            if name in self.names:
                raise self.source.error(
                    f'redefinition of group name {name!r} as group {number}; was group {self.names[name]}',
                    len(name) + 1)
            self.names[name] = number
        return number

    def is_closed(self, number):
        return number < len(self.closed) and self.closed[number]

    def check_behind(self, number):
        if self.behind is not None:
            if not self.is_closed(number):
                raise self.source.error('cannot refer to an open group')
            if number >= self.behind:
                raise self.source.error('cannot refer to group defined in the same lookbehind subpattern')

    # -- nodes that depend on flags

    def mode(self, flags):
        """0 exact, 1 ignoring case, 2 ignoring ASCII case."""
        if not flags & I:
            return 0
        return 1 if self.source.is_text and not flags & A else 2

    def category(self, number, flags):
        return number if self.source.is_text and not flags & A else number + 8

    # -- the grammar

    def whole(self):
        tree = self.alternatives(self.flags, 0)
        if self.source.next is not None:
            raise self.source.error('unbalanced parenthesis')
        for number, place in self.wanted.items():
            if number >= len(self.closed):
                raise error(f'invalid group reference {number}', self.source.original, place)
        return tree

    def alternatives(self, flags, depth):
        if depth > MAX_NESTING:
            raise RecursionError('maximum recursion depth exceeded')
        options = []
        while True:
            options.append(self.sequence(flags, depth, depth == 0 and not options))
            if not self.source.match('|'):
                break
            if depth == 0:
                flags = self.flags
        if len(options) == 1:
            return options[0]
        return [('branch', options)]

    def sequence(self, flags, depth, first):
        source = self.source
        out = []
        while True:
            this = source.next
            if this is None or this == '|' or this == ')':
                return out
            source.get()
            if flags & X:
                if this in _SPACE:
                    continue
                if this == '#':
                    while True:
                        this = source.get()
                        if this is None or this == '\n':
                            break
                    continue
            if this[0] == '\\':
                out.append(self.escape(this, flags))
            elif this not in _SPECIAL:
                out.append(('char', ord(this), self.mode(flags)))
            elif this == '[':
                out.append(self.charset(flags))
            elif this in '*+?{':
                node = self.repeat(this, out, flags)
                if node is None:
                    out.append(('char', 123, 0))
                else:
                    out[-1] = node
            elif this == '.':
                out.append(('any', bool(flags & S)))
            elif this == '^':
                out.append(('at', 1 if flags & M else 0))
            elif this == '$':
                out.append(('at', 3 if flags & M else 2))
            else:
                node = self.group(flags, depth, first and not out)
                if node is None:
                    pass
                elif node == 'flags':
                    flags = self.flags
                else:
                    out.append(node)

    def repeat(self, this, out, flags):
        """A repeated last node; None where a brace is only a brace."""
        source = self.source
        here = source.tell()
        if this == '?':
            least, most = 0, 1
        elif this == '*':
            least, most = 0, MAXREPEAT
        elif this == '+':
            least, most = 1, MAXREPEAT
        else:
            if source.next == '}':
                return None
            least, most = 0, MAXREPEAT
            low = source.get_while(1 << 30, _DIGITS)
            high = source.get_while(1 << 30, _DIGITS) if source.match(',') else low
            if not source.match('}'):
                source.seek(here)
                return None
            if low:
                least = int(low)
                if least >= MAXREPEAT:
                    raise OverflowError('the repetition number is too large')
            if high:
                most = int(high)
                if most >= MAXREPEAT:
                    raise OverflowError('the repetition number is too large')
                if most < least:
                    raise source.error('min repeat greater than max repeat', source.tell() - here)
        if not out or out[-1][0] == 'at':
            raise source.error('nothing to repeat', source.tell() - here + len(this))
        if out[-1][0] == 'repeat':
            raise source.error('multiple repeat', source.tell() - here + len(this))
        kind = 1 if source.match('?') else 2 if source.match('+') else 0
        return ('repeat', kind, least, most, out[-1])

    def group(self, flags, depth, first):
        """What an opening bracket begins; None for a comment, 'flags' when flags changed."""
        source = self.source
        start = source.tell() - 1
        capture = True
        atomic = False
        name = None
        inner = flags
        if source.match('?'):
            c = source.get()
            if c is None:
                raise source.error('unexpected end of pattern')
            if c == 'P':
                if source.match('<'):
                    name = source.get_until('>', 'group name')
                    source.check_name(name, 1)
                elif source.match('='):
                    name = source.get_until(')', 'group name')
                    source.check_name(name, 1)
                    number = self.names.get(name)
                    if number is None:
                        raise source.error(f'unknown group name {name!r}', len(name) + 1)
                    if not self.is_closed(number):
                        raise source.error('cannot refer to an open group', len(name) + 1)
                    self.check_behind(number)
                    return ('ref', number, self.mode(flags))
                else:
                    c = source.get()
                    if c is None:
                        raise source.error('unexpected end of pattern')
                    raise source.error('unknown extension ?P' + c, len(c) + 2)
            elif c == ':':
                capture = False
            elif c == '#':
                while True:
                    if source.next is None:
                        raise source.error('missing ), unterminated comment', source.tell() - start)
                    if source.get() == ')':
                        return None
            elif c in '=!<':
                return self.look(c, flags, depth, start)
            elif c == '(':
                return self.conditional(flags, depth, start)
            elif c == '>':
                capture = False
                atomic = True
            elif c in FLAGS or c == '-':
                changed = self.inline_flags(c)
                if changed is None:
                    if not first:
                        raise source.error('global flags not at the start of the expression', source.tell() - start)
                    return 'flags'
                add, remove = changed
                if add & TYPE_FLAGS:
                    inner &= ~TYPE_FLAGS
                inner = (inner | add) & ~remove
                capture = False
            else:
                raise source.error('unknown extension ?' + c, len(c) + 1)
        number = self.open_group(name) if capture else None
        body = self.alternatives(inner, depth + 1)
        if not source.match(')'):
            raise source.error('missing ), unterminated subpattern', source.tell() - start)
        if number is not None:
            self.closed[number] = True
        if atomic:
            return ('atomic', body)
        return ('group', number, body)

    def look(self, c, flags, depth, start):
        source = self.source
        behind = c == '<'
        outermost = False
        if behind:
            c = source.get()
            if c is None:
                raise source.error('unexpected end of pattern')
            if c not in '=!':
                raise source.error('unknown extension ?<' + c, len(c) + 2)
            outermost = self.behind is None
            if outermost:
                self.behind = len(self.closed)
        body = self.alternatives(flags, depth + 1)
        if outermost:
            self.behind = None
        if not source.match(')'):
            raise source.error('missing ), unterminated subpattern', source.tell() - start)
        return ('look', c == '!', behind, body)

    def conditional(self, flags, depth, start):
        source = self.source
        name = source.get_until(')', 'group name')
        if name.isidentifier():
            source.check_name(name, 1)
            number = self.names.get(name)
            if number is None:
                raise source.error(f'unknown group name {name!r}', len(name) + 1)
        else:
            try:
                number = int(name)
            except ValueError:
                number = -1
            if number < 0:
                raise source.error(f'bad character in group name {name!r}', len(name) + 1)
            if not number:
                raise source.error('bad group number', len(name) + 1)
            if number >= MAXGROUPS:
                raise source.error(f'invalid group reference {number}', len(name) + 1)
            if number not in self.wanted:
                self.wanted[number] = source.tell() - len(name) - 1
        self.check_behind(number)
        yes = self.sequence(flags, depth + 1, False)
        no = []
        if source.match('|'):
            no = self.sequence(flags, depth + 1, False)
            if source.next == '|':
                raise source.error('conditional backref with more than two branches')
        if not source.match(')'):
            raise source.error('missing ), unterminated subpattern', source.tell() - start)
        return ('if', number, yes, no)

    def inline_flags(self, c):
        """(flags on, flags off) of a group, or None when they are for the whole pattern."""
        source = self.source
        add = remove = 0
        if c != '-':
            while True:
                flag = FLAGS[c]
                if source.is_text and c == 'L':
                    raise source.error("bad inline flags: cannot use 'L' flag with a str pattern")
                if not source.is_text and c == 'u':
                    raise source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                add |= flag
                if flag & TYPE_FLAGS and (add & TYPE_FLAGS) != flag:
                    raise source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                c = source.get()
                if c is None:
                    raise source.error('missing -, : or )')
                if c in ')-:':
                    break
                if c not in FLAGS:
                    raise source.error('unknown flag' if c.isalpha() else 'missing -, : or )', len(c))
        if c == ')':
            self.flags |= add
            return None
        if c == '-':
            c = source.get()
            if c is None:
                raise source.error('missing flag')
            if c not in FLAGS:
                raise source.error('unknown flag' if c.isalpha() else 'missing flag', len(c))
            while True:
                flag = FLAGS[c]
                if flag & TYPE_FLAGS:
                    raise source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                remove |= flag
                c = source.get()
                if c is None:
                    raise source.error('missing :')
                if c == ':':
                    break
                if c not in FLAGS:
                    raise source.error('unknown flag' if c.isalpha() else 'missing :', len(c))
        if add & remove:
            raise source.error('bad inline flags: flag turned on and off', 1)
        return add, remove

    # -- characters

    def code_point(self, escape):
        """The character that \\x, \\u, \\U, \\N or an octal escape names; None where it is none of these."""
        source = self.source
        c = escape[1]
        wanted = {'x': 2, 'u': 4, 'U': 8}.get(c)
        if wanted is not None and (c == 'x' or source.is_text):
            escape += source.get_while(wanted, _HEX)
            if len(escape) != wanted + 2:
                raise source.error(f'incomplete escape {escape}', len(escape))
            code = int(escape[2:], 16)
            if code > 0x10ffff:
                raise source.error(f'bad escape {escape}', len(escape))
            return code
        if c == 'N' and source.is_text:
            if not source.match('{'):
                raise source.error('missing {')
            name = source.get_until('}', 'character name')
            try:
                if not name.replace(' ', '').replace('-', '').isalnum():
                    raise SyntaxError
                # the compiler knows the names
                return ord(eval('"\\N{' + name + '}"'))
            except SyntaxError:
                raise source.error(f'undefined character name {name!r}', len(name) + len(r'\N{}')) from None
        return None

    def plain_escape(self, escape):
        if escape[1] in _LETTERS:
            raise self.source.error(f'bad escape {escape}', len(escape))
        return ord(escape[1])

    def escape(self, escape, flags):
        source = self.source
        if escape in _CATEGORIES:
            return ('set', False, 0, [(1, self.category(_CATEGORIES[escape], flags), 0)])
        if escape in ('\\A', '\\Z', '\\b', '\\B'):
            ascii_only = not source.is_text or flags & A
            return ('at', {'\\A': 0, '\\Z': 4, '\\b': 7 if ascii_only else 5, '\\B': 8 if ascii_only else 6}[escape])
        mode = self.mode(flags)
        if escape in _CONTROL:
            return ('char', _CONTROL[escape], mode)
        code = self.code_point(escape)
        if code is not None:
            return ('char', code, mode)
        c = escape[1]
        if c == '0':
            escape += source.get_while(2, _OCTAL)
            return ('char', int(escape[1:], 8), mode)
        if c in _DIGITS:
            if source.next in _DIGITS:
                escape += source.get()
                if escape[1] in _OCTAL and escape[2] in _OCTAL and source.next in _OCTAL:
                    escape += source.get()
                    code = int(escape[1:], 8)
                    if code > 0o377:
                        raise source.error(f'octal escape value {escape} outside of range 0-0o377', len(escape))
                    return ('char', code, mode)
            number = int(escape[1:])
            if number < len(self.closed):
                if not self.is_closed(number):
                    raise source.error('cannot refer to an open group', len(escape))
                self.check_behind(number)
                return ('ref', number, mode)
            raise source.error(f'invalid group reference {number}', len(escape) - 1)
        return ('char', self.plain_escape(escape), mode)

    def set_item(self, this, flags):
        """(0, low, high) of a character or (1, category, 0)."""
        source = self.source
        if this[0] != '\\':
            return 0, ord(this), ord(this)
        if this in _CATEGORIES:
            return 1, self.category(_CATEGORIES[this], flags), 0
        code = _CONTROL.get(this)
        if code is None:
            code = self.code_point(this)
        if code is None:
            c = this[1]
            if c in _OCTAL:
                this += source.get_while(2, _OCTAL)
                code = int(this[1:], 8)
                if code > 0o377:
                    raise source.error(f'octal escape value {this} outside of range 0-0o377', len(this))
            elif c in _DIGITS:
                raise source.error(f'bad escape {this}', len(this))
            else:
                code = self.plain_escape(this)
        return 0, code, code

    def charset(self, flags):
        source = self.source
        here = source.tell() - 1
        items = []
        negated = source.match('^')
        while True:
            this = source.get()
            if this is None:
                raise source.error('unterminated character set', source.tell() - here)
            if this == ']' and items:
                break
            low = self.set_item(this, flags)
            if not source.match('-'):
                items.append(low)
                continue
            that = source.get()
            if that is None:
                raise source.error('unterminated character set', source.tell() - here)
            if that == ']':
                items.append(low)
                items.append((0, 45, 45))
                break
            high = self.set_item(that, flags)
            if low[0] or high[0] or high[1] < low[1]:
                raise source.error(f'bad character range {this}-{that}', len(this) + 1 + len(that))
            items.append((0, low[1], high[1]))
        return ('set', negated, self.mode(flags), items)


def parse(pattern, flags):
    """(tree, flags, names, number of groups)"""
    parser = Parser(Source(pattern), flags)
    tree = parser.whole()
    return tree, check_flags(parser.source.is_text, parser.flags), parser.names, len(parser.closed) - 1


def check_flags(is_text, flags):
    if is_text:
        if flags & L:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if flags & A and flags & U:
            raise ValueError('ASCII and UNICODE flags are incompatible')
        return flags if flags & A else flags | U
    if flags & U:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')
    if flags & L and flags & A:
        raise ValueError('ASCII and LOCALE flags are incompatible')
    return flags


def parse_template(text, groups, names):
    """A replacement as a list of texts and group numbers."""
    source = Source(text)
    out = []
    literal = []

    def add(part):
        literal.append(part)

    def add_group(number, back):
        if number > groups:
            raise source.error(f'invalid group reference {number}', back)
        if literal:
            out.append(''.join(literal))
            literal.clear()
        out.append(number)

    while True:
        this = source.get()
        if this is None:
            break
        if this[0] != '\\':
            add(this)
            continue
        c = this[1]
        if c == 'g':
            if not source.match('<'):
                raise source.error('missing <')
            name = source.get_until('>', 'group name')
            if name.isidentifier():
                source.check_name(name, 1)
                if name not in names:
                    raise IndexError(f'unknown group name {name!r}')
                number = names[name]
            else:
                try:
                    number = int(name)
                except ValueError:
                    number = -1
                if number < 0:
                    raise source.error(f'bad character in group name {name!r}', len(name) + 1)
                if number >= MAXGROUPS:
                    raise source.error(f'invalid group reference {number}', len(name) + 1)
            add_group(number, len(name) + 1)
        elif c == '0':
            this += source.get_while(2, _OCTAL)
            add(chr(int(this[1:], 8) & 0xff))
        elif c in _DIGITS:
            octal = False
            if source.next in _DIGITS:
                this += source.get()
                if c in _OCTAL and this[2] in _OCTAL and source.next in _OCTAL:
                    this += source.get()
                    octal = True
                    code = int(this[1:], 8)
                    if code > 0o377:
                        raise source.error(f'octal escape value {this} outside of range 0-0o377', len(this))
                    add(chr(code))
            if not octal:
                add_group(int(this[1:]), len(this) - 1)
        elif this in _CONTROL:
            add(chr(_CONTROL[this]))
        elif c in _LETTERS:
            raise source.error(f'bad escape {this}', len(this))
        else:
            add(this)
    if literal:
        out.append(''.join(literal))
    if not source.is_text:
        out = [part if isinstance(part, int) else part.encode('latin1') for part in out]
    return out
