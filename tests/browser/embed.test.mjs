// The player in other people's pages: in a sandboxed frame from another origin, served by the plainest of hosts.

import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { join, normalize } from "node:path"
import { after, before, test } from "node:test"
import { ROOT, launch } from "./harness.mjs"
import { fragment, noProblems, until } from "./page.mjs"

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml" }
const HELLO = "import threading\nt = threading.Thread(target=print, args=('hello from a thread',))\nt.start()\nt.join()\n"

let site
let host
let blog
before(async () => {
  site = await launch({ isolation: false })
  // No header but the type: nothing that would allow another origin to read anything.
  host = await serve(async (path) => readFile(join(ROOT, "dist", normalize(path))).catch(() => null))
  blog = await serve(async (path) => blog.pages.get(path) ?? null)
  blog.pages = new Map()
})
after(async () => {
  await site?.close()
  host?.server.close()
  blog?.server.close()
})

function serve(read) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname)
    const bytes = await read(path)
    response.writeHead(bytes ? 200 : 404, { "content-type": TYPES[path.split(".").at(-1)] ?? "text/html" })
    response.end(bytes ?? "not here")
  })
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ server, url: `http://127.0.0.1:${server.address().port}/` })))
}

// A page of the blog, which keeps what its frames say.
async function post(html) {
  blog.pages.set("/post.html", `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script>
    const said = []
    addEventListener("message", (event) => said.push({ from: [...document.querySelectorAll("iframe")].findIndex((frame) => frame.contentWindow === event.source), ...event.data }))
  </script>${html}`)
  const page = await site.newPage({ goto: false })
  // Another name for the same machine is another origin.
  await page.goto(`${blog.url.replace("127.0.0.1", "localhost")}post.html`)
  return page
}

const lastState = (page) => page.evaluate(() => said.filter((message) => message.type === "interleave:state").at(-1))
const say = (page, message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message)
const printed = (page, text) => until(() => lastState(page), (state) => state?.run === "ended" && state.output.includes(text), `"${text}" is printed`, 60_000)

test("a sandboxed frame from another origin runs a program and is driven by messages", async () => {
  const page = await post(`<iframe sandbox="allow-scripts" width="1000" height="600" src="${host.url}embed.html${fragment({ code: HELLO })}"></iframe>`)
  await until(() => page.evaluate(() => said.map((message) => message.type)), (types) => types.includes("interleave:ready") && types.includes("interleave:height"), "it is ready", 60_000)
  await say(page, { type: "interleave:seek", at: Number.MAX_SAFE_INTEGER })
  await printed(page, "hello from a thread")
  const frame = page.frames().find((frame) => frame.url().includes("embed.html"))
  assert.equal(await frame.evaluate(() => origin), "null", "the frame has no origin")
  assert.equal(await frame.evaluate(() => typeof SharedArrayBuffer === "undefined" || !crossOriginIsolated), true)

  // Modules of the library that are fetched on the page come here too.
  await say(page, { type: "interleave:load", code: "import json, time\ntime.sleep(0.5)\nprint(json.dumps({'a': [1, 2]}))\n", settings: { cores: 3 } })
  // What the player says of a failure is told if the wait is in vain.
  const seen = async () => ({ ...await lastState(page), error: await frame.getByTestId("error").allTextContents() })
  await until(seen, (state) => state.run === "ended" && state.end > 5e8, "the other program has run", 60_000)
  await say(page, { type: "interleave:pause" })
  await until(() => lastState(page), (state) => !state.playing, "it is paused")
  await say(page, { type: "interleave:seek", at: 2.5e8 })
  const middle = await until(() => lastState(page), (state) => Math.abs(state.at - 2.5e8) < 1e6, "it is in the middle")
  assert.equal(middle.output, "", "nothing is printed yet")
  await say(page, { type: "interleave:seek", at: 9e9 })
  await printed(page, '{"a": [1, 2]}')
  await say(page, { type: "interleave:play" })
  await until(() => lastState(page), (state) => state.playing, "it plays again")

  // Nonsense is no command, and nobody but the parent is heard.
  for (const message of [null, 7, "interleave:play", {}, { type: "interleave:explode" }, { type: "interleave:constructor" }, { type: "interleave:seek", at: "x" }, { type: "interleave:load", code: 5 }]) await say(page, message)
  await page.evaluate(() => {
    const other = document.createElement("iframe")
    other.srcdoc = "<script>parent.frames[0].postMessage({ type: 'interleave:load', code: 'print(666)' }, '*'); parent.postMessage({ type: 'sent' }, '*')</scr" + "ipt>"
    document.body.append(other)
  })
  await until(() => page.evaluate(() => said.some((message) => message.type === "sent")), Boolean, "the other frame has spoken")
  await say(page, { type: "interleave:pause" })
  await until(() => lastState(page), (state) => !state.playing && state.end > 5e8, "the program is still there")
  assert.ok(!(await page.evaluate(() => said.some((message) => String(message.output).includes("666")))))
  noProblems(page)
})

test("a frame opens a bundled program by its name", async () => {
  const page = await post(`<iframe sandbox="allow-scripts" width="380" height="640" src="${host.url}embed.html?example=io-bound&theme=dark&lang=zh"></iframe>`)
  await until(() => lastState(page), (state) => state?.run === "ended" && state.end > 1e8, "it has run", 60_000)
  const frame = page.frames().find((frame) => frame.url().includes("embed.html"))
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), "dark")
  assert.equal(await frame.evaluate(() => document.documentElement.lang), "zh-Hans")
  await site.screenshot(page, "embed-380")
  noProblems(page)
})

test("<interleave-player> puts a running program into a page", async () => {
  const page = await post(`<h1>A post</h1>
    <script src="${host.url}embed.js"></script>
    <interleave-player height="560"><pre>${HELLO}</pre></interleave-player>
    <script>
      const player = document.querySelector("interleave-player")
      globalThis.states = []
      player.addEventListener("interleave:state", (event) => states.push(event.detail))
    </script>`)
  await until(() => page.evaluate(() => states.at(-1)?.run), (run) => run === "ended", "it has run", 60_000)
  await page.evaluate(() => player.seek(Number.MAX_SAFE_INTEGER))
  await until(() => page.evaluate(() => states.at(-1)?.output), (output) => output.includes("hello from a thread"), "its output is there")
  const frame = await page.evaluate(() => {
    const frame = player.shadowRoot.querySelector("iframe")
    return { sandbox: frame.getAttribute("sandbox"), height: frame.clientHeight, origin: (() => { try { return frame.contentDocument?.URL ?? null } catch { return null } })() }
  })
  assert.deepEqual(frame, { sandbox: "allow-scripts", height: 560, origin: null })
  await page.evaluate(() => player.load({ code: "print('another one')\n" }))
  await until(() => page.evaluate(() => states.at(-1)), (state) => state.run === "ended" && !state.output.includes("hello"), "it loads another")
  await page.evaluate(() => player.seek(Number.MAX_SAFE_INTEGER))
  await until(() => page.evaluate(() => states.at(-1)?.output), (output) => output.includes("another one"), "the other's output is there")
  await site.screenshot(page, "embed-player")
  noProblems(page)
})
