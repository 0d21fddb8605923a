// The live benches: the programs of this folder, run live in the built page in an isolated Chromium.
//
//   node live.mjs            CHROMIUM=/path/to/chromium, INTERLEAVE_XTASK=/path/to/xtask
//
// Prints rows of name;measured;ideal;unit. Without a unit a row is a share of doing one after the other. Where the ideal is
// what the browser takes by itself for a worker, a message there and back or a wake-up over shared memory, that is measured
// in the same page just before.

import { readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { launch } from "../../browser/harness.mjs"
import { fragment } from "../../browser/page.mjs"

const HERE = dirname(fileURLToPath(import.meta.url))
const RUN_MILLIS = 300_000

// In the page: the median milliseconds of a bare worker's start, of a message there and back, and of a wake-up by Atomics.
// Its script is the page's own origin's, as the policy of the page wants it.
const SCRIPT = `
onmessage = ({ data }) => {
  if (data.echo) return postMessage(0)
  const cells = new Int32Array(data.memory)
  for (let n = 0; n < data.count; n++) {
    Atomics.wait(cells, 0, n)
    Atomics.store(cells, 1, n + 1)
    Atomics.notify(cells, 1)
  }
}
postMessage(0)`

async function bare(page) {
  await page.context().route("**/bare-worker.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: SCRIPT, headers: { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Resource-Policy": "same-origin" } }))
  return page.evaluate(async () => {
    const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1]
    const answer = (worker) => new Promise((resolve) => (worker.onmessage = resolve))
    const times = async (count, action) => {
      const took = []
      for (let n = 0; n < count; n++) {
        const begin = performance.now()
        await action()
        took.push(performance.now() - begin)
      }
      return median(took)
    }
    let worker
    const start = async () => {
      worker?.terminate()
      worker = new Worker("bare-worker.js")
      await answer(worker)
    }
    const WORKER = await times(7, start)
    const MESSAGE = await times(201, async () => {
      worker.postMessage({ echo: true })
      await answer(worker)
    })
    // The page itself may not wait, so it looks again and again: one wake-up and one look.
    const [memory, count] = [new SharedArrayBuffer(8), 500]
    const cells = new Int32Array(memory)
    worker.postMessage({ memory, count })
    const begin = performance.now()
    for (let n = 0; n < count; n++) {
      Atomics.store(cells, 0, n + 1)
      Atomics.notify(cells, 0)
      while (Atomics.load(cells, 1) !== n + 1);
    }
    const WAKE = (performance.now() - begin) / count
    worker.terminate()
    return { WORKER, MESSAGE: MESSAGE * 1e3, WAKE: WAKE * 1e3 }
  })
}

const site = await launch()
let failed = false
try {
  let ideals
  for (const [file, note, warm] of [["processes.py", "", true], ["parallel.py", "", true], ["tasks.py", "", true], ["start.py", ", warm worker", true], ["start.py", ", cold worker", false], ["costs.py", "", true]]) {
    const code = await readFile(join(HERE, file), "utf8")
    const page = await site.newPage({ hash: fragment({ code: warm ? code : "pass\n" }) })
    ideals ??= await bare(page)
    await page.getByTestId("live").click()
    const over = () => page.locator('[data-testid=live-dialog]:not([data-job="live"])').waitFor({ timeout: RUN_MILLIS })
    await over()
    if (!warm) {
      await page.locator('[data-testid=live-dialog][data-job="none"]').waitFor({ timeout: RUN_MILLIS })
      await page.evaluate((hash) => { location.hash = hash }, fragment({ code }))
      await page.getByTestId("live-close").click()
      await page.getByTestId("live").click()
      await over()
      await page.locator('[data-testid=live-dialog][data-job="none"]').waitFor({ timeout: RUN_MILLIS })
      await page.getByTestId("live-warm").uncheck()
      await page.locator('[data-testid=live-dialog][data-job="live"]').waitFor()
      await over()
    }
    const told = await page.locator('[data-testid=live-stdout] [data-stream=stdout]').allTextContents()
    const errors = await page.locator('[data-testid=live-stdout] [data-stream=stderr]').allTextContents()
    for (const line of told.join("").trim().split("\n")) {
      const [name, measured, ideal, unit = ""] = line.split(";")
      console.log([name + note, measured, ideals[ideal]?.toFixed(2) ?? ideal, unit].join(";"))
    }
    if (errors.length > 0 || page.problems.length > 0) {
      failed = true
      console.error(file, errors.join(""), page.problems.join("\n"))
    }
    await page.context().close()
  }
} finally {
  await site.close()
}
if (failed) process.exitCode = 1
