import asyncio
async def f(n):
    await asyncio.sleep(0.01)
    return n
loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(f(1)))
t = loop.create_task(f(2))
print(loop.run_until_complete(t), t.done())
fut = loop.create_future()
loop.call_later(0.01, fut.set_result, 3)
print(loop.run_until_complete(fut))
loop.call_soon(print, "once")
loop.call_soon(loop.stop)
loop.run_forever()
never = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(never)
except RuntimeError as e:
    print(e)
loop.close()
print(loop.is_closed())
loop.close()
c = f(1)
for call in (lambda: loop.run_until_complete(c), lambda: loop.call_soon(print), lambda: loop.create_task(c)):
    try:
        call()
    except RuntimeError as e:
        print(e)
c.close()
