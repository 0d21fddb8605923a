"""requests: HTTP for people, over the simulated network (see `_net`). In the shape of requests 2.31."""

from requests import adapters, auth, compat, cookies, exceptions, models, sessions, status_codes, structures, utils
from requests.api import delete, get, head, options, patch, post, put, request
from requests.exceptions import (ConnectTimeout, ConnectionError, FileModeWarning, HTTPError, JSONDecodeError, ReadTimeout,
                                 RequestException, Timeout, TooManyRedirects, URLRequired)
from requests.models import PreparedRequest, Request, Response
from requests.sessions import Session, session
from requests.status_codes import codes

__title__ = 'requests'
__version__ = '2.31.0'
