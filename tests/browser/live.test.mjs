// Live: the program in the editor runs for real, on Web Workers, and prints what CPython prints.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { fragment, noProblems, program, until } from "./page.mjs"

const RUN_MILLIS = 90_000

const THREADS = program(
  "import threading, time",
  "",
  "lock = threading.Lock()",
  "total = 0",
  "",
  "def work(n):",
  "    global total",
  "    for _ in range(1000):",
  "        with lock:",
  "            total += n",
  "    time.sleep(0.05 * n)",
  "    print('worker', n)",
  "",
  "threads = [threading.Thread(target=work, args=(n,)) for n in (3, 1, 2)]",
  "for thread in threads: thread.start()",
  "for thread in threads: thread.join()",
  "print('total', total)",
)

const PROCESSES = program(
  "import multiprocessing as mp, os",
  "",
  "def work(n, queue):",
  "    queue.put((n, n ** 10, os.getpid() != os.getppid()))",
  "",
  "if __name__ == '__main__':",
  "    queue = mp.Queue()",
  "    workers = [mp.Process(target=work, args=(n, queue)) for n in range(3)]",
  "    for worker in workers: worker.start()",
  "    for n, power, own in sorted(queue.get() for _ in workers): print(n, power, own)",
  "    for worker in workers: worker.join()",
  "    print([worker.exitcode for worker in workers])",
)

const TASKS = program(
  "import asyncio, time",
  "",
  "async def work(n):",
  "    await asyncio.sleep(0.2)",
  "    return n * n",
  "",
  "async def main():",
  "    begin = time.monotonic()",
  "    print(sum(await asyncio.gather(*[work(n) for n in range(200)])))",
  "    print('at once:', time.monotonic() - begin < 2)",
  "",
  "asyncio.run(main())",
)

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

// Opens the dialog on a program; the run begins by itself.
async function openLive(state, options = {}) {
  const page = await (options.site ?? site).newPage({ hash: fragment(state), ...options })
  await page.getByTestId("live").click()
  await page.getByTestId("live-dialog").waitFor({ state: "visible", timeout: 30_000 })
  return page
}

async function idle(page) {
  await page.locator('[data-testid=live-dialog][data-job="none"]').waitFor({ timeout: RUN_MILLIS })
}

function processWorkers(page) {
  return page.workers().filter((worker) => worker.url().includes("role=process"))
}

const stdout = (page) => page.getByTestId("live-stdout").textContent()

for (const [name, code, expected, carriers] of [
  ["threads", THREADS, "worker 1\nworker 2\nworker 3\ntotal 6000\n", 1],
  ["processes", PROCESSES, "0 0 True\n1 1 True\n2 1024 True\n[0, 0, 0]\n", 4],
  ["coroutines", TASKS, "2646700\nat once: True\n", 1],
]) {
  test(`a program with ${name} runs for real, and prints what CPython prints`, async () => {
    const page = await openLive({ code })
    await idle(page)
    assert.equal(await page.getByTestId("live-error").count(), 0, await page.getByTestId("live-dialog").textContent())
    assert.equal(await stdout(page), expected)
    const lanes = await page.getByTestId("measured-lane").evaluateAll((lanes) => lanes.map((lane) => ({ ...lane.dataset })))
    const on = lanes.map((lane) => lane.carrier).filter(Boolean)
    assert.ok(on.length > 0, JSON.stringify(lanes))
    for (const carrier of on) assert.match(carrier, /Web Worker \d|wasm thread \d/)
    assert.ok(new Set(on).size >= carriers, JSON.stringify(on))
    // Beside the prediction, and what is different between the two.
    assert.ok(Number(await page.getByTestId("live-predicted").getAttribute("data-events")) > 0)
    const wall = page.locator("[data-testid=live-differences] tr[data-row=wall]")
    assert.match(await wall.textContent(), /ms|s/)
    assert.match(await wall.locator("td").nth(2).textContent(), /%$/)
    assert.match(await page.getByTestId("live-facts").textContent(), /\d+ hardware threads/)
    await page.getByTestId("live-close").click()
    await until(() => processWorkers(page).length, (count) => count === 0, "no worker is left")
    noProblems(page)
    await page.close()
  })
}

test("a run that never ends is stopped at once, and closing the dialog ends its workers", async () => {
  const page = await openLive({ code: program("import multiprocessing as mp", "def spin():", "    while True: pass", "if __name__ == '__main__':", "    mp.Process(target=spin).start()", "    spin()") })
  await until(() => processWorkers(page).length, (count) => count >= 2, "two processes spin")
  await until(() => page.getByTestId("live-measured").getAttribute("data-events"), (events) => Number(events) > 10, "it is seen")
  const begun = Date.now()
  await page.getByTestId("live-stop").click()
  await until(() => page.getByTestId("live-status").textContent(), (text) => !text.startsWith("Runs"), "it is over", 2_000)
  assert.ok(Date.now() - begun < 2_000)
  await page.getByTestId("live-close").click()
  await until(() => processWorkers(page).length, (count) => count === 0, "no worker is left")
  noProblems(page)
  await page.close()
})
