# Pages are fetched at once, their links written by whoever is ready first.
import asyncio
import re
from urllib.parse import urljoin

import aiofiles
import aiohttp

LINK = re.compile(r'href="(.*?)"')


async def links_of(session, url):
    try:
        async with session.get(url) as reply:
            reply.raise_for_status()
            return {urljoin(url, link) for link in LINK.findall(await reply.text())}
    except (aiohttp.ClientError, aiohttp.http_exceptions.HttpProcessingError) as problem:
        print(url, type(problem).__name__)
        return set()


async def write_links(path, session, url):
    links = await links_of(session, url)
    async with aiofiles.open(path, 'a') as file:
        for link in sorted(links):
            await file.write(f'{url}\t{link}\n')
    return len(links)


async def main():
    urls = ['https://www.python.org/', 'http://nowhere.invalid/', 'https://httpbin.org/status/404', 'https://example.com/']
    async with aiofiles.open('links.txt', 'w') as file:
        await file.write('page\tlink\n')
    async with aiohttp.ClientSession() as session:
        counts = await asyncio.gather(*(write_links('links.txt', session, url) for url in urls))
    print([count > 0 for count in counts])
    async with aiofiles.open('links.txt') as file:
        lines = [line async for line in file]
    print(len(lines) == 1 + sum(counts), lines[0].split())


asyncio.run(main())
