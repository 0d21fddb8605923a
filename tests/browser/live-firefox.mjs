// The bundled programs, live, in Firefox: `node live-firefox.mjs [PART OF A NAME]`, with FIREFOX=/path/to/firefox. Not part of
// the suite, which drives Chromium; compares as `live-shelf.test.mjs` does, once, and prints a line for each program.

import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import puppeteer from "puppeteer-core"
import { ROOT, serve } from "./harness.mjs"
import { fragment } from "./page.mjs"

const filter = process.argv[2] ?? ""
const sorted = (text) => text.split("\n").sort().join("\n")
// INTERLEAVE_PLAIN=1: as on a host without headers, where threads take turns.
const server = await serve({ isolation: !process.env.INTERLEAVE_PLAIN })
const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true })
const counts = { same: 0, other: 0, failed: 0 }
let told = false
try {
  for (const topic of ["threads-demo", "processes-demo", "coroutines-demo"]) {
    const folder = join(ROOT, "tests/programs", topic)
    for (const name of readdirSync(folder).filter((name) => existsSync(join(folder, name, "lesson.toml")) && name.includes(filter))) {
      const read = (file) => readFileSync(join(folder, name, file), "utf8")
      const compare = /compare = "(.*)"/.exec(read("case.toml"))?.[1] ?? "exact"
      const goldens = readdirSync(join(folder, name)).filter((file) => /^stdout.*\.txt$/.test(file)).map(read)
      const page = await browser.newPage()
      try {
        await page.bringToFront()
        await page.goto(new URL(fragment({ code: read("main.py") }), server.url).href)
        await page.waitForSelector("[data-testid=live]", { timeout: 30_000 })
        await page.evaluate(() => document.querySelector("[data-testid=live]").click())
        await page.waitForFunction(() => {
          const dialog = document.querySelector("[data-testid=live-dialog]")
          return dialog && ["none", "prediction"].includes(dialog.dataset.job)
        }, { timeout: 60_000, polling: 200 })
        const { out, status, facts } = await page.evaluate(() => ({
          out: [...document.querySelectorAll("[data-testid=live-stdout] [data-stream=stdout]")].map((piece) => piece.textContent).join(""),
          status: document.querySelector("[data-testid=live-status]").textContent,
          facts: document.querySelector("[data-testid=live-facts]").textContent,
        }))
        if (!told) console.log(await browser.version(), "·", facts)
        told = true
        const same = goldens.some((golden) => (compare === "sorted-lines" ? sorted(golden) === sorted(out) : golden === out))
        counts[same ? "same" : "other"] += 1
        console.log(same ? "same " : "OTHER", topic, name, same ? "" : JSON.stringify([status, out.slice(0, 200)]))
      } catch (error) {
        counts.failed += 1
        const status = await page.evaluate(() => document.querySelector("[data-testid=live-dialog]")?.textContent.slice(0, 300)).catch(String)
        console.log("FAILED", topic, name, String(error).slice(0, 200), status)
      }
      await page.close()
    }
  }
} finally {
  console.log(counts)
  await browser.close()
  await server.close()
}
