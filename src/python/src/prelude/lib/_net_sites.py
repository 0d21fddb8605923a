"""_net_sites: who answers on the simulated network, and what.

Sites that tutorials use give replies in the shape of the real ones, with texts of our own: httpbin.org (and httpbingo.org,
postman-echo.com), jsonplaceholder.typicode.com, example.com, api.github.com, pokeapi.co, reqres.in and a few more. Every
other host gives a page about itself, or JSON where the name or path asks for it; pictures and archives are bytes of a
plausible size. Everything is a function of the request.
"""

import json

from _net import Reply, hash_of

REASONS = {100: 'Continue', 101: 'Switching Protocols', 200: 'OK', 201: 'Created', 202: 'Accepted',
           203: 'Non-Authoritative Information', 204: 'No Content', 206: 'Partial Content', 300: 'Multiple Choices',
           301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified', 307: 'Temporary Redirect',
           308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden',
           404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable', 408: 'Request Timeout', 409: 'Conflict',
           410: 'Gone', 413: 'Request Entity Too Large', 415: 'Unsupported Media Type', 418: "I'm a Teapot",
           422: 'Unprocessable Entity', 429: 'Too Many Requests', 500: 'Internal Server Error', 501: 'Not Implemented',
           502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout', 505: 'HTTP Version Not Supported'}
ORIGIN = '203.0.113.7'
_SECOND = 1_000_000_000


def make_reply(status, body=b'', kind='text/html; charset=utf-8', extra=()):
    if isinstance(body, str):
        body = body.encode()
    headers = [('Content-Type', kind), ('Content-Length', str(len(body))), ('Connection', 'keep-alive'),
               ('Server', 'interleave-simulated')]
    headers.extend(extra)
    return Reply(status, REASONS.get(status, 'Unknown'), headers, body)


def json_reply(value, status=200, extra=(), indent=2):
    return make_reply(status, json.dumps(value, indent=indent) + '\n', 'application/json', extra)


def _unquote(text):
    if '%' not in text and '+' not in text:
        return text
    parts = text.replace('+', ' ').split('%')
    out = bytearray(parts[0].encode())
    for part in parts[1:]:
        try:
            out.append(int(part[:2], 16))
            out.extend(part[2:].encode())
        except ValueError:
            out.extend(b'%' + part.encode())
    return out.decode('utf-8', 'replace')


def _fields(query):
    """Names and values of a query; several values of one name are a list."""
    found = {}
    for part in query.split('&'):
        if not part:
            continue
        name, _, value = part.partition('=')
        name, value = _unquote(name), _unquote(value)
        if name in found:
            old = found[name]
            found[name] = [*old, value] if isinstance(old, list) else [old, value]
        else:
            found[name] = value
    return found


def _header(headers, name, default=''):
    for key, value in headers:
        if key.lower() == name:
            return value
    return default


def _url(target):
    port = '' if target.port in (80, 443) else f':{target.port}'
    return f'{target.scheme}://{target.host}{port}{target.shown()}'


def _number(text, low, high, default):
    try:
        return min(max(int(float(text)), low), high)
    except ValueError:
        return default


_WORDS = ('lorem ipsum dolor sit amet quia voluptas rerum natus error vero quod minima magni sequi alias autem modi nisi '
          'omnis unde iste fugit porro dicta enim ipsam odit culpa harum facere labore quas velit nemo').split()


def _sentence(seed, count):
    words = []
    value = hash_of(f'sentence {seed}')
    for _ in range(count):
        words.append(_WORDS[value % len(_WORDS)])
        value = (value * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
        value ^= value >> 33
    return ' '.join(words)


def _noise(seed, size):
    """Bytes that do not compress and are always the same."""
    block = bytearray()
    value = hash_of(seed) | 1
    for _ in range(min(size, 4096) // 8 + 1):
        value = (value * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
        block.extend((value ^ value >> 31).to_bytes(8, 'little'))
    return (bytes(block) * (size // len(block) + 1))[:size]


def _page(title, size):
    """A page of about `size` bytes."""
    head = f'<!doctype html>\n<html>\n<head>\n<title>{title}</title>\n<meta charset="utf-8">\n</head>\n<body>\n<h1>{title}</h1>\n'
    foot = '<p><a href="/about">About</a> <a href="/">Home</a></p>\n</body>\n</html>\n'
    parts = []
    total = len(head) + len(foot)
    number = 0
    line = ''
    while total < size:
        if number < 8:
            line = f'<p>{_sentence(title + str(number), 24)}</p>\n'
        parts.append(line)
        total += len(line)
        number += 1
    return head + ''.join(parts) + foot


# -- httpbin.org

def _httpbin(method, target, headers, body):
    path = target.path.rstrip('/') or '/'
    parts = path.strip('/').split('/')
    first = parts[0]
    last = parts[-1]
    shown_headers = {key.title(): value for key, value in headers}
    shown_headers.setdefault('Host', target.host)
    args = _fields(target.query)
    echo = {'args': args, 'headers': dict(sorted(shown_headers.items())), 'origin': ORIGIN, 'url': _url(target)}
    if first in ('post', 'put', 'patch', 'delete', 'anything', 'delay'):
        text = body.decode('utf-8', 'replace')
        kind = _header(headers, 'content-type')
        form, value = {}, None
        if 'json' in kind:
            try:
                value = json.loads(text)
            except ValueError:
                value = None
        elif 'x-www-form-urlencoded' in kind:
            form, text = _fields(text), ''
        echo = {'args': args, 'data': text, 'files': {}, 'form': form, 'headers': echo['headers'], 'json': value,
                'origin': ORIGIN, 'url': echo['url']}
    if first in ('get', 'post', 'put', 'patch', 'delete'):
        if method not in (first.upper(), 'OPTIONS') and not (first == 'get' and method == 'HEAD'):
            return make_reply(405, '<title>405 Method Not Allowed</title>\n', extra=[('Allow', first.upper())]), None
        return json_reply(echo), None
    if first == 'anything':
        return json_reply({'args': args, 'data': echo['data'], 'files': {}, 'form': echo['form'],
                           'headers': echo['headers'], 'json': echo['json'], 'method': method, 'origin': ORIGIN,
                           'url': echo['url']}), None
    if first == 'delay' and len(parts) > 1:
        try:
            seconds = min(max(float(parts[1]), 0.0), 10.0)
        except ValueError:
            return make_reply(404, _page('404 Not Found', 200)), None
        echo.pop('json')
        return json_reply(echo), int(seconds * _SECOND)
    if first == 'status' and len(parts) > 1:
        status = _number(parts[1].split(',')[0], 100, 599, 400)
        extra = []
        if status in (301, 302, 303, 305, 307):
            extra.append(('Location', '/redirect/1'))
        if status == 401:
            extra.append(('WWW-Authenticate', 'Basic realm="Fake Realm"'))
        return make_reply(status, b'', extra=extra), None
    if first in ('redirect', 'relative-redirect', 'absolute-redirect') and len(parts) > 1:
        left = _number(parts[1], 1, 30, 1)
        place = '/get' if left == 1 else f'/{first}/{left - 1}'
        if first == 'absolute-redirect':
            place = f'{target.scheme}://{target.host}{place}'
        return make_reply(302, b'', extra=[('Location', place)]), None
    if first == 'redirect-to':
        status = _number(args.get('status_code', '302'), 300, 399, 302)
        return make_reply(status, b'', extra=[('Location', args.get('url', '/'))]), None
    if first == 'ip':
        return json_reply({'origin': ORIGIN}), None
    if first == 'user-agent':
        return json_reply({'user-agent': _header(headers, 'user-agent', None)}), None
    if first == 'headers':
        return json_reply({'headers': echo['headers']}), None
    if first == 'uuid':
        number = f'{hash_of(target.query + "uuid"):016x}{hash_of(target.host):016x}'
        text = f'{number[:8]}-{number[8:12]}-4{number[13:16]}-9{number[17:20]}-{number[20:]}'
        return json_reply({'uuid': text}), None
    if first in ('bytes', 'stream-bytes', 'range') and len(parts) > 1:
        size = _number(parts[1], 0, 100 * 1024, 0)
        return make_reply(200, _noise(args.get('seed', path), size), 'application/octet-stream'), None
    if first == 'stream' and len(parts) > 1:
        count = _number(parts[1], 1, 100, 1)
        lines = [json.dumps({**echo, 'id': number}) for number in range(count)]
        return make_reply(200, '\n'.join(lines) + '\n', 'application/json'), None
    if first == 'drip':
        seconds = float(args.get('duration', '2')) + float(args.get('delay', '0'))
        size = _number(args.get('numbytes', '10'), 1, 10 * 1024 * 1024, 10)
        return make_reply(200, b'*' * size, 'application/octet-stream'), int(seconds * _SECOND)
    if first == 'base64' and len(parts) > 1:
        import base64
        try:
            return make_reply(200, base64.urlsafe_b64decode(parts[1])), None
        except ValueError:
            return make_reply(200, 'Incorrect Base64 data'), None
    if first == 'cookies':
        if len(parts) > 1 and parts[1] == 'set':
            given = [('Set-Cookie', f'{name}={value}; Path=/') for name, value in args.items()]
            return make_reply(302, b'', extra=[('Location', '/cookies'), *given]), None
        cookies = {}
        for part in _header(headers, 'cookie').split(';'):
            name, mark, value = part.strip().partition('=')
            if mark:
                cookies[name] = value
        return json_reply({'cookies': cookies}), None
    if first in ('basic-auth', 'hidden-basic-auth') and len(parts) > 2:
        import base64
        wanted = 'Basic ' + base64.b64encode(f'{parts[1]}:{parts[2]}'.encode()).decode()
        if _header(headers, 'authorization') == wanted:
            return json_reply({'authenticated': True, 'user': parts[1]}), None
        return make_reply(401, b'', extra=[('WWW-Authenticate', 'Basic realm="Fake Realm"')]), None
    if first == 'bearer':
        given = _header(headers, 'authorization')
        if given.startswith('Bearer '):
            return json_reply({'authenticated': True, 'token': given[7:]}), None
        return make_reply(401, b'', extra=[('WWW-Authenticate', 'Bearer')]), None
    if first == 'response-headers':
        extra = [(name, value) for name, value in args.items() if isinstance(value, str)]
        return json_reply(args, extra=extra), None
    if first == 'json':
        return json_reply({'slideshow': {'author': 'Interleave', 'date': 'date of publication', 'slides': [
            {'title': 'Threads and tasks', 'type': 'all'},
            {'items': ['One runs', 'The others <em>wait</em>'], 'title': 'Overview', 'type': 'all'}],
            'title': 'Sample Slide Show'}}), None
    if first == 'image':
        kind = parts[1] if len(parts) > 1 else 'png'
        return _binary('.' + kind, target, 8090), None
    if first == 'robots.txt':
        return make_reply(200, 'User-agent: *\nDisallow: /deny\n', 'text/plain'), None
    if first == 'xml':
        return make_reply(200, '<?xml version="1.0"?>\n<slideshow title="Sample"/>\n', 'application/xml'), None
    if first == 'html':
        return make_reply(200, _page('A page', 3700)), None
    if first == 'encoding':
        return make_reply(200, _page('Ünïcödé', 2000)), None
    if first == 'links':
        count = _number(parts[1] if len(parts) > 1 else '1', 1, 200, 1)
        links = ' '.join(f"<a href='/links/{count}/{i}'>{i}</a>" for i in range(count))
        return make_reply(200, f'<html><head><title>Links</title></head><body>{links}</body></html>'), None
    if path == '/' or last == 'index.html':
        return make_reply(200, _page('httpbin.org', 9593)), None
    return make_reply(404, _page('404 Not Found', 233)), None


# -- jsonplaceholder.typicode.com

_NAMES = ('Ada Novak', 'Ben Okafor', 'Chen Wei', 'Dana Silva', 'Emil Horn', 'Farah Aziz', 'Goran Ilic', 'Hana Sato',
          'Ivo Costa', 'Jana Weber')


def _user(number):
    name = _NAMES[(number - 1) % len(_NAMES)]
    short = name.split()[0]
    return {'id': number, 'name': name, 'username': short, 'email': f'{short.lower()}@example.com',
            'address': {'street': f'{_sentence(f"street{number}", 1).title()} Road', 'suite': f'Suite {number * 37 % 900}',
                        'city': f'{_sentence(f"city{number}", 1).title()}ville', 'zipcode': f'{10000 + number * 7919 % 90000}',
                        'geo': {'lat': f'{number * 7.3 - 37:.4f}', 'lng': f'{number * 16.1 - 81:.4f}'}},
            'phone': f'1-555-01{number:02}', 'website': f'{short.lower()}.example.org',
            'company': {'name': f'{name.split()[1]} Ltd', 'catchPhrase': _sentence(f'catch{number}', 4),
                        'bs': _sentence(f'bs{number}', 3)}}


def _post(number):
    return {'userId': (number - 1) // 10 + 1, 'id': number, 'title': _sentence(f'post{number}', 6),
            'body': '\n'.join(_sentence(f'post{number}/{line}', 7) for line in range(4))}


def _comment(number):
    return {'postId': (number - 1) // 5 + 1, 'id': number, 'name': _sentence(f'comment{number}', 4),
            'email': f'reader{number}@example.com', 'body': _sentence(f'comment{number}/body', 20)}


def _todo(number):
    return {'userId': (number - 1) // 20 + 1, 'id': number, 'title': _sentence(f'todo{number}', 5),
            'completed': hash_of(f'todo{number}') % 2 == 0}


def _album(number):
    return {'userId': (number - 1) // 10 + 1, 'id': number, 'title': _sentence(f'album{number}', 3)}


def _photo(number):
    colour = f'{hash_of(f"photo{number}") % 0xffffff:06x}'
    return {'albumId': (number - 1) // 50 + 1, 'id': number, 'title': _sentence(f'photo{number}', 5),
            'url': f'https://via.placeholder.com/600/{colour}',
            'thumbnailUrl': f'https://via.placeholder.com/150/{colour}'}


_COLLECTIONS = {'posts': (_post, 100), 'comments': (_comment, 500), 'albums': (_album, 100), 'photos': (_photo, 5000),
                'todos': (_todo, 200), 'users': (_user, 10)}
_NESTED = {('posts', 'comments'): 'postId', ('albums', 'photos'): 'albumId', ('users', 'albums'): 'userId',
           ('users', 'todos'): 'userId', ('users', 'posts'): 'userId'}
_PER = {'postId': 5, 'albumId': 50}


def _placeholder(method, target, headers, body):
    parts = [part for part in target.path.split('/') if part]
    kind = 'application/json; charset=utf-8'

    def found(value, status=200, extra=()):
        return make_reply(status, json.dumps(value, indent=2), kind, extra), None

    if not parts:
        return make_reply(200, _page('A free fake API', 8000)), None
    if parts[0] not in _COLLECTIONS or len(parts) > 3:
        return found({}, 404)
    make, count = _COLLECTIONS[parts[0]]
    given = {}
    if body:
        try:
            given = json.loads(body)
        except ValueError:
            given = _fields(body.decode('utf-8', 'replace'))
        if not isinstance(given, dict):
            given = {}
    if len(parts) == 1:
        if method == 'POST':
            return found({**given, 'id': count + 1}, 201,
                         [('Location', f'https://{target.host}/{parts[0]}/{count + 1}')])
        fields = _fields(target.query)
        limit = _number(str(fields.get('_limit', count)), 0, count, count)
        start = 0
        if '_page' in fields:
            limit = min(limit, 10) if '_limit' not in fields else limit
            start = (_number(str(fields['_page']), 1, count, 1) - 1) * limit
        elif '_start' in fields:
            start = _number(str(fields['_start']), 0, count, 0)
        filters = {name: value for name, value in fields.items() if not name.startswith('_')}
        numbers = range(1, count + 1)
        if set(filters) == {'id'} and isinstance(filters['id'], str):
            number = _number(filters['id'], 0, count + 1, 0)
            numbers = range(number, number + 1) if 1 <= number <= count else ()
        elif not filters:
            numbers, start = range(1 + start, min(count, start + limit) + 1), 0
        elif parts[0] == 'photos':
            album = _number(str(filters.get('albumId', '1')), 1, 100, 1)
            numbers = range(album * 50 - 49, album * 50 + 1)
        items = [make(number) for number in numbers]
        for name, value in filters.items():
            values = value if isinstance(value, list) else [value]
            items = [item for item in items if str(item.get(name)).lower() in values or str(item.get(name)) in values]
        return found(items[start:start + limit])
    try:
        number = int(parts[1])
    except ValueError:
        return found({}, 404)
    if not 1 <= number <= count:
        return found({}, 404) if method != 'DELETE' else found({})
    if len(parts) == 3:
        field = _NESTED.get((parts[0], parts[2]))
        if field is None:
            return found({}, 404)
        other, size = _COLLECTIONS[parts[2]]
        per = _PER.get(field, size // 10)
        return found([other(n) for n in range((number - 1) * per + 1, number * per + 1)])
    item = make(number)
    if method == 'PUT':
        return found({**given, 'id': number})
    if method == 'PATCH':
        return found({**item, **given})
    if method == 'DELETE':
        return found({})
    return found(item)


# -- others

_CREATURES = ('bulbasaur ivysaur venusaur charmander charmeleon charizard squirtle wartortle blastoise caterpie metapod '
              'butterfree weedle kakuna beedrill pidgey pidgeotto pidgeot rattata raticate spearow fearow ekans arbok '
              'pikachu raichu sandshrew sandslash nidoran-f nidorina nidoqueen nidoran-m nidorino nidoking clefairy '
              'clefable vulpix ninetales jigglypuff wigglytuff zubat golbat oddish gloom vileplume paras parasect venonat '
              'venomoth diglett dugtrio meowth persian psyduck golduck mankey primeape growlithe arcanine poliwag '
              'poliwhirl poliwrath abra kadabra alakazam machop machoke machamp bellsprout weepinbell victreebel tentacool '
              'tentacruel geodude graveler golem ponyta rapidash slowpoke slowbro magnemite magneton farfetchd doduo '
              'dodrio seel dewgong grimer muk shellder cloyster gastly haunter gengar onix drowzee hypno krabby kingler '
              'voltorb electrode exeggcute exeggutor cubone marowak hitmonlee hitmonchan lickitung koffing weezing rhyhorn '
              'rhydon chansey tangela kangaskhan horsea seadra goldeen seaking staryu starmie mr-mime scyther jynx '
              'electabuzz magmar pinsir tauros magikarp gyarados lapras ditto eevee vaporeon jolteon flareon porygon '
              'omanyte omastar kabuto kabutops aerodactyl snorlax articuno zapdos moltres dratini dragonair dragonite '
              'mewtwo mew').split()


def _pokeapi(method, target, headers, body):
    parts = [part for part in target.path.split('/') if part]
    if parts[:3] == ['api', 'v2', 'pokemon'] and len(parts) == 3:
        fields = _fields(target.query)
        limit = _number(fields.get('limit', '20'), 1, 151, 20)
        offset = _number(fields.get('offset', '0'), 0, 151, 0)
        results = [{'name': name, 'url': f'https://pokeapi.co/api/v2/pokemon/{number}/'}
                   for number, name in enumerate(_CREATURES[offset:offset + limit], offset + 1)]
        return json_reply({'count': len(_CREATURES), 'next': None, 'previous': None, 'results': results}), None
    if parts[:3] == ['api', 'v2', 'pokemon'] and len(parts) == 4:
        key = parts[3]
        number = int(key) if key.isdigit() else _CREATURES.index(key) + 1 if key in _CREATURES else 0
        if not 1 <= number <= len(_CREATURES):
            return make_reply(404, 'Not Found', 'text/plain; charset=utf-8'), None
        size = hash_of(f'creature {number}')
        return json_reply({'id': number, 'name': _CREATURES[number - 1], 'order': number, 'height': 3 + size % 20,
                           'weight': 20 + size // 32 % 900, 'base_experience': 50 + size // 4096 % 200,
                           'abilities': [], 'moves': [], 'types': [{'slot': 1, 'type': {'name': 'normal'}}]},
                          indent=None), None
    return make_reply(404, 'Not Found', 'text/plain; charset=utf-8'), None


def _github(method, target, headers, body):
    parts = [part for part in target.path.split('/') if part]
    limits = [('X-RateLimit-Limit', '60'), ('X-RateLimit-Remaining', '59')]
    if len(parts) == 2 and parts[0] in ('users', 'orgs'):
        name = parts[1]
        number = hash_of(name)
        return json_reply({'login': name, 'id': number % 90_000_000, 'type': 'User', 'name': name.title(),
                           'html_url': f'https://github.com/{name}', 'url': f'https://api.github.com/users/{name}',
                           'company': None, 'location': None, 'public_repos': number // 7 % 400,
                           'followers': number // 11 % 20_000, 'following': number // 13 % 300,
                           'created_at': '2012-01-20T10:00:00Z'}, extra=limits), None
    if len(parts) == 3 and parts[0] == 'users' and parts[2] == 'repos':
        repos = [{'id': hash_of(f'{parts[1]}{n}') % 90_000_000, 'name': f'project-{n}', 'full_name': f'{parts[1]}/project-{n}',
                  'stargazers_count': hash_of(f'{parts[1]}{n}') // 7 % 900, 'language': 'Python'} for n in range(1, 11)]
        return json_reply(repos, extra=limits), None
    if len(parts) == 3 and parts[0] == 'repos':
        name = f'{parts[1]}/{parts[2]}'
        number = hash_of(name)
        return json_reply({'id': number % 90_000_000, 'name': parts[2], 'full_name': name, 'language': 'Python',
                           'description': _sentence(name, 8), 'html_url': f'https://github.com/{name}',
                           'stargazers_count': number // 7 % 60_000, 'forks_count': number // 11 % 30_000,
                           'open_issues_count': number // 13 % 7000, 'owner': {'login': parts[1]}}, extra=limits), None
    if not parts:
        return json_reply({'current_user_url': 'https://api.github.com/user'}, extra=limits), None
    if parts == ['events']:
        return json_reply([{'id': str(n), 'type': 'PushEvent'} for n in range(30)], extra=limits), None
    return json_reply({'message': 'Not Found', 'documentation_url': 'https://docs.github.com/rest'}, 404, limits), None


def _reqres(method, target, headers, body):
    parts = [part for part in target.path.split('/') if part]
    if parts[:2] != ['api', 'users'] or len(parts) > 3:
        return json_reply({}, 404), None

    def person(number):
        first, last = _NAMES[(number - 1) % len(_NAMES)].split()
        return {'id': number, 'email': f'{first.lower()}.{last.lower()}@example.com', 'first_name': first,
                'last_name': last, 'avatar': f'https://reqres.in/img/faces/{number}-image.jpg'}

    if method == 'POST':
        given = json.loads(body or b'{}')
        return json_reply({**given, 'id': '101', 'createdAt': '2026-01-01T00:00:00.000Z'}, 201), None
    fields = _fields(target.query)
    delay = _number(fields.get('delay', '0'), 0, 10, 0)
    thinking = delay * _SECOND if delay else None
    if len(parts) == 3:
        number = _number(parts[2], 0, 99, 0)
        if not 1 <= number <= 12:
            return json_reply({}, 404), thinking
        return json_reply({'data': person(number)}), thinking
    page = _number(fields.get('page', '1'), 1, 2, 1)
    data = [person(number) for number in range(page * 6 - 5, page * 6 + 1)]
    return json_reply({'page': page, 'per_page': 6, 'total': 12, 'total_pages': 2, 'data': data}), thinking


def _example(method, target, headers, body):
    text = ('<!doctype html>\n<html>\n<head>\n    <title>Example Domain</title>\n    <meta charset="utf-8" />\n</head>\n\n'
            '<body>\n<div>\n    <h1>Example Domain</h1>\n    <p>A page for examples, answered by a simulation.</p>\n'
            '    <p><a href="https://www.iana.org/domains/example">More information...</a></p>\n</div>\n</body>\n</html>\n')
    if target.path != '/':
        return _anyone(method, target, headers, body)
    return make_reply(200, text), None


def _xkcd(method, target, headers, body):
    parts = [part for part in target.path.split('/') if part]
    number = int(parts[0]) if parts and parts[0].isdigit() else 3000
    if parts and parts[-1] == 'info.0.json':
        return json_reply({'num': number, 'title': _sentence(f'comic{number}', 2).title(), 'year': '2026', 'month': '1',
                           'day': '1', 'alt': _sentence(f'alt{number}', 9),
                           'img': f'https://imgs.xkcd.com/comics/{number}.png'}, indent=None), None
    return make_reply(200, _page(f'xkcd {number}', 7000)), None


_SITES = {'httpbin.org': _httpbin, 'httpbingo.org': _httpbin, 'eu.httpbin.org': _httpbin, 'httpbin.dev': _httpbin,
          'postman-echo.com': _httpbin, 'jsonplaceholder.typicode.com': _placeholder, 'example.com': _example,
          'example.org': _example, 'example.net': _example, 'pokeapi.co': _pokeapi, 'api.github.com': _github,
          'reqres.in': _reqres, 'xkcd.com': _xkcd}

_KINDS = {'.jpg': ('image/jpeg', b'\xff\xd8\xff\xe0', 180_000), '.jpeg': ('image/jpeg', b'\xff\xd8\xff\xe0', 180_000),
          '.png': ('image/png', b'\x89PNG\r\n\x1a\n', 90_000), '.gif': ('image/gif', b'GIF89a', 60_000),
          '.webp': ('image/webp', b'RIFF', 50_000), '.svg': ('image/svg+xml', b'<svg>', 4_000),
          '.pdf': ('application/pdf', b'%PDF-1.4\n', 240_000), '.zip': ('application/zip', b'PK\x03\x04', 400_000),
          '.gz': ('application/gzip', b'\x1f\x8b', 400_000), '.mp3': ('audio/mpeg', b'ID3', 500_000),
          '.mp4': ('video/mp4', b'\0\0\0\x18ftyp', 900_000), '.bin': ('application/octet-stream', b'', 100_000)}
_PICTURES = ('picsum.photos', 'images.unsplash.com', 'placekitten.com', 'via.placeholder.com', 'loremflickr.com',
             'source.unsplash.com', 'placehold.co')


def _binary(ending, target, size=None):
    kind, magic, usual = _KINDS.get(ending, _KINDS['.jpg'])
    seed = target.host + target.shown()
    if size is None:
        size = usual // 2 + hash_of(seed) % usual
    return make_reply(200, (magic + _noise(seed, size))[:size], kind)


def _anyone(method, target, headers, body):
    """A host we know nothing about."""
    host = target.host
    ending = target.path[target.path.rfind('.'):].lower() if '.' in target.path.rpartition('/')[2] else ''
    if ending in _KINDS or host in _PICTURES:
        return _binary(ending, target), None
    if ending == '.txt':
        text = '\n'.join(_sentence(f'{host}{target.path}{n}', 9) for n in range(40)) + '\n'
        return make_reply(200, text, 'text/plain; charset=utf-8'), None
    if ending == '.csv':
        rows = ['id,name,value'] + [f'{n},{_sentence(f"row{n}", 1)},{hash_of(f"{host}{n}") % 1000}' for n in range(1, 101)]
        return make_reply(200, '\n'.join(rows) + '\n', 'text/csv; charset=utf-8'), None
    wants_json = ending == '.json' or host.startswith('api.') or '/api' in target.path or \
        'application/json' in _header(headers, 'accept')
    if wants_json:
        number = hash_of(host + target.shown())
        value = {'host': host, 'path': target.path, 'args': _fields(target.query), 'method': method,
                 'id': number % 10_000, 'value': round(number % 100_000 / 1000, 3), 'simulated': True}
        return json_reply(value, 201 if method == 'POST' else 200), None
    size = 2_000 + hash_of(host + target.path) % 58_000
    title = host.removeprefix('www.') + (target.path if target.path != '/' else '')
    return make_reply(200, _page(title, size)), None


def reply_to(method, target, headers, body):
    """The reply, and how long the server thinks in nanoseconds; None for the usual time."""
    site = _SITES.get(target.host.removeprefix('www.'), _anyone)
    reply, thinking = site(method, target, headers, body)
    if method == 'HEAD':
        reply.body = b''
    elif method == 'OPTIONS':
        reply.body = b''
        reply.headers.append(('Allow', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'))
    return reply, thinking
