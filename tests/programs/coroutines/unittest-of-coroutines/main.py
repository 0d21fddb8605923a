import asyncio
import sys
import unittest


class Tests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.log = ["setUp"]

    async def asyncSetUp(self):
        self.log.append("asyncSetUp")
        self.queue = asyncio.Queue()

    async def test_queue(self):
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        print("cleaned up after", self.log)

    async def test_fails(self):
        self.assertEqual(await asyncio.sleep(0, 1), 2)

    def test_plain(self):
        print("plain")

    async def asyncTearDown(self):
        print("asyncTearDown")


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Tests).run(result)
print(result.testsRun, len(result.failures), len(result.errors))
print(result.failures[0][1].splitlines()[-1])
