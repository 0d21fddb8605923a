import asyncio,inspect,types
async def f(x):
    await asyncio.sleep(0); return x
c=f(1); print(type(c), inspect.iscoroutine(c), asyncio.iscoroutine(c), asyncio.iscoroutinefunction(f), inspect.getcoroutinestate(c))
print(c.cr_frame is not None, c.cr_code.co_name, c.__name__, c.__qualname__)
print(c.send(None)); print(inspect.getcoroutinestate(c))
try: c.send(None)
except StopIteration as e: print('ret',e.value)
try: c.send(None)
except RuntimeError as e: print(e)
c=f(2); c.close(); print(inspect.getcoroutinestate(c))
c=f(3)
try: c.send(5)
except TypeError as e: print(e)
try: next(c)
except TypeError as e: print(e)
try: iter(c)
except TypeError as e: print(e)
try: c.throw(ValueError('t'))
except ValueError as e: print('thrown',e)
@types.coroutine
def g():
    x=yield 1
    print('x',x); return 9
async def h(): return await g()
k=h(); print(k.send(None))
try: k.send('v')
except StopIteration as e: print(e.value)
class A:
    def __await__(self):
        y=yield 'a'
        return y
async def m(): return await A()
k=m(); print(k.send(None))
try: k.send(7)
except StopIteration as e: print(e.value)
