// What a user does on the page and sees there, in the words of the tests. Everything waits for conditions, never for time.

import assert from "node:assert/strict"
import { deflateRawSync, inflateRawSync } from "node:zlib"

export const EXAMPLES = [
  "cpu-bound", "io-bound", "race-without-lock", "race-with-lock", "daemon", "producer-consumer", "deadlock",
]

// A run of a busy machine, in the engine and on the page.
const RUN_MILLIS = 60_000

// The fragment of a state, made by the published contract and not by the product's own code.
export function fragment(state) {
  return `#1=${deflateRawSync(Buffer.from(JSON.stringify(state)), { level: 9 }).toString("base64url")}`
}

export function stateOf(address) {
  const body = new URL(address).hash.replace(/^#1=/, "")
  return JSON.parse(inflateRawSync(Buffer.from(body, "base64url")).toString())
}

export function program(...lines) {
  return `${lines.join("\n")}\n`
}

export function runState(page) {
  return page.locator("[data-run-state]").getAttribute("data-run-state")
}

export async function ended(page, millis = RUN_MILLIS) {
  await page.locator('[data-run-state="ended"]').waitFor({ timeout: millis })
}

// Resolves when `read` gives what `accept` takes; says what was there last when it does not.
export async function until(read, accept, what, millis = 20_000) {
  const deadline = Date.now() + millis
  let last
  for (;;) {
    last = await read()
    if (accept(last)) return last
    if (Date.now() > deadline) assert.fail(`${what}: still ${JSON.stringify(last)} after ${millis} ms`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

export async function open(site, state, options = {}) {
  const page = await site.newPage({ hash: fragment(state), ...options })
  await ended(page)
  return page
}

export function editor(page) {
  return page.getByTestId("editor")
}

export async function fullEditor(page) {
  await page.locator('[data-testid=editor][data-kind="full"]').waitFor({ state: "attached", timeout: 30_000 })
  return editor(page).locator(".cm-content")
}

// Puts a text in the place of what is in the editor, as a paste would.
export async function write(page, text) {
  const content = await fullEditor(page)
  await content.click()
  await page.keyboard.press("ControlOrMeta+a")
  // CodeMirror takes a paste as one edit; typed line by line its indentation would come on top of the text's own.
  await content.evaluate((element, text) => {
    const data = new DataTransfer()
    data.setData("text/plain", text)
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }))
  }, text)
  return content
}

// Types a value into a field, key by key: only what a user types makes the browser report a change.
export async function enter(page, field, value) {
  await page.locator(field).click()
  await page.keyboard.press("ControlOrMeta+a")
  if (value === "") await page.keyboard.press("Delete")
  else await page.keyboard.type(value)
  await page.keyboard.press("Enter")
}

// Runs what is in the editor and waits for its end, however fast that comes.
export async function run(page) {
  const before = await runsSeen(page)
  await page.getByTestId("run").click()
  await until(() => runsSeen(page), (now) => now > before, "a new run starts")
  await ended(page)
}

// Follows a link to a state within the page, as a reader of a lesson does, and waits for the end of its run.
export async function follow(page, state) {
  const before = await runsSeen(page)
  await page.evaluate((hash) => {
    // The same link twice would be no change.
    history.replaceState(null, "", "#")
    location.hash = hash
  }, fragment(state))
  await until(() => runsSeen(page), (now) => now > before, "a new run starts")
  await ended(page)
}

// Counts the changes of the run's state to "running".
async function runsSeen(page) {
  return page.evaluate(() => {
    if (globalThis.runsSeen === undefined) {
      const element = document.querySelector("[data-run-state]")
      globalThis.runsSeen = 0
      new MutationObserver((changes) => {
        for (const change of changes) {
          if (change.oldValue !== "running" && change.target.dataset.runState === "running") globalThis.runsSeen += 1
        }
      }).observe(element, { attributes: true, attributeFilter: ["data-run-state"], attributeOldValue: true })
    }
    return globalThis.runsSeen
  })
}

export async function scrub(page, part) {
  await page.getByTestId("scrubber").evaluate((input, part) => {
    input.value = String(Math.round(part * Number(input.max)))
    input.dispatchEvent(new InputEvent("input", { bubbles: true }))
  }, part)
}

// Where the playhead is, from 0 to 1.
export async function playhead(page) {
  return page.getByTestId("scrubber").evaluate((input) => Number(input.value) / Number(input.max))
}

export async function timeText(page) {
  return page.getByTestId("time").locator("strong").textContent()
}

// Where the playhead is, exactly.
export async function atNanos(page) {
  return Number(await page.getByTestId("time").locator("strong").getAttribute("data-at-nanos"))
}

export async function endNanos(page) {
  return Number(await page.getByTestId("time").getAttribute("data-end-nanos"))
}

export async function traceHash(page) {
  return page.locator("[data-run-state]").getAttribute("data-trace-hash")
}

export async function explanation(page) {
  return (await page.getByTestId("explain").textContent()).trim()
}

// Everything the program printed: the text at the end of the run.
export async function wholeOutput(page) {
  await scrub(page, 1)
  await until(() => playhead(page), (part) => part === 1, "the playhead is at the end")
  // The frame after the next one has the text.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return page.getByTestId("stdout").textContent()
}

export async function lanes(page) {
  return page.getByTestId("lane").evaluateAll((headers) =>
    headers.map((header) => ({ name: header.dataset.laneName, kind: header.dataset.laneKind })),
  )
}

export function noProblems(page) {
  assert.deepEqual(page.problems, [])
}

// A measurement of time, at most three times: other work on the machine can spoil one, nothing makes one too good.
export async function measured(body) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await body()
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}
