import secrets
import string

print(len(secrets.token_bytes(16)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), type(secrets.token_bytes()), len(secrets.token_bytes()))
print(0 <= secrets.randbelow(10) < 10, secrets.randbits(5) < 32, secrets.choice([7]) == 7, secrets.compare_digest('a', 'a'), set(secrets.token_hex(20)) <= set(string.hexdigits))
password = ''.join(secrets.choice(string.ascii_letters + string.digits) for _ in range(12))
print(len(password), password.isalnum())
try:
    secrets.randbelow(0)
except ValueError as e:
    print(e)
