import hashlib
import hmac

print(hashlib.blake2b(b'data', digest_size=20, key=b'k', salt=b's', person=b'p').hexdigest())
print(hashlib.blake2s(b'data' * 100, digest_size=8, key=b'kk', fanout=2, depth=3, leaf_size=100, node_offset=7, node_depth=1,
                      inner_size=16, last_node=True).hexdigest())
print(hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.blake2b(digest_size=4).digest_size)
for f in (lambda: hashlib.blake2b(digest_size=70), lambda: hashlib.blake2s(key=b'x' * 40), lambda: hashlib.blake2b(salt=b'x' * 17), lambda: hashlib.blake2b(depth=0)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
h = hmac.new(b'key', b'msg', 'sha256')
h.update(b' more')
print(h.hexdigest(), h.name, h.digest_size, h.block_size, h.copy().hexdigest() == h.hexdigest())
print(hmac.new(b'k' * 200, b'msg', hashlib.md5).hexdigest(), hmac.digest(b'k', b'm', 'sha1').hex())
print(hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 10).hex(), hashlib.pbkdf2_hmac('sha1', b'p', b's', 3, 50).hex())
for f in (lambda: hmac.new('key', b'', 'md5'), lambda: hmac.new(b'key'), lambda: hmac.compare_digest('a', b'a')):
    try:
        f()
    except TypeError as e:
        print(e)
