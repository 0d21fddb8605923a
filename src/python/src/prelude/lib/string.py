"""string."""

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _expand(self, values, strict):
        text = self.template
        mark = self.delimiter
        out = []
        at = 0
        while True:
            found = text.find(mark, at)
            if found < 0:
                out.append(text[at:])
                return ''.join(out)
            out.append(text[at:found])
            at = found + len(mark)
            if text.startswith(mark, at):
                out.append(mark)
                at += len(mark)
                continue
            braced = text.startswith('{', at)
            start = at + braced
            end = start
            while end < len(text) and text[end].isascii() and (text[end] == '_' or text[end].isalpha()
                                                               or (end > start and text[end].isdigit())):
                end += 1
            name = text[start:end]
            if not name or (braced and not text.startswith('}', end)):
                if strict:
                    before = text[:found]
                    line = before.count('\n') + 1
                    raise ValueError(f'Invalid placeholder in string: line {line}, col {found - before.rfind(chr(10))}')
                out.append(mark)
                continue
            stop = end + braced
            if strict or name in values:
                out.append(str(values[name]))
            else:
                out.append(text[found:stop])
            at = stop

    def substitute(self, mapping={}, /, **kws):
        return self._expand({**mapping, **kws}, True)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._expand({**mapping, **kws}, False)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
