"""requests.cookies: a jar that is a dict of names and values."""


class RequestsCookieJar(dict):
    def set(self, name, value, **kwargs):
        if value is None:
            self.pop(name, None)
        else:
            self[name] = value

    def get_dict(self, domain=None, path=None):
        return dict(self)

    def iteritems(self):
        return iter(self.items())

    def clear_session_cookies(self):
        self.clear()

    def copy(self):
        return RequestsCookieJar(self)

    def __repr__(self):
        shown = ', '.join(f'<Cookie {name}={value}>' for name, value in self.items())
        return f'<RequestsCookieJar[{shown}]>'


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    jar.update(cookie_dict or {})
    return jar


def dict_from_cookiejar(cj):
    return dict(cj)
