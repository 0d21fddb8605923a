// The benches in Chromium: our engine and Pyodide, each in a worker of its own of one page, in turn, round after round.
//
//   node bench.mjs --engine FOLDER --library FILE --runs N [--no-pyodide] FILE.py …      CHROMIUM=/path/to/chromium
//
// FOLDER is what `cargo xtask build` makes of the engine, FILE the pack of library modules. Prints one JSON object: `{ benches: { name: { peer: { millis,
// output } | { error } } }, compile: { lines, millis } }`. The least of N runs counts, less that of an empty program.

import { createServer } from "node:http"
import { readFile } from "node:fs/promises"
import { basename, dirname, extname, join, normalize } from "node:path"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"

const HERE = dirname(fileURLToPath(import.meta.url))
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" }

const PATIENCE_MILLIS = 60_000

const OURS = `
import * as engine from "/engine/engine.js"
await engine.default({ module_or_path: "/engine/engine_bg.wasm" })
const library = await (await fetch("/library.txt")).text()
onmessage = ({ data: { source, compile } }) => {
  if (compile) {
    const begin = performance.now()
    engine.compile_once(source)
    return postMessage({ millis: performance.now() - begin, output: "" })
  }
  const begin = performance.now()
  const text = engine.run_once(source, library)
  const millis = performance.now() - begin
  const cut = text.lastIndexOf("\\n", text.length - 2)
  const end = text.slice(cut + 1).trim()
  postMessage(end.startsWith("Exited(0)") ? { millis, output: text.slice(0, cut) } : { error: end || text })
}
postMessage("ready")
`

const PYODIDE = `
import { loadPyodide } from "/pyodide/pyodide.mjs"
const pyodide = await loadPyodide({ indexURL: "/pyodide/" })
let output = ""
const decoder = new TextDecoder()
pyodide.setStdout({ write: (bytes) => { output += decoder.decode(bytes, { stream: true }); return bytes.length } })
onmessage = async ({ data: { source } }) => {
  output = ""
  const globals = pyodide.runPython("{'__name__': '__main__'}")
  try {
    const begin = performance.now()
    // Asynchronously where asyncio.run has to wait.
    if (source.includes("asyncio")) await pyodide.runPythonAsync(source, { globals })
    else pyodide.runPython(source, { globals })
    pyodide.runPython("import sys; sys.stdout.flush()")
    postMessage({ millis: performance.now() - begin, output })
  } catch (error) {
    postMessage({ error: String(error).trim().split("\\n").pop() })
  }
}
postMessage("ready")
`

const options = { engine: "", library: "", runs: 3, pyodide: true, files: [] }
const words = process.argv.slice(2)
while (words.length) {
  const word = words.shift()
  if (word === "--engine") options.engine = words.shift()
  else if (word === "--library") options.library = words.shift()
  else if (word === "--runs") options.runs = Number(words.shift())
  else if (word === "--no-pyodide") options.pyodide = false
  else options.files.push(word)
}

const library = await readFile(options.library)
const folders = { "/engine/": options.engine, "/pyodide/": join(HERE, "node_modules/pyodide") }
const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname)
  // Isolated pages have a fine clock.
  const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" }
  const made = { "/": ["text/html", "<!doctype html><title>benches</title>"], "/ours.js": ["text/javascript", OURS], "/pyodide.js": ["text/javascript", PYODIDE], "/library.txt": ["text/plain", library] }[path]
  if (made) return response.writeHead(200, { ...headers, "Content-Type": made[0] }).end(made[1])
  const [prefix, folder] = Object.entries(folders).find(([prefix]) => path.startsWith(prefix)) ?? []
  try {
    const body = await readFile(join(folder, path.slice(prefix.length)))
    response.writeHead(200, { ...headers, "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body)
  } catch {
    response.writeHead(404, headers).end()
  }
})
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: ["--no-sandbox", "--disable-gpu"] })
try {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  await page.evaluate(() => {
    globalThis.peers = {}
    globalThis.start = (name, script) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(script, { type: "module" })
        worker.onerror = (event) => reject(new Error(event.message ?? "the worker did not start"))
        worker.onmessage = () => resolve()
        globalThis.peers[name] = worker
      })
    globalThis.ask = (name, question) =>
      new Promise((resolve) => {
        const worker = globalThis.peers[name]
        worker.onerror = (event) => resolve({ error: event.message })
        worker.onmessage = ({ data }) => resolve(data)
        worker.postMessage(question)
      })
  })
  const peers = options.pyodide ? { interleave: "/ours.js", pyodide: "/pyodide.js" } : { interleave: "/ours.js" }
  for (const [name, script] of Object.entries(peers)) await page.evaluate(([n, s]) => globalThis.start(n, s), [name, script])
  // Who does not answer is replaced, and has no figure.
  const ask = async (name, question) => {
    let patience
    const late = new Promise((resolve) => { patience = setTimeout(resolve, PATIENCE_MILLIS, { error: `no answer in ${PATIENCE_MILLIS / 1000} s` }) })
    const told = await Promise.race([page.evaluate(([n, q]) => globalThis.ask(n, q), [name, question]), late])
    clearTimeout(patience)
    if (told.millis === undefined) await page.evaluate(([n, s]) => { globalThis.peers[n].terminate(); return globalThis.start(n, s) }, [name, peers[name]])
    return told
  }

  const sources = { "": "pass\n" }
  for (const file of options.files) sources[basename(file, ".py")] = await readFile(file, "utf8")
  const least = {}
  for (const [bench, source] of Object.entries(sources)) {
    const row = (least[bench] = {})
    for (let round = 0; round < options.runs; round++) {
      for (const name of Object.keys(peers)) {
        if (row[name]?.error) continue
        const told = await ask(name, { source })
        if (told.error || !row[name] || told.millis < row[name].millis) row[name] = told
      }
    }
  }
  const empty = least[""]
  delete least[""]
  for (const row of Object.values(least)) {
    for (const name of Object.keys(row)) if (!row[name].error) row[name].millis -= empty[name].millis
  }
  const lines = Object.values(sources).join("\n").split("\n").slice(0, 1000)
  let compile = Infinity
  for (let round = 0; round < 10; round++) compile = Math.min(compile, (await ask("interleave", { source: lines.join("\n") + "\n", compile: true })).millis)
  console.log(JSON.stringify({ benches: least, boot: empty.interleave.millis, compile: { lines: lines.length, millis: compile } }))
} finally {
  await browser.close()
  server.close()
}
