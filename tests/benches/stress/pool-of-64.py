"""A pool of 64 workers with 100,000 small jobs."""
import multiprocessing as mp


def job(n):
    return n + 1


def main():
    with mp.Pool(64) as pool:
        print(sum(pool.imap_unordered(job, range(100_000), chunksize=1)))


if __name__ == "__main__":
    main()
