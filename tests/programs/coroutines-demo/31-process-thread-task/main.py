import asyncio
import multiprocessing
import threading

SITES = {"news": ["a", "b", "c"], "shop": ["d", "e", "f"]}


async def fetch(page, found):
    await asyncio.sleep(0.02)
    found.append(page)


async def crawl(pages, found):
    async with asyncio.TaskGroup() as group:
        for page in pages:
            group.create_task(fetch(page, found), name=page)


def work(site, queue):
    pages, found = SITES[site], []
    halves = [pages[:2], pages[2:]]
    threads = [threading.Thread(target=lambda half=half: asyncio.run(crawl(half, found))) for half in halves]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    queue.put((site, sorted(found)))


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=work, args=(site, queue), name=site) for site in SITES]
    for process in processes:
        process.start()
    results = sorted(queue.get() for _ in processes)
    for process in processes:
        process.join()
    for site, pages in results:
        print(site, pages)
