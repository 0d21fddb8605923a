import hashlib
for n in ('sha256','sha1','md5','sha512','sha3_256','blake2b'):
    print(n, hashlib.pbkdf2_hmac(n, b'password'*20, b'salt', 1000, 70).hex())
print(hashlib.pbkdf2_hmac('sha256', b'p', b's', 1).hex())
print(hashlib.pbkdf2_hmac('sha256', bytearray(b'p'), b's', 50001).hex())
for a in (('sha256', b'p', b's', 0), ('sha256', b'p', b's', 1, 0)):
    try: print(hashlib.pbkdf2_hmac(*a))
    except Exception as e: print(type(e).__name__, e)
