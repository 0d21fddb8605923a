// How the page feels: the first picture comes soon, and a long run never holds up a frame.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { endNanos, ended, measured, noProblems, program, run, runState, until, wholeOutput, write } from "./page.mjs"

// Generous: the same tests run on two shared cores while a build goes on beside them.
const FIRST_FRAME_MILLIS = 5_000
const TASK_MILLIS = 250
// The share of frames that may come late while ten million loop turns run.
const LATE_SHARE = 0.05

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

// When the timeline first had spans on it, on the page's own clock (0: the start of the navigation).
const watchFirstFrame = (page) =>
  page.addInitScript(() => {
    globalThis.firstFrameMillis = new Promise((resolve) => {
      const look = () => {
        const canvas = document.querySelector("[data-testid=timeline] .timeline__body canvas")
        const lane = document.querySelector('[data-testid=lane][data-lane-kind="thread"]')
        const end = Number(document.querySelector("[data-testid=time]")?.dataset.endNanos)
        if (canvas?.width > 0 && lane && end > 0) requestAnimationFrame(() => resolve(performance.now()))
        else requestAnimationFrame(look)
      }
      look()
    })
  })

test("the first frame of a bundled program comes soon", async (context) => {
  const times = []
  for (let n = 0; n < 3; n += 1) {
    // A new context has an empty cache.
    const page = await site.newPage({ prepare: watchFirstFrame })
    times.push(await page.evaluate(() => globalThis.firstFrameMillis))
    if (n === 0) {
      const parts = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => ({ name: entry.name.split("/").at(-1), from: Math.round(entry.startTime), to: Math.round(entry.responseEnd), bytes: entry.transferSize })))
      for (const part of parts) context.diagnostic(`${part.name}: ${part.from} to ${part.to} ms, ${part.bytes} bytes`)
    }
    noProblems(page)
    await page.context().close()
  }
  context.diagnostic(`first frame after ${times.map((millis) => Math.round(millis)).join(", ")} ms`)
  assert.ok(Math.min(...times) < FIRST_FRAME_MILLIS, times.join())
})

test("ten million loop turns run without holding up the page", (context) => measured(async () => {
  const page = await site.newPage()
  await ended(page)
  await write(page, program("total = 0", "for i in range(10_000_000):", "    total += i", "print(total)"))
  await page.evaluate(() => {
    globalThis.longTasks = []
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.longTasks.push(entry.duration) }).observe({ type: "longtask", buffered: false })
    globalThis.gaps = []
    let last = performance.now()
    const frame = (now) => {
      globalThis.gaps.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const begin = Date.now()
  await page.getByTestId("run").click()
  await page.getByTestId("stop").waitFor()
  const progress = new Set()
  await until(async () => {
    progress.add(await page.getByTestId("progress").textContent({ timeout: 200 }).catch(() => ""))
    return runState(page)
  }, (state) => state === "ended", "the loop ends", 120_000)
  const took = Date.now() - begin
  const { longTasks, gaps } = await page.evaluate(() => ({ longTasks: globalThis.longTasks, gaps: globalThis.gaps }))
  const late = gaps.filter((gap) => gap > 50).length
  const longest = Math.max(0, ...longTasks)
  context.diagnostic(`10 million turns in ${took} ms of real time, ${(await endNanos(page)) / 1e6} ms of virtual time`)
  context.diagnostic(`${gaps.length} frames, ${late} later than 50 ms, longest gap ${Math.max(...gaps).toFixed(1)} ms`)
  context.diagnostic(`${longTasks.length} long tasks, longest ${longest.toFixed(0)} ms; ${progress.size} states of progress seen`)
  assert.ok(progress.size >= 3, "progress is shown while it runs")
  assert.ok(longest < TASK_MILLIS, `a task of the page took ${longest} ms`)
  assert.ok(late <= gaps.length * LATE_SHARE, `${late} of ${gaps.length} frames were late`)
  assert.equal(await wholeOutput(page), "49999995000000\n")
  noProblems(page)
}))

test("the page answers while a run goes on", async (context) => {
  const page = await site.newPage()
  await write(page, "import threading\ndef spin():\n    n = 0\n    while True: n += 1\nfor _ in range(3): threading.Thread(target=spin).start()\n")
  await page.getByTestId("run").click()
  await page.getByTestId("stop").waitFor()
  const begin = Date.now()
  await page.getByTestId("language").click()
  await until(() => page.getByTestId("stop").getAttribute("aria-label"), (label) => label === "停止", "the language changes")
  await page.keyboard.press("?")
  await page.locator("dialog[open]").waitFor()
  await page.keyboard.press("Escape")
  await until(() => page.locator("dialog[open]").count(), (count) => count === 0, "the dialog closes")
  context.diagnostic(`three answers in ${Date.now() - begin} ms while three threads spin`)
  assert.equal(await runState(page), "running", "closing the help does not stop the run")
  await page.getByTestId("stop").click()
  await ended(page, 5_000)
  noProblems(page)
})

test("a trace of many events stays quick to play, scrub and zoom", async (context) => {
  const page = await site.newPage()
  await write(page, program(
    "import threading, time",
    "lock = threading.Lock()",
    "def work():",
    "    for _ in range(2000):",
    "        with lock:",
    "            time.sleep(0.0001)",
    "threads = [threading.Thread(target=work) for _ in range(8)]",
    "for t in threads: t.start()",
    "for t in threads: t.join()",
  ))
  await run(page)
  const gaps = await page.evaluate(async () => {
    const scrubber = document.querySelector("[data-testid=scrubber]")
    const gaps = []
    let last = await new Promise(requestAnimationFrame)
    for (let n = 0; n < 120; n += 1) {
      scrubber.value = String((n / 120) * Number(scrubber.max))
      scrubber.dispatchEvent(new InputEvent("input", { bubbles: true }))
      const now = await new Promise(requestAnimationFrame)
      gaps.push(now - last)
      last = now
    }
    return gaps.sort((a, b) => a - b)
  })
  context.diagnostic(`scrubbing: median frame ${gaps[60].toFixed(1)} ms, 95 % within ${gaps[114].toFixed(1)} ms, longest ${gaps[119].toFixed(1)} ms`)
  assert.ok(gaps[60] < 34, `the median frame took ${gaps[60]} ms`)
  assert.ok(gaps[114] < 150, `one frame in twenty took ${gaps[114]} ms`)
  noProblems(page)
})
