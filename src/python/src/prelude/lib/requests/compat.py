"""requests.compat."""

import json
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse

str = str
bytes = bytes
basestring = (str, bytes)
builtin_str = str
is_py3 = True
is_py2 = False
