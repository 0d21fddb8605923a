import asyncio, inspect
from unittest.mock import AsyncMock, Mock, MagicMock, patch, create_autospec
m = AsyncMock(return_value=3)
print(asyncio.iscoroutinefunction(m), inspect.iscoroutinefunction(m), asyncio.iscoroutinefunction(Mock()), inspect.iscoroutinefunction(Mock()), asyncio.iscoroutinefunction(MagicMock()))
async def main():
    print(await m(1, k=2), m.await_count, m.await_args)
    m.assert_awaited_once_with(1, k=2)
    m.side_effect = [1, ValueError('x')]
    print(await m())
    try: await m()
    except ValueError as e: print(e)
    class S:
        async def get(self): return 'real'
    with patch.object(S, 'get', return_value='fake') as g:
        print(await S().get(), type(g).__name__)
    print(await S().get())
    mm = MagicMock(); mm.__aenter__.return_value = 'entered'
    async with mm as x: print(x)
    mm.__aiter__.return_value = [1, 2]
    print([i async for i in mm])
    a = create_autospec(S); print(asyncio.iscoroutinefunction(a.get))
    s = Mock(spec=S); s.get.return_value = 9; print(type(s.get).__name__, await s.get())
    am = AsyncMock(); am.get.return_value = 4; print(await am.get(), type(am.get).__name__)
    am.__aenter__.return_value = am
    async with am as y: print(y is am, am.__aexit__.await_count)
    print(am.__aexit__.await_count)
asyncio.run(main())
