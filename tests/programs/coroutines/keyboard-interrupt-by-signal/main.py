import asyncio,signal
async def main():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)
    except asyncio.CancelledError: print('cancelled'); raise
try: asyncio.run(main())
except KeyboardInterrupt as e: print('KI',repr(e))
