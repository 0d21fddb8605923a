"""urllib.error."""

from urllib.response import addinfourl

__all__ = ['ContentTooShortError', 'HTTPError', 'URLError']


class URLError(OSError):
    """A request that got no answer."""

    def __init__(self, reason, filename=None):
        self.reason = reason
        self.args = (reason,)
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f'<urlopen error {self.reason}>'


class ContentTooShortError(URLError):
    def __init__(self, message, content):
        super().__init__(message)
        self.content = content


class HTTPError(URLError, addinfourl):
    """An answer that says no: it can be read as the others."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.filename, self.code, self.msg = url, code, msg
        self.fp, self.hdrs = fp, hdrs
        if fp is not None:
            addinfourl.__init__(self, fp, hdrs, url, code)

    reason = property(lambda self: self.msg)

    def _take(self, headers):
        self.hdrs = headers

    headers = property(lambda self: self.hdrs, _take)

    def __str__(self):
        return f'HTTP Error {self.code}: {self.msg}'

    def __repr__(self):
        return f'<HTTPError {self.code}: {self.msg!r}>'
