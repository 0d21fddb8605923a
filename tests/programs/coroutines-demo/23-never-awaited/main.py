import asyncio


async def send_mail(to):
    await asyncio.sleep(0.1)
    print("mail sent to", to)


async def main():
    forgotten = send_mail("Ann")
    await send_mail("Bob")
    print(type(forgotten).__name__, "for Ann was never started")
    forgotten.close()


asyncio.run(main())
