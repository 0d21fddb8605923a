// Starts the app, and is the one place that knows where the parts of the page are.
//
// The app reaches them through `globalThis.interleave`:
//
//   newEngineWorker(whole) -> Worker        a fresh worker that runs the engine, the small or the whole one
//   loadEditor()        -> Promise<module>  editor.js, fetched on the first call; see www/editor/src/editor.js
//   openDialog(what, fragment) -> Promise   opens "live", "compare" or "sweep" about a link's fragment; see www/live/start.js
//   loadText(path)      -> Promise<string>  a text file of this build, such as lessons/index.json
//
// Everything is relative to this file, which lies in a folder named after the build: parts of two builds never mix.

import init from "./interleave-app.js"

const newWorker = (folder) => new Worker(new URL(`./${folder}/worker.js`, import.meta.url), { type: "module", name: "engine" })

// The first worker loads while the app does. What it says before the app listens is kept, and said again then.
const first = { worker: undefined, said: [] }
try {
  first.worker = newWorker("engine")
} catch {
  // The app asks again, and tells about it.
}
const keep = (event) => first.said.push(event.type === "message" ? new MessageEvent("message", { data: event.data }) : new Event(event.type))
const kinds = ["message", "error", "messageerror"]
for (const kind of kinds) first.worker?.addEventListener(kind, keep)

function newEngineWorker(whole) {
  if (whole) return newWorker("engine-whole")
  const { worker } = first
  if (!worker) return newWorker("engine")
  first.worker = undefined
  for (const kind of kinds) worker.removeEventListener(kind, keep)
  setTimeout(() => { for (const event of first.said.splice(0)) worker.dispatchEvent(event) })
  return worker
}

let editor
globalThis.interleave = Object.freeze({
  newEngineWorker,
  loadEditor: () => (editor ??= import("./editor.js")),
  openDialog: (what, fragment) => import("./live/start.js").then(({ open }) => open(what, fragment)),
  loadText: async (path) => {
    const response = await fetch(new URL(path, import.meta.url))
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.text()
  },
})

const notice = document.getElementById("boot")
try {
  await init({ module_or_path: new URL("./interleave-app_bg.wasm", import.meta.url) })
  notice?.remove()
} catch (error) {
  console.error(error)
  if (notice) {
    notice.setAttribute("role", "alert")
    notice.textContent =
      typeof WebAssembly === "object"
        ? `The page could not start (${error}). Reload it; if that does not help, its files may be incomplete.`
        : "This browser has no WebAssembly, which Interleave needs. Any current browser has it."
  }
}
