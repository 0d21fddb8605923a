// Live on a host that cannot send headers: threads take turns and one line says so, until the visitor lets a service worker
// isolate the page; it can be removed, keeps out of embeds and frames, and stores nothing.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch } from "./harness.mjs"
import { fragment, noProblems, program, until } from "./page.mjs"

const CODE = program(
  "import threading",
  "done = []",
  "threads = [threading.Thread(target=done.append, args=(n,)) for n in range(3)]",
  "for thread in threads: thread.start()",
  "for thread in threads: thread.join()",
  "print(sorted(done))",
)

let site
before(async () => {
  // A page that the test makes up counts as one of the net, which may not have frames of this machine.
  site = await launch({ isolation: false, args: ["--disable-features=LocalNetworkAccessChecks"] })
})
after(async () => { await site?.close() })

async function openLive(page) {
  await page.getByTestId("live").click()
  await page.locator('[data-testid=live-dialog][data-job="none"]').waitFor({ timeout: 90_000 })
}

const isolated = (page) => page.evaluate(() => crossOriginIsolated)

test("one press and one reload isolate the page; another press undoes it", async () => {
  const page = await site.newPage({ hash: fragment({ code: CODE }) })
  await openLive(page)
  assert.equal(await isolated(page), false)
  assert.match(await page.getByTestId("live-facts").textContent(), /take turns.*not cross-origin isolated/)
  const isolate = page.getByTestId("live-isolate")
  assert.equal(await isolate.getAttribute("data-on"), "true")
  await Promise.all([page.waitForEvent("load"), isolate.click()])
  assert.equal(await isolated(page), true)
  // The program is still there, and its threads are wasm threads now.
  await openLive(page)
  assert.equal(await page.getByTestId("live-stdout").textContent(), "[0, 1, 2]\n")
  const facts = await page.getByTestId("live-facts").textContent()
  assert.ok(facts.includes("wasm threads over shared memory") || facts.includes("no engine for wasm threads"), facts)
  // It keeps nothing.
  assert.deepEqual(await page.evaluate(() => caches.keys()), [])
  // The same page in a frame is as the host serves it.
  const framed = page.waitForResponse((response) => response.url().includes("framed"))
  await page.evaluate(() => {
    const frame = document.createElement("iframe")
    frame.src = "index.html?framed"
    document.body.append(frame)
  })
  const frame = await until(() => page.frames().find((f) => f.url().includes("framed")), Boolean, "the frame is there")
  await frame.waitForLoadState()
  assert.equal(await frame.evaluate(() => crossOriginIsolated), false)
  assert.equal((await framed).fromServiceWorker(), false)
  await Promise.all([page.waitForEvent("load"), page.getByTestId("live-isolate").click()])
  assert.equal(await isolated(page), false)
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0)
  noProblems(page)
  await page.context().close()
})

test("nothing is installed unasked, and a page in a frame of another origin runs live without being offered it", async () => {
  const page = await site.newPage({ hash: fragment({ code: CODE }) })
  await openLive(page)
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0)
  await page.context().close()

  const host = await site.newPage({ goto: false })
  const address = new URL(fragment({ code: CODE }), site.url).href
  const html = `<!doctype html><iframe src="${address}" width="1200" height="700"></iframe>`
  // Another origin, and another site.
  const blog = site.url.replace("localhost", "127.0.0.1") + "blog"
  await host.context().route(blog, (route) => route.fulfill({ contentType: "text/html", body: html }))
  await host.goto(blog)
  const frame = host.frameLocator("iframe")
  await frame.getByTestId("live").click({ timeout: 60_000 })
  await frame.locator('[data-testid=live-dialog][data-job="none"]').waitFor({ timeout: 90_000 })
  assert.equal(await frame.getByTestId("live-isolate").count(), 0)
  assert.match(await frame.getByTestId("live-facts").textContent(), /take turns.*not cross-origin isolated/)
  assert.equal(await frame.getByTestId("live-stdout").textContent(), "[0, 1, 2]\n")
  await host.context().close()
})

test("the page itself comes from the network every time", async () => {
  const page = await site.newPage({ hash: fragment({ code: CODE }) })
  await openLive(page)
  await Promise.all([page.waitForEvent("load"), page.getByTestId("live-isolate").click()])
  // What the server says now is what comes, though the service worker has fetched the page before.
  const served = []
  page.on("response", (response) => { if (response.request().isNavigationRequest()) served.push(response.fromServiceWorker()) })
  await page.context().route((address) => address.pathname === "/", async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace("<head>", "<head><meta name=\"newer\" />") })
  })
  await page.reload()
  assert.deepEqual(served, [true])
  assert.equal(await page.locator("meta[name=newer]").count(), 1)
  await page.context().close()
})
