"""_net: the simulated network behind `requests`, `urllib`, `http`, `socket`, `aiohttp` and `httpx`.

No packet leaves the machine. A request is *planned*: who answers, what, and how long that takes follow from the request and
the virtual clock alone, so that every run is the same. Whoever waits for a plan in a thread calls `perform`; an event loop
takes `Plan.nanos` for a timer of its own. What replies look like is in `_net_sites.py`.

The model, for every host (h is a hash of the host's name, p one of name and path):
* a round trip takes 20 to 120 ms (h); 0.1 ms on localhost;
* a new connection costs one round trip, with TLS two more; a connection kept open costs none;
* a request costs one round trip, and the server thinks for 5 to 80 ms (p), or as long as /delay/N asks;
* the body then comes at 2 to 10 MB/s (h);
* a host answers at most 32 requests at a time; the others wait in its queue, first come, first served.
"""

from time import monotonic_ns, time_ns

_MS = 1_000_000
HOST_LIMIT = 32
# How long a connection attempt to an address that never answers takes to fail.
CONNECT_TIMEOUT_NANOS = 60_000 * _MS


def hash_of(text):
    """FNV-1a in 64 bits: the same for everybody, always."""
    value = 0xcbf29ce484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    # the low bits of short texts are much alike
    return value ^ value >> 29


class Failure(Exception):
    """Why there is no reply: kind is 'dns', 'refused' or 'timeout'."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind
        self.message = message


class Reply:
    """What a server answers: status, reason, headers (a list of pairs) and body (bytes)."""

    def __init__(self, status, reason, headers, body):
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body

    def header(self, name, default=None):
        name = name.lower()
        for key, value in self.headers:
            if key.lower() == name:
                return value
        return default

    def to_bytes(self, version='HTTP/1.1', head_only=False):
        lines = [f'{version} {self.status} {self.reason}']
        lines.extend(f'{key}: {value}' for key, value in self.headers)
        head = '\r\n'.join(lines) + '\r\n\r\n'
        return head.encode('latin-1') + (b'' if head_only else self.body)


class Plan:
    """A request and its future: after `nanos`, `reply` is there or `failure` is raised. `what` is for the reader."""

    def __init__(self, method, url, nanos, head_nanos, what, reply, failure):
        self.method = method
        self.url = url
        self.nanos = nanos
        # until the status and headers are there; the rest is for the body
        self.head_nanos = head_nanos
        self.what = what
        self.reply = reply
        self.failure = failure


class Target:
    """Scheme, host, port, path and query of a URL."""

    def __init__(self, scheme, host, port, path, query):
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
        self.query = query

    @property
    def key(self):
        return (self.scheme, self.host, self.port)

    def shown(self):
        return self.path + ('?' + self.query if self.query else '')


def target_of(url):
    scheme, mark, rest = url.partition('://')
    if not mark:
        scheme, rest = 'http', url
    scheme = scheme.lower()
    rest = rest.partition('#')[0]
    authority = rest
    for stop in '/?':
        authority = authority.partition(stop)[0]
    rest = rest[len(authority):]
    path, _, query = rest.partition('?')
    authority = authority.rpartition('@')[2]
    if authority.startswith('['):
        host, _, port = authority[1:].partition(']')
        port = port[1:]
    else:
        host, _, port = authority.partition(':')
    number = int(port) if port.isdigit() else 443 if scheme in ('https', 'wss') else 80
    return Target(scheme, host.lower(), number, path or '/', query)


def is_local(host):
    host = host.lower()
    return host in ('localhost', '', '0.0.0.0', '::1', '::', 'interleave') or host.startswith('127.')


def is_address(host):
    parts = host.split('.')
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


_NOBODY = ('nonexist', 'doesnotexist', 'does-not-exist', 'notexist', 'no-such', 'nosuch', 'invalid', 'notreal', 'not-real',
           'unknown-host', 'fake-domain', 'bad-domain', 'baddomain')
_NO_DOMAINS = ('invalid', 'test', 'local', 'internal', 'localdomain')


def exists(host):
    """Whether a name resolves: a dot in it, no reserved domain, and no words that say it is made up."""
    host = host.lower().rstrip('.')
    if is_local(host) or is_address(host) or ':' in host:
        return True
    if '.' not in host or host.rpartition('.')[2] in _NO_DOMAINS:
        return False
    return not any(word in host for word in _NOBODY)


def address_of(host):
    """The IPv4 address a name resolves to; Failure where there is none."""
    if is_local(host):
        return '127.0.0.1' if not host.startswith('127.') else host
    if is_address(host):
        return host
    if not exists(host):
        raise Failure('dns', '[Errno -2] Name or service not known')
    number = hash_of(host)
    # 198.18.0.0/15 is reserved for measurements of networks: nobody lives there
    return f'198.{18 + number % 2}.{number // 2 % 256}.{number // 512 % 254 + 1}'


def answers(host):
    """Whether anybody is there: private and documentation addresses are nobody's."""
    if not is_address(host):
        return True
    parts = [int(part) for part in host.split('.')]
    private = parts[0] == 10 or parts[:2] == [192, 168] or parts[0] == 172 and 16 <= parts[1] < 32
    return not private and parts[:3] not in ([192, 0, 2], [198, 51, 100], [203, 0, 113])


def round_trip_nanos(host):
    if is_local(host):
        return _MS // 10
    return (20 + hash_of(host) % 101) * _MS


def bytes_per_second(host):
    return (2 + hash_of(host + '/bandwidth') % 9) * 1_000_000


def connect_nanos(scheme, host):
    trips = 3 if scheme in ('https', 'wss') else 1
    return trips * round_trip_nanos(host)


# For each host, when each of its busy places becomes free again, on the monotonic clock.
_busy = {}
_noted = set()


def _queue_nanos(host, now, busy_nanos):
    """How long a request that arrives at `now` waits for a place; the place is then taken for `busy_nanos`."""
    places = [free for free in _busy.get(host, ()) if free > now]
    wait = 0
    if len(places) >= HOST_LIMIT:
        places.sort()
        wait = places.pop(0) - now
    places.append(now + wait + busy_nanos)
    _busy[host] = places
    return wait


def date(nanos=None):
    """The Date header of a moment."""
    from time import gmtime, strftime
    seconds = (time_ns() if nanos is None else nanos) // 1_000_000_000
    return strftime('%a, %d %b %Y %H:%M:%S GMT', gmtime(seconds))


def plan(method, url, headers=(), body=b'', pool=None):
    """Plans a request to a host that is not this machine.

    `headers` is a list of pairs, `body` bytes. `pool` is a set that remembers which hosts have a connection open; without
    one, every request connects anew.
    """
    from _net_sites import reply_to
    method = method.upper()
    target = target_of(url)
    host = target.host
    what = f'{method} {target.shown()} from {host}'
    if host not in _noted:
        _noted.add(host)
        _note(f'replies from {host or "the network"} are simulated: nothing leaves this machine')
    trip = round_trip_nanos(host)
    if not exists(host):
        failure = Failure('dns', '[Errno -2] Name or service not known')
        return Plan(method, url, 30 * _MS, 30 * _MS, f'the address of {host}', None, failure)
    if not answers(host):
        failure = Failure('timeout', '[Errno 110] Connection timed out')
        return Plan(method, url, CONNECT_TIMEOUT_NANOS, CONNECT_TIMEOUT_NANOS, f'a connection to {host}', None, failure)
    if is_local(host):
        failure = Failure('refused', '[Errno 111] Connection refused')
        return Plan(method, url, trip, trip, f'a connection to {host}', None, failure)
    connect = connect_nanos(target.scheme, host)
    if pool is not None:
        if target.key in pool:
            connect = 0
        pool.add(target.key)
    reply, thinking = reply_to(method, target, list(headers), body)
    if thinking is None:
        thinking = (5 + hash_of(host + target.path) % 76) * _MS
    size = 0 if method == 'HEAD' else len(reply.body)
    transfer = (size + len(body)) * 1_000_000_000 // bytes_per_second(host)
    now = monotonic_ns()
    queued = _queue_nanos(host, now + connect, trip + thinking + transfer)
    head = connect + queued + trip + thinking
    reply.headers.insert(0, ('Date', date(time_ns() + head)))
    return Plan(method, url, head + transfer, head, what, reply, None)


def perform(planned, timeout_nanos=None):
    """Waits in this thread until the reply of a plan is there and gives it. With a timeout, Failure 'timeout' when nothing
    has come by then, as sockets have it: it bounds the wait for the first byte, not the whole transfer."""
    limit = planned.head_nanos
    if timeout_nanos is not None and limit > timeout_nanos:
        _wait(timeout_nanos, planned.what)
        raise Failure('timeout', 'timed out')
    _wait(planned.nanos, planned.what)
    if planned.failure is not None:
        raise planned.failure
    return planned.reply


def wait(nanos, what):
    """Waits for the network in this thread; `what` is for the reader."""
    _wait(nanos, what)
