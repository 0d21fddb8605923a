"""http.cookiejar: a place where cookies would be kept."""


class CookieJar:
    def __init__(self, policy=None):
        self._cookies = []

    def __iter__(self):
        return iter(self._cookies)

    def __len__(self):
        return len(self._cookies)

    def clear(self):
        self._cookies.clear()
