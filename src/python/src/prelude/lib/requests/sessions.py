"""requests.sessions: a session keeps its connections open."""

import io
from time import monotonic_ns
from urllib.parse import urljoin, urlsplit

import _net
from _net_http import Failure, exchange
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, cookiejar_from_dict
from requests.exceptions import ConnectTimeout, ConnectionError, InvalidSchema, ReadTimeout, TooManyRedirects
from requests.models import DEFAULT_REDIRECT_LIMIT, REDIRECT_STATI, PreparedRequest, Request, Response
from requests.structures import CaseInsensitiveDict
from requests.utils import default_headers, get_encoding_from_headers


def _merged(own, common):
    if not common:
        return own
    if not own:
        return common
    found = {**dict(common), **dict(own)}
    return {key: value for key, value in found.items() if value is not None}


class Session:
    def __init__(self):
        self.headers = default_headers()
        self.auth = None
        self.proxies = {}
        self.hooks = {'response': []}
        self.params = {}
        self.stream = False
        self.verify = True
        self.cert = None
        self.max_redirects = DEFAULT_REDIRECT_LIMIT
        self.trust_env = True
        self.cookies = RequestsCookieJar()
        self.adapters = {'https://': HTTPAdapter(), 'http://': HTTPAdapter()}
        self._pool = set()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter

    def get_adapter(self, url):
        for prefix in sorted(self.adapters, key=len, reverse=True):
            if url.lower().startswith(prefix.lower()):
                return self.adapters[prefix]
        raise InvalidSchema(f"No connection adapters were found for {url!r}")

    def close(self):
        self._pool.clear()

    def prepare_request(self, request):
        prepared = PreparedRequest()
        headers = self.headers.copy()
        for name, value in dict(request.headers or {}).items():
            if value is None:
                headers.pop(name, None)
            else:
                headers[name] = value
        cookies = {**self.cookies, **dict(request.cookies or {})}
        prepared.prepare(request.method, request.url, headers, request.files, request.data,
                         _merged(request.params, self.params), request.auth or self.auth, cookies, request.hooks,
                         request.json)
        return prepared

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        made = Request(method.upper(), url, headers, files, data or {}, params or {}, auth, cookies, hooks, json)
        return self.send(self.prepare_request(made), timeout=timeout, allow_redirects=allow_redirects,
                         stream=self.stream if stream is None else stream)

    def send(self, request, *, timeout=None, allow_redirects=True, stream=False, verify=None, cert=None, proxies=None):
        history = []
        while True:
            response = self._once(request, timeout, stream)
            for name, value in response.cookies.items():
                self.cookies[name] = value
            if not (allow_redirects and response.is_redirect):
                break
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=response)
            request = self._redirected(request, response)
        response.history = history
        hooks = {**self.hooks, **(request.hooks or {})}.get('response') or []
        for hook in hooks if isinstance(hooks, (list, tuple)) else [hooks]:
            response = hook(response) or response
        return response

    def _redirected(self, request, response):
        following = request.copy()
        following.url = urljoin(request.url, response.headers['location'])
        status, method = response.status_code, request.method
        if status == 303 and method != 'HEAD' or status == 302 and method != 'HEAD' or status == 301 and method == 'POST':
            following.method = 'GET'
        if status not in (307, 308):
            following.body = None
            for name in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                following.headers.pop(name, None)
        following.headers.pop('Cookie', None)
        if self.cookies:
            following.headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in self.cookies.items())
        return following

    def _once(self, request, timeout, stream):
        adapter = self.get_adapter(request.url)
        retry = adapter._retry if isinstance(adapter, HTTPAdapter) else None
        tries = 0
        while True:
            response = self._attempt(request, timeout)
            if retry is None or response.status_code not in retry.status_forcelist or tries >= (retry.total or 0):
                break
            tries += 1
            if retry.backoff_factor and tries > 1:
                from time import sleep
                sleep(retry.backoff_factor * 2 ** (tries - 1))
        if not stream:
            response.content
        return response

    def _attempt(self, request, timeout):
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        parts = urlsplit(request.url)
        port = parts.port or (443 if parts.scheme == 'https' else 80)
        place = f"HTTP{'S' if parts.scheme == 'https' else ''}ConnectionPool(host='{parts.hostname}', port={port})"
        body = request.body or b''
        if isinstance(body, str):
            body = body.encode()
        started = monotonic_ns()
        host = parts.hostname or ''
        limit = read
        silent = not _net.is_local(host) and _net.exists(host) and not _net.answers(host)
        if silent:
            limit = connect
        try:
            reply = exchange(request.method, request.url, [('Host', parts.netloc), *request.headers.items()], bytes(body),
                             limit, self._pool)
        except Failure as failure:
            raise self._failed(failure, request, place, connect if silent else read, silent) from None
        except TimeoutError:
            raise ReadTimeout(f'{place}: Read timed out. (read timeout={read})', request=request) from None
        except OSError as problem:
            raise ConnectionError(f"{place}: Max retries exceeded with url: {request.path_url} (Caused by "
                                  f"NewConnectionError('<urllib3.connection.HTTPConnection object>: Failed to establish a "
                                  f"new connection: {problem}'))", request=request) from None
        response = Response()
        response.status_code = reply.status
        response.reason = reply.reason
        response.url = request.url
        response.request = request
        for name, value in reply.headers:
            if name.lower() == 'set-cookie':
                key, _, text = value.partition(';')[0].partition('=')
                response.cookies[key.strip()] = text
            response.headers[name] = value
        response.encoding = get_encoding_from_headers(response.headers)
        response.raw = _Raw(reply)
        response._elapsed_nanos = monotonic_ns() - started
        response.connection = self
        return response

    def _failed(self, failure, request, place, limit, silent):
        path = request.path_url
        if failure.kind == 'timeout' and failure.message == 'timed out':
            if silent:
                return ConnectTimeout(f"{place}: Max retries exceeded with url: {path} (Caused by ConnectTimeoutError("
                                      f"<urllib3.connection.HTTPConnection object>, 'Connection to "
                                      f"{urlsplit(request.url).hostname} timed out. (connect timeout={limit})'))",
                                      request=request)
            return ReadTimeout(f'{place}: Read timed out. (read timeout={limit})', request=request)
        return ConnectionError(f"{place}: Max retries exceeded with url: {path} (Caused by NewConnectionError("
                               f"'<urllib3.connection.HTTPConnection object>: Failed to establish a new connection: "
                               f"{failure.message}'))", request=request)

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)


class _Raw(io.BytesIO):
    """The body as urllib3 hands it on."""

    def __init__(self, reply):
        super().__init__(reply.body)
        self.status = reply.status
        self.reason = reply.reason
        self.headers = CaseInsensitiveDict(reply.headers)
        self.decode_content = False
        self.version = 11

    def stream(self, amt=65536, decode_content=None):
        while True:
            part = self.read(amt)
            if not part:
                return
            yield part

    def release_conn(self):
        pass


def session():
    return Session()
