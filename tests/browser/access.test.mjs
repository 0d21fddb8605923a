// Everybody can use the page: by keyboard, by screen reader, with little contrast vision, on a phone, without motion.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { EXAMPLES, atNanos, ended, fullEditor, noProblems, playhead, scrub, until, write, run } from "./page.mjs"

let site
before(async () => { site = await launch() })
after(async () => { await site?.close() })

async function example(name = "race-with-lock", options = {}) {
  const page = await site.newPage({ path: `?example=${name}`, reducedMotion: "reduce", ...options })
  await ended(page)
  await fullEditor(page)
  return page
}

test("every control has a name", async () => {
  const page = await example()
  await page.locator("details.settings__more").evaluate((details) => { details.open = true })
  const unnamed = await page.evaluate(() => {
    const name = (element) =>
      element.getAttribute("aria-label")?.trim()
      || [...(element.labels ?? [])].map((label) => label.textContent.trim()).join("")
      || (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent.trim() ?? "").join("")
      || (element.matches("button, summary, a, [role=tab], [role=listitem]") ? element.textContent.trim() : "")
    return [...document.querySelectorAll("button, a, input, select, textarea, summary, [tabindex='0'], [role=img], canvas:not([aria-hidden=true])")]
      .filter((element) => !name(element) && element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 160))
  })
  assert.deepEqual(unnamed, [])
  const duplicates = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id)
    return ids.filter((id, n) => ids.indexOf(id) !== n)
  })
  assert.deepEqual(duplicates, [])
  for (const role of ["main", "banner"]) assert.equal(await page.getByRole(role).count(), 1, role)
  assert.equal(await page.locator("h1").count(), 1)
  noProblems(page)
})

// What has the focus, and whether it can be seen to have it.
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const seen = (element) => {
      const style = getComputedStyle(element)
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none"
    }
    const inner = element.shadowRoot?.activeElement
    const box = element.getBoundingClientRect()
    return {
      what: `${element.tagName.toLowerCase()}#${element.dataset.testid ?? element.id} ${element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 30)}`,
      editor: Boolean(inner) || element.matches("[data-testid=editor] *"),
      // A radio button is drawn by the text beside it; an editor by its caret and its frame.
      visible: seen(element) || seen(element.parentElement) || (element.nextElementSibling && seen(element.nextElementSibling)) || Boolean(inner && element.closest(".editor") && seen(element.closest(".editor"))),
      size: box.width * box.height,
    }
  })

test("every control is reached by Tab, in order, and shows that it has the focus", async () => {
  const page = await example()
  const wanted = await page.evaluate(() =>
    [...document.querySelectorAll("button, a[href], input, select, summary, [tabindex='0']")]
      .filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0)
      // Of a group of radio buttons only one is a stop.
      .filter((element) => element.type !== "radio" || element.checked)
      .filter((element) => !element.closest("details:not([open])") || element.matches("summary")).length)
  const stops = []
  await page.evaluate(() => document.body.focus())
  for (let n = 0; n < wanted + 15; n += 1) {
    await page.keyboard.press("Tab")
    let now = await focused(page)
    if (now?.editor) {
      assert.ok(now.visible, "the editor shows that it has the focus")
      stops.push(now)
      await page.keyboard.press("Escape")
      await page.keyboard.press("Tab")
      now = await focused(page)
    }
    if (!now) break
    assert.ok(now.visible, `${now.what} has the focus and does not show it`)
    stops.push(now)
  }
  const reached = new Set(stops.map((stop) => stop.what))
  for (const must of ["example", "run", "play", "step-back", "step-forward", "scrubber", "share", "theme", "language", "help"]) {
    assert.ok([...reached].some((what) => what.includes(`#${must} `)), `${must} is reached: ${[...reached].join("; ")}`)
  }
  assert.ok(stops.some((stop) => stop.editor), "the editor is reached, and left again")
  assert.ok(stops.length >= wanted * 0.9, `${stops.length} stops, ${wanted} controls`)
  noProblems(page)
})

test("the page is driven by keyboard alone", async () => {
  const page = await example()
  await page.getByTestId("play").focus()
  for (const [forward, back] of [["ArrowRight", "ArrowLeft"], [".", ","], ["Shift+ArrowRight", "Shift+ArrowLeft"]]) {
    await page.keyboard.press("Home")
    await until(() => atNanos(page), (nanos) => nanos === 0, "Home goes to the start")
    await page.keyboard.press(forward)
    const there = await until(() => atNanos(page), (nanos) => nanos > 0, `${forward} steps on`)
    await page.keyboard.press(forward)
    await until(() => atNanos(page), (nanos) => nanos > there, `${forward} steps on again`)
    await page.keyboard.press(back)
    await until(() => atNanos(page), (nanos) => nanos === there, `${back} steps back`)
  }
  await page.keyboard.press("End")
  await until(() => playhead(page), (part) => part === 1, "End goes to the end")
  await page.getByTestId("timeline").locator("canvas").first().focus()
  await page.keyboard.press("Home")
  await page.keyboard.press(" ")
  await until(() => page.getByTestId("play").getAttribute("data-playing"), (playing) => playing === "true", "Space plays")
  await page.keyboard.press(" ")
  await until(() => page.getByTestId("play").getAttribute("data-playing"), (playing) => playing === "false", "Space pauses")
  noProblems(page)
})

test("letters typed into the editor are text, not commands", async () => {
  const page = await example()
  await scrub(page, 0.5)
  const at = await playhead(page)
  await write(page, "")
  await page.keyboard.type("wasd ?.,0")
  assert.equal((await (await fullEditor(page)).textContent()).trim(), "wasd ?.,0")
  assert.equal(await page.locator("dialog[open]").count(), 0)
  assert.equal(await playhead(page), at)
  noProblems(page)
})

test("help opens on ?, holds the focus, and closes by Escape and by its button", async () => {
  const page = await example()
  await page.getByTestId("play").focus()
  await page.keyboard.press("?")
  const dialog = page.getByRole("dialog")
  await dialog.waitFor()
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press("Tab")
    assert.ok(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest("dialog"))), "the focus stays in the dialog")
  }
  assert.match(await dialog.textContent(), /Ctrl.*Enter/s)
  await page.keyboard.press("Escape")
  await dialog.waitFor({ state: "hidden" })
  assert.equal(await page.evaluate(() => document.activeElement?.dataset.testid), "play", "the focus is back where it was")
  await page.getByTestId("help").click()
  await dialog.waitFor()
  await dialog.getByRole("button").first().click()
  await dialog.waitFor({ state: "hidden" })
  // The next opening works as well.
  await page.keyboard.press("?")
  await dialog.waitFor()
  noProblems(page)
})

for (const colorScheme of ["light", "dark"]) {
  test(`text has AA contrast, ${colorScheme}`, async () => {
    const page = await example("deadlock", { colorScheme })
    await page.locator("details.settings__more").evaluate((details) => { details.open = true })
    const look = () =>
      page.evaluate(() => {
        const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
        probe.canvas.width = probe.canvas.height = 1
        // Any colour the style sheet may say, as red, green, blue, alpha.
        const parse = (colour) => {
          probe.clearRect(0, 0, 1, 1)
          probe.fillStyle = colour
          probe.fillRect(0, 0, 1, 1)
          const [r, g, b, a] = probe.getImageData(0, 0, 1, 1).data
          return [r, g, b, a / 255]
        }
        const over = (top, below) => [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3])).concat(1)
        const luminance = ([r, g, b]) =>
          [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
            .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0)
        const parentOf = (element) => element.parentElement ?? element.getRootNode().host ?? null
        const background = (element) => {
          const layers = []
          for (let at = element; at; at = parentOf(at)) layers.push(parse(getComputedStyle(at).backgroundColor))
          return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1])
        }
        const opacity = (element) => {
          let all = 1
          for (let at = element; at; at = parentOf(at)) all *= Number(getComputedStyle(at).opacity)
          return all
        }
        const texts = []
        const visit = (root) => {
          for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) visit(element.shadowRoot)
            const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
            if (own && element.checkVisibility() && !element.closest(".visually-hidden, option, .skip") && !element.disabled) texts.push(element)
          }
        }
        visit(document)
        const failures = new Map()
        for (const element of texts) {
          const style = getComputedStyle(element)
          const behind = background(element)
          const ink = parse(style.color)
          ink[3] *= opacity(element)
          const [dark, light] = [luminance(over(ink, behind)), luminance(behind)].sort((a, b) => a - b)
          const ratio = (light + 0.05) / (dark + 0.05)
          const px = parseFloat(style.fontSize)
          const large = px >= 24 || (px >= 18.66 && Number(style.fontWeight) >= 700)
          if (ratio < (large ? 3 : 4.5)) {
            const where = `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`
            failures.set(where, `${where} "${element.textContent.trim().slice(0, 24)}" ${ratio.toFixed(2)}`)
          }
        }
        return { count: texts.length, failures: [...failures.values()] }
      })
    for (const part of [0.4, 1]) {
      await scrub(page, part)
      const { count, failures } = await look()
      assert.ok(count > 60, `only ${count} texts were found`)
      assert.deepEqual(failures, [])
    }
    await write(page, "x = [\n# a comment\nprint('text', 12)\n")
    await run(page)
    assert.deepEqual((await look()).failures, [])
    await page.getByTestId("help").click()
    await page.getByRole("dialog").waitFor()
    assert.deepEqual((await look()).failures, [])
    noProblems(page)
  })
}

for (const [width, height] of [[390, 844], [320, 640], [768, 1024], [1280, 720]]) {
  test(`nothing overflows sideways at ${width} by ${height}`, async () => {
    const page = await example("producer-consumer", { width, height })
    const tabs = page.getByRole("tab")
    const panels = width < 860 ? await tabs.count() : 1
    assert.ok(width >= 860 || panels === 3, `${panels} tabs`)
    for (let n = 0; n < panels; n += 1) {
      if (width < 860) await tabs.nth(n).click()
      const wide = await page.evaluate(() => {
        const limit = document.documentElement.clientWidth
        const clipped = (element) => {
          for (let at = element.parentElement; at; at = at.parentElement) {
            if (getComputedStyle(at).overflowX !== "visible" && at.getBoundingClientRect().right <= limit + 0.5) return true
          }
          return false
        }
        const out = [...document.querySelectorAll("#app *")]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > limit + 0.5 && !clipped(element))
          .map((element) => `${element.tagName}.${element.className} to ${element.getBoundingClientRect().right}`)
        return { scroll: document.documentElement.scrollWidth - limit, out }
      })
      assert.deepEqual(wide, { scroll: 0, out: [] }, `panel ${n}`)
    }
    if (width < 860) {
      await tabs.nth(1).click()
      const canvas = await page.getByTestId("timeline").locator("canvas").first().boundingBox()
      assert.ok(canvas.width > width * 0.5 && canvas.height > 120, JSON.stringify(canvas))
      // Fingers need room: 24 px is WCAG's minimum.
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("button, select, summary, input:not([type=radio])")]
          .filter((element) => element.checkVisibility())
          .filter((element) => element.getBoundingClientRect().width < 24 || element.getBoundingClientRect().height < 24)
          .map((element) => element.outerHTML.slice(0, 100)))
      assert.deepEqual(small, [])
    }
    noProblems(page)
  })
}

test("with reduced motion nothing moves by itself", async () => {
  const page = await example("io-bound", { reducedMotion: "reduce" })
  assert.equal(await page.getByTestId("play").getAttribute("data-playing"), "false")
  assert.equal(await playhead(page), 1, "the whole run is there to read")
  const running = await page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === "running").length)
  assert.equal(running, 0)
  noProblems(page)
})

test("without a wish for less motion a bundled program plays by itself", async () => {
  const page = await site.newPage({ path: "?example=io-bound" })
  await ended(page)
  const from = await playhead(page)
  await until(() => playhead(page), (part) => part > from && part < 1, "the playhead moves")
  noProblems(page)
})

test("light, dark and large text are kept over a reload", async () => {
  const page = await example("cpu-bound", { colorScheme: "light" })
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await page.getByTestId("theme").click()
  const dark = await until(paper, (colour) => colour !== light, "the theme changes")
  await page.getByRole("button", { name: "Larger text" }).click()
  await until(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize), (size) => size === "20px", "the text is larger")
  await page.reload()
  await ended(page)
  assert.equal(await paper(), dark)
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "20px")
  noProblems(page)
})

test("all examples have a lane header a screen reader can read for each thread", async () => {
  for (const name of EXAMPLES) {
    const page = await example(name)
    const headers = await page.getByTestId("timeline").getByRole("listitem").allTextContents()
    assert.ok(headers.some((text) => text.includes("MainThread")), `${name}: ${headers}`)
    await page.context().close()
  }
})
