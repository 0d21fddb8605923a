"""256 processes at once, each with a message back."""
import multiprocessing as mp


def work(queue, n):
    queue.put(n * n)


def main():
    queue = mp.SimpleQueue()
    children = [mp.Process(target=work, args=(queue, n)) for n in range(256)]
    for child in children:
        child.start()
    total = sum(queue.get() for _ in children)
    for child in children:
        child.join()
    print(total)


if __name__ == "__main__":
    main()
