// `dist` on any static host: from a sub-path, without special headers, without asking anybody else for anything.

import assert from "node:assert/strict"
import { readFile, readdir } from "node:fs/promises"
import { createServer } from "node:http"
import { join, normalize } from "node:path"
import { after, before, test } from "node:test"
import { ROOT, launch } from "./harness.mjs"
import { ended, fullEditor, noProblems, wholeOutput } from "./page.mjs"

const DIST = join(ROOT, "dist")
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml" }

let site
before(async () => { site = await launch({ isolation: false }) })
after(async () => { await site?.close() })

// A host as plain as they come: files below /deep/path/, no headers but the type.
function plainHost({ types = TYPES } = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname)).replace(/^\/deep\/path\//, "/")
    const name = path.endsWith("/") ? `${path}index.html` : path
    const bytes = request.url.startsWith("/deep/path/") ? await readFile(join(DIST, name)).catch(() => null) : null
    const type = types[name.split(".").at(-1)] ?? "application/octet-stream"
    response.writeHead(bytes ? 200 : 404, { "content-type": type })
    response.end(bytes ?? "not here")
  })
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)))
}

async function visit(server, prepare = () => {}) {
  const page = await site.newPage({ goto: false })
  page.requests = []
  page.on("request", (request) => page.requests.push(request.url()))
  await prepare(page)
  await page.goto(`http://127.0.0.1:${server.address().port}/deep/path/?example=race-with-lock`)
  return page
}

test("the page works from a sub-path of a plain host, and asks no other", async () => {
  const server = await plainHost()
  try {
    const page = await visit(server)
    await ended(page)
    await fullEditor(page)
    assert.ok((await wholeOutput(page)).length > 0)
    const origin = `http://127.0.0.1:${server.address().port}/deep/path/`
    assert.deepEqual(page.requests.filter((url) => !url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:")), [])
    assert.equal(await page.evaluate(() => crossOriginIsolated), false)
    noProblems(page)
  } finally {
    server.close()
  }
})

test("a host that does not know wasm's type serves the page all the same", async () => {
  const server = await plainHost({ types: { ...TYPES, wasm: "application/octet-stream" } })
  try {
    const page = await visit(server)
    await ended(page)
    assert.ok((await wholeOutput(page)).length > 0)
    // The loaders say that they had to fall back; nothing else may be wrong.
    assert.deepEqual(page.problems.filter((problem) => !/MIME|instantiateStreaming/.test(problem)), [])
  } finally {
    server.close()
  }
})

test("without the full editor the plain one does the work", async () => {
  const server = await plainHost()
  try {
    const page = await visit(server, (page) => page.route("**/editor.js", (route) => route.abort()))
    await ended(page)
    await page.locator('[data-testid=editor][data-kind="plain"] .editor__note').waitFor()
    await page.getByTestId("editor").locator("textarea").fill("print('from the plain editor')\n")
    await page.getByTestId("run").click()
    await page.waitForFunction(() => document.querySelector("[data-testid=stdout]").textContent.includes("from the plain editor"))
  } finally {
    server.close()
  }
})

test("without the engine the page says so", async () => {
  const server = await plainHost()
  try {
    const page = await visit(server, (page) => page.route("**/engine_bg.wasm", (route) => route.abort()))
    assert.match(await page.getByTestId("error").textContent({ timeout: 20_000 }), /engine could not be loaded/i)
  } finally {
    server.close()
  }
})

test("without JavaScript there is a sentence", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(site.url)
  assert.match(await page.locator("noscript").textContent(), /JavaScript/)
  await context.close()
})

test("the server isolates the page by default, and its policy allows no inline script", async () => {
  const isolated = await launch()
  try {
    const page = await isolated.newPage()
    await ended(page)
    assert.equal(await page.evaluate(() => crossOriginIsolated), true)
    const answer = await page.request.get(isolated.url)
    const policy = answer.headers()["content-security-policy"]
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/)
    assert.doesNotMatch(policy, /unsafe-inline/)
    // An injected script does not run, and that is reported.
    await page.evaluate(() => { document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='globalThis.injected = true'>") })
    await page.waitForEvent("console", { predicate: (message) => message.type() === "error" && /Content Security Policy/.test(message.text()), timeout: 5_000 }).catch(() => {})
    assert.equal(await page.evaluate(() => globalThis.injected), undefined)
  } finally {
    await isolated.close()
  }
})

test("nothing in dist but what the page needs", async () => {
  const names = (await readdir(DIST, { recursive: true })).map((name) => name.replace(/build-[0-9a-f]+/, "build"))
  for (const must of ["index.html", "build/boot.js", "build/engine/worker.js", "build/engine/engine_bg.wasm", "build/editor.js"]) {
    assert.ok(names.includes(must), `${must} is missing: ${names}`)
  }
  assert.deepEqual(names.filter((name) => /\.(rs|map|md|ts|toml)$/.test(name)), [])
})
