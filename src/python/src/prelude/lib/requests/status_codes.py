"""requests.status_codes: `codes.ok`, `codes.not_found` and so on."""

from http import HTTPStatus
from requests.structures import LookupDict

codes = LookupDict(name='status_codes')
for _status in HTTPStatus:
    for _name in (_status.name, _status.name.lower()):
        setattr(codes, _name, _status.value)
for _name, _value in {'ok': 200, 'okay': 200, 'all_ok': 200, 'created': 201, 'moved': 301, 'found': 302, 'bad': 400,
                      'not_allowed': 405, 'teapot': 418, 'im_a_teapot': 418, 'unprocessable': 422, 'too_many': 429,
                      'server_error': 500, 'unavailable': 503, 'temporary_redirect': 307}.items():
    setattr(codes, _name, _value)
    setattr(codes, _name.upper(), _value)
