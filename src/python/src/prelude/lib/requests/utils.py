"""requests.utils."""

from urllib.parse import quote, unquote

from _net_http import charset_of
from requests.structures import CaseInsensitiveDict


def default_user_agent(name='python-requests'):
    return f'{name}/2.31.0'


def default_headers():
    return CaseInsensitiveDict({'User-Agent': default_user_agent(), 'Accept-Encoding': 'gzip, deflate', 'Accept': '*/*',
                                'Connection': 'keep-alive'})


def get_encoding_from_headers(headers):
    kind = headers.get('content-type')
    if not kind:
        return None
    charset = charset_of(kind)
    if charset:
        return charset
    if 'text' in kind:
        return 'ISO-8859-1'
    if 'application/json' in kind:
        return 'utf-8'
    return None


def dict_from_cookiejar(cj):
    return dict(cj)


def requote_uri(uri):
    return quote(uri, safe="!#$%&'()*+,/:;=?@[]~")


def parse_header_links(value):
    links = []
    for part in value.strip(' \'"').split(','):
        url, _, params = part.partition(';')
        link = {'url': url.strip('<> \'"')}
        for param in params.split(';'):
            key, mark, text = param.partition('=')
            if mark:
                link[key.strip(' \'"')] = text.strip(' \'"')
        links.append(link)
    return links
