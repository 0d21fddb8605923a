// Every bundled program that can run live does, with the output of CPython, compared as its case.toml says. What cannot be
// compared, and why, is listed here and in LIMITATIONS.md.

import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { ROOT, launch } from "./harness.mjs"
import { ended } from "./page.mjs"

// What these print depends on how fast the machine is just now: they have to end, and to print something.
const BY_THE_CLOCK = {
  "car-park": "prints the most cars at once",
  "deadlock": "whether the two meet depends on how soon they start",
  "io-bound": "prints in the order of sleeps, and times",
  "io-one-two-four-eight": "prints how much faster more threads were",
  "join-order": "prints in the order of sleeps",
  "plus-equals": "prints what a race lost",
  "timer": "prints in the order of timers",
  "convoy": "prints how long a reply took beside a computing thread",
  "cpu-one-two-four-eight": "prints whether more threads took less time",
  "daemon": "prints a line for every beat until the program ends",
  "cpu-pool-vs-threads": "prints times",
  "io-pool-vs-threads": "prints times",
  "pool-size": "prints times",
  "chunk-size": "prints times",
  "manager-bottleneck": "prints times",
  "first-thread": "prints times",
  "four-ways": "prints times",
  "gil-on-off": "prints times",
}
// What asks for more than a page may have has to say so.
const TOO_MUCH = { "four-ways-hundred": "a hundred processes at once are more Web Workers than a run may have" }
const STATUS = { "dining-deadlock": "Deadlock", "self-deadlock": "Deadlock" }

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

const sorted = (text) => text.split("\n").sort().join("\n")

for (const topic of ["threads-demo", "processes-demo", "coroutines-demo"]) {
  test(`the programs of ${topic} run live`, async () => {
    const wrong = []
    const folder = join(ROOT, "tests/programs", topic)
    for (const name of readdirSync(folder).filter((name) => existsSync(join(folder, name, "lesson.toml")))) {
      const read = (file) => readFileSync(join(folder, name, file), "utf8")
      const example = name.replace(/^\d+-/, "")
      const compare = /compare = "(.*)"/.exec(read("case.toml"))?.[1] ?? "exact"
      const goldens = readdirSync(join(folder, name)).filter((file) => /^stdout.*\.txt$/.test(file)).map(read)
      const page = await site.newPage({ path: `?example=${example}`, reducedMotion: "reduce" })
      try {
        await ended(page)
        await page.getByTestId("live").click()
        const same = (golden, out) => {
          if (BY_THE_CLOCK[example]) return out.length > 0
          return compare === "sorted-lines" ? sorted(golden) === sorted(out) : golden === out
        }
        // Most programs sleep to be in order; on a busy machine a sleep can come late, not three times.
        for (let attempt = 1; ; attempt += 1) {
          await page.locator('[data-testid=live-dialog][data-job="none"]').waitFor({ timeout: 60_000 })
          const pieces = await page.locator("[data-testid=live-stdout] [data-stream=stdout]").allTextContents()
          const [out, status] = [pieces.join(""), await page.getByTestId("live-status").textContent()]
          if (TOO_MUCH[example] && status.startsWith("Limit reached")) break
          if (goldens.some((golden) => same(golden, out)) && status.startsWith(STATUS[example] ?? "")) break
          if (attempt === 3) {
            wrong.push({ example, status, out: out.slice(0, 400) })
            break
          }
          await page.getByTestId("live-again").click()
        }
        if (page.problems.length > 0) wrong.push({ example, problems: page.problems })
      } catch (error) {
        wrong.push({ example, error: String(error).slice(0, 300) })
      }
      await page.context().close()
    }
    assert.deepEqual(wrong, [])
  })
}
