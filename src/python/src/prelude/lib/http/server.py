"""http.server: servers on this simulated machine."""

import io
import os
import posixpath
import socket
import socketserver
import sys
import time
import urllib.parse
from _net import date as _date
from _net_http import Headers, read_head
from http import HTTPStatus

__version__ = '0.6'
__all__ = ['HTTPServer', 'ThreadingHTTPServer', 'BaseHTTPRequestHandler', 'SimpleHTTPRequestHandler']

DEFAULT_ERROR_CONTENT_TYPE = 'text/html;charset=utf-8'
DEFAULT_ERROR_MESSAGE = '\n'.join((
    '<!DOCTYPE HTML>', '<html lang="en">', '    <head>', '        <meta charset="utf-8">',
    '        <title>Error response</title>', '    </head>', '    <body>', '        <h1>Error response</h1>',
    '        <p>Error code: %(code)d</p>', '        <p>Message: %(message)s.</p>',
    '        <p>Error code explanation: %(code)s - %(explain)s.</p>', '    </body>', '</html>', ''))


def _escape(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def _version(word):
    """The two numbers of 'HTTP/1.1', or None."""
    name, _, numbers = word.partition('/')
    major, _, minor = numbers.partition('.')
    return (int(major), int(minor)) if name == 'HTTP' and major.isdigit() and minor.isdigit() else None


class HTTPServer(socketserver.TCPServer):
    allow_reuse_address = 1

    def server_bind(self):
        super().server_bind()
        host, self.server_port, *_ = self.server_address
        name = socket.getfqdn(host)
        self.server_name = name


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    server_version = 'BaseHTTP/' + __version__
    sys_version = 'Python/' + sys.version.split()[0]
    protocol_version = 'HTTP/1.0'
    default_request_version = 'HTTP/0.9'
    error_message_format, error_content_type = DEFAULT_ERROR_MESSAGE, DEFAULT_ERROR_CONTENT_TYPE
    MessageClass = Headers
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname = 'Mon Tue Wed Thu Fri Sat Sun'.split()
    monthname = [None, *'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()]

    def parse_request(self):
        """Takes the first line apart; False: it was refused, and said so."""
        self.command, self.close_connection = None, True
        self.request_version = self.default_request_version
        words = self.requestline.split()
        if not words:
            return False
        version = 0, 9
        if len(words) > 2:
            version = _version(words[-1])
            if version is None:
                self.send_error(HTTPStatus.BAD_REQUEST, f'Bad request version ({words[-1]!r})')
                return False
            if version >= (2, 0):
                self.send_error(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, f'Invalid HTTP version ({words[-1][5:]})')
                return False
            self.request_version = words[-1]
        if len(words) not in (2, 3):
            self.send_error(HTTPStatus.BAD_REQUEST, f'Bad request syntax ({self.requestline!r})')
            return False
        if len(words) == 2 and words[0] != 'GET':
            self.send_error(HTTPStatus.BAD_REQUEST, f'Bad HTTP/0.9 request type ({words[0]!r})')
            return False
        self.command, self.path = words[:2]
        if self.path.startswith('//'):
            # It would name another host, where a Location is made of it.
            self.path = '/' + self.path.lstrip('/')
        modern = self.protocol_version >= 'HTTP/1.1'
        connection = (self.headers.get('Connection') or '').lower()
        if connection == 'keep-alive' or version >= (1, 1) and connection != 'close':
            self.close_connection = not modern
        if modern and version >= (1, 1) and (self.headers.get('Expect') or '').lower() == '100-continue':
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        go_on = HTTPStatus.CONTINUE
        self.send_response_only(go_on)
        self.end_headers()
        return True

    def handle_one_request(self):
        head = None
        try:
            head = read_head(self.rfile)
        except (TimeoutError, ConnectionError) as problem:
            self.log_error('Request timed out: %r', problem)
        if head is None:
            # Too late, or the client has no more.
            self.close_connection = True
            return
        self.requestline, pairs = head
        self.raw_requestline = self.requestline.encode('latin-1') + b'\r\n'
        self.headers = Headers(pairs)
        understood = self.parse_request()
        if not understood:
            return
        answer = getattr(self, 'do_' + self.command, None)
        if answer is not None:
            answer()
            self.wfile.flush()
        else:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, f'Unsupported method ({self.command!r})')

    def handle(self):
        while True:
            self.close_connection = True
            self.handle_one_request()
            if self.close_connection:
                break

    def send_error(self, code, message=None, explain=None):
        try:
            short, long = self.responses[code]
        except KeyError:
            short, long = '???', '???'
        message = short if message is None else message
        explain = long if explain is None else explain
        self.log_error('code %d, message %s', code, message)
        headers = {'Connection': 'close'}
        page = b''
        if code >= 200 and code not in (204, 205, 304):
            words = {'code': code, 'message': _escape(message), 'explain': _escape(explain)}
            page = (self.error_message_format % words).encode('UTF-8', 'replace')
            headers['Content-Type'] = self.error_content_type
            headers['Content-Length'] = str(len(page))
        self.send_response(code, message)
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()
        if page and self.command != 'HEAD':
            self.wfile.write(page)

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        for header, value in ('Server', self.version_string()), ('Date', self.date_time_string()):
            self.send_header(header, value)

    # The lines of the head, until they go out together.
    _head = ()

    def _speaks_0_9(self):
        """The oldest protocol has no head at all."""
        return self.request_version == 'HTTP/0.9'

    def send_response_only(self, code, message=None):
        if self._speaks_0_9():
            return
        if message is None:
            message, _ = self.responses.get(code, ('', ''))
        self._head = [f'{self.protocol_version} {int(code)} {message}']

    def send_header(self, keyword, value):
        if not self._speaks_0_9():
            self._head = [*self._head, f'{keyword}: {value}']
        if keyword.lower() == 'connection':
            wish = value.lower()
            if wish in ('close', 'keep-alive'):
                self.close_connection = wish == 'close'

    def end_headers(self):
        if not self._speaks_0_9():
            self._head = [*self._head, '']
            self.flush_headers()

    def flush_headers(self):
        lines, self._head = self._head, ()
        if lines:
            self.wfile.write(''.join(line + '\r\n' for line in lines).encode('latin-1'))

    def log_request(self, code='-', size='-'):
        number = code.value if isinstance(code, HTTPStatus) else code
        self.log_message('"%s" %s %s', self.requestline, str(number), str(size))

    def log_error(self, format, *args):
        say = self.log_message
        say(format, *args)

    def log_message(self, format, *args):
        sys.stderr.write('%s - - [%s] %s\n' % (self.address_string(), self.log_date_time_string(), format % args))

    def version_string(self):
        return self.server_version + ' ' + self.sys_version

    def date_time_string(self, timestamp=None):
        return _date(None if timestamp is None else int(timestamp * 1e9))

    def log_date_time_string(self):
        year, month, day, hour, minute, second = time.localtime()[:6]
        return f'{day:02}/{self.monthname[month]}/{year:04} {hour:02}:{minute:02}:{second:02}'

    def address_string(self):
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    server_version = 'SimpleHTTP/' + __version__
    extensions_map = {'.gz': 'application/gzip', '.html': 'text/html', '.htm': 'text/html', '.txt': 'text/plain',
                      '.py': 'text/x-python', '.json': 'application/json', '.css': 'text/css', '.js': 'text/javascript',
                      '.csv': 'text/csv', '.png': 'image/png', '.jpg': 'image/jpeg'}

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.getcwd() if directory is None else os.fspath(directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        file = self.send_head()
        if file:
            with file:
                self.wfile.write(file.read())

    def do_HEAD(self):
        file = self.send_head()
        if file:
            file.close()

    def send_head(self):
        asked = self.path
        path = self.translate_path(asked)
        if os.path.isdir(path):
            bare, mark, query = asked.partition('?')
            if not bare.endswith('/'):
                # The browser must resolve the links of the page below it.
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header('Location', bare + '/' + mark + query)
                self.send_header('Content-Length', '0')
                self.end_headers()
                return None
            for index in ('index.html', 'index.htm'):
                if os.path.isfile(os.path.join(path, index)):
                    path = os.path.join(path, index)
                    break
            else:
                return self.list_directory(path)
        try:
            file = open(path, 'rb')
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, 'File not found')
            return None
        self._begin(self.guess_type(path), os.path.getsize(path))
        return file

    def _begin(self, kind, size):
        self.send_response(HTTPStatus.OK)
        for header, value in ('Content-type', kind), ('Content-Length', str(size)):
            self.send_header(header, value)
        self.end_headers()

    def list_directory(self, path):
        shown = _escape(urllib.parse.unquote(self.path))
        lines = ['<!DOCTYPE HTML>', '<html lang="en">', '<head>', '<meta charset="utf-8">',
                 f'<title>Directory listing for {shown}</title>', '</head>', '<body>',
                 f'<h1>Directory listing for {shown}</h1>', '<hr>', '<ul>']
        for name in sorted(os.listdir(path), key=str.lower):
            if os.path.isdir(os.path.join(path, name)):
                name += '/'
            lines.append(f'<li><a href="{urllib.parse.quote(name)}">{_escape(name)}</a></li>')
        body = '\n'.join([*lines, '</ul>', '<hr>', '</body>', '</html>', '']).encode()
        self._begin('text/html; charset=utf-8', len(body))
        return io.BytesIO(body)

    def translate_path(self, path):
        path = urllib.parse.unquote(path.partition('?')[0].partition('#')[0])
        parts = [part for part in posixpath.normpath(path).split('/') if part not in ('', '.', '..')]
        return posixpath.join(self.directory, *parts)

    def guess_type(self, path):
        return self.extensions_map.get(posixpath.splitext(path)[1].lower(), 'application/octet-stream')
