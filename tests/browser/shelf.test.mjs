// The shelf: every bundled program can be found, read about and opened, and its moments are on the timeline.

import assert from "node:assert/strict"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { ROOT, launch } from "./harness.mjs"
import { atNanos, ended, explanation, fullEditor, noProblems, until, write } from "./page.mjs"

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

const TOPICS = ["threads-demo", "processes-demo", "coroutines-demo"]

// The names of the programs with a lesson, as their folders have them.
async function bundled() {
  const names = []
  for (const topic of TOPICS) {
    const folder = join(ROOT, "tests/programs", topic)
    for (const name of await readdir(folder).catch(() => [])) {
      const files = await readdir(join(folder, name)).catch(() => [])
      if (files.includes("lesson.toml")) names.push(name.replace(/^\d+-?/, ""))
    }
  }
  return names.sort()
}

function index(page) {
  return page.evaluate(async () => {
    const build = document.querySelector("script[src*='boot.js']").src
    return (await fetch(new URL("lessons/index.json", build))).json()
  })
}

test("every bundled program is on the shelf, by topic, with what to look for", async () => {
  const page = await site.newPage({ reducedMotion: "reduce" })
  await ended(page)
  await page.getByTestId("example").click()
  const shelf = page.getByTestId("shelf")
  await shelf.locator("[data-example]").first().waitFor()
  const cards = await shelf.locator("[data-example]").evaluateAll((cards) => cards.map((card) => ({
    name: card.dataset.example, title: card.querySelector(".card__title").textContent, look: card.querySelector(".card__look").textContent,
  })))
  assert.deepEqual(cards.map((card) => card.name).sort(), await bundled())
  for (const card of cards) assert.ok(card.title.length > 2 && card.look.length > 10, JSON.stringify(card))
  await page.keyboard.type("deadlock")
  await until(() => shelf.locator("[data-example]").count(), (count) => count > 0 && count < cards.length, "the search narrows the shelf")
  await page.keyboard.press("Escape")
  await until(() => page.locator("dialog[open]").count(), (count) => count === 0, "the dialog closes")
  noProblems(page)
})

test("a program is picked from the shelf, runs, and names itself in the address", async () => {
  const page = await site.newPage({ path: "?example=io-bound", reducedMotion: "reduce" })
  await ended(page)
  await page.getByTestId("example").click()
  await page.getByTestId("shelf").locator('[data-example="race-with-lock"]').click()
  await until(() => page.getByTestId("example").getAttribute("data-example"), (name) => name === "race-with-lock", "it is in the editor")
  await ended(page)
  assert.match(page.url(), /\?example=race-with-lock$/)
  await page.reload()
  await ended(page)
  assert.equal(await page.getByTestId("example").getAttribute("data-example"), "race-with-lock")
  noProblems(page)
})

test("the moments of a lesson lead to where they are, and are said", async () => {
  const page = await site.newPage({ path: "?example=race-with-lock", reducedMotion: "reduce" })
  await ended(page)
  const lesson = (await index(page)).lessons.find((lesson) => lesson.name === "race-with-lock")
  const flags = page.getByTestId("flag")
  await until(() => flags.count(), (count) => count === lesson.marks.length, "each mark is a flag")
  let before = -1
  for (const [n, mark] of lesson.marks.entries()) {
    await flags.nth(n).click()
    await until(() => page.getByTestId("look").textContent(), (text) => text === mark.text[0], `moment ${n + 1} is said`)
    assert.match(await explanation(page), new RegExp(`line ${mark.line}\\b`))
    assert.ok(await atNanos(page) >= before, "in order")
    before = await atNanos(page)
  }
  // An edited program is nobody's lesson.
  await fullEditor(page)
  await write(page, "print('mine')\n")
  await until(() => flags.count(), (count) => count === 0, "the flags are gone")
  noProblems(page)
})

test("a lane that is followed is what steps go by", async () => {
  const page = await site.newPage({ path: "?example=race-with-lock", reducedMotion: "reduce" })
  await ended(page)
  await page.keyboard.press("Home")
  const steps = async () => {
    const times = []
    await page.keyboard.press("Home")
    for (let n = 0; n < 6; n += 1) {
      await page.getByTestId("step-forward").click()
      times.push(await atNanos(page))
    }
    return times
  }
  const all = await steps()
  await page.locator('[data-testid=lane][data-lane-name="Teller-2"]').click()
  await page.getByTestId("following").waitFor()
  const followed = await steps()
  assert.ok(followed.at(-1) > all.at(-1), `${followed} against ${all}`)
  await page.getByTestId("following").getByRole("button").click()
  await until(() => page.getByTestId("following").count(), (count) => count === 0, "nothing is followed")
  noProblems(page)
})
