"""http.cookies: cookies as text, the simple ones."""


class CookieError(Exception):
    pass


class Morsel(dict):
    _names = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age',
              'secure': 'Secure', 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}

    def __init__(self):
        super().__init__((key, '') for key in self._names)
        self.key = self.value = self.coded_value = None

    def set(self, key, val, coded_val):
        self.key, self.value, self.coded_value = key, val, coded_val

    def OutputString(self, attrs=None):
        parts = [f'{self.key}={self.coded_value}']
        for key, value in sorted(self.items()):
            if value == '':
                continue
            parts.append(self._names[key] if key in ('secure', 'httponly') and value else f'{self._names[key]}={value}')
        return '; '.join(parts)

    def output(self, attrs=None, header='Set-Cookie:'):
        return f'{header} {self.OutputString(attrs)}'

    __str__ = output


class SimpleCookie(dict):
    def __init__(self, input=None):
        super().__init__()
        if input:
            self.load(input)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
            return
        morsel = self.get(key, Morsel())
        text = str(value)
        plain = all(c.isalnum() or c in "!#$%&'*+-.^_`|~:" for c in text)
        morsel.set(key, text, text if plain else '"' + text.replace('"', '\\"') + '"')
        dict.__setitem__(self, key, morsel)

    def load(self, rawdata):
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        last = None
        for part in rawdata.split(';'):
            key, mark, value = part.strip().partition('=')
            if key.lower() in Morsel._names and last is not None:
                last[key.lower()] = value.strip('"') if mark else True
            elif mark:
                self[key] = value.strip('"')
                last = self[key]

    def output(self, attrs=None, header='Set-Cookie:', sep='\r\n'):
        return sep.join(value.output(attrs, header) for key, value in sorted(self.items()))

    __str__ = output


BaseCookie = SimpleCookie
