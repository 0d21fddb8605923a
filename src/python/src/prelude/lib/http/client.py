"""http.client: requests to simulated hosts, and to servers on this simulated machine."""

import _net
from _net_http import BadStatus, Failure, Headers, charset_of, exchange, failed
from http import HTTPStatus
import io
import sys

HTTP_PORT, HTTPS_PORT = 80, 443
responses = {status.value: status.phrase for status in HTTPStatus}
for _status in HTTPStatus:
    sys.modules[__name__].__dict__[_status.name] = _status


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    pass


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        super().__init__(line or repr(line))
        self.line = line


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    pass


class IncompleteRead(HTTPException):
    pass


class LineTooLong(HTTPException):
    pass


error = HTTPException
HTTPMessage = Headers


class HTTPResponse(io.BufferedIOBase):
    """A reply, read like a file."""

    def __init__(self, reply, url, method):
        self._file = io.BytesIO(reply.body)
        self.status = self.code = reply.status
        self.reason = self.msg = reply.reason
        self.version = 11
        self.headers = self.msg = Headers(reply.headers)
        self.url = url
        self.length = len(reply.body)
        self.chunked = False
        self.will_close = False
        self.debuglevel = 0
        self._method = method

    def readable(self):
        return True

    def read(self, amt=None):
        data = self._file.read(-1 if amt is None else amt)
        self.length = max(self.length - len(data), 0)
        return data

    def read1(self, n=-1):
        return self.read(n)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, limit=-1):
        return self._file.readline(limit)

    def peek(self, n=-1):
        at = self._file.tell()
        data = self._file.read(n)
        self._file.seek(at)
        return data

    def getheader(self, name, default=None):
        values = self.headers.get_all(name)
        return ', '.join(values) if values else default

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status

    def isclosed(self):
        return self.closed

    def fileno(self):
        return 3

    def flush(self):
        pass


class HTTPConnection:
    default_port = HTTP_PORT
    _scheme = 'http'
    response_class = HTTPResponse
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        if port is None:
            name, mark, number = host.rpartition(':')
            if mark and ']' not in number:
                if number and not number.isdigit():
                    raise InvalidURL(f"nonnumeric port: '{number}'")
                host, port = name, int(number or self.default_port)
            else:
                port = self.default_port
        self.host = host.strip('[]')
        self.port = port
        self.timeout = timeout
        self.sock = None
        self._pool = set()
        self._request = None
        self._tunnel = None

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        self._tunnel = (host, port)

    def connect(self):
        try:
            _net.address_of(self.host)
        except Failure as failure:
            _net.wait(30_000_000, f'the address of {self.host}')
            raise failed(failure) from None
        if not _net.is_local(self.host):
            _net.wait(_net.connect_nanos(self._scheme, self.host), f'a connection to {self.host}')
            self._pool.add((self._scheme, self.host, self.port))

    def close(self):
        self._pool.clear()
        self._request = None

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        self.putrequest(method, url)
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = body.encode('iso-8859-1')
        elif hasattr(body, 'read'):
            body = body.read()
            body = body.encode('iso-8859-1') if isinstance(body, str) else body
        elif body is not None and not isinstance(body, (bytes, bytearray)):
            body = b''.join(body)
        self.endheaders(body)

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._request is not None:
            raise CannotSendRequest('Request-sent' if self._request[4] else 'Request-started')
        self._request = [method, url or '/', [('Host', self.host), ('Accept-Encoding', 'identity')], b'', False]

    def putheader(self, header, *values):
        if self._request is None:
            raise CannotSendHeader()
        shown = [value.decode('latin-1') if isinstance(value, bytes) else str(value) for value in values]
        self._request[2].append((header, '\r\n\t'.join(shown)))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._request is None:
            raise CannotSendHeader()
        if message_body:
            self._request[3] += bytes(message_body)
        self._request[4] = True

    def send(self, data):
        if self._request is None:
            raise NotConnected()
        self._request[3] += data.read() if hasattr(data, 'read') else bytes(data)

    def getresponse(self):
        if self._request is None:
            raise ResponseNotReady('Idle')
        method, path, headers, body, _ = self._request
        self._request = None
        shown = '' if self.port == self.default_port else f':{self.port}'
        url = path if '://' in path else f'{self._scheme}://{self.host}{shown}{path}'
        try:
            reply = exchange(method, url, headers, body, self.timeout, self._pool)
        except Failure as failure:
            raise failed(failure) from None
        except BadStatus as problem:
            raise BadStatusLine(str(problem)) from None
        return HTTPResponse(reply, url, method)


class HTTPSConnection(HTTPConnection):
    default_port = HTTPS_PORT
    _scheme = 'https'

    def __init__(self, host, port=None, *, timeout=None, context=None, **kwargs):
        super().__init__(host, port, timeout)
