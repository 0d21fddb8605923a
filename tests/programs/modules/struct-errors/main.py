import struct

for code in 'bBhHiIlLqQ':
    for order in ('@', '<', '>'):
        for value in (1 << 70, -(1 << 70), 1 << 63, -1 if code.isupper() else -(1 << 63) - 1, 1 << 40, 1 << 17, 300):
            try:
                print(code, order, value, struct.pack(order + code, value))
            except struct.error as e:
                print(code, order, value, e)
for f in (lambda: struct.pack('i', 'x'), lambda: struct.pack('z', 1), lambda: struct.pack('ii', 1), lambda: struct.unpack('i', b'abc'),
          lambda: struct.unpack_from('i', b'abcdef', 4), lambda: struct.pack('>f', 1e300), lambda: struct.pack('c', b'ab'), lambda: struct.pack('5'),
          lambda: struct.pack('d', 'x'), lambda: struct.pack('s', 'x'), lambda: struct.pack('i', 1.5), lambda: struct.pack('e', 1e6),
          lambda: struct.pack_into('i', bytearray(2), 0, 1), lambda: struct.pack_into('i', bytearray(4), -8, 1), lambda: list(struct.iter_unpack('i', b'abc')),
          lambda: struct.unpack('i', 'abcd'), lambda: struct.calcsize(5), lambda: struct.pack('<n', 1), lambda: list(struct.iter_unpack('', b'')), lambda: struct.unpack_from('i', b'ab', -5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
