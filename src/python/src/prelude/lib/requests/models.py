"""requests.models: requests and responses."""

import io
import json as _json
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from requests.auth import HTTPBasicAuth
from requests.cookies import RequestsCookieJar, cookiejar_from_dict
from requests.exceptions import HTTPError, InvalidSchema, InvalidURL, JSONDecodeError, MissingSchema, StreamConsumedError
from requests.structures import CaseInsensitiveDict
from requests.utils import parse_header_links

REDIRECT_STATI = (301, 302, 303, 307, 308)
DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512


def _pairs(data):
    """Name and value pairs, without those that have no value; several values of a name one by one."""
    found = []
    for key, value in data.items() if hasattr(data, 'items') else data:
        values = value if hasattr(value, '__iter__') and not isinstance(value, (str, bytes)) else [value]
        found.extend((key, item) for item in values if item is not None)
    return found


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method = method
        self.url = url
        self.headers = headers or {}
        self.files = files or []
        self.data = data or []
        self.params = params or {}
        self.auth = auth
        self.cookies = cookies
        self.hooks = hooks or {'response': []}
        self.json = json

    def __repr__(self):
        return f'<Request [{self.method}]>'

    def prepare(self):
        prepared = PreparedRequest()
        prepared.prepare(self.method, self.url, self.headers, self.files, self.data, self.params, self.auth, self.cookies,
                         self.hooks, self.json)
        return prepared


class PreparedRequest:
    def __init__(self):
        self.method = self.url = self.headers = self.body = None
        self._cookies = None
        self.hooks = {'response': []}

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                hooks=None, json=None):
        self.method = method.upper() if method is not None else None
        self.prepare_url(url, params)
        self.headers = CaseInsensitiveDict(headers or {})
        self._cookies = cookiejar_from_dict(cookies or {})
        if self._cookies and 'Cookie' not in self.headers:
            self.headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in self._cookies.items())
        self.prepare_body(data, files, json)
        self.prepare_auth(auth)
        self.hooks = hooks or {'response': []}

    def prepare_url(self, url, params):
        if isinstance(url, bytes):
            url = url.decode('utf8')
        url = str(url).lstrip()
        if ':' in url and not url.lower().startswith('http'):
            self.url = url
            return
        parts = urlsplit(url)
        if not parts.scheme:
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if not parts.hostname:
            raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
        query = parts.query
        if params:
            extra = params if isinstance(params, str) else urlencode(_pairs(params))
            query = f'{query}&{extra}' if query else extra
        path = quote(parts.path or '/', safe="!#$%&'()*+,/:;=?@[]~")
        self.url = urlunsplit((parts.scheme, parts.netloc, path, quote(query, safe="!#$%&'()*+,/:;=?@[]~"), parts.fragment))

    def prepare_body(self, data, files, json=None):
        body = kind = None
        if not data and json is not None:
            kind = 'application/json'
            body = _json.dumps(json).encode()
        elif files:
            mark = '0123456789abcdef0123456789abcdef'
            parts = []
            for name, value in _pairs(data) if data else ():
                parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
            for name, value in files.items() if hasattr(files, 'items') else files:
                file_name, content = value[:2] if isinstance(value, tuple) else (getattr(value, 'name', name), value)
                content = content.read() if hasattr(content, 'read') else content
                content = content.encode() if isinstance(content, str) else content
                head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n\r\n'
                parts.append(head.encode() + content + b'\r\n')
            body = b''.join(parts) + f'--{mark}--\r\n'.encode()
            kind = f'multipart/form-data; boundary={mark}'
        elif data:
            if isinstance(data, (str, bytes)):
                body = data
            elif hasattr(data, 'read'):
                body = data.read()
            else:
                body = urlencode(_pairs(data), doseq=True)
                kind = 'application/x-www-form-urlencoded'
            if isinstance(data, str) and kind is None:
                kind = None
        self.body = body
        if body is not None:
            self.headers['Content-Length'] = str(len(body.encode() if isinstance(body, str) else body))
            if kind and 'content-type' not in self.headers:
                self.headers['Content-Type'] = kind
        elif self.method not in ('GET', 'HEAD', None):
            self.headers['Content-Length'] = '0'

    def prepare_auth(self, auth):
        if auth is None:
            parts = urlsplit(self.url)
            auth = (parts.username, parts.password) if parts.username and parts.password else None
        if auth:
            if isinstance(auth, tuple) and len(auth) == 2:
                auth = HTTPBasicAuth(*auth)
            changed = auth(self)
            self.__dict__.update(changed.__dict__)

    @property
    def path_url(self):
        parts = urlsplit(self.url)
        return (parts.path or '/') + ('?' + parts.query if parts.query else '')

    def copy(self):
        other = PreparedRequest()
        other.__dict__.update(self.__dict__)
        other.headers = self.headers.copy()
        return other


class Response:
    def __init__(self):
        self._content = False
        self._content_consumed = False
        self.status_code = None
        self.headers = CaseInsensitiveDict()
        self.raw = None
        self.url = None
        self.encoding = None
        self.history = []
        self.reason = None
        self.cookies = RequestsCookieJar()
        self._elapsed_nanos = 0
        self.request = None
        self.connection = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return f'<Response [{self.status_code}]>'

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    @property
    def elapsed(self):
        from datetime import timedelta
        return timedelta(microseconds=self._elapsed_nanos // 1000)

    @property
    def ok(self):
        try:
            self.raise_for_status()
        except HTTPError:
            return False
        return True

    @property
    def is_redirect(self):
        return 'location' in self.headers and self.status_code in REDIRECT_STATI

    @property
    def is_permanent_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 308)

    @property
    def next(self):
        return None

    @property
    def content(self):
        if self._content is False:
            if self._content_consumed:
                raise RuntimeError("The content for this response was already consumed")
            self._content = self.raw.read() if self.raw is not None and self.status_code else None
        self._content_consumed = True
        return self._content

    @property
    def apparent_encoding(self):
        try:
            self.content.decode('utf-8')
            return 'ascii' if self.content.isascii() else 'utf-8'
        except UnicodeDecodeError:
            return 'ISO-8859-1'

    @property
    def text(self):
        if not self.content:
            return ''
        try:
            return self.content.decode(self.encoding or self.apparent_encoding, 'replace')
        except LookupError:
            return self.content.decode('utf-8', 'replace')

    def json(self, **kwargs):
        try:
            return _json.loads(self.content.decode('utf-8') if self.encoding is None else self.text, **kwargs)
        except _json.JSONDecodeError as problem:
            raise JSONDecodeError(problem.msg, problem.doc, problem.pos) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f"chunk_size must be an int, it is instead a {type(chunk_size)}.")

        def parts():
            if self._content is not False:
                file = io.BytesIO(self._content)
            else:
                file = self.raw
                self._content_consumed = True
            while True:
                part = file.read(chunk_size if chunk_size is not None else -1)
                if not part:
                    return
                yield part.decode(self.encoding or 'utf-8', 'replace') if decode_unicode else part

        return parts()

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        pending = None
        for chunk in self.iter_content(chunk_size, decode_unicode):
            if pending is not None:
                chunk = pending + chunk
            lines = chunk.split(delimiter) if delimiter else chunk.splitlines()
            pending = lines.pop() if lines and lines[-1] and chunk and lines[-1][-1] == chunk[-1] else None
            yield from lines
        if pending is not None:
            yield pending

    @property
    def links(self):
        header = self.headers.get('link')
        return {link.get('rel') or link.get('url'): link for link in parse_header_links(header)} if header else {}

    def raise_for_status(self):
        text = ''
        if 400 <= self.status_code < 500:
            text = f'{self.status_code} Client Error: {self.reason} for url: {self.url}'
        elif 500 <= self.status_code < 600:
            text = f'{self.status_code} Server Error: {self.reason} for url: {self.url}'
        if text:
            raise HTTPError(text, response=self)

    def close(self):
        if self.raw is not None and not self._content_consumed:
            self.raw.close()
