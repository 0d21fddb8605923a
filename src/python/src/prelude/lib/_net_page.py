"""_net_page: the origin of the page that runs a program live. Requests to it are real; everything else is the simulated network.

A simulated run knows no page. So that a program for both can be predicted, `/hello.json` of a host on this machine that nobody
serves stands for the file of that name beside the page: `?delay=MILLISECONDS` has the server wait so long.
"""

import _net
from _net import Failure, Plan, Reply

FILE = '/hello.json'
_HELLO = b'{"hello": "from the page itself"}\n'
_HOP = ('host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding')


def is_page(target):
    """Whether a request goes to the page, or in a simulated run to what stands for it."""
    origin = _net._origin()
    if origin is None:
        return target.path == FILE and _net.is_local(target.host)
    page = _net.target_of(origin)
    return page.key == target.key


def fetch(method, url, headers, body, timeout):
    """The reply, after waiting for it in this thread; `timeout` in seconds or None."""
    target = _net.target_of(url)
    if _net._origin() is None:
        return _net.perform(_planned(method, url, target), None if timeout is None else int(timeout * 1e9))
    lines = ''.join(f'{name}: {value}\n' for name, value in headers if name.lower() not in _HOP)
    if target.key not in _net._noted:
        _net._noted.add(target.key)
        _net._note(f'replies from {target.host} are real: fetched from the page')
    try:
        status, reason, lines, data = _net._fetch(method.upper(), url, lines, body or b'',
                                                  0 if timeout is None else max(1, int(timeout * 1000)))
    except TimeoutError:
        raise Failure('timeout', 'timed out') from None
    except OSError:
        raise Failure('refused', '[Errno 111] Connection refused') from None
    pairs = [(name.strip(), value.strip()) for name, _, value in (line.partition(':') for line in lines.splitlines())]
    return Reply(status, reason, pairs, data)


async def fetch_later(method, url, headers, body):
    """The same for an event loop, which goes on meanwhile."""
    import asyncio
    if _net._origin() is None:
        from asyncio.streams import _io_wait
        planned = _planned(method, url, _net.target_of(url))
        await _io_wait(planned.nanos, planned.what)
        return planned.reply
    return await asyncio.get_running_loop().run_in_executor(None, fetch, method, url, headers, body, None)


def _planned(method, url, target):
    delay = 0
    for part in target.query.split('&'):
        name, _, value = part.partition('=')
        if name == 'delay' and value.isdigit():
            delay = min(int(value), 10_000)
    body = b'' if method.upper() == 'HEAD' else _HELLO
    reply = Reply(200, 'OK', [('Content-Type', 'application/json'), ('Content-Length', str(len(_HELLO)))], body)
    nanos = delay * 1_000_000 + 2_000_000
    return Plan(method, url, nanos, nanos, f'{method.upper()} {target.shown()} from {target.host}', reply, None)
