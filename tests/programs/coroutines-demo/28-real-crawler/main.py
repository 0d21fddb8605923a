import asyncio

import aiohttp

PAGES = [f"https://example.com/page/{n}" for n in range(6)]


async def fetch(session, url):
    async with session.get(url) as response:
        text = await response.text()
        return url, response.status, len(text) > 0


async def main():
    connector = aiohttp.TCPConnector(limit=3)
    async with aiohttp.ClientSession(connector=connector) as session:
        tasks = [asyncio.create_task(fetch(session, url)) for url in PAGES]
        for task in tasks:
            url, status, has_text = await task
            print(status, url, has_text)


asyncio.run(main())
