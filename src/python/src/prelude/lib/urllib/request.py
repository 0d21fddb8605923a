"""urllib.request: opening URLs on the simulated network."""

import io
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.response import addinfourl
from _net_http import BadStatus, Failure, Headers, exchange, failed
from http.client import HTTPResponse, BadStatusLine

__version__ = '3.11'
_MOST_REDIRECTS = 10
_opener = None


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self.data = data
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return self._url

    @full_url.setter
    def full_url(self, url):
        parts = urlsplit(url)
        if not parts.scheme:
            raise ValueError(f"unknown url type: {url!r}")
        self._url = url
        self.type = parts.scheme
        self.host = parts.netloc
        self.selector = (parts.path or '/') + ('?' + parts.query if parts.query else '')
        self.fragment = parts.fragment or None

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return getattr(self, 'method', 'POST' if self.data is not None else 'GET')

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())

    def set_proxy(self, host, type):
        self.host = host


class BaseHandler:
    handler_order = 500
    parent = None

    def add_parent(self, parent):
        self.parent = parent


class HTTPHandler(BaseHandler):
    pass


class HTTPSHandler(BaseHandler):
    def __init__(self, debuglevel=0, context=None, check_hostname=None):
        pass


class HTTPRedirectHandler(BaseHandler):
    pass


class HTTPCookieProcessor(BaseHandler):
    def __init__(self, cookiejar=None):
        self.cookiejar = cookiejar


class ProxyHandler(BaseHandler):
    def __init__(self, proxies=None):
        self.proxies = proxies or {}


class HTTPPasswordMgr:
    def __init__(self):
        self.passwd = []

    def add_password(self, realm, uri, user, passwd):
        self.passwd.append((realm, uri, user, passwd))

    def find_user_password(self, realm, authuri):
        for known, uri, user, passwd in self.passwd:
            if known in (realm, None) and authuri.startswith(uri):
                return user, passwd
        return None, None


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    pass


class HTTPBasicAuthHandler(BaseHandler):
    def __init__(self, password_mgr=None):
        self.passwd = password_mgr or HTTPPasswordMgr()
        self.add_password = self.passwd.add_password


class OpenerDirector:
    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/3.11')]
        self.handlers = []

    def add_handler(self, handler):
        self.handlers.append(handler)
        handler.add_parent(self)

    def close(self):
        pass

    def open(self, fullurl, data=None, timeout=None):
        request = fullurl if isinstance(fullurl, Request) else Request(fullurl, data)
        if data is not None:
            request.data = data
        for seen in range(_MOST_REDIRECTS + 1):
            reply = self._once(request, timeout)
            status = reply.status
            if status in (301, 302, 303, 307, 308) and 'Location' in reply.headers:
                url = urljoin(request.full_url, reply.headers['Location'])
                keep = status in (307, 308)
                headers = {name: value for name, value in request.headers.items()
                           if keep or name.lower() not in ('content-length', 'content-type')}
                if request.get_method() not in ('GET', 'HEAD') and keep:
                    break
                request = Request(url, None, headers, method='HEAD' if request.get_method() == 'HEAD' else 'GET')
                continue
            break
        else:
            raise HTTPError(request.full_url, status, "The HTTP server returned a redirect error that would lead to an "
                            "infinite loop.\nThe last 30x error message was:\n" + reply.reason, reply.headers, reply)
        if not 200 <= status < 300:
            raise HTTPError(request.full_url, status, reply.reason, reply.headers, reply)
        return reply

    def _once(self, request, timeout):
        scheme = request.type
        if scheme == 'data':
            return _data_url(request.full_url)
        if scheme == 'file':
            return _file_url(request)
        if scheme not in ('http', 'https'):
            raise URLError(f'unknown url type: {scheme}')
        if not request.host:
            raise URLError('no host given')
        data = request.data
        if isinstance(data, str):
            raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
        if data is not None and not isinstance(data, (bytes, bytearray)):
            data = data.read() if hasattr(data, 'read') else b''.join(data)
        headers = [('Accept-Encoding', 'identity')]
        if data is not None:
            if not request.has_header('Content-type'):
                headers.append(('Content-Type', 'application/x-www-form-urlencoded'))
            headers.append(('Content-Length', str(len(data))))
        headers.append(('Host', request.host))
        known = {name.lower() for name, _ in request.header_items()}
        headers.extend((name.title(), value) for name, value in self.addheaders if name.lower() not in known)
        headers.extend((name.title(), value) for name, value in request.header_items())
        for handler in self.handlers:
            if isinstance(handler, HTTPBasicAuthHandler) and 'authorization' not in known:
                user, password = handler.passwd.find_user_password(None, request.full_url)
                if user is not None:
                    import base64
                    mark = base64.b64encode(f'{user}:{password}'.encode()).decode()
                    headers.append(('Authorization', 'Basic ' + mark))
        try:
            reply = exchange(request.get_method(), request.full_url, headers, bytes(data or b''), timeout)
        except Failure as failure:
            problem = failed(failure)
            if failure.message == 'timed out':
                raise TimeoutError('The read operation timed out' if scheme == 'https' else 'timed out') from None
            raise URLError(problem) from problem
        except BadStatus as problem:
            raise BadStatusLine(str(problem)) from None
        except OSError as problem:
            raise URLError(problem) from problem
        made = HTTPResponse(reply, request.full_url, request.get_method())
        made.msg = reply.reason
        return made


def _data_url(url):
    kind, _, data = url.partition(':')[2].partition(',')
    raw = unquote(data, 'latin-1').encode('latin-1')
    if kind.endswith(';base64'):
        import base64
        raw, kind = base64.b64decode(raw), kind[:-7]
    reply = addinfourl(io.BytesIO(raw), Headers([('Content-type', kind or 'text/plain;charset=US-ASCII'),
                                                 ('Content-length', len(raw))]), url, 200)
    reply.reason = 'OK'
    return reply


def _file_url(request):
    path = unquote(urlsplit(request.full_url).path)
    try:
        with open(path, 'rb') as file:
            data = file.read()
    except OSError as problem:
        raise URLError(problem) from problem
    reply = addinfourl(io.BytesIO(data), Headers([('Content-length', len(data))]), request.full_url, 200)
    reply.reason = 'OK'
    return reply


def build_opener(*handlers):
    opener = OpenerDirector()
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    global _opener
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    with urlopen(url, data) as reply:
        headers = reply.info()
        if filename is None:
            import tempfile
            filename = tempfile.NamedTemporaryFile(delete=False).name
        size = int(headers.get('Content-Length') or -1)
        block = 8192
        done = count = 0
        with open(filename, 'wb') as file:
            if reporthook:
                reporthook(0, block, size)
            while True:
                part = reply.read(block)
                if not part:
                    break
                done += len(part)
                file.write(part)
                count += 1
                if reporthook:
                    reporthook(count, block, size)
    if 0 <= size > done:
        raise ContentTooShortError(f"retrieval incomplete: got only {done} out of {size} bytes", (filename, headers))
    return filename, headers


def urlcleanup():
    pass


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)


def getproxies():
    return {}
