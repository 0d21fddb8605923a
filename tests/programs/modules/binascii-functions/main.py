import binascii

print(binascii.hexlify(b'\x01\xff'), binascii.hexlify(b'\x01\xff\x02', '-'), binascii.hexlify(b'abcdef', b':', 2), binascii.unhexlify('01fF'), binascii.a2b_hex(b'61'))
print(binascii.crc32(b'hello'), binascii.crc_hqx(b'abc', 0), binascii.b2a_base64(b'hi'), binascii.b2a_base64(b'hi', newline=False), binascii.a2b_base64(b'aGk='))
for s in ('0', '0g', b'xyz', 'é'):
    try:
        print(binascii.unhexlify(s))
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.b2a_qp(b'a=b \xe9\n'), binascii.a2b_qp(b'a=3Db=20'))
