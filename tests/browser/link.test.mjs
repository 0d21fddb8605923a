// The link is the state: what is shared, reloaded or followed opens as it was, and what is broken is refused in words.

import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { ROOT, launch } from "./harness.mjs"
import {
  EXAMPLES, endNanos, ended, enter, fragment, fullEditor, noProblems, open, playhead, program, scrub, stateOf, traceHash, until,
  wholeOutput, write, run,
} from "./page.mjs"

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

// What is in the editor, whichever of the two is there.
async function text(page) {
  const content = await fullEditor(page)
  return content.evaluate((element) => element.cmTile?.view?.state.doc.toString() ?? element.cmView?.view?.state.doc.toString() ?? [...element.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"))
}

test("each bundled example opens by name, runs, and is named in the picker", async () => {
  for (const name of EXAMPLES) {
    const page = await site.newPage({ path: `?example=${name}`, reducedMotion: "reduce" })
    await ended(page)
    assert.equal(await page.getByTestId("example").getAttribute("data-example"), name)
    const folder = join(ROOT, "tests/programs/threads-demo", name)
    const source = await readFile(join(folder, "main.py"), "utf8")
    assert.equal((await text(page)).trim(), source.trim())
    const printed = await wholeOutput(page)
    const golden = await readFile(join(folder, "stdout.txt"), "utf8").catch(() => null)
    if (golden !== null) assert.deepEqual(printed.split("\n").sort(), golden.split("\n").sort(), name)
    assert.equal(await page.getByTestId("error").count(), name === "deadlock" ? 1 : 0, name)
    noProblems(page)
    await page.context().close()
  }
})

test("an example that does not exist is said to be missing", async () => {
  const page = await site.newPage({ path: "?example=no-such-thing" })
  await ended(page)
  assert.match(await page.getByTestId("error").textContent(), /no example/i)
  noProblems(page)
})

test("a reload opens the program, the settings and the moment again", async () => {
  const page = await site.newPage({ reducedMotion: "reduce" })
  await write(page, "import time\nfor n in range(4):\n    print('lap', n)\n    time.sleep(0.01)\n")
  await enter(page, "#cores", "3")
  await page.locator("#gil").selectOption({ label: "Off: free-threaded" })
  await enter(page, "#seed", "17")
  await run(page)
  await scrub(page, 0.5)
  await page.getByTestId("share").click()
  const address = await until(() => page.url(), (url) => url.includes("#1="), "the address holds the state")
  const hash = await traceHash(page)
  const state = stateOf(address)
  assert.match(state.code, /^import time\nfor n in range\(4\)/)
  assert.deepEqual(state.settings, { cores: 3, gil: "off", seed: 17 })
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address)
  await page.reload()
  await ended(page)
  assert.match(await text(page), /^import time\nfor n in range\(4\)/)
  assert.equal(await page.locator("#cores").inputValue(), "3")
  assert.equal(await page.locator("#gil").evaluate((select) => select.selectedOptions[0].label), "Off: free-threaded")
  assert.equal(await page.locator("#seed").inputValue(), "17")
  assert.equal(await traceHash(page), hash, "the same run")
  await until(() => playhead(page), (part) => Math.abs(part - 0.5) < 0.01, "the playhead is where it was")
  assert.equal(await wholeOutput(page), "lap 0\nlap 1\nlap 2\nlap 3\n")
  noProblems(page)
})

test("an edit alone is in the address soon, and survives a reload without a run", async () => {
  const page = await site.newPage()
  await ended(page)
  await write(page, "print('kept')\n")
  await until(() => page.url(), (url) => url.includes("#1=") && stateOf(url).code.includes("kept"), "the edit is in the address")
  await page.reload()
  await ended(page)
  assert.equal(await wholeOutput(page), "kept\n")
})

test("a shared program of 40 lines fits in 2 kB", async () => {
  const lines = Array.from({ length: 36 }, (_, n) => `worker_${n} = make_worker('job ${n}', priority=${(n * 37) % 11}, retries=${n % 4})`)
  const code = program("import threading", "def make_worker(name, priority, retries):", "    return name, priority, retries", "", ...lines)
  assert.equal(code.trimEnd().split("\n").length, 40)
  const page = await site.newPage()
  await write(page, code)
  await page.getByTestId("share").click()
  const address = await until(() => page.url(), (url) => url.includes("#1="), "the address holds the program")
  assert.equal(stateOf(address).code.trimEnd(), code.trimEnd())
  const { hash } = new URL(address)
  assert.ok(hash.length < 2048, `${hash.length} characters`)
})

test("a change of the fragment opens what it says", async () => {
  const page = await open(site, { code: "print('first')\n" })
  assert.equal(await wholeOutput(page), "first\n")
  await page.evaluate((hash) => { location.hash = hash }, fragment({ code: "print('second')\n" }))
  await until(() => wholeOutput(page), (printed) => printed === "second\n", "the new program's output")
  noProblems(page)
})

test("what is put into the address is not written over before the page hears of it", async () => {
  const page = await open(site, { code: "print('first')\n" })
  assert.equal(await wholeOutput(page), "first\n")
  // A change without its event, for longer than the page takes to name its own run in the address; then the event.
  await page.evaluate(async (hash) => {
    history.replaceState(null, "", hash)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    dispatchEvent(new HashChangeEvent("hashchange"))
  }, fragment({ code: "print('second')\n" }))
  await until(() => wholeOutput(page), (printed) => printed === "second\n", "the new program's output")
  noProblems(page)
})

const whole = fragment({ code: "print('x' * 40)\nimport threading\n" })
const REFUSED = {
  garbage: "#1=%%%%!!!!",
  "another page's fragment": "#section-2",
  "a later version": "#2=AAAA",
  truncated: whole.slice(0, -9),
  damaged: `${whole.slice(0, 12)}AAAA${whole.slice(16)}`,
  huge: `#1=${"A".repeat(1_100_000)}`,
  "a bomb": fragment({ code: " ".repeat(8 << 20) }),
  "not a state": fragment([1, 2, 3]),
  "settings that do not exist": fragment({ code: "print(1)", settings: { cores: 100_000 } }),
  "a setting of the wrong kind": fragment({ code: "print(1)", settings: { cores: "<img src=x onerror=alert(1)>" } }),
}

for (const [name, hash] of Object.entries(REFUSED)) {
  test(`a fragment that cannot be opened is refused politely: ${name}`, async () => {
    // Too long for an address that is typed in: such a fragment arrives from a script or a link.
    const page = await site.newPage({ prepare: (page) => page.addInitScript(() => { globalThis.xss = 0; globalThis.alert = () => { globalThis.xss += 1 } }) })
    await ended(page)
    await page.evaluate((hash) => { location.hash = hash }, hash)
    const message = await page.getByTestId("error").textContent({ timeout: 10_000 })
    assert.match(message, /link/i)
    assert.ok(message.length < 400, message.slice(0, 500))
    // The page is alive: it opened a default program and runs what it is given.
    await ended(page)
    await write(page, "print('alive')\n")
    await run(page)
    assert.equal(await wholeOutput(page), "alive\n")
    assert.equal(await page.getByTestId("error").count(), 0, "the message goes when a program runs")
    assert.equal(await page.evaluate(() => globalThis.xss), 0)
    noProblems(page)
    await page.context().close()
  })
}

test("a hostile program in a link is only ever text", async () => {
  const code = "print('<img src=x onerror=\"document.title=1\">')\nimport threading\nt = threading.Thread(target=print, args=('<b>hi</b>',), name='<img src=x onerror=\"document.title=2\">')\nt.start()\nt.join()\n"
  const page = await open(site, { code }, { reducedMotion: "reduce" })
  assert.match(await wholeOutput(page), /^<img src=x[^\n]*\n<b>hi<\/b>\n$/)
  assert.match(await page.title(), /Interleave/)
  assert.equal(await page.locator("#app img").count(), 0)
  assert.ok((await endNanos(page)) > 0)
  noProblems(page)
})

test("what the program reads is part of the link and comes back", async () => {
  const code = "name = input('Name? ')\nfor line in iter(input, 'end'):\n    print(name, 'likes', line)\n"
  const page = await site.newPage({ reducedMotion: "reduce" })
  await ended(page)
  await write(page, code)
  const box = page.getByTestId("stdin")
  await box.waitFor()
  await box.fill("Ada\ntea\ncoffee\nend\n")
  await run(page)
  const printed = "Name? Ada likes tea\nAda likes coffee\n"
  assert.equal(await wholeOutput(page), printed)
  await page.getByTestId("share").click()
  const address = await until(() => page.url(), (url) => url.includes("#1="), "the address holds the state")
  assert.equal(stateOf(address).settings.stdin, "Ada\ntea\ncoffee\nend\n")
  await page.reload()
  await ended(page)
  assert.equal(await box.inputValue(), "Ada\ntea\ncoffee\nend\n")
  assert.equal(await wholeOutput(page), printed)
  noProblems(page)
})

test("the box for input opens by itself where a program reads, and can be opened elsewhere", async () => {
  const page = await open(site, { code: "print(1)\n" })
  assert.equal(await page.getByTestId("stdin").isVisible(), false)
  await page.getByTestId("input-box").locator("summary").click()
  assert.equal(await page.getByTestId("stdin").isVisible(), true)
  const reader = await open(site, { code: "import sys\nprint(sys.stdin.read())\n" })
  assert.equal(await reader.getByTestId("stdin").isVisible(), true)
  noProblems(page)
  noProblems(reader)
})

test("a run that chance decided travels in the link with its decisions", async () => {
  const code = await readFile(join(ROOT, "tests/programs/threads-demo/race-without-lock/main.py"), "utf8")
  const page = await open(site, { code, settings: { policy: "random", seed: 5 } }, { reducedMotion: "reduce" })
  const hash = await traceHash(page)
  await page.getByTestId("share").click()
  const state = await until(() => stateOf(page.url()), (state) => state.schedule?.length > 0, "the link holds the schedule")
  // Under another seed the same decisions are the same run; without them another one.
  const again = await open(site, { ...state, settings: { ...state.settings, seed: 6 } }, { reducedMotion: "reduce" })
  assert.equal(await again.getByTestId("error").count(), 0)
  assert.equal(await wholeOutput(again), await wholeOutput(page))
  const same = await open(site, state, { reducedMotion: "reduce" })
  assert.equal(await traceHash(same), hash)
  await same.getByTestId("replays").getByRole("button").click()
  await until(() => stateOf(same.url()).schedule, (schedule) => schedule === undefined, "the schedule is dropped")
  for (const one of [page, again, same]) noProblems(one)
})
