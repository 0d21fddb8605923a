"""URLs as text."""
from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit,
                          urlunparse, urlunsplit)

u = urlparse("https://user:pw@Example.com:8080/a/b;p?q=1&r=2#frag")
print(u)
print(u.scheme, u.netloc, u.hostname, u.port, u.username, u.password, u.path, u.params, u.query, u.fragment, u.geturl())
for url in ("//host/path", "/only/path", "mailto:a@b.c", "http://[::1]:80/", "HTTP://x", "", "http://a?b#c", "path?x=1"):
    print(url, tuple(urlsplit(url)), urlunsplit(urlsplit(url)))
base = "http://a/b/c/d?q"
for ref in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", "..", "../g", "../../g", "../../../g", "g;x", "http://x/y"):
    print(ref, urljoin(base, ref))
print(quote("a b/c?é&"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("a%20b%C3%A9%zz"), unquote_plus("a+b%20c"), quote(b"\x00\xff"))
print(urlencode({"a": 1, "b": "x y", "c": "é"}), urlencode([("k", [1, 2])], doseq=True), urlencode({"k": [1, 2]}))
print(parse_qs("a=1&a=2&b=&c"), parse_qs("a=1&b=", keep_blank_values=True), parse_qsl("x=1&y=a+b%21"))
print(urldefrag("http://a/b#c"), urlunparse(("http", "h", "/p", "", "q=1", "f")))
for bad in (lambda: urlparse("http://h:99999/").port, lambda: urlparse("http://h:x/").port, lambda: urlsplit("http://[::1"), lambda: urlencode(3),
            lambda: parse_qsl("a", strict_parsing=True)):
    try:
        bad()
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
