"""socketserver: servers over simulated sockets."""

import io
import os
import socket
import sys
import threading
from time import monotonic as _time
import _sockets

__all__ = ['BaseServer', 'TCPServer', 'UDPServer', 'ThreadingUDPServer', 'ThreadingTCPServer', 'BaseRequestHandler',
           'StreamRequestHandler', 'DatagramRequestHandler', 'ThreadingMixIn', 'UnixStreamServer',
           'ThreadingUnixStreamServer']


class BaseServer:
    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.RequestHandlerClass, self.server_address = RequestHandlerClass, server_address
        self._shutdown_request = False
        self._is_shut_down = threading.Event()
        self._wake = _sockets.Bell('server shutdown')

    # -- what kinds of servers do in their own way

    def server_activate(self):
        pass

    def server_close(self):
        pass

    def service_actions(self):
        pass

    def handle_timeout(self):
        pass

    def verify_request(self, request, client_address):
        return True

    def close_request(self, request):
        pass

    def shutdown_request(self, request):
        self.close_request(request)

    def process_request(self, request, client_address):
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def finish_request(self, request, client_address):
        make = self.RequestHandlerClass
        make(request, client_address, self)

    def handle_error(self, request, client_address):
        import traceback
        line = '-' * 40
        say = sys.stderr.write
        say(f'{line}\nException occurred during processing of request from {client_address}\n')
        traceback.print_exc()
        say(line + '\n')

    # -- serving

    def _waiting(self, timeout):
        """Whether a request is there; waits for one, at most `timeout` seconds, or until `shutdown` was asked for."""
        sock = self.socket
        return _sockets.wait_any(lambda: self._shutdown_request or sock._can_read(), [*sock._bells(), self._wake],
                                 timeout, f'requests on {_sockets._shown(self.server_address)}')

    def serve_forever(self, poll_interval=0.5):
        # Nobody has to look about where nothing is done meanwhile.
        interval = None if type(self).service_actions is BaseServer.service_actions else poll_interval
        self._is_shut_down.clear()
        try:
            while not self._shutdown_request:
                arrived = self._waiting(interval)
                if self._shutdown_request:
                    return
                if arrived:
                    self._serve_one()
                self.service_actions()
        finally:
            self._shutdown_request = False
            self._is_shut_down.set()

    def shutdown(self):
        self._shutdown_request = True
        with self._wake.cond:
            self._wake.ring()
        self._is_shut_down.wait()

    def handle_request(self):
        # The shorter of the two patiences.
        limits = [limit for limit in (self.socket.gettimeout(), self.timeout) if limit is not None]
        if not self._waiting(min(limits, default=None)):
            return self.handle_timeout()
        return self._serve_one()

    def _serve_one(self):
        try:
            request, client = self.get_request()
        except OSError:
            return
        if not self.verify_request(request, client):
            return self.shutdown_request(request)
        try:
            self.process_request(request, client)
        except BaseException as error:
            # Whoever asked goes; the server goes on, if that is an error.
            wanted = isinstance(error, Exception)
            if wanted:
                self.handle_error(request, client)
            self.shutdown_request(request)
            if not wanted:
                raise

    def __exit__(self, *args):
        self.server_close()

    def __enter__(self):
        return self


class TCPServer(BaseServer):
    address_family, socket_type = socket.AF_INET, socket.SOCK_STREAM
    allow_reuse_address = allow_reuse_port = False
    # Connections that wait to be accepted.
    request_queue_size = 5

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if not bind_and_activate:
            return
        try:
            self.server_bind()
            self.server_activate()
        except BaseException:
            self.server_close()
            raise

    def server_bind(self):
        listener = self.socket
        if self.allow_reuse_address:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(self.server_address)
        # Its port was perhaps 0.
        self.server_address = listener.getsockname()

    def server_activate(self):
        listener = self.socket
        listener.listen(self.request_queue_size)

    def fileno(self):
        return self.socket.fileno()

    def get_request(self):
        return self.socket.accept()

    def close_request(self, request):
        request.close()

    def shutdown_request(self, request):
        try:
            # The client sees the end of what it reads.
            request.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        self.close_request(request)

    def server_close(self):
        self.socket.close()


class UDPServer(TCPServer):
    max_packet_size, socket_type = 8192, socket.SOCK_DGRAM

    def get_request(self):
        packet, sender = self.socket.recvfrom(self.max_packet_size)
        return (packet, self.socket), sender

    # Nothing is connected: nothing to listen to, nothing to close.

    server_activate = BaseServer.server_activate
    shutdown_request = BaseServer.shutdown_request
    close_request = BaseServer.close_request


class UnixStreamServer(TCPServer):
    address_family, socket_type = socket.AF_UNIX, socket.SOCK_STREAM


class ThreadingMixIn:
    block_on_close, daemon_threads = True, False
    # Those that closing waits for.
    _threads = ()

    def process_request(self, request, client_address):
        thread = threading.Thread(target=self.process_request_thread, args=(request, client_address))
        thread.daemon = self.daemon_threads
        if not thread.daemon and self.block_on_close:
            self._threads = [old for old in self._threads if old.is_alive()] + [thread]
        thread.start()

    def process_request_thread(self, request, client_address):
        here = request, client_address
        try:
            self.finish_request(*here)
        except Exception:
            self.handle_error(*here)
        finally:
            self.shutdown_request(request)

    def server_close(self):
        super().server_close()
        for thread in self._threads:
            thread.join()


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    pass


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    pass


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
    pass


class BaseRequestHandler:
    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


class _Writer(io.BufferedIOBase):
    """Writes go out at once."""

    def __init__(self, sock):
        self._sock = sock

    def writable(self):
        return True

    def write(self, b):
        self._sock.sendall(b)
        return len(b)

    def flush(self):
        pass

    def fileno(self):
        return self._sock.fileno()


class StreamRequestHandler(BaseRequestHandler):
    rbufsize, wbufsize = -1, 0
    timeout, disable_nagle_algorithm = None, False

    def setup(self):
        self.connection = peer = self.request
        if self.timeout is not None:
            peer.settimeout(self.timeout)
        self.rfile = peer.makefile('rb', self.rbufsize)
        self.wfile = peer.makefile('wb', self.wbufsize) if self.wbufsize else _Writer(peer)

    def finish(self):
        out = self.wfile
        try:
            if not out.closed:
                out.flush()
        except OSError:
            # The client is gone.
            pass
        out.close()
        self.rfile.close()


class DatagramRequestHandler(BaseRequestHandler):
    def setup(self):
        packet, self.socket = self.request
        self.packet = packet
        self.rfile, self.wfile = io.BytesIO(packet), io.BytesIO()

    def finish(self):
        answer = self.wfile.getvalue()
        self.socket.sendto(answer, self.client_address)
