import asyncio, aiofiles, aiofiles.os, async_timeout
async def main():
    async with aiofiles.open('/tmp/a.txt', 'w') as f:
        print(await f.write('one\ntwo\nthree\n'), f.name, f.mode, f.closed)
        await f.writelines(['four\n', 'five\n'])
    print(f.closed)
    async with aiofiles.open('/tmp/a.txt') as f:
        print(await f.readline(), await f.tell() > 0)
        async for line in f: print(line.strip())
        await f.seek(0); print(len(await f.read()), await f.read())
    f = await aiofiles.open('/tmp/a.txt', mode='rb'); print(await f.read(3)); await f.close()
    print(await aiofiles.os.path.exists('/tmp/a.txt'), (await aiofiles.os.stat('/tmp/a.txt')).st_size)
    await aiofiles.os.rename('/tmp/a.txt', '/tmp/b.txt'); await aiofiles.os.remove('/tmp/b.txt')
    print(await aiofiles.os.path.exists('/tmp/b.txt'))
    try:
        async with aiofiles.open('/tmp/none.txt') as f: pass
    except FileNotFoundError as e: print(e)
    async def copy(n):
        async with aiofiles.open(f'/tmp/f{n}', 'w') as f: await f.write(str(n) * 3)
        async with aiofiles.open(f'/tmp/f{n}') as f: return await f.read()
    print(await asyncio.gather(*(copy(i) for i in range(4))))
    try:
        async with async_timeout.timeout(.01) as t: await asyncio.sleep(1)
    except asyncio.TimeoutError: print('timeout', t.expired)
    async with async_timeout.timeout(1) as t: t.shift(1); t.reject()
    print(t.expired, t.deadline)
asyncio.run(main())
