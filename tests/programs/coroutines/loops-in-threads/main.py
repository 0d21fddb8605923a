import asyncio, threading
results = {}
async def main(n):
    await asyncio.sleep(0.02 * n)
    results[n] = asyncio.current_task().get_name() != ""
def run(n):
    asyncio.run(main(n))
ts = [threading.Thread(target=run, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(results)
def none():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(e)
t = threading.Thread(target=none, name="T"); t.start(); t.join()
