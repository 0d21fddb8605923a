import multiprocessing as mp
import time, os



if __name__ == '__main__':
    a, b = mp.Pipe()
    a.send_bytes(b"hello")
    print(b.recv_bytes())
    a.send_bytes(b"0123456789", 2, 5)
    print(b.recv_bytes())
    a.send_bytes(b"abc")
    buf = bytearray(8)
    print(b.recv_bytes_into(buf, 2), buf)
    for args in ((b"abc", -1), (b"abc", 4), (b"abc", 1, -1), (b"abc", 1, 3)):
        try:
            a.send_bytes(*args)
        except ValueError as exc:
            print("ValueError:", exc)
    a.send_bytes(b"long message")
    try:
        b.recv_bytes_into(bytearray(3))
    except mp.BufferTooShort as exc:
        print("BufferTooShort", exc.args)
