// The live benches: programs of this folder, run live in the built page in an isolated Chromium.
//
//   node live.mjs [FILE.py …]            CHROMIUM=/path/to/chromium
//
// Prints what the programs print: rows of name;measured;ideal;unit. Without a unit the row is a share of doing one after the
// other.

import { readFile } from "node:fs/promises"
import { launch } from "../../browser/harness.mjs"
import { fragment } from "../../browser/page.mjs"

const site = await launch()
let failed = false
try {
  for (const file of process.argv.slice(2)) {
    const page = await site.newPage({ hash: fragment({ code: await readFile(file, "utf8") }) })
    await page.getByTestId("live").click()
    // The program is over when its status is told; the prediction that follows is not waited for.
    await page.getByTestId("live-status").filter({ hasText: /exit|ended|limit|deadlock|stopped|predict/i }).waitFor({ timeout: 300_000 })
    const rows = await page.locator('[data-testid=live-stdout] [data-stream=stdout]').allTextContents()
    const errors = await page.locator('[data-testid=live-stdout] [data-stream=stderr]').allTextContents()
    process.stdout.write(rows.join(""))
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
