// The engine's worker, in `engine/` and `engine-whole/`: loads the wasm module beside it and hands the message port to it.
//
// `start()` of the engine sets `self.onmessage`. Messages that come before it are kept and delivered then. A failure
// to load is thrown as an uncaught error, which the page sees as the worker's `error` event.

// `interleaveLibrary()` gives the library modules that the engine does not hold itself, fetched when a program imports one.

let library
self.interleaveLibrary = () =>
  (library ??= fetch(new URL("../engine/library.txt", import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`library.txt: ${response.status}`)
    return response.text()
  }))

// `interleaveProcessWorker(first)` gives a worker for a process of a live run.
self.interleaveProcessWorker = () =>
  new Worker(new URL("../engine-whole/worker.js?role=process", import.meta.url), { type: "module", name: "process" })

const early = []
const keep = (event) => early.push(event)
self.addEventListener("message", keep)

try {
  const engine = await import("./engine.js")
  await engine.default({ module_or_path: new URL("./engine_bg.wasm", import.meta.url) })
  if (new URL(self.location.href).searchParams.get("role") === "process") engine.start_process()
  else engine.start()
  self.removeEventListener("message", keep)
  for (const { data, ports } of early.splice(0)) self.dispatchEvent(new MessageEvent("message", { data, ports }))
} catch (error) {
  setTimeout(() => {
    throw error
  })
}
