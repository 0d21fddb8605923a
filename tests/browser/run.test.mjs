// From text to picture: a program is typed, run, and what the page shows is what the command line says of it.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch, nativeRun } from "./harness.mjs"
import {
  atNanos, ended, explanation, fullEditor, lanes, noProblems, open, playhead, program, run, scrub, timeText, traceHash, until,
  wholeOutput, write,
} from "./page.mjs"

const WORKERS = program(
  "import threading, time",
  "",
  "total = 0",
  "guard = threading.Lock()",
  "",
  "def work(amount):",
  "    global total",
  "    for _ in range(amount):",
  "        with guard:",
  "            total += 1",
  "    time.sleep(0.002 * amount)",
  "    print(threading.current_thread().name, 'added', amount)",
  "",
  "workers = [threading.Thread(target=work, args=(n,), name=f'adder-{n}') for n in (3, 1, 2)]",
  "for worker in workers:",
  "    worker.start()",
  "for worker in workers:",
  "    worker.join()",
  "print('total', total)",
)
const WORKERS_OUT = "adder-1 added 1\nadder-2 added 2\nadder-3 added 3\ntotal 6\n"

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

test("a program that is typed is the program that runs", async () => {
  const page = await site.newPage()
  await ended(page)
  const content = await fullEditor(page)
  await content.click()
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.type("for n in range(3):\nprint(n * 7, 'typed')")
  await page.keyboard.press("ControlOrMeta+Enter")
  await until(() => page.getByTestId("example").getAttribute("data-example"), (name) => name === null, "the picker says it is the user's own program")
  await until(() => page.getByTestId("ending").textContent(), (text) => text.includes("0"), "the run has ended")
  await until(() => wholeOutput(page), (text) => text === "0 typed\n7 typed\n14 typed\n", "the output")
  noProblems(page)
})

test("who writes programs gets the engine that is built for speed; what the page shows stays", async () => {
  const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
  const engines = () => page.workers().map((worker) => (/engine-whole/.test(worker.url()) ? "whole" : "small"))
  assert.deepEqual(engines(), ["small"])
  const content = await fullEditor(page)
  const hash = await traceHash(page)
  await content.click()
  await page.keyboard.type("#")
  await until(engines, (all) => all.join() === "whole", "the whole engine takes over")
  assert.equal(await traceHash(page), hash)
  // It knows the moments of the run that its predecessor made.
  await scrub(page, 0.9)
  await until(() => page.locator(".details").textContent(), (text) => /total\s*6/.test(text), "the variable `total`")
  await run(page)
  assert.equal(await wholeOutput(page), WORKERS_OUT)
  assert.deepEqual(engines(), ["whole"])
  noProblems(page)
})

test("output and lanes are those of the command line", async () => {
  const page = await site.newPage()
  await write(page, WORKERS)
  await run(page)
  assert.equal(await wholeOutput(page), WORKERS_OUT)
  const native = await nativeRun(WORKERS)
  assert.equal(native.stdout, WORKERS_OUT)
  const shown = await lanes(page)
  const namesOf = (...kinds) => shown.filter((lane) => kinds.includes(lane.kind)).map((lane) => lane.name)
  assert.deepEqual(namesOf("core"), native.cores)
  assert.deepEqual(namesOf("process"), native.processes)
  assert.deepEqual(namesOf("thread"), native.threads)
  const objects = shown.filter((lane) => !["core", "process", "thread", "group"].includes(lane.kind))
  assert.deepEqual(objects.map((lane) => lane.name).sort(), native.objects.filter((name) => name !== "thread start").sort(), "the library's own event has no lane")
  assert.equal(objects[0].kind, "gil")
  assert.ok(objects.some((lane) => lane.kind === "lock"), JSON.stringify(objects))
  assert.equal(await traceHash(page), native.hash)
  noProblems(page)
})

test("scrubbing moves time, output, variables and markers together, both ways", async () => {
  const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
  await fullEditor(page)
  const shown = []
  for (const part of [0, 0.3, 0.6, 0.9, 1]) {
    await scrub(page, part)
    await until(() => playhead(page), (at) => Math.abs(at - part) < 1e-4, "the playhead follows")
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    shown.push({ part, time: await timeText(page), stdout: await page.getByTestId("stdout").textContent() })
  }
  assert.equal(new Set(shown.map((moment) => moment.time)).size, shown.length, JSON.stringify(shown))
  assert.equal(shown[0].stdout, "")
  assert.equal(shown.at(-1).stdout, WORKERS_OUT)
  for (const [earlier, later] of shown.slice(1).map((moment, n) => [shown[n], moment])) {
    assert.ok(later.stdout.startsWith(earlier.stdout), `${earlier.stdout} then ${later.stdout}`)
  }
  assert.ok(new Set(shown.map((moment) => moment.stdout)).size >= 3, JSON.stringify(shown))
  for (const moment of shown.toReversed()) {
    await scrub(page, moment.part)
    await until(() => page.getByTestId("stdout").textContent(), (text) => text === moment.stdout, `the output at ${moment.part}, going back`)
    await until(() => timeText(page), (time) => time === moment.time, `the time at ${moment.part}, going back`)
  }
  // The moment has its variables, and they are those of that moment.
  await scrub(page, 1)
  await scrub(page, 0.9)
  await until(() => page.locator(".details").textContent(), (text) => /total\s*6/.test(text), "the variable `total`")
  noProblems(page)
})

test("play moves the playhead, pause holds it", async () => {
  const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
  await scrub(page, 0.1)
  const play = page.getByTestId("play")
  await play.click()
  assert.equal(await play.getAttribute("data-playing"), "true")
  await until(() => playhead(page), (part) => part > 0.13, "the playhead moves while it plays")
  await play.click()
  await until(() => play.getAttribute("data-playing"), (playing) => playing === "false", "it is paused")
  const held = await playhead(page)
  // Ten frames must not move it.
  await page.evaluate(async () => { for (let n = 0; n < 10; n += 1) await new Promise(requestAnimationFrame) })
  assert.equal(await playhead(page), held)
  await scrub(page, 0.97)
  await play.click()
  await until(() => play.getAttribute("data-playing"), (playing) => playing === "false", "it stops at the end by itself")
  assert.equal(await playhead(page), 1)
  noProblems(page)
})

for (const [unit, steps] of [["Event", 12], ["Line", 12], ["Switch", 6]]) {
  test(`steps by ${unit.toLowerCase()} go forward and the same way back`, async () => {
    const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
    await page.getByRole("radio", { name: unit, exact: true }).check()
    await page.locator(".transport__buttons button").first().click()
    await until(() => playhead(page), (part) => part === 0, "the playhead is at the start")
    const step = async (button) => {
      const before = await atNanos(page)
      await page.getByTestId(button).click()
      return until(() => atNanos(page), (nanos) => nanos !== before, `${button} moves from ${before} ns`)
    }
    const stops = []
    for (let n = 0; n < steps; n += 1) stops.push(await step("step-forward"))
    assert.deepEqual(stops, stops.toSorted((a, b) => a - b), "steps go forward in time")
    for (const stop of stops.slice(0, -1).toReversed()) assert.equal(await step("step-back"), stop)
    noProblems(page)
  })
}

test("the sentence says something, changes with the moment, and speaks Chinese when asked", async () => {
  const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
  const english = new Set()
  for (const part of [0.01, 0.2, 0.5, 0.8, 1]) {
    await scrub(page, part)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const sentence = await explanation(page)
    assert.match(sentence, /^[A-Z\w].{10,}[.…]$/u, `at ${part}`)
    assert.doesNotMatch(sentence, /undefined|\{\w+\}|NaN/)
    english.add(sentence)
  }
  assert.ok(english.size >= 3, [...english].join(" | "))
  await page.getByTestId("language").click()
  const chinese = await until(() => explanation(page), (sentence) => /\p{Script=Han}/u.test(sentence), "a Chinese sentence")
  assert.doesNotMatch(chinese, /\{\w+\}/)
  assert.match(await page.getByTestId("run").getAttribute("aria-label"), /\p{Script=Han}/u)
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans")
  noProblems(page)
})

test("the margin shows where each thread is", async () => {
  const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
  await fullEditor(page)
  const chips = editorChips(page)
  await scrub(page, 0.5)
  const half = await until(chips, (list) => list.length >= 2, "chips of several threads")
  const lineOf = (text) => WORKERS.split("\n").findIndex((line) => line.includes(text)) + 1
  const main = half.find((chip) => chip.title.includes("MainThread"))
  assert.equal(main?.line, lineOf("worker.join()"), JSON.stringify(half))
  assert.ok(half.some((chip) => chip.title.includes("adder-3") && chip.line === lineOf("time.sleep")), JSON.stringify(half))
  assert.ok(half.every((chip) => chip.line >= 1 && chip.line <= 19))
  noProblems(page)
})

function editorChips(page) {
  return () =>
    page.getByTestId("editor").locator(".il-chips").evaluateAll((rows) => {
      const root = rows[0]?.getRootNode()
      const numbers = root ? [...root.querySelectorAll(".cm-lineNumbers .cm-gutterElement")] : []
      return rows.map((row) => {
        const y = row.getBoundingClientRect().top
        const nearest = numbers
          .filter((number) => number.offsetHeight > 0)
          .toSorted((a, b) => Math.abs(a.getBoundingClientRect().top - y) - Math.abs(b.getBoundingClientRect().top - y))[0]
        return { title: row.title, line: Number(nearest?.textContent) }
      })
    })
}

test("zoom, pan and fit by keyboard, wheel and buttons change what the timeline shows", async () => {
  const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
  await scrub(page, 0.5)
  const canvas = page.getByTestId("timeline").locator(".timeline__body canvas")
  await canvas.focus()
  const picture = async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return canvas.evaluate((element) => element.toDataURL())
  }
  const whole = await picture()
  const seen = [whole]
  for (const key of ["w", "w", "d", "a", "s"]) {
    await page.keyboard.press(key)
    const now = await picture()
    assert.notEqual(now, seen.at(-1), `the key ${key} changes the picture`)
    seen.push(now)
  }
  await page.keyboard.press("0")
  assert.equal(await picture(), whole, "0 shows everything again")
  await canvas.hover()
  await page.mouse.wheel(0, -240)
  assert.notEqual(await picture(), whole, "the wheel zooms")
  await page.getByRole("button", { name: "Show everything" }).click()
  await page.mouse.move(0, 0)
  assert.equal(await picture(), whole, "the button shows everything again")
  noProblems(page)
})

test("a click on the timeline takes the playhead there", async () => {
  const page = await open(site, { code: WORKERS }, { reducedMotion: "reduce" })
  await scrub(page, 0.1)
  const box = await page.getByTestId("timeline").locator(".timeline__body canvas").boundingBox()
  await page.mouse.click(box.x + box.width * 0.75, box.y + 60)
  await until(() => playhead(page), (part) => part > 0.6 && part < 0.9, "the playhead is where the click was")
  noProblems(page)
})
