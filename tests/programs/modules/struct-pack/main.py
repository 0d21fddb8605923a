import struct

print(struct.pack('<IhbqQ?', 1, -2, 3, -4, 5, True), struct.pack('>f', 1.5), struct.pack('!d', 2.25), struct.pack('10s', b'abc'), struct.pack('5p', b'abcdefg'))
print(struct.pack('xxh', 1), struct.calcsize('bi'), struct.calcsize('<bi'), struct.calcsize('bqb'), struct.calcsize('=bqb0q'), struct.pack('e', 1.1), struct.pack('3c', b'a', b'b', b'c'))
print(struct.unpack('<IhbqQ?', struct.pack('<IhbqQ?', 1, -2, 3, -4, 5, True)), struct.unpack('3c', b'abc'), list(struct.iter_unpack('<H', b'abcd')), struct.unpack('<e', b'\x66\x3c'))
print(struct.unpack('>iq', struct.pack('>iq', -5, 1 << 40)), struct.unpack('5p', b'\x03abcd'), struct.unpack('<2s3x', b'abcde'), struct.unpack('<d', struct.pack('<d', 0.1)))
s = struct.Struct('<2h')
print(s.size, s.format, s.pack(1, 2), s.unpack(b'abcd'), struct.Struct(b'>i').format)
b = bytearray(6)
s.pack_into(b, 1, 3, 4)
print(b, s.unpack_from(b, 1), struct.unpack_from('<b', b, -2))


class Index:
    def __index__(self):
        return 7


print(struct.pack('B', Index()), struct.pack('?', []), struct.pack('?', 'x'), struct.pack('f', 3), struct.pack('d', True))
print(struct.pack('<n', 1) if False else struct.pack('n', 1), struct.pack(' < h  h ', 1, 2) if False else struct.pack('h h', 1, 2))
