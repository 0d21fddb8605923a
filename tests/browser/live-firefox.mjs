// The bundled programs, live, in Firefox: `node live-firefox.mjs [PART OF A NAME]`, with FIREFOX=/path/to/firefox. Not part of
// the suite, which drives Chromium; compares as `live-shelf.test.mjs` does, once, and prints a line for each program. Status 1 when one
// did not come to its end.
//
// Without WebDriver: with it, Firefox 153 attaches to every worker, and one that starts another beside a worker that waits
// (Atomics.wait) may hang for ever in `new Worker`. So a page of our own drives the app in a frame and tells this script.

import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ROOT, serve } from "./harness.mjs"
import { fragment } from "./page.mjs"

const RUN_MILLIS = 60_000
const filter = process.argv[2] ?? ""
const sorted = (text) => text.split("\n").sort().join("\n")

const programs = ["threads-demo", "processes-demo", "coroutines-demo"].flatMap((topic) => {
  const folder = join(ROOT, "tests/programs", topic)
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "lesson.toml")) && name.includes(filter))
  return names.map((name) => {
    const read = (file) => readFileSync(join(folder, name, file), "utf8")
    return {
      name: `${topic} ${name}`,
      hash: fragment({ code: read("main.py") }),
      compare: /compare = "(.*)"/.exec(read("case.toml"))?.[1] ?? "exact",
      goldens: readdirSync(join(folder, name)).filter((file) => /^stdout.*\.txt$/.test(file)).map(read),
    }
  })
})

const DRIVER = `<!doctype html><title>driver</title><body><script>
const hashes = ${JSON.stringify(programs.map(({ hash }) => hash))}
const tell = (what) => fetch("/told", { method: "POST", body: JSON.stringify(what) })
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis))
const run = async (number) => {
  const frame = document.createElement("iframe")
  Object.assign(frame, { width: 1200, height: 700, src: "/index.html?" + number + hashes[number] })
  document.body.append(frame)
  const find = (id) => frame.contentDocument?.querySelector("[data-testid=" + id + "]")
  const begin = performance.now()
  const late = () => performance.now() - begin > ${RUN_MILLIS}
  while (!find("live") && !late()) await pause(50)
  find("live")?.click()
  const over = () => ["none", "prediction"].includes(find("live-dialog")?.dataset.job)
  while (!over() && !late()) await pause(50)
  const text = (id) => find(id)?.textContent ?? ""
  const pieces = frame.contentDocument?.querySelectorAll("[data-testid=live-stdout] [data-stream=stdout]") ?? []
  await tell({ number, over: over(), out: [...pieces].map((piece) => piece.textContent).join(""), status: text("live-status"),
    facts: text("live-facts"), trouble: text("live-error") })
  frame.remove()
}
;(async () => {
  for (const number of hashes.keys()) await run(number)
  await tell(null)
})()
</script>`

// INTERLEAVE_PLAIN=1: as on a host without headers, where threads take turns.
const isolation = !process.env.INTERLEAVE_PLAIN
const site = await serve({ isolation })
const headers = isolation ? { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" } : {}
const counts = { same: 0, other: 0, failed: 0 }
const profile = mkdtempSync(join(tmpdir(), "interleave-firefox-"))
let firefox

const take = ({ number, over, out, status, facts, trouble }) => {
  const { name, compare, goldens } = programs[number]
  if (number === 0) console.log(facts)
  const same = goldens.some((golden) => (compare === "sorted-lines" ? sorted(golden) === sorted(out) : golden === out))
  const what = !over ? "failed" : same ? "same" : "other"
  counts[what] += 1
  console.log(what.padEnd(6), name, what === "same" ? "" : JSON.stringify([status, trouble, out.slice(0, 200)]))
}

const server = createServer(async (request, response) => {
  if (request.url === "/driver") return response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end(DRIVER)
  if (request.url === "/told") {
    let body = ""
    for await (const piece of request) body += piece
    response.writeHead(204).end()
    const told = JSON.parse(body)
    return told ? take(told) : firefox.kill()
  }
  const answer = await fetch(new URL(request.url, site.url))
  const kept = ["content-type", "cache-control"].concat(Object.keys(headers), "cross-origin-resource-policy", "content-security-policy")
  const sent = kept.map((name) => [name, answer.headers.get(name)]).filter(([, value]) => value)
  response.writeHead(answer.status, Object.fromEntries(sent)).end(Buffer.from(await answer.arrayBuffer()))
})
await new Promise((resolve) => server.listen(0, "localhost", resolve))
try {
  writeFileSync(join(profile, "user.js"), 'user_pref("datareporting.policy.dataSubmissionEnabled", false);\nuser_pref("app.update.enabled", false);\n')
  const address = `http://localhost:${server.address().port}/driver`
  firefox = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--headless", "--no-remote", "--profile", profile, address], { stdio: "ignore" })
  await new Promise((resolve, reject) => {
    firefox.once("exit", resolve)
    firefox.once("error", reject)
  })
} finally {
  console.log(counts)
  server.close()
  await site.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
}
if (counts.failed > 0 || counts.same + counts.other < programs.length) process.exitCode = 1
