// The engine's worker, in `engine/`, `engine-whole/` and `engine-threads/`: loads the wasm module beside it and hands the
// message port to it. With `?role=process` it is a process of a live run, and gets module and library from its coordinator.
//
// `start()` of the engine sets `self.onmessage`. Messages that come before it are kept and delivered then. A failure
// to load is thrown as an uncaught error, which the page sees as the worker's `error` event.

const isProcess = new URL(self.location.href).searchParams.get("role") === "process"

// Whether there is `engine-threads/` beside this folder: `cargo xtask build` puts it here.
const THREADS_BUILT = false

const load = async (path) => {
  const response = await fetch(new URL(path, import.meta.url))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}

// `interleaveLibrary()` gives the library modules that the engine does not hold itself, fetched when a program imports one.
let library
self.interleaveLibrary = () => (library ??= load("../engine/library.txt").then((response) => response.text()))

// Live runs: `interleaveProcessWorker(places)` gives a worker for a process, with a pool of so many wasm threads, which grows when
// the process has more, or without any. Module and library are loaded once for all.
const modules = {}
const module = (folder) =>
  (modules[folder] ??= load(`../${folder}/engine_bg.wasm`).then(async (response) => WebAssembly.compile(await response.arrayBuffer())))

// Wasm threads want shared memory, which only a cross-origin isolated page has, and an engine that `cargo xtask build` makes
// where it has the toolchain for it.
self.interleaveHasThreads = () => self.crossOriginIsolated && THREADS_BUILT

self.interleaveProcessWorker = (places) => {
  const folder = places > 0 ? "engine-threads" : "engine-whole"
  const worker = new Worker(new URL(`../${folder}/worker.js?role=process`, import.meta.url), { type: "module", name: "process" })
  const send = ([module, library]) => worker.postMessage({ module, library, places })
  Promise.all([module(folder), self.interleaveLibrary()]).then(send, (error) => worker.dispatchEvent(new ErrorEvent("error", { message: String(error) })))
  return worker
}

// A real request of a live program to the page's own origin: status, reason, headers as lines, body. It follows redirects as the browser does.
self.interleaveFetch = async (method, url, lines, body, millis) => {
  const headers = new Headers()
  for (const line of lines.split("\n").filter(Boolean)) {
    const at = line.indexOf(":")
    headers.append(line.slice(0, at), line.slice(at + 1).trim())
  }
  const options = { method, headers, cache: "no-store", credentials: "same-origin", signal: millis > 0 ? AbortSignal.timeout(millis) : undefined }
  // What arrives is a view of the engine's memory.
  if (method !== "GET" && method !== "HEAD") options.body = body.slice()
  const response = await fetch(url, options)
  const said = [...response.headers].map(([name, value]) => `${name}: ${value}\n`).join("")
  return [response.status, response.statusText, said, new Uint8Array(await response.arrayBuffer())]
}

const early = []
let parts
const given = new Promise((resolve) => (parts = resolve))
const keep = (event) => (event.data?.module ? parts(event.data) : early.push(event))
self.addEventListener("message", keep)

try {
  const engine = await import("./engine.js")
  if (isProcess) {
    const { module, library: text, places } = await given
    library = Promise.resolve(text)
    await engine.default({ module_or_path: module })
    if (engine.initThreadPool) {
      self.interleavePoked = engine.poked
      await engine.initThreadPool(places)
    }
    engine.start_process()
  } else {
    await engine.default({ module_or_path: new URL("./engine_bg.wasm", import.meta.url) })
    engine.start()
  }
  self.removeEventListener("message", keep)
  for (const { data, ports } of early.splice(0)) self.dispatchEvent(new MessageEvent("message", { data, ports }))
} catch (error) {
  setTimeout(() => {
    throw error
  })
}
