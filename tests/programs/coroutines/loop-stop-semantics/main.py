import asyncio
loop = asyncio.new_event_loop()
def a():
    print("a")
    loop.stop()
    loop.call_soon(b)
def b():
    print("b runs when the loop runs again")
    loop.stop()
loop.call_soon(a)
loop.call_soon(print, "same iteration")
loop.run_forever()
print("stopped")
loop.run_forever()
loop.stop()
loop.call_soon(print, "one iteration")
loop.run_forever()
loop.close()
