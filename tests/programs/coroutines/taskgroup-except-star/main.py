import asyncio
async def bad(e,t):
    await asyncio.sleep(t); raise e
async def clean(n):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('cancel',n,e.args); raise
    finally: print('fin',n)
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(ValueError('v'),.01)); tg.create_task(bad(KeyError('k'),.01)); tg.create_task(clean(1))
    except* ValueError as g: print('VE',g.exceptions)
    except* KeyError as g: print('KE',g.exceptions,g.message)
    print(tg)
asyncio.run(main())
