"""_net_http: one HTTP exchange, for `http.client`, `urllib.request` and `requests`: with the simulated network, or with a server
that runs on this simulated machine, over its sockets."""

import _net
from _net import Failure, Reply


class Headers:
    """HTTP headers: names in any case, several values of one name."""

    def __init__(self, pairs=()):
        self._pairs = [(str(name), str(value)) for name, value in pairs]

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._pairs.append((name, str(value)))

    def __delitem__(self, name):
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()]

    def __contains__(self, name):
        return any(key.lower() == name.lower() for key, _ in self._pairs)

    def __iter__(self):
        return iter([key for key, _ in self._pairs])

    def __len__(self):
        return len(self._pairs)

    def get(self, name, failobj=None):
        for key, value in self._pairs:
            if key.lower() == name.lower():
                return value
        return failobj

    def get_all(self, name, failobj=None):
        return [value for key, value in self._pairs if key.lower() == name.lower()] or failobj

    def add_header(self, name, value, **params):
        extra = ''.join(f'; {key}="{text}"' for key, text in params.items())
        self._pairs.append((name, value + extra))

    def replace_header(self, name, value):
        self._pairs = [(key, value if key.lower() == name.lower() else old) for key, old in self._pairs]

    def keys(self):
        return [key for key, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def get_content_type(self):
        return (self.get('Content-Type') or 'text/plain').partition(';')[0].strip().lower()

    def get_content_maintype(self):
        return self.get_content_type().partition('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().partition('/')[2]

    def get_content_charset(self, failobj=None):
        return charset_of(self.get('Content-Type') or '', failobj)

    def as_string(self):
        return ''.join(f'{key}: {value}\n' for key, value in self._pairs) + '\n'

    __str__ = as_string

    def __bytes__(self):
        return self.as_string().encode('latin-1')


def charset_of(content_type, default=None):
    for part in content_type.split(';')[1:]:
        name, _, value = part.strip().partition('=')
        if name.lower() == 'charset':
            return value.strip('"\' ').lower()
    return default


def read_head(file):
    """The first line and the header pairs of a message; None at the end of the connection."""
    line = file.readline(65537)
    if not line:
        return None
    if not line.strip():
        return '', []
    pairs = []
    while True:
        text = file.readline(65537).decode('latin-1')
        if text in ('\r\n', '\n', ''):
            return line.decode('latin-1').rstrip('\r\n'), pairs
        if text[0] in ' \t' and pairs:
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + ' ' + text.strip())
            continue
        name, _, value = text.partition(':')
        pairs.append((name.strip(), value.strip()))


def read_body(file, headers, to_end):
    """The body of a message: chunked, of a given length, or up to the end of the connection."""
    if 'chunked' in (headers.get('Transfer-Encoding') or '').lower():
        parts = []
        while True:
            size = int(file.readline(65537).split(b';')[0].strip() or b'0', 16)
            if size == 0:
                while file.readline(65537) not in (b'\r\n', b'\n', b''):
                    pass
                return b''.join(parts)
            parts.append(file.read(size))
            file.readline(65537)
    length = headers.get('Content-Length')
    if length is not None:
        return file.read(int(length))
    return file.read() if to_end else b''


def local_exchange(method, target, headers, body, timeout):
    """A request to a server on this machine."""
    import socket
    sock = socket.create_connection((target.host or 'localhost', target.port), timeout)
    try:
        lines = [f'{method} {target.shown()} HTTP/1.1']
        names = {name.lower() for name, _ in headers}
        if 'host' not in names:
            lines.append(f'Host: {target.host}:{target.port}')
        if body and 'content-length' not in names and 'transfer-encoding' not in names:
            lines.append(f'Content-Length: {len(body)}')
        lines.extend(f'{name}: {value}' for name, value in headers if name.lower() != 'connection')
        lines.append('Connection: close')
        sock.sendall(('\r\n'.join(lines) + '\r\n\r\n').encode('latin-1') + body)
        with sock.makefile('rb') as file:
            head = read_head(file)
            if head is None:
                raise ConnectionResetError(104, 'Connection reset by peer')
            line, pairs = head
            words = line.split(None, 2)
            if len(words) < 2 or not words[0].startswith('HTTP/') or not words[1].isdigit():
                raise BadStatus(line)
            status = int(words[1])
            known = Headers(pairs)
            empty = method == 'HEAD' or status in (204, 304) or 100 <= status < 200
            data = b'' if empty else read_body(file, known, True)
            return Reply(status, words[2] if len(words) > 2 else '', pairs, data)
    finally:
        sock.close()


class BadStatus(Exception):
    """A reply that is not HTTP."""


def exchange(method, url, headers, body, timeout=None, pool=None):
    """The reply to a request, after waiting for it. Raises Failure, or OSError for a server of this machine."""
    target = _net.target_of(url)
    if _net.is_local(target.host):
        try:
            return local_exchange(method, target, headers, body, timeout)
        except ConnectionRefusedError:
            import _net_page
            if not _net_page.is_page(target):
                raise
            return _net_page.fetch(method, url, headers, body, timeout)
    planned = _net.plan(method, url, headers, body, pool)
    return _net.perform(planned, None if timeout is None else int(timeout * 1e9))


if _net._origin() is not None:
    import _net_page
    _simulated = exchange

    def exchange(method, url, headers, body, timeout=None, pool=None):
        target = _net.target_of(url)
        if _net_page.is_page(target) and not _net.is_local(target.host):
            return _net_page.fetch(method, url, headers, body, timeout)
        return _simulated(method, url, headers, body, timeout, pool)


def failed(failure):
    """The OSError that a Failure is to sockets."""
    import socket
    if failure.kind == 'dns':
        return socket.gaierror(-2, 'Name or service not known')
    if failure.kind == 'refused':
        return ConnectionRefusedError(111, 'Connection refused')
    if failure.message == 'timed out':
        return TimeoutError('timed out')
    return TimeoutError(110, 'Connection timed out')
