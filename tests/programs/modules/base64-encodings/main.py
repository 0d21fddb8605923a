import base64
import binascii

print(base64.b64encode(b'hello?>'), base64.urlsafe_b64encode(b'\xff\xfe\xfd??>'), base64.b64decode('aGVsbG8='), base64.urlsafe_b64decode('__79Pz8-'))
print(base64.b64encode(b'\xff\xfe', altchars=b'@$'), base64.b64decode(b'@@8=', altchars=b'@$'), base64.standard_b64decode('YQ=='))
for data in (b'', b'a', b'ab', b'abc', b'hello', b'\0\0\0\0', b'    x', bytes(range(20))):
    b32, b85, a85 = base64.b32encode(data), base64.b85encode(data), base64.a85encode(data)
    print(b32, b85, a85, base64.b32decode(b32) == base64.b85decode(b85) == base64.a85decode(a85) == data)
print(base64.b32hexencode(b'hi'), base64.b32hexdecode('D1KG===='), base64.b16encode(b'\xab'), base64.b16decode('AB'), base64.b32decode('nbswy3dp', True))
print(base64.a85encode(b'x' * 30, wrapcol=20, adobe=True), base64.a85decode(b'<~87cURD]i,"Ebo80~>', adobe=True), base64.a85encode(b'    ', foldspaces=True))
print(base64.encodebytes(b'y' * 80), base64.decodebytes(b'eXl5\n'))
for s in ('abc', 'a', 'ab=c', 'YQ', 'YQ==', '=', 'YW=J', 'a!!GVsbG8=', 'YWJj====', 'YQ==YQ=='):
    for validate in (False, True):
        try:
            print(s, base64.b64decode(s, validate=validate))
        except binascii.Error as e:
            print(s, validate, e)
for f in (lambda: base64.b64encode('text'), lambda: base64.b64decode('é'), lambda: base64.b32decode('a'), lambda: base64.b16decode('ab'), lambda: base64.b85decode('\x01')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
