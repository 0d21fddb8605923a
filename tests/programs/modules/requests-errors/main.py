"""What goes wrong with requests: no such host, nobody listening, timeouts, bad URLs, bad JSON, endless redirects."""
import time
import requests
from requests.exceptions import (ConnectionError, ConnectTimeout, InvalidSchema, JSONDecodeError, MissingSchema, ReadTimeout,
                                 RequestException, Timeout, TooManyRedirects)


def attempt(url, **kwargs):
    start = time.perf_counter()
    try:
        print(url, requests.get(url, **kwargs).status_code)
    except RequestException as problem:
        kinds = [k.__name__ for k in (ConnectionError, ConnectTimeout, ReadTimeout, Timeout) if isinstance(problem, k)]
        print(url, type(problem).__name__, kinds, f"{time.perf_counter() - start:.1f}")


attempt("https://httpbin.org/delay/2", timeout=1)
attempt("https://httpbin.org/delay/2", timeout=(1, 3))
attempt("https://this-host-does-not-exist.example")
attempt("http://localhost:9")
attempt("http://10.255.255.1/", timeout=0.5)
for bad in ("httpbin.org/get", "ftp://httpbin.org/x"):
    try:
        requests.get(bad)
    except (MissingSchema, InvalidSchema) as problem:
        print(type(problem).__name__, problem)
try:
    requests.get("https://example.com").json()
except JSONDecodeError as problem:
    print(type(problem).__name__, problem)
session = requests.Session()
session.max_redirects = 3
try:
    session.get("https://httpbin.org/redirect/9")
except TooManyRedirects as problem:
    print(problem)
print(issubclass(RequestException, IOError), issubclass(MissingSchema, ValueError))
