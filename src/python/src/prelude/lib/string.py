"""string: constants, Template, Formatter."""

import re as _re
from collections import ChainMap as _ChainMap

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits', 'printable',
           'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
_visible = ''.join(map(chr, range(33, 127)))
digits, octdigits, hexdigits = '0123456789', '01234567', '0123456789abcdefABCDEF'
ascii_lowercase, ascii_uppercase = (''.join(filter(kind, _visible)) for kind in (str.islower, str.isupper))
ascii_letters = f'{ascii_lowercase}{ascii_uppercase}'
punctuation = ''.join(c for c in _visible if not c.isalnum())
printable = ''.join((digits, ascii_letters, punctuation, whitespace))


def capwords(s, sep=None):
    words = s.split(sep)
    return (sep or ' ').join(map(str.capitalize, words))


_no_mapping = {}


class Template:
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            pattern = cls.pattern
        else:
            mark = _re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (rf'{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))')
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        at = match.start('invalid')
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = at - len(''.join(lines[:-1]))
            line = len(lines)
        raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')

    def _found(self, match):
        """The kind of a placeholder, and its name where it has one."""
        for kind in ('named', 'braced', 'escaped', 'invalid'):
            text = match.group(kind)
            if text is not None:
                return kind, text
        raise ValueError('Unrecognized named group in pattern', self.pattern)

    def _filled(self, mapping, kws, lenient):
        values = kws if mapping is _no_mapping else _ChainMap(kws, mapping) if kws else mapping

        def value(match):
            kind, name = self._found(match)
            if kind == 'escaped':
                return self.delimiter
            if kind == 'invalid':
                return match.group() if lenient else self._invalid(match)
            try:
                return str(values[name])
            except KeyError:
                if lenient:
                    return match.group()
                raise

        return self.pattern.sub(value, self.template)

    def substitute(self, mapping=_no_mapping, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping=_no_mapping, /, **kws):
        return self._filled(mapping, kws, True)

    def is_valid(self):
        kinds = (self._found(match)[0] for match in self.pattern.finditer(self.template))
        return all(kind != 'invalid' for kind in kinds)

    def get_identifiers(self):
        found = dict.fromkeys(self._found(match) for match in self.pattern.finditer(self.template))
        return list(dict.fromkeys(name for kind, name in found if kind in ('named', 'braced')))


Template.__init_subclass__()


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, *_ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto)
                auto += 1
            elif name.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, spec))
        return ''.join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """(literal, field name, spec, conversion) of each field; the name is None after the last literal."""
        text = format_string
        at = 0
        literal = ''
        while at < len(text):
            c = text[at]
            if c in '{}' and text[at + 1:at + 2] == c:
                yield literal + c, None, None, None
                literal = ''
                at += 2
                continue
            if c == '}':
                raise ValueError("Single '}' encountered in format string")
            if c != '{':
                end = at
                while end < len(text) and text[end] not in '{}':
                    end += 1
                literal += text[at:end]
                at = end
                continue
            at += 1
            if at >= len(text):
                raise ValueError("Single '{' encountered in format string")
            start = at
            depth = 1
            brackets = False
            while at < len(text):
                if text[at] == '{':
                    depth += 1
                elif text[at] == '}':
                    depth -= 1
                    if not depth:
                        break
                at += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            field = text[start:at]
            at += 1
            end = 0
            while end < len(field) and (brackets or field[end] not in '!:'):
                if field[end] == '[':
                    brackets = True
                elif field[end] == ']':
                    brackets = False
                end += 1
            name, rest = field[:end], field[end:]
            conversion = None
            if rest.startswith('!'):
                if len(rest) < 2:
                    raise ValueError("end of string while looking for conversion specifier")
                conversion = rest[1]
                rest = rest[2:]
                if rest and rest[0] != ':':
                    raise ValueError("expected ':' after conversion specifier")
            yield literal, name, rest[1:], conversion
            literal = ''
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        end = 0
        while end < len(field_name) and field_name[end] not in '.[':
            end += 1
        first, rest = field_name[:end], field_name[end:]
        key = int(first) if first.isdigit() else first
        obj = self.get_value(key, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = 1
                while end < len(rest) and rest[end] not in '.[':
                    end += 1
                if end == 1:
                    raise ValueError('Empty attribute in format string')
                obj = getattr(obj, rest[1:end])
            else:
                end = rest.find(']')
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                if end == 1:
                    raise ValueError('Empty attribute in format string')
                index = rest[1:end]
                obj = obj[int(index) if index.isdigit() else index]
                end += 1
                if rest[end:end + 1] not in ('', '.', '['):
                    raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            rest = rest[end:]
        return obj, key
