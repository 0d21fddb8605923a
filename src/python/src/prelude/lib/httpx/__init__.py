"""httpx: HTTP with and without coroutines, over the simulated network (see `_net`). In the shape of httpx 0.27."""

import base64 as _base64
import contextlib as _contextlib
import datetime as _datetime
import http as _http
import json as _json
import _net
import _net_http
from _net_http import Headers as _Headers
from time import monotonic as _monotonic
from urllib.parse import urlencode, urljoin

__version__ = '0.27.0'


codes = _http.HTTPStatus


class HTTPError(Exception):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self.request = request


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class WriteTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class TooManyRedirects(RequestError):
    pass


class InvalidURL(Exception):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message, request=request)
        self.response = response


class URL:
    def __init__(self, text):
        self._text = str(text)
        self._target = _net.target_of(self._text)

    scheme = property(lambda self: self._target.scheme)
    host = property(lambda self: self._target.host)
    port = property(lambda self: self._target.port)
    path = property(lambda self: self._target.path)
    query = property(lambda self: self._target.query.encode())

    def __str__(self):
        return self._text

    def __repr__(self):
        return f'URL({self._text!r})'

    def __eq__(self, other):
        return self._text == str(other)

    def __hash__(self):
        return hash(self._text)


class Headers(_Headers):
    def __repr__(self):
        return f'Headers({dict((key.lower(), value) for key, value in self._pairs)!r})'


class Timeout:
    def __init__(self, timeout=5.0, *, connect=None, read=None, write=None, pool=None):
        self.connect = timeout if connect is None else connect
        self.read = timeout if read is None else read
        self.write = timeout if write is None else write
        self.pool = timeout if pool is None else pool


class Limits:
    def __init__(self, *, max_connections=100, max_keepalive_connections=20, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections


class HTTPTransport:
    """How connections are made: the simulated network has nothing to set, and connects or does not."""

    def __init__(self, **options):
        pass


AsyncHTTPTransport = HTTPTransport


class BasicAuth:
    def __init__(self, username, password):
        self._words = f'{username}:{password}'

    def _header(self):
        return 'Basic ' + _base64.b64encode(self._words.encode()).decode()


class Request:
    def __init__(self, method, url, *, params=None, headers=None, content=None, data=None, json=None, cookies=None, auth=None):
        url = str(url)
        if params:
            pairs = params.items() if hasattr(params, 'items') else params
            text = params if isinstance(params, str) else urlencode([(k, str(v)) for k, v in pairs])
            url += ('&' if '?' in url else '?') + text
        if '://' not in url:
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.")
        self.method = method.upper()
        self.url = URL(url)
        known = {'Accept': '*/*', 'User-Agent': f'python-httpx/{__version__}', **dict(headers or {})}
        if auth is not None:
            auth = BasicAuth(*auth) if isinstance(auth, tuple) else auth
            known['Authorization'] = auth._header()
        if cookies:
            known['Cookie'] = '; '.join(f'{name}={value}' for name, value in dict(cookies).items())
        body = b''
        if json is not None:
            body = _json.dumps(json).encode()
            known.setdefault('Content-Type', 'application/json')
        elif isinstance(data, dict):
            body = urlencode(data).encode()
            known.setdefault('Content-Type', 'application/x-www-form-urlencoded')
        elif content is not None or data is not None:
            body = content if content is not None else data
            body = body.encode() if isinstance(body, str) else bytes(body)
        self.content = body
        self.headers = Headers(known.items())

    def __repr__(self):
        return f'<Request({self.method!r}, {str(self.url)!r})>'


_PHRASES = {2: 'successful', 3: 'redirect', 4: 'client error', 5: 'server error'}


class Response:
    def __init__(self, status_code, *, headers=None, content=b'', request=None, reason=''):
        self.status_code = status_code
        self.headers = Headers(headers or ())
        self.content = content
        self.request = request
        self.reason_phrase = reason
        self.history = []
        self.http_version = 'HTTP/1.1'

    url = property(lambda self: self.request.url)
    encoding = property(lambda self: self.headers.get_content_charset('utf-8'))
    text = property(lambda self: self.content.decode(self.encoding, 'replace'))
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_error = property(lambda self: 400 <= self.status_code < 600)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_redirect = property(lambda self: self.status_code in (301, 302, 303, 307, 308))
    cookies = property(lambda self: {})

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'

    def json(self, **kwargs):
        return _json.loads(self.text, **kwargs)

    def raise_for_status(self):
        if self.is_success:
            return self
        kinds = {3: 'Redirect response', 4: 'Client error', 5: 'Server error'}
        kind = kinds.get(self.status_code // 100, 'Invalid status code')
        message = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'"
        if self.status_code // 100 == 3 and self.headers.get('Location'):
            message += f"\nRedirect location: '{self.headers.get('Location')}'"
        message += ('\nFor more information check: '
                    f'https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}')
        raise HTTPStatusError(message, request=self.request, response=self)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    # The simulated reply is whole when it comes; it is given out in pieces all the same.

    def iter_bytes(self, chunk_size=None):
        return _pieces(self.content, chunk_size)

    iter_raw = iter_bytes

    def iter_text(self, chunk_size=None):
        return _pieces(self.text, chunk_size)

    def iter_lines(self):
        return iter(self.text.splitlines())

    async def aiter_bytes(self, chunk_size=None):
        for piece in _pieces(self.content, chunk_size):
            yield piece

    aiter_raw = aiter_bytes

    async def aiter_text(self, chunk_size=None):
        for piece in _pieces(self.text, chunk_size):
            yield piece

    async def aiter_lines(self):
        for line in self.text.splitlines():
            yield line

    num_bytes_downloaded = property(lambda self: len(self.content))

    def close(self):
        pass

    async def aclose(self):
        pass


def _pieces(whole, size):
    size = size or 65536
    return (whole[at:at + size] for at in range(0, len(whole), size))


def _timed(response, begun):
    response.elapsed = _datetime.timedelta(seconds=_monotonic() - begun)
    return response


_UNSET = object()


class _BaseClient:
    def __init__(self, *, base_url='', headers=None, timeout=5.0, follow_redirects=False, params=None, limits=None,
                 max_redirects=20, auth=None, cookies=None, http2=False, verify=True, **kwargs):
        self.base_url = URL(base_url) if base_url else ''
        self.headers = Headers((headers or {}).items())
        self.timeout = timeout
        self.follow_redirects = follow_redirects
        self.max_redirects = max_redirects
        self.params = params
        self.auth = auth
        self.cookies = dict(cookies or {})
        self._limits = limits or Limits()
        self._pool = set()
        self._closed = False

    is_closed = property(lambda self: self._closed)

    def build_request(self, method, url, *, headers=None, params=None, cookies=None, auth=_UNSET, **kwargs):
        url = str(url)
        if self.base_url and '://' not in url:
            url = str(self.base_url).rstrip('/') + '/' + url.lstrip('/')
        merged = {**dict(self.headers.items()), **dict(headers or {})}
        return Request(method, url, headers=merged, params=params or self.params, cookies={**self.cookies, **(cookies or {})},
                       auth=self.auth if auth is _UNSET else auth, **kwargs)

    def _seconds(self, timeout):
        chosen = self.timeout if timeout is _UNSET else timeout
        return chosen.read if isinstance(chosen, Timeout) else chosen

    def _next(self, response, follow):
        """The request that follows a redirect, or None."""
        where = response.headers.get('Location')
        if not follow or not response.is_redirect or not where:
            return None
        request = response.request
        method = request.method
        if response.status_code == 303 or response.status_code in (301, 302) and method == 'POST':
            method = 'GET'
        return Request(method, urljoin(str(request.url), where), headers=dict(request.headers.items()))


def _failure(failure, request):
    if failure.kind == 'dns':
        return ConnectError('[Errno -2] Name or service not known', request=request)
    if failure.kind == 'timeout':
        return ConnectTimeout('', request=request)
    return ConnectError('All connection attempts failed', request=request)


class Client(_BaseClient):
    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._closed = True

    def send(self, request, *, follow_redirects=_UNSET, timeout=_UNSET, stream=False):
        if self._closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        follow = self.follow_redirects if follow_redirects is _UNSET else follow_redirects
        history, begun = [], _monotonic()
        while True:
            try:
                reply = _net_http.exchange(request.method, str(request.url), request.headers.items(), request.content,
                                           self._seconds(timeout), self._pool)
            except _net.Failure as failure:
                if failure.message == 'timed out':
                    raise ReadTimeout('The read operation timed out', request=request) from None
                raise _failure(failure, request) from None
            except OSError as problem:
                raise ConnectError(str(problem), request=request) from problem
            response = Response(reply.status, headers=reply.headers, content=reply.body, request=request,
                                reason=reply.reason)
            response.history = list(history)
            following = self._next(response, follow)
            if following is None:
                return _timed(response, begun)
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects('Exceeded maximum allowed redirects.', request=request)
            request = following

    @_contextlib.contextmanager
    def stream(self, method, url, **kwargs):
        yield self.request(method, url, **kwargs)

    def request(self, method, url, *, follow_redirects=_UNSET, timeout=_UNSET, **kwargs):
        return self.send(self.build_request(method, url, **kwargs), follow_redirects=follow_redirects, timeout=timeout)

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)


class AsyncClient(_BaseClient):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        import asyncio
        most = self._limits.max_connections
        self._places = asyncio.Semaphore(most) if most else None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        await self.aclose()

    async def aclose(self):
        self._closed = True

    async def _of_page(self, request, target):
        import _net_page
        if not _net_page.is_page(target):
            return None
        try:
            return await _net_page.fetch_later(request.method, str(request.url), request.headers.items(), request.content)
        except _net.Failure as failure:
            raise _failure(failure, request) from None

    async def _exchange(self, request):
        from aiohttp import ServerDisconnectedError, local_exchange
        from asyncio.streams import _io_wait
        target = _net.target_of(str(request.url))
        if _net.is_local(target.host):
            try:
                return await local_exchange(request.method, target, request.headers.items(), request.content)
            except (OSError, ServerDisconnectedError):
                if (reply := await self._of_page(request, target)) is not None:
                    return reply
                raise ConnectError('All connection attempts failed', request=request) from None
        if _net._origin() is not None and (reply := await self._of_page(request, target)) is not None:
            return reply
        planned = _net.plan(request.method, str(request.url), request.headers.items(), request.content, self._pool)
        await _io_wait(planned.nanos, planned.what)
        if planned.failure is not None:
            raise _failure(planned.failure, request)
        return planned.reply

    async def send(self, request, *, follow_redirects=_UNSET, timeout=_UNSET, stream=False):
        import asyncio
        if self._closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        follow = self.follow_redirects if follow_redirects is _UNSET else follow_redirects
        history, begun = [], _monotonic()
        while True:
            if self._places is not None:
                await self._places.acquire()
            try:
                async with asyncio.timeout(self._seconds(timeout)):
                    reply = await self._exchange(request)
            except TimeoutError:
                raise ReadTimeout('', request=request) from None
            finally:
                if self._places is not None:
                    self._places.release()
            response = Response(reply.status, headers=reply.headers, content=reply.body, request=request,
                                reason=reply.reason)
            response.history = list(history)
            following = self._next(response, follow)
            if following is None:
                return _timed(response, begun)
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects('Exceeded maximum allowed redirects.', request=request)
            request = following

    @_contextlib.asynccontextmanager
    async def stream(self, method, url, **kwargs):
        yield await self.request(method, url, **kwargs)

    async def request(self, method, url, *, follow_redirects=_UNSET, timeout=_UNSET, **kwargs):
        request = self.build_request(method, url, **kwargs)
        return await self.send(request, follow_redirects=follow_redirects, timeout=timeout)

    async def get(self, url, **kwargs):
        return await self.request('GET', url, **kwargs)

    async def options(self, url, **kwargs):
        return await self.request('OPTIONS', url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request('HEAD', url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request('POST', url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request('PUT', url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request('PATCH', url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request('DELETE', url, **kwargs)


def request(method, url, *, follow_redirects=False, timeout=5.0, **kwargs):
    with Client(follow_redirects=follow_redirects, timeout=timeout) as client:
        return client.request(method, url, **kwargs)


@_contextlib.contextmanager
def stream(method, url, **kwargs):
    yield request(method, url, **kwargs)


def get(url, **kwargs):
    return request('GET', url, **kwargs)


def options(url, **kwargs):
    return request('OPTIONS', url, **kwargs)


def head(url, **kwargs):
    return request('HEAD', url, **kwargs)


def post(url, **kwargs):
    return request('POST', url, **kwargs)


def put(url, **kwargs):
    return request('PUT', url, **kwargs)


def patch(url, **kwargs):
    return request('PATCH', url, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)
