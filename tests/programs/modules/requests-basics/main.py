"""requests against the simulated httpbin: parameters, JSON, headers, forms, status codes, redirects, cookies."""
import requests

r = requests.get("https://httpbin.org/get", params={"q": "two words", "n": 3}, timeout=5)
print(r, r.status_code, r.ok, r.reason)
print(r.url)
print(r.json()["args"])
print(r.headers["Content-Type"], r.headers["content-type"] == r.headers["CONTENT-TYPE"])
print(r.encoding, type(r.content).__name__, len(r.content) == int(r.headers["Content-Length"]))

r = requests.post("https://httpbin.org/post", json={"x": [1, 2]})
print(r.json()["json"], r.json()["headers"]["Content-Type"])
r = requests.post("https://httpbin.org/post", data={"a": "1", "b": "2"})
print(r.json()["form"], r.request.body)
r = requests.put("https://httpbin.org/put", data=b"raw")
print(r.json()["data"])
print(requests.get("https://httpbin.org/headers", headers={"X-Token": "t"}).json()["headers"]["X-Token"])
print(requests.get("https://httpbin.org/user-agent").json())

r = requests.get("https://httpbin.org/status/404")
print(bool(r), r.status_code == requests.codes.not_found)
try:
    r.raise_for_status()
except requests.exceptions.HTTPError as problem:
    print(type(problem).__name__, problem, problem.response is r)

r = requests.get("https://httpbin.org/redirect/2")
print(r.status_code, r.url, [h.status_code for h in r.history])
r = requests.get("https://httpbin.org/redirect/1", allow_redirects=False)
print(r.status_code, r.headers["Location"], r.is_redirect)

with requests.Session() as session:
    session.headers.update({"X-Common": "yes"})
    session.get("https://httpbin.org/cookies/set?color=blue")
    print(session.cookies.get_dict(), session.get("https://httpbin.org/cookies").json())
    print(session.get("https://httpbin.org/headers").json()["headers"]["X-Common"])
print(requests.get("https://httpbin.org/bearer", headers={"Authorization": "Bearer t0"}).json())
print(requests.head("https://httpbin.org/get").text == "", requests.options("https://httpbin.org/get").headers["Allow"][:9])
