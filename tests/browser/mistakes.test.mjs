// Programs that are wrong, endless or too large, and an engine that dies: a clear message each time, and a page that lives.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { ended, fragment, fullEditor, lanes, measured, noProblems, open, program, run, scrub, traceHash, until, wholeOutput, write } from "./page.mjs"

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

const GOOD = "import threading\nt = threading.Thread(target=print, args=('good',), name='helper')\nt.start()\nt.join()\n"

function marked(page) {
  return page.getByTestId("editor").locator(".cm-lintRange-error")
}

// The number of the line that holds the first mark.
async function markedLine(page) {
  return marked(page).first().evaluate((mark) => {
    const line = mark.closest(".cm-line")
    return [...line.parentElement.querySelectorAll(".cm-line")].indexOf(line) + 1
  })
}

async function alive(page) {
  await write(page, "print('alive')\n")
  await run(page)
  assert.equal(await wholeOutput(page), "alive\n")
  noProblems(page)
}

test("a syntax error is marked at its place, and the last good trace stays", async () => {
  const page = await open(site, { code: GOOD }, { reducedMotion: "reduce" })
  const [lanesBefore, hash] = [await lanes(page), await traceHash(page)]
  assert.ok(lanesBefore.some((lane) => lane.name === "helper"))
  await write(page, "a = 1\nb = 2\nx = [\n")
  await run(page)
  const message = await page.getByTestId("error").textContent()
  assert.match(message, /SyntaxError: '\[' was never closed/)
  assert.match(message, /main\.py:3:5/)
  assert.equal(await markedLine(page), 3)
  assert.equal(await marked(page).first().textContent(), "[")
  assert.deepEqual(await lanes(page), lanesBefore)
  assert.equal(await traceHash(page), hash)
  await scrub(page, 0.5)
  assert.equal(await wholeOutput(page), "good\n")
  // The message leads to the place.
  await page.getByTestId("error").getByRole("button").click()
  await page.keyboard.press("End")
  await page.keyboard.type("1]")
  await run(page)
  assert.equal(await page.getByTestId("error").count(), 0)
  await until(() => marked(page).count(), (count) => count === 0, "the mark is gone")
  await alive(page)
})

test("a module outside the subset is named with its line, before anything runs", async () => {
  const page = await open(site, { code: GOOD }, { reducedMotion: "reduce" })
  await write(page, "print('before')\n\nimport tkinter\n")
  await run(page)
  const message = await page.getByTestId("error").textContent()
  assert.match(message, /tkinter/)
  assert.match(message, /main\.py:3:/)
  assert.equal(await markedLine(page), 3)
  await alive(page)
})

test("an uncaught exception shows CPython's traceback and status 1", async () => {
  const page = await open(site, { code: "def f(x):\n    return 1 // x\n\nf(0)\n" }, { reducedMotion: "reduce" })
  const printed = await wholeOutput(page)
  assert.match(printed, /^Traceback \(most recent call last\):\n  File "[^"]*main\.py", line 4, in <module>\n/)
  assert.match(printed, /ZeroDivisionError: integer division or modulo by zero\n$/)
  assert.match(await page.getByTestId("ending").textContent(), /1/)
  await alive(page)
})

test("brackets 200 deep run as in CPython, one more is its message", async () => {
  const deep = (depth) => `x = ${"[".repeat(depth)}${"]".repeat(depth)}\nprint('parsed')\n`
  const page = await open(site, { code: deep(200) }, { reducedMotion: "reduce" })
  assert.equal(await wholeOutput(page), "parsed\n")
  await write(page, deep(201))
  await run(page)
  assert.match(await page.getByTestId("error").textContent(), /SyntaxError: too many nested parentheses/)
  await alive(page)
})

test("a hundred thousand brackets are a message too", async () => {
  const page = await open(site, { code: `x = ${"(".repeat(100_000)}\n` }, { reducedMotion: "reduce" })
  assert.match(await page.getByTestId("error").textContent(), /SyntaxError/)
  await alive(page)
})

test("recursion without end is a RecursionError", async () => {
  const page = await open(site, { code: "def f(n):\n    return f(n + 1)\n\nf(0)\n" }, { reducedMotion: "reduce" })
  assert.match(await wholeOutput(page), /RecursionError: maximum recursion depth exceeded/)
  await alive(page)
})

test("a program without an end of memory meets a limit that has a name", async () => {
  const page = await open(site, { code: "x = [0]\nwhile True:\n    x = x + x\n" }, { reducedMotion: "reduce" })
  const said = (await page.getByTestId("stdout").textContent()) + (await wholeOutput(page)) + (await page.getByTestId("error").allTextContents()).join()
  assert.match(said, /MemoryError|heap|memory/i)
  await alive(page)
})

test("a deadlock is said to be one, with who waits for whom", async () => {
  const page = await site.newPage({ path: "?example=deadlock", reducedMotion: "reduce" })
  await ended(page)
  const message = await page.getByTestId("error").textContent()
  assert.match(message, /deadlock/i)
  assert.match(message, /Pay-in/)
  assert.match(message, /Pay-out/)
  noProblems(page)
})

test("an endless loop stops when asked, at once, and what ran can be played", () => measured(async () => {
  const page = await site.newPage({ reducedMotion: "reduce" })
  await write(page, program("n = 0", "while True:", "    n += 1", "    if n % 1000 == 0: print(n)"))
  await page.getByTestId("run").click()
  await page.getByTestId("stop").waitFor()
  await until(() => page.getByTestId("progress").textContent().catch(() => ""), (text) => /\d/.test(text), "progress is shown")
  await until(() => lanes(page), (list) => list.some((lane) => lane.name === "MainThread"), "there is something to stop")
  const begin = Date.now()
  await page.getByTestId("stop").click()
  await ended(page, 5_000)
  const took = Date.now() - begin
  assert.ok(took < 1_500, `${took} ms from the click to the end`)
  assert.match(await page.getByTestId("ending").textContent(), /Stopped/)
  assert.match(await wholeOutput(page), /1000\n/)
  await alive(page)
}))

test("Escape stops an endless loop too", async () => {
  const page = await site.newPage({ reducedMotion: "reduce" })
  await write(page, "n = 0\nwhile True:\n    n += 1\n")
  await page.keyboard.press("ControlOrMeta+Enter")
  await page.locator('[data-run-state="running"]').waitFor()
  await page.getByTestId("play").focus()
  await page.keyboard.press("Escape")
  await ended(page, 5_000)
  await alive(page)
})

test("a new run takes the place of one that goes on", async () => {
  const page = await site.newPage({ reducedMotion: "reduce" })
  await write(page, "n = 0\nwhile True:\n    n += 1\n")
  await page.keyboard.press("ControlOrMeta+Enter")
  await page.locator('[data-run-state="running"]').waitFor()
  await write(page, "print('second')\n")
  await page.keyboard.press("ControlOrMeta+Enter")
  await ended(page)
  assert.equal(await wholeOutput(page), "second\n")
  noProblems(page)
})

// Keeps the page's workers within reach of a test.
const watchWorkers = (page) =>
  page.addInitScript(() => {
    globalThis.workers = []
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args)
        globalThis.workers.push(this)
      }
    }
  })

test("a worker that is killed in mid-run is replaced, and the program is still there", async () => {
  // By a link: who edits has a second worker, which will take over.
  const hash = fragment({ code: "n = 0\nwhile True:\n    n += 1\n" })
  const page = await site.newPage({ hash, reducedMotion: "reduce", prepare: watchWorkers })
  await page.locator('[data-run-state="running"]').waitFor()
  // The engine is there and at work: one that is still being loaded has longer to say something.
  await page.getByTestId("lane").first().waitFor()
  const before = await page.evaluate(() => {
    const dead = globalThis.workers.at(-1)
    dead.terminate()
    return globalThis.workers.length
  })
  await page.getByTestId("error").waitFor({ timeout: 20_000 })
  assert.match(await page.getByTestId("error").textContent(), /engine/i)
  assert.ok((await page.evaluate(() => globalThis.workers.length)) > before, "a new worker was started")
  assert.match(await (await fullEditor(page)).textContent(), /while True/)
  await alive(page)
})

test("a worker that fails with an error is replaced at once", async () => {
  const page = await site.newPage({ reducedMotion: "reduce", prepare: watchWorkers })
  await ended(page)
  await page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "trapped" })))
  await page.getByTestId("error").waitFor()
  await alive(page)
})

test("a worker that speaks nonsense is replaced", async () => {
  const page = await site.newPage({ reducedMotion: "reduce", prepare: watchWorkers })
  await ended(page)
  await page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new MessageEvent("message", { data: new Uint8Array([1, 250, 7, 7]) })))
  await page.getByTestId("error").waitFor()
  await alive(page)
})
