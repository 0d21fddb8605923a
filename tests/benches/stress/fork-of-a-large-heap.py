"""Forks of a process with 100 MB of objects, of which the children write a part."""
import os

data = [str(n) * 4 for n in range(1_000_000)]


def main():
    for n in range(20):
        pid = os.fork()
        if pid == 0:
            data[n] = "changed"
            os._exit(0)
        os.waitpid(pid, 0)
    print(len(data))


main()
