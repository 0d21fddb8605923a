import re

print(re.match(rb'(\w+) (\d+)', b'abc 12').groups(), re.findall(rb'[a-c]', b'abcd'), re.sub(rb'(.)', rb'<\1>', b'ab'), re.split(rb',', b'a,b'))
print(re.match(rb'\w', 'é'.encode()), re.match(rb'(?i)A', b'a'), re.match(rb'\xff', b'\xff'), re.compile(rb'a', re.I))
print(re.search(b'b', bytearray(b'abc')).group(), re.findall(b'.', memoryview(b'ab')), re.sub(b'a', b'b', bytearray(b'aa')))
print(re.fullmatch(rb'[\x80-\xff]+', '世'.encode()), re.match(b'(?P<n>a)', b'a').groupdict())
print(re.escape(b'a.b'), re.sub(b'a', lambda m: m[0].upper(), b'banana'), re.subn(b'\\s', b'', b' a b'))
