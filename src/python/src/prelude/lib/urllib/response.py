"""urllib.response: replies as files."""


class addbase:
    def __init__(self, fp):
        self.name, self.fp = '<urllib response>', fp

    closed = property(lambda self: self.fp.closed)

    def close(self):
        self.fp.close()

    def read(self, *args):
        return self.fp.read(*args)

    def readline(self, *args):
        return self.fp.readline(*args)

    def readlines(self, *args):
        return self.fp.readlines(*args)

    def __iter__(self):
        return iter(self.fp)

    def __exit__(self, *error):
        self.close()

    def __enter__(self):
        return self


class addinfo(addbase):
    """With the headers."""

    def __init__(self, fp, headers):
        addbase.__init__(self, fp)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addinfo):
    """With the address that it came from, and the status."""

    def __init__(self, fp, headers, url, code=None):
        addinfo.__init__(self, fp, headers)
        self.code, self.url = code, url

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code

    status = property(getcode)
