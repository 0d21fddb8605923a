import asyncio
# crawler with semaphore, retry, timeouts
class Fetcher:
    def __init__(self, limit):
        self.sem = asyncio.Semaphore(limit); self.active = 0; self.peak = 0; self.tries = {}
    async def get(self, url, delay, fails=0):
        for attempt in range(1, 4):
            try:
                async with self.sem:
                    self.active += 1; self.peak = max(self.peak, self.active)
                    try:
                        async with asyncio.timeout(0.25):
                            await asyncio.sleep(delay)
                            if attempt <= fails: raise ConnectionError(url)
                            return url, attempt
                    finally:
                        self.active -= 1
            except (TimeoutError, ConnectionError) as e:
                self.tries[url] = (attempt, type(e).__name__)
                await asyncio.sleep(0.01 * 2 ** attempt)
        raise RuntimeError(f"gave up {url}") 
async def main():
    f = Fetcher(2)
    r = await asyncio.gather(f.get("a", 0.1), f.get("b", 0.2), f.get("c", 0.3), f.get("d", 0.05, 2), return_exceptions=True)
    for x in r: print(repr(x))
    print(f.peak, sorted(f.tries.items()))
asyncio.run(main())
