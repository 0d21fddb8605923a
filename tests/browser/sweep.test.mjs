// A sweep: one program, many values, several engines; chart, table and files say the same.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { noProblems, open, program, until } from "./page.mjs"

const SLEEPERS = program(
  "import threading, time",
  "SIZE = 1",
  "work = list(range(8))",
  "def take():",
  "    while work:",
  "        work.pop()",
  "        time.sleep(0.1)",
  "threads = [threading.Thread(target=take) for _ in range(SIZE)]",
  "for t in threads: t.start()",
  "for t in threads: t.join()",
)

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

const cells = (page, column) => page.locator(`[data-testid=sweep-table] tbody tr > :nth-child(${column})`).allTextContents()

test("a number of the program is varied: times, best value, reason, files", async () => {
  const page = await open(site, { code: SLEEPERS }, { width: 1440, height: 900 })
  await page.getByTestId("sweep").click()
  const chosen = await page.getByTestId("sweep-vary").evaluate((select) => select.selectedOptions[0].textContent)
  assert.match(chosen, /^SIZE = 1 /)
  await page.getByTestId("sweep-values").fill("1..3:x")
  await page.getByTestId("sweep-start").click()
  assert.match(await page.getByTestId("sweep-state").textContent(), /1\.\.64/)
  await page.getByTestId("sweep-values").fill("1,2,4,8,16")
  await page.getByTestId("sweep-start").click()
  await page.getByTestId("sweep-csv").waitFor({ timeout: 60_000 })
  assert.deepEqual(await cells(page, 1), ["1", "2", "4", "8", "16"])
  const speedUps = (await cells(page, 3)).map(Number)
  assert.ok(speedUps[1] > 1.9 && speedUps[2] > 3.8 && speedUps[3] > 7.5 && speedUps[4] <= speedUps[3] + 0.1, speedUps.join())
  assert.match(await page.getByTestId("sweep-verdict").textContent(), /Best: SIZE = 8.*sleep/s)
  const csv = decodeURIComponent((await page.getByTestId("sweep-csv").getAttribute("href")).split(",").slice(1).join(","))
  assert.match(csv, /^SIZE,wall_ms,speed_up,ideal,amdahl,busy_cores,sent_bytes,ended\n1,8/)
  assert.equal(csv.trim().split("\n").length, 6)
  const svg = decodeURIComponent((await page.getByTestId("sweep-svg").getAttribute("href")).split(",").slice(1).join(","))
  assert.match(svg, /^<svg [^]*SIZE = 8[^]*<\/svg>$/)
  await site.screenshot(page, "sweep-1440-light")
  noProblems(page)
})

test("on a narrow page it opens from the settings, and a sweep can be cancelled", async () => {
  const page = await open(site, { code: SLEEPERS }, { width: 390, height: 844, colorScheme: "dark" })
  await page.getByRole("tab", { name: "Code" }).click()
  await page.locator(".settings__more summary").click()
  await page.getByTestId("sweep-from-settings").click()
  await page.getByTestId("sweep-values").fill("1..64")
  await page.getByTestId("sweep-start").click()
  await page.getByTestId("sweep-cancel").click()
  await page.getByTestId("sweep-start").waitFor()
  const rows = await page.locator("[data-testid=sweep-table] tbody tr").count()
  assert.ok(rows < 64, `${rows} rows after a cancel`)
  await page.getByTestId("sweep-values").fill("1,2,4,8,16")
  await page.getByTestId("sweep-start").click()
  await page.getByTestId("sweep-csv").waitFor({ timeout: 60_000 })
  await until(async () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), Boolean, "nothing sticks out")
  await site.screenshot(page, "sweep-390-dark")
  noProblems(page)
})
