import asyncio
async def main():
    tg=asyncio.TaskGroup()
    print(tg)
    c=asyncio.sleep(0)
    try: tg.create_task(c)
    except RuntimeError as e: print(e)
    c.close()
    async with tg:
        t=tg.create_task(asyncio.sleep(0.01,'x'),name='tt'); print(tg)
    print(t.result(),tg)
    c=asyncio.sleep(0)
    try: tg.create_task(c)
    except RuntimeError as e: print(e)
    c.close()
    try:
        async with tg: pass
    except RuntimeError as e: print(e)
asyncio.run(main())
