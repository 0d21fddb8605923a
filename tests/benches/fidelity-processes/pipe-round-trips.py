"""2,000 round trips over a pipe. Prints wall seconds, CPU seconds of the parent and items."""
import multiprocessing as mp
import multiprocessing.connection
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.popen_fork
import multiprocessing.popen_forkserver
import multiprocessing.popen_spawn_posix
import multiprocessing.queues
import multiprocessing.sharedctypes
import multiprocessing.synchronize
import time


def echo(connection):
    while (n := connection.recv()) is not None:
        connection.send(n)



def main():
    here, there = mp.Pipe()
    process = mp.Process(target=echo, args=(there,))
    process.start()
    for n in range(2_000):
        here.send(n)
        here.recv()
    here.send(None)
    process.join()
    return 2000


if __name__ == "__main__":
    start, cpu = time.perf_counter(), time.process_time()
    items = main()
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{wall:.6f} {cpu:.6f} {items}")
