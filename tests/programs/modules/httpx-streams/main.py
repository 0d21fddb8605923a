import asyncio, httpx
async def main():
    async with httpx.AsyncClient(base_url='https://jsonplaceholder.typicode.com', timeout=5.0) as c:
        rs = await asyncio.gather(*(c.get(f'/posts/{i}') for i in (1, 2)))
        for r in rs: print(r.status_code, r.json()['id'], r.url, r.headers['content-type'], r.is_success)
        r = await c.post('/posts', json={'t': 1}); print(r.status_code, r.request.method)
        try: (await c.get('https://httpbin.org/status/404')).raise_for_status()
        except httpx.HTTPStatusError as e: print(type(e).__name__, e.response.status_code)
        try: await c.get('https://httpbin.org/delay/10', timeout=.3)
        except httpx.TimeoutException as e: print(type(e).__name__)
        try: await c.get('http://nope.invalid')
        except httpx.ConnectError as e: print(type(e).__name__, isinstance(e, httpx.RequestError))
        async with c.stream('GET', 'https://example.com') as r:
            n = 0
            async for b in r.aiter_bytes(): n += len(b)
            print(n > 0, r.status_code)
    print(httpx.get('https://example.com').status_code)
    with httpx.Client() as c: print(c.get('https://httpbin.org/get', params={'a': 1}).json()['args'])
    limits = httpx.Limits(max_connections=2)
    async with httpx.AsyncClient(limits=limits, follow_redirects=True) as c:
        sem = asyncio.Semaphore(3)
        async def one(i):
            async with sem: return (await c.get('https://httpbin.org/anything', params={'i': i})).json()['args']
        print(await asyncio.gather(*(one(i) for i in range(4))))
asyncio.run(main())
async def more():
    async with httpx.AsyncClient(auth=('user', 'pw'), transport=httpx.AsyncHTTPTransport(retries=1)) as c:
        r = await c.get('https://httpbin.org/basic-auth/user/pw'); print(r.status_code, r.elapsed.total_seconds() > 0.01)
        async with c.stream('GET', 'https://httpbin.org/stream/3') as r:
            async for line in r.aiter_lines(): print(line[:20])
        r = await c.get('https://httpbin.org/headers', cookies={'a': 'b'}); print(r.json()['headers'].get('Cookie'), r.status_code == httpx.codes.OK)
    with httpx.stream('GET', 'https://example.com') as r: print(sum(map(len, r.iter_bytes())) == r.num_bytes_downloaded)
asyncio.run(more())
