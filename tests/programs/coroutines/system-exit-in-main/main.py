import asyncio,sys
async def w():
    try: await asyncio.sleep(5)
    finally: print('cleanup')
async def main():
    asyncio.create_task(w()); await asyncio.sleep(0)
    sys.exit(7)
asyncio.run(main())
