import multiprocessing as mp
import time, os



if __name__ == '__main__':
    for code, v in (("i", 5), ("d", 2.5), ("b", -3), ("L", 7), ("f", 0.1), ("c", b"x"), ("h", 70000), ("B", -1), ("u", "é")):
        x = mp.Value(code, v)
        print(code, x.value)
    try:
        mp.Value("i", "text")
    except TypeError as exc:
        print("TypeError")
    print(mp.Value("i").value, mp.RawValue("d", 1.5).value)
    print(mp.Value("i", 3))
