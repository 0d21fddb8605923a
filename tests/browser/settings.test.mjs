// The simulated machine's settings change the run, and only as they should.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { endNanos, ended, enter, lanes, noProblems, open, playhead, program, runState, traceHash, until } from "./page.mjs"

const BUSY = program(
  "import threading",
  "",
  "def burn():",
  "    n = 0",
  "    for i in range(200_000):",
  "        n += i",
  "",
  "threads = [threading.Thread(target=burn) for _ in range(2)]",
  "for t in threads: t.start()",
  "for t in threads: t.join()",
)

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

async function settle(page, change) {
  const before = await traceHash(page)
  await change()
  // A run that does the same has the same hash, so wait for the turn of the state, then for its end.
  await until(async () => (await traceHash(page)) !== before || (await runState(page)) !== "ended", Boolean, "the run starts again")
  await ended(page)
}

test("two computing threads take half as long without the GIL, and the whole time on one core", async () => {
  const page = await open(site, { code: BUSY })
  const held = await endNanos(page)
  assert.ok((await lanes(page)).some((lane) => lane.kind === "gil"))
  await settle(page, () => page.locator("#gil").selectOption({ label: "Off: free-threaded" }))
  const free = await endNanos(page)
  assert.ok(free < held * 0.62 && free > held * 0.4, `${free} ns without the GIL, ${held} ns with it`)
  assert.ok(await page.locator("#interval").isDisabled(), "no GIL, no switch interval")
  await settle(page, () => enter(page, "#cores", "1"))
  const oneCore = await endNanos(page)
  assert.ok(oneCore > free * 1.7, `${oneCore} ns on one core, ${free} ns on two`)
  assert.equal((await lanes(page)).filter((lane) => lane.kind === "core").length, 1)
  noProblems(page)
})

test("a shorter switch interval changes hands more often", async () => {
  const page = await open(site, { code: BUSY })
  const switches = async () => {
    const rows = await page.getByTestId("stats").locator("table:not(.stats--objects) tbody tr").evaluateAll((rows) => rows.map((row) => Number(row.lastElementChild.textContent)))
    return rows.reduce((sum, count) => sum + count, 0)
  }
  const at5Millis = await switches()
  await settle(page, () => enter(page, "#interval", "0.5"))
  const atHalfMilli = await switches()
  assert.ok(atHalfMilli > at5Millis * 3, `${at5Millis} switches at 5 ms, ${atHalfMilli} at 0.5 ms`)
  noProblems(page)
})

test("the seed decides a random schedule, and gives the same run again", async () => {
  const page = await open(site, { code: BUSY, settings: { policy: "random", seed: 1 } })
  const first = await traceHash(page)
  const seed = async (value) => {
    await settle(page, () => enter(page, "#seed", value))
    return traceHash(page)
  }
  assert.notEqual(await seed("2"), first)
  assert.equal(await seed("1"), first)
  noProblems(page)
})

test("a number out of bounds is put back", async () => {
  const page = await open(site, { code: "print(1)\n" })
  for (const wrong of ["0", "65", "-3", ""]) {
    await enter(page, "#cores", wrong)
    await page.locator("#cores").blur()
    assert.equal(await page.locator("#cores").inputValue(), "2", `after ${JSON.stringify(wrong)}`)
  }
  assert.equal(await runState(page), "ended")
  noProblems(page)
})

test("eight threads that sleep a second finish in about one", async () => {
  const code = "import threading, time\nts = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(8)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n"
  const page = await open(site, { code })
  const seconds = (await endNanos(page)) / 1e9
  assert.ok(seconds >= 1 && seconds < 1.05, `${seconds} s`)
})

test("a number can be typed while the run plays", async () => {
  const page = await open(site, { code: BUSY })
  await page.getByTestId("play").evaluate((button) => { if (button.dataset.playing === "false") button.click() })
  await page.locator("#cores").click()
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.type("1")
  // Some moments of the playback later, what was typed is still there, and goes on.
  const from = await playhead(page)
  await until(() => playhead(page), (part) => part > from + 0.06, "the run plays")
  await page.keyboard.type("2")
  assert.equal(await page.locator("#cores").inputValue(), "12")
  await settle(page, () => page.keyboard.press("Enter"))
  assert.equal((await lanes(page)).filter((lane) => lane.kind === "core").length, 12)
  noProblems(page)
})

test("a comparison shows the same program under other settings on one axis, and leaves the run as it is", async () => {
  const page = await open(site, { code: BUSY }, { reducedMotion: "reduce" })
  const hash = await traceHash(page)
  await page.getByTestId("compare").click()
  const rows = page.getByTestId("comparison-row")
  const notes = () => rows.evaluateAll((rows) => rows.map((row) => row.querySelector(".comparison__note").textContent))
  const done = await until(notes, (notes) => notes.length >= 4 && notes.slice(1).every((note) => /× as fast/.test(note)), "every row has run", 60_000)
  const labels = await rows.evaluateAll((rows) => rows.map((row) => row.querySelector("h3 span").textContent))
  const off = labels.findIndex((label) => /Off: free-threaded/.test(label))
  const factor = Number(/([\d.]+)×/.exec(done[off])[1])
  assert.ok(factor > 1.6 && factor < 2.3, `${labels[off]}: ${done[off]}`)
  for (const canvas of await rows.locator("canvas").all()) {
    const colours = await canvas.evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height)
      const seen = new Set()
      for (let at = 0; at < data.length; at += 4 * 7) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2])
      return seen.size
    })
    assert.ok(colours > 8, `${colours} colours`)
  }
  await page.keyboard.press("Escape")
  await until(() => rows.count(), (count) => count === 0, "the dialog closes")
  assert.equal(await traceHash(page), hash)
  noProblems(page)
})
