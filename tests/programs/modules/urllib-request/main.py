"""urllib.request on the simulated network."""
import json
import urllib.error
import urllib.parse
import urllib.request

with urllib.request.urlopen("https://httpbin.org/get?x=1") as reply:
    print(reply.status, reply.reason, reply.getcode(), reply.geturl())
    print(reply.headers["Content-Type"], reply.info().get_content_charset("none"), reply.getheader("Server"))
    print(json.load(reply)["args"])
data = urllib.parse.urlencode({"a": 1, "b": "x y"}).encode()
request = urllib.request.Request("https://httpbin.org/post", data=data, headers={"X-My": "1"})
print(request.get_method(), request.host, request.selector, request.get_header("X-my"))
with urllib.request.urlopen(request, timeout=5) as reply:
    got = json.loads(reply.read().decode("utf-8"))
    print(got["form"], got["headers"]["User-Agent"], got["headers"]["X-My"])
for url in ("https://httpbin.org/status/404", "https://no-such-host.invalid/", "http://localhost:1/", "gopher://x/"):
    try:
        urllib.request.urlopen(url)
    except urllib.error.HTTPError as problem:
        print("HTTPError", problem.code, problem.reason, problem, isinstance(problem, urllib.error.URLError))
    except urllib.error.URLError as problem:
        print("URLError", problem.reason, type(problem.reason).__name__, problem)
try:
    urllib.request.urlopen("https://httpbin.org/delay/5", timeout=1)
except TimeoutError as problem:
    print("timeout", problem)
try:
    urllib.request.urlopen("nonsense")
except ValueError as problem:
    print(problem)
with urllib.request.urlopen("http://python.org/") as reply:
    lines = reply.read().decode().splitlines()
    print(lines[0], lines[3])
print(urllib.request.urlopen("data:text/plain,hello%20there").read())
name, headers = urllib.request.urlretrieve("https://example.com/picture.jpg", "picture.jpg")
print(name, len(open(name, "rb").read()) == int(headers["Content-Length"]))
