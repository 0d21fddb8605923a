"""aiohttp: an HTTP client for coroutines, over the simulated network (see `_net`). In the shape of aiohttp 3.9.

Hosts of the network answer as `_net` says; hosts of this machine are asked through asyncio's streams.
"""

import asyncio
import json as _json
import _net
from _net_http import Headers
from asyncio.streams import _io_wait
from urllib.parse import urlencode, urljoin

__version__ = '3.9.5'


class ClientError(Exception):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    def __init__(self, host, port, ssl, problem):
        super().__init__(problem.errno, problem.strerror)
        self.host, self.port, self.ssl = host, port, ssl
        self.os_error = problem

    def __str__(self):
        shown = self.strerror
        return f'Cannot connect to host {self.host}:{self.port} ssl:{"default" if self.ssl else "default"} [{shown}]'


ClientConnectorDNSError = ClientConnectorError


class ServerDisconnectedError(ClientConnectionError):
    def __init__(self, message='Server disconnected'):
        super().__init__(message)


class ServerTimeoutError(ClientConnectionError, asyncio.TimeoutError):
    pass


ConnectionTimeoutError = ServerTimeoutError


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    pass


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, status=None, message='', headers=None):
        self.request_info, self.history = request_info, history
        self.status, self.message, self.headers = status, message, headers
        super().__init__(f'{status}, message={message!r}, url={request_info.real_url!r}')

    def __str__(self):
        return f'{self.status}, message={self.message!r}, url={self.request_info.real_url!r}'


class ContentTypeError(ClientResponseError):
    pass


class TooManyRedirects(ClientResponseError):
    pass


class HttpProcessingError(Exception):
    """A message that is no HTTP: the simulated hosts send none."""

    code, message, headers = 0, '', None


class http_exceptions:
    HttpProcessingError = HttpProcessingError


class client_exceptions:
    """The same exceptions, by the name of the module that has them."""


for _kind in (ClientError, ClientConnectionError, ClientOSError, ClientConnectorError, ServerDisconnectedError, ServerTimeoutError,
              ClientPayloadError, InvalidURL, ClientResponseError, ContentTypeError, TooManyRedirects):
    setattr(client_exceptions, _kind.__name__, _kind)
del _kind


class URL:
    """As much of yarl.URL as a response shows."""

    def __init__(self, text):
        self._text = str(text)
        self._target = _net.target_of(self._text)

    scheme = property(lambda self: self._target.scheme)
    host = property(lambda self: self._target.host)
    port = property(lambda self: self._target.port)
    path = property(lambda self: self._target.path)
    query_string = property(lambda self: self._target.query)

    def __str__(self):
        return self._text

    def __repr__(self):
        return f'URL({self._text!r})'

    def __eq__(self, other):
        return self._text == str(other)

    def __hash__(self):
        return hash(self._text)


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None):
        self.total, self.connect, self.sock_read, self.sock_connect = total, connect, sock_read, sock_connect


_DEFAULT_TIMEOUT = ClientTimeout(total=300)


class BasicAuth:
    def __init__(self, login, password='', encoding='latin1'):
        self.login, self.password = login, password

    def encode(self):
        import base64
        return 'Basic ' + base64.b64encode(f'{self.login}:{self.password}'.encode()).decode()


class TCPConnector:
    """How many connections there may be at a time: `limit` in all, `limit_per_host` to each host."""

    def __init__(self, *, limit=100, limit_per_host=0, ssl=True, ttl_dns_cache=10, **kwargs):
        self.limit, self.limit_per_host = limit, limit_per_host
        self._places = asyncio.Semaphore(limit) if limit else None
        self._hosts = {}
        self._pool = set()
        self.closed = False

    def _semaphores(self, host):
        found = []
        if self._places is not None:
            found.append(self._places)
        if self.limit_per_host:
            if host not in self._hosts:
                self._hosts[host] = asyncio.Semaphore(self.limit_per_host)
            found.append(self._hosts[host])
        return found

    async def close(self):
        self.closed = True


class _RequestInfo:
    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method, self.headers = method, headers


class _Content:
    """The body as a stream."""

    def __init__(self, response):
        self._response = response
        self._at = 0

    async def read(self, n=-1):
        body = await self._response.read()
        part = body[self._at:] if n < 0 else body[self._at:self._at + n]
        self._at += len(part)
        return part

    async def iter_chunked(self, n):
        while part := await self.read(n):
            yield part

    async def iter_any(self):
        if part := await self.read():
            yield part

    def __aiter__(self):
        return self

    async def __anext__(self):
        body = await self._response.read()
        if self._at >= len(body):
            raise StopAsyncIteration
        end = body.find(b'\n', self._at) + 1 or len(body)
        line, self._at = body[self._at:end], end
        return line


class ClientResponse:
    def __init__(self, method, url, reply, rest_nanos, release):
        self.method = method
        self.url = self.real_url = URL(url)
        self.status, self.reason = reply.status, reply.reason
        self.headers = Headers(reply.headers)
        self.history = ()
        self.request_info = _RequestInfo(self.url, method, Headers())
        self.cookies = {}
        self.content = _Content(self)
        self._body = reply.body
        self._rest_nanos = rest_nanos
        self._release = release
        self._read = False

    ok = property(lambda self: self.status < 400)
    content_type = property(lambda self: self.headers.get_content_type())
    charset = property(lambda self: self.headers.get_content_charset())
    host = property(lambda self: self.url.host)
    content_length = property(lambda self: int(self.headers.get('Content-Length') or len(self._body)))
    closed = property(lambda self: self._release is None)

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers}'

    def raise_for_status(self):
        if self.status >= 400:
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason,
                                      headers=self.headers)

    async def read(self):
        if not self._read:
            if self._rest_nanos:
                await _io_wait(self._rest_nanos, f'the body of {self.url.path} from {self.url.host}')
            self._read = True
            self.release()
        return self._body

    async def text(self, encoding=None, errors='strict'):
        body = await self.read()
        return body.decode(encoding or self.charset or 'utf-8', errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        body = await self.read()
        if content_type and content_type not in (self.headers.get('Content-Type') or '').lower():
            if not self.content_type.endswith('+json'):
                raise ContentTypeError(
                    self.request_info, self.history, status=self.status,
                    message=f'Attempt to decode JSON with unexpected mimetype: {self.headers.get("Content-Type")}',
                    headers=self.headers)
        text = body.decode(encoding or 'utf-8').strip()
        return loads(text) if text else None

    def release(self):
        release, self._release = self._release, None
        if release is not None:
            release()

    close = release

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        self.release()


class _RequestManager:
    """Awaited it gives the response; as a block it gives it and releases its connection at the end."""

    def __init__(self, coro):
        self._coro = coro
        self._response = None

    def __await__(self):
        return self._coro.__await__()

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    async def __aenter__(self):
        self._response = await self._coro
        return self._response

    async def __aexit__(self, *details):
        self._response.release()


class ClientSession:
    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=None, raise_for_status=False, auth=None,
                 cookies=None, json_serialize=_json.dumps, trust_env=False, **kwargs):
        asyncio.get_running_loop()
        self._base_url = base_url
        self._connector = TCPConnector() if connector is None else connector
        self._headers = dict(headers or {})
        self._timeout = _timeout_of(timeout, _DEFAULT_TIMEOUT)
        self._raise_for_status = raise_for_status
        self._auth = auth
        self._dumps = json_serialize
        self._closed = False

    closed = property(lambda self: self._closed)
    connector = property(lambda self: self._connector)
    headers = property(lambda self: self._headers)
    timeout = property(lambda self: self._timeout)

    async def close(self):
        if not self._closed:
            self._closed = True
            await self._connector.close()
            await asyncio.sleep(0)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        await self.close()

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *details):
        pass

    def request(self, method, url, **kwargs):
        return _RequestManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request('GET', url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request('HEAD', url, allow_redirects=allow_redirects, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request('POST', url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, allow_redirects=True,
                       max_redirects=10, timeout=None, raise_for_status=None, auth=None, cookies=None, ssl=None,
                       proxy=None, **kwargs):
        if self._closed:
            raise RuntimeError('Session is closed')
        if data is not None and json is not None:
            raise ValueError('data and json parameters can not be used at the same time')
        url = str(url)
        if self._base_url is not None:
            url = urljoin(str(self._base_url), url)
        if '://' not in url:
            raise InvalidURL(url)
        if params:
            pairs = params.items() if hasattr(params, 'items') else params
            text = params if isinstance(params, str) else urlencode([(k, str(v)) for k, v in pairs])
            url += ('&' if '?' in url else '?') + text
        sent = {'User-Agent': f'Python/3.11 aiohttp/{__version__}', 'Accept': '*/*', **self._headers, **(headers or {})}
        body = b''
        if json is not None:
            body = self._dumps(json).encode()
            sent.setdefault('Content-Type', 'application/json')
        elif isinstance(data, dict):
            body = urlencode(data).encode()
            sent.setdefault('Content-Type', 'application/x-www-form-urlencoded')
        elif data is not None:
            body = data.encode() if isinstance(data, str) else bytes(data)
            sent.setdefault('Content-Type', 'text/plain; charset=utf-8' if isinstance(data, str)
                            else 'application/octet-stream')
        auth = auth or self._auth
        if auth is not None:
            sent['Authorization'] = auth.encode()
        limit = _timeout_of(timeout, self._timeout).total
        try:
            async with asyncio.timeout(limit or None):
                response = await self._follow(method, url, sent, body, allow_redirects, max_redirects)
        except TimeoutError:
            raise asyncio.TimeoutError() from None
        if raise_for_status is None and self._raise_for_status or raise_for_status:
            try:
                response.raise_for_status()
            except ClientResponseError:
                response.release()
                raise
        return response

    async def _follow(self, method, url, headers, body, allow_redirects, max_redirects):
        history = []
        while True:
            response = await self._once(method, url, headers, body)
            where = response.headers.get('Location')
            if not allow_redirects or response.status not in (301, 302, 303, 307, 308) or not where:
                response.history = tuple(history)
                return response
            history.append(response)
            response.release()
            if len(history) >= max_redirects:
                raise TooManyRedirects(response.request_info, tuple(history), status=response.status)
            if response.status == 303 or response.status in (301, 302) and method == 'POST':
                method, body = 'GET', b''
            url = urljoin(url, where)

    async def _once(self, method, url, headers, body):
        target = _net.target_of(url)
        held = []
        try:
            for semaphore in self._connector._semaphores(target.host):
                await semaphore.acquire()
                held.append(semaphore)

            def release():
                for semaphore in held:
                    semaphore.release()

            reply, rest = await _exchange(method, url, list(headers.items()), body, self._connector._pool)
        except BaseException:
            for semaphore in held:
                semaphore.release()
            raise
        return ClientResponse(method, url, reply, rest, release)


def _timeout_of(given, default):
    if given is None:
        return default
    if isinstance(given, (int, float)):
        return ClientTimeout(total=given)
    return given


async def _exchange(method, url, headers, body, pool):
    """The reply to a request once its headers are there, and how many nanoseconds its body still takes."""
    target = _net.target_of(url)
    if _net.is_local(target.host):
        try:
            return await local_exchange(method, target, headers, body), 0
        except OSError as problem:
            if (reply := await _of_page(method, url, target, headers, body)) is not None:
                return reply, 0
            raise ClientConnectorError(target.host, target.port, target.scheme == 'https', problem) from problem
    if _net._origin() is not None and (reply := await _of_page(method, url, target, headers, body)) is not None:
        return reply, 0
    planned = _net.plan(method, url, headers, body, pool)
    await _io_wait(planned.head_nanos, planned.what)
    failure = planned.failure
    if failure is not None:
        import socket
        if failure.kind == 'dns':
            problem = socket.gaierror(-2, 'Name or service not known')
        else:
            problem = OSError(110, f"Connect call failed ('{target.host}', {target.port})")
        raise ClientConnectorError(target.host, target.port, target.scheme == 'https', problem) from problem
    return planned.reply, planned.nanos - planned.head_nanos


async def _of_page(method, url, target, headers, body):
    """The reply of the page that runs the program live, if it is asked; None if not."""
    import _net_page
    if not _net_page.is_page(target):
        return None
    try:
        return await _net_page.fetch_later(method, url, headers, body)
    except _net.Failure as failure:
        problem = ConnectionRefusedError(111, failure.message)
        raise ClientConnectorError(target.host, target.port, target.scheme == 'https', problem) from None


async def local_exchange(method, target, headers, body):
    """A request to a server on this machine, over a stream."""
    reader, writer = await asyncio.open_connection(target.host, target.port)
    try:
        lines = [f'{method} {target.shown()} HTTP/1.1', f'Host: {target.host}:{target.port}']
        if body:
            lines.append(f'Content-Length: {len(body)}')
        lines.extend(f'{name}: {value}' for name, value in headers)
        lines.append('Connection: close')
        writer.write(('\r\n'.join(lines) + '\r\n\r\n').encode('latin-1') + body)
        await writer.drain()
        words = (await reader.readline()).decode('latin-1').split(None, 2)
        if len(words) < 2 or not words[1].isdigit():
            raise ServerDisconnectedError()
        pairs = []
        while (line := (await reader.readline()).decode('latin-1').rstrip('\r\n')):
            name, _, value = line.partition(':')
            pairs.append((name.strip(), value.strip()))
        known = Headers(pairs)
        length = known.get('Content-Length')
        if method == 'HEAD' or words[1] in ('204', '304'):
            data = b''
        elif 'chunked' in (known.get('Transfer-Encoding') or '').lower():
            parts = []
            while size := int((await reader.readline()).split(b';')[0].strip() or b'0', 16):
                parts.append(await reader.readexactly(size))
                await reader.readline()
            data = b''.join(parts)
        elif length is not None:
            data = await reader.readexactly(int(length))
        else:
            data = await reader.read()
        reason = words[2].strip() if len(words) > 2 else ''
        return _net.Reply(int(words[1]), reason, pairs, data)
    finally:
        writer.close()


def request(method, url, **kwargs):
    """One request with a session of its own."""
    async def once():
        async with ClientSession() as session:
            response = await session.request(method, url, **kwargs)
            await response.read()
            return response
    return _RequestManager(once())
