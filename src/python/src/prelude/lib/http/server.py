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
DEFAULT_ERROR_MESSAGE = '''<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
'''


def _escape(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class HTTPServer(socketserver.TCPServer):
    allow_reuse_address = 1

    def server_bind(self):
        socketserver.TCPServer.server_bind(self)
        host, port = self.server_address[:2]
        self.server_name = socket.getfqdn(host)
        self.server_port = port


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    server_version = 'BaseHTTP/' + __version__
    sys_version = 'Python/' + sys.version.split()[0]
    protocol_version = 'HTTP/1.0'
    default_request_version = 'HTTP/0.9'
    error_message_format = DEFAULT_ERROR_MESSAGE
    error_content_type = DEFAULT_ERROR_CONTENT_TYPE
    MessageClass = Headers
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
    monthname = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

    def parse_request(self):
        self.command = None
        self.close_connection = True
        words = self.requestline.split()
        if len(words) != 3 or not words[2].startswith('HTTP/'):
            if not words:
                return False
            self.request_version = self.default_request_version
            self.send_error(HTTPStatus.BAD_REQUEST, f'Bad request syntax ({self.requestline!r})')
            return False
        self.command, self.path, self.request_version = words
        connection = (self.headers.get('Connection') or '').lower()
        if connection == 'keep-alive' or self.request_version >= 'HTTP/1.1' and connection != 'close':
            self.close_connection = self.protocol_version < 'HTTP/1.1'
        if (self.headers.get('Expect') or '').lower() == '100-continue' and self.protocol_version >= 'HTTP/1.1':
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        self.send_response_only(HTTPStatus.CONTINUE)
        self.end_headers()
        return True

    def handle_one_request(self):
        try:
            head = read_head(self.rfile)
        except (TimeoutError, ConnectionError) as problem:
            self.log_error('Request timed out: %r', problem)
            self.close_connection = True
            return
        if head is None:
            self.close_connection = True
            return
        self.requestline, pairs = head
        self.raw_requestline = self.requestline.encode('latin-1') + b'\r\n'
        self.headers = Headers(pairs)
        if not self.parse_request():
            return
        method = getattr(self, 'do_' + self.command, None)
        if method is None:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, f'Unsupported method ({self.command!r})')
            return
        method()
        self.wfile.flush()

    def handle(self):
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def send_error(self, code, message=None, explain=None):
        try:
            short, long = self.responses[code]
        except KeyError:
            short, long = '???', '???'
        message = short if message is None else message
        explain = long if explain is None else explain
        self.log_error('code %d, message %s', code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        body = None
        if code >= 200 and code not in (204, 205, 304):
            text = self.error_message_format % {'code': code, 'message': _escape(message), 'explain': _escape(explain)}
            body = text.encode('UTF-8', 'replace')
            self.send_header('Content-Type', self.error_content_type)
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD' and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())

    def send_response_only(self, code, message=None):
        if self.request_version != 'HTTP/0.9':
            if message is None:
                message = self.responses[code][0] if code in self.responses else ''
            self._headers_buffer = [f'{self.protocol_version} {int(code)} {message}\r\n'.encode('latin-1')]

    def send_header(self, keyword, value):
        if not hasattr(self, '_headers_buffer'):
            self._headers_buffer = []
        self._headers_buffer.append(f'{keyword}: {value}\r\n'.encode('latin-1'))
        if keyword.lower() == 'connection':
            if value.lower() == 'close':
                self.close_connection = True
            elif value.lower() == 'keep-alive':
                self.close_connection = False

    def end_headers(self):
        if self.request_version != 'HTTP/0.9':
            self._headers_buffer.append(b'\r\n')
            self.flush_headers()

    def flush_headers(self):
        if hasattr(self, '_headers_buffer'):
            self.wfile.write(b''.join(self._headers_buffer))
            self._headers_buffer = []

    def log_request(self, code='-', size='-'):
        if isinstance(code, HTTPStatus):
            code = code.value
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

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
        path = self.translate_path(self.path)
        if os.path.isdir(path):
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
        self.send_response(HTTPStatus.OK)
        self.send_header('Content-type', self.guess_type(path))
        self.send_header('Content-Length', str(os.path.getsize(path)))
        self.end_headers()
        return file

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
        self.send_response(HTTPStatus.OK)
        self.send_header('Content-type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def translate_path(self, path):
        path = urllib.parse.unquote(path.partition('?')[0].partition('#')[0])
        parts = [part for part in posixpath.normpath(path).split('/') if part not in ('', '.', '..')]
        return posixpath.join(self.directory, *parts)

    def guess_type(self, path):
        return self.extensions_map.get(posixpath.splitext(path)[1].lower(), 'application/octet-stream')
