// The engine's worker for a document without an origin: what www/engine/worker.js is for the page, as one classic script.

import init, { start } from "interleave-engine"
import wasm from "interleave-engine-wasm"

let library
self.interleaveLibrary = async () => {
  if (library === undefined) {
    // Synchronous, and allowed from any host where a fetch is not.
    importScripts(new URL("library.js", self.interleaveFolder).href)
    library = self.interleaveLibraryText
  }
  return library
}

const early = []
const keep = (event) => {
  event.stopImmediatePropagation()
  early.push(event.data)
}
self.addEventListener("message", keep)

init({ module_or_path: wasm }).then(
  () => {
    start()
    self.removeEventListener("message", keep)
    for (const data of early.splice(0)) self.dispatchEvent(new MessageEvent("message", { data }))
  },
  (error) => setTimeout(() => { throw error }),
)
