import zlib

data = b'hello world ' * 1000
packed = zlib.compress(data)
print(zlib.decompress(packed) == data, len(packed) < 200, packed[:2])
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b'ab', zlib.crc32(b'cd')), zlib.crc32(b''), zlib.adler32(b''), zlib.crc32(b'x' * 10000))
for level in (0, 1, 6, 9, -1):
    print(level, zlib.decompress(zlib.compress(data, level)) == data)
for wbits in (15, -15, 31, 9):
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    out = packer.compress(data) + packer.compress(b'end') + packer.flush()
    print(wbits, zlib.decompress(out, wbits)[-5:], zlib.decompress(out, 47)[-5:] if wbits > 0 else '')
unpacker = zlib.decompressobj()
parts = [unpacker.decompress(packed[i:i + 7]) for i in range(0, len(packed), 7)]
print(b''.join(parts) == data, unpacker.eof, unpacker.unused_data, unpacker.flush())
unpacker = zlib.decompressobj()
print(len(unpacker.decompress(packed + b'tail')), unpacker.unused_data, unpacker.eof)
unpacker = zlib.decompressobj()
print(unpacker.decompress(packed, 20))
for f in (lambda: zlib.decompress(b'abc'), lambda: zlib.decompress(packed[:-6]), lambda: zlib.decompress(b''), lambda: zlib.compress('x'),
          lambda: zlib.compress(b'', 11), lambda: zlib.decompress(packed, -15)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).split(':')[0])
print(zlib.decompress(b'x\x9c\xcbH\xcd\xc9\xc9W(\xcf/\xcaI\x01\x00\x1a\x0b\x04]'), zlib.MAX_WBITS, zlib.Z_BEST_COMPRESSION)
