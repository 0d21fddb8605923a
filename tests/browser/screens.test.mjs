// Every screen as a picture in artefacts/, for people to look at; what a machine can say of a picture is asserted.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { EXAMPLES, ended, fullEditor, noProblems, open, run, scrub, write } from "./page.mjs"

const SIZES = [[1440, 900], [1920, 1080], [390, 844]]

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready
    // Chips on their way are given half a second to arrive.
    const begin = performance.now()
    while (performance.now() - begin < 500) await new Promise(requestAnimationFrame)
  })
}

// How many different colours a canvas shows: a picture that was not drawn has one or two.
function colours(page, selector) {
  return page.locator(selector).first().evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height)
    const seen = new Set()
    for (let at = 0; at < data.length; at += 4 * 7) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2])
    return seen.size
  })
}

for (const [width, height] of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the examples at ${width} by ${height}, ${colorScheme}`, async () => {
      for (const name of EXAMPLES) {
        const page = await site.newPage({ path: `?example=${name}`, width, height, colorScheme })
        await ended(page)
        await fullEditor(page)
        await scrub(page, 0.45)
        await settled(page)
        assert.ok((await colours(page, ".timeline__body canvas")) > 8, `${name}: the timeline is drawn`)
        assert.ok((await colours(page, ".stage canvas")) > 8, `${name}: the stage is drawn`)
        await site.screenshot(page, `${name}-${width}-${colorScheme}`)
        noProblems(page)
        await page.context().close()
      }
    })
  }
}

test("a minute of the animation, frame by frame", async () => {
  for (const name of ["cpu-bound", "race-with-lock", "producer-consumer"]) {
    const page = await site.newPage({ path: `?example=${name}`, width: 1440, height: 900 })
    await ended(page)
    await fullEditor(page)
    await page.locator(".transport select").selectOption({ label: "0.1×" })
    await scrub(page, 0.3)
    await page.getByTestId("play").click()
    const pictures = new Set()
    for (let frame = 0; frame < 6; frame += 1) {
      await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100)))
      pictures.add(await page.locator(".timeline__body canvas").evaluate((canvas) => canvas.toDataURL()))
      await site.screenshot(page, `frames-${name}-${frame}`)
    }
    assert.ok(pictures.size >= 4, `${name}: ${pictures.size} different frames`)
    noProblems(page)
    await page.context().close()
  }
})

test("errors, help, languages and a run in progress", async () => {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    const page = await site.newPage({ path: "?example=race-with-lock", width, height })
    const show = async (tab) => { if (width < 860) await page.getByRole("tab").nth(tab).click() }
    const shot = async (name) => { await settled(page); await site.screenshot(page, `${name}-${width}`) }
    await ended(page)
    await fullEditor(page).catch(() => {})
    for (const [n, name] of ["code", "watch", "inspect"].entries()) {
      if (width < 860) { await show(n); await shot(`panel-${name}`) }
    }
    await page.getByTestId("help").click()
    await shot("help")
    await page.keyboard.press("Escape")
    await page.getByTestId("language").click()
    await shot("chinese")
    await page.getByTestId("language").click()
    await show(0)
    await write(page, "import threading\n\nx = [\nprint(x)\n")
    await run(page)
    await shot("syntax-error")
    await write(page, "import threading\n\ndef f(n):\n    return f(n + 1)\n\nthreading.Thread(target=f, args=(0,)).start()\nprint('main goes on')\n")
    await run(page)
    await shot("traceback")
    await write(page, "n = 0\nwhile True:\n    n += 1\n    if n % 100_000 == 0:\n        print(n)\n")
    await page.getByTestId("run").click()
    await page.getByTestId("progress").waitFor({ state: "attached" })
    await settled(page)
    await shot("running")
    await page.getByTestId("stop").click()
    await ended(page)
    await page.evaluate(() => { location.hash = "#1=garbage" })
    await page.getByTestId("error").waitFor({ state: "attached" })
    await shot("bad-link")
    noProblems(page)
    await page.context().close()
  }
})

test("twenty threads on eight cores", async () => {
  const code = "import threading, time, random\nlocks = [threading.Lock() for _ in range(4)]\ndef work(n):\n    for k in range(6):\n        with locks[(n + k) % 4]:\n            time.sleep(random.random() / 500)\n        sum(range(3000 * (n % 5)))\nts = [threading.Thread(target=work, args=(n,), name=f'worker-{n}') for n in range(20)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n"
  for (const [width, height] of SIZES) {
    const page = await open(site, { code, settings: { cores: 8 } }, { width, height })
    await scrub(page, 0.4)
    await settled(page)
    await site.screenshot(page, `twenty-threads-${width}`)
    noProblems(page)
    await page.context().close()
  }
})
