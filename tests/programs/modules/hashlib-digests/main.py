import hashlib

for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name)
    h.update(b'abc')
    h.update(b'd' * 5000)
    twin = h.copy()
    twin.update(b'x')
    if name.startswith('shake'):
        print(name, h.hexdigest(20), twin.digest(5), h.digest_size, h.block_size, h.name)
    else:
        print(name, h.hexdigest(), twin.digest()[:4], h.digest_size, h.block_size, h.name)
for data in (b'', b'a', b'a' * 55, b'a' * 56, b'a' * 64, b'a' * 111, b'a' * 112, b'a' * 128, b'a' * 129):
    print(len(data), hashlib.md5(data).hexdigest(), hashlib.sha256(data).hexdigest()[:16], hashlib.sha512(data).hexdigest()[:16],
          hashlib.blake2b(data).hexdigest()[:16], hashlib.blake2s(data).hexdigest()[:16], hashlib.sha3_256(data).hexdigest()[:16])
print(hashlib.sha256(bytearray(b'abc')).hexdigest() == hashlib.sha256(memoryview(b'abc')).hexdigest(), hashlib.sha1('é'.encode()).hexdigest())
for f in (lambda: hashlib.md5('abc'), lambda: hashlib.new('nope'), lambda: hashlib.md5(3), lambda: hashlib.sha256().update('x')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(sorted(hashlib.algorithms_guaranteed) == sorted(hashlib.algorithms_available & hashlib.algorithms_guaranteed))
