// Starts the app, and is the one place that knows where the parts of the page are.
//
// The app reaches them through `globalThis.interleave`:
//
//   newEngineWorker()   -> Worker           a fresh worker that runs the engine
//   loadEditor()        -> Promise<module>  editor.js, fetched on the first call; see www/editor/src/editor.js
//   loadText(path)      -> Promise<string>  a text file of this build, such as lessons/index.json
//
// Everything is relative to this file, which lies in a folder named after the build: parts of two builds never mix.

import init from "./interleave-app.js"

let editor
globalThis.interleave = Object.freeze({
  newEngineWorker: () => new Worker(new URL("./engine/worker.js", import.meta.url), { type: "module", name: "engine" }),
  loadEditor: () => (editor ??= import("./editor.js")),
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
