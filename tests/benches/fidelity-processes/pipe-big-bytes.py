"""Twenty messages of 1 MB over a pipe. Prints wall seconds, CPU seconds of the parent and items."""
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


def send(connection):
    for _ in range(20):
        connection.send_bytes(b"x" * 1_000_000)



def main():
    here, there = mp.Pipe(duplex=False)
    process = mp.Process(target=send, args=(there,))
    process.start()
    for _ in range(20):
        here.recv_bytes()
    process.join()
    return 20


if __name__ == "__main__":
    start, cpu = time.perf_counter(), time.process_time()
    items = main()
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{wall:.6f} {cpu:.6f} {items}")
