import asyncio, random
from collections import Counter
random.seed(1)
class Account:
    def __init__(self, b): self.balance = b
async def lost_update():
    acc = Account(100)
    async def withdraw(n):
        b = acc.balance
        await asyncio.sleep(0)
        acc.balance = b - n
    await asyncio.gather(*(withdraw(10) for _ in range(5)))
    print('lost', acc.balance)
    acc = Account(100); lock = asyncio.Lock()
    async def safe(n):
        async with lock:
            b = acc.balance; await asyncio.sleep(0); acc.balance = b - n
    await asyncio.gather(*(safe(10) for _ in range(5)))
    print('safe', acc.balance)
async def stage(inq, outq, f):
    while (x := await inq.get()) is not None: await outq.put(f(x))
    await outq.put(None)
async def pipeline():
    a, b, c = asyncio.Queue(2), asyncio.Queue(2), asyncio.Queue()
    async def src():
        for i in range(6): await a.put(i)
        await a.put(None)
    await asyncio.gather(src(), stage(a, b, lambda x: x * x), stage(b, c, str))
    out = []
    while (x := c.get_nowait()) is not None: out.append(x)
    print(out)
class RateLimiter:
    def __init__(self, n, per): self.n, self.per, self.t = n, per, []
    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while len([x for x in self.t if loop.time() - x < self.per]) >= self.n:
            await asyncio.sleep(.005)
        self.t.append(loop.time())
    async def __aexit__(self, *a): pass
async def crawl():
    links = {'/': ['/a', '/b'], '/a': ['/c', '/'], '/b': ['/c', '/d'], '/c': [], '/d': ['/a']}
    seen, q, order = set(), asyncio.Queue(), []
    sem = asyncio.Semaphore(2)
    async def fetch(u):
        async with sem:
            await asyncio.sleep(.01 * len(u)); return links[u]
    async def worker(n):
        while True:
            u = await q.get()
            try:
                for l in await fetch(u):
                    if l not in seen: seen.add(l); q.put_nowait(l)
                order.append((n, u))
            finally: q.task_done()
    seen.add('/'); q.put_nowait('/')
    ws = [asyncio.create_task(worker(i)) for i in range(3)]
    await q.join()
    for w in ws: w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))
    print(order)
async def retry():
    n = 0
    async def flaky():
        nonlocal n; n += 1
        if n < 3: raise ConnectionError(n)
        return 'ok after', n
    for i in range(5):
        try: print(await asyncio.wait_for(flaky(), 1)); break
        except ConnectionError as e: print('retry', e); await asyncio.sleep(.001 * 2 ** i)
async def merged():
    async def gen(n, d):
        for i in range(3): await asyncio.sleep(d); yield f'{n}{i}'
    q = asyncio.Queue()
    async def pump(g):
        async for x in g: await q.put(x)
    async def merge(*gs):
        ts = [asyncio.create_task(pump(g)) for g in gs]
        fin = asyncio.gather(*ts)
        while not fin.done() or not q.empty():
            get = asyncio.create_task(q.get())
            done, _ = await asyncio.wait({get, fin}, return_when=asyncio.FIRST_COMPLETED)
            if get in done: yield get.result()
            else: get.cancel()
    print([x async for x in merge(gen('a', .01), gen('b', .015))])
async def periodic():
    ticks = []
    async def tick():
        while True: ticks.append(len(ticks)); await asyncio.sleep(.01)
    t = asyncio.create_task(tick())
    await asyncio.sleep(.035); t.cancel()
    print(ticks)
async def main():
    for f in (lost_update, pipeline, crawl, retry, merged, periodic): await f()
    lim = RateLimiter(2, .05); t0 = asyncio.get_running_loop().time()
    async def job():
        async with lim: return int((asyncio.get_running_loop().time() - t0) / .05)
    print(sorted(await asyncio.gather(*(job() for _ in range(5)))))
asyncio.run(main())
