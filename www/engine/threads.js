// Starts the wasm threads of a live process, and is what each of them runs.
//
// Takes the place of wasm-bindgen-rayon's own script, which makes workers from blobs: the page's Content-Security-Policy
// allows none. `startWorkers` and the two names of the engine's glue are that crate's contract. Beyond that crate's pool,
// `self.interleaveMoreThreads` starts workers one by one, which take jobs from a queue.

const READY = "interleave-thread-ready"

if (self.name === "wasm-thread") {
  self.addEventListener(
    "message",
    async ({ data }) => {
      const engine = await import(data.glue)
      await engine.default({ module_or_path: data.module, memory: data.memory })
      self.postMessage(READY)
      // Neither comes back while the process lives: its worker ends this one with itself.
      if (data.receiver) engine.wbg_rayon_start_worker(data.receiver)
      else engine.run_jobs()
    },
    { once: true },
  )
}

// Kept, since a worker that nobody refers to may be collected.
const workers = []
let glue

// Resolves when the worker runs. All it says after that is that there is something to look at.
const start = (init) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.url, { type: "module", name: "wasm-thread" })
    worker.addEventListener("message", ({ data }) => (data === READY ? resolve() : self.interleavePoked?.()))
    worker.addEventListener("error", (event) => {
      event.preventDefault()
      const error = new Error(event.message || "a wasm thread could not start")
      reject(error)
      // One that dies later takes its process with it: the coordinator hears of it as this worker's error.
      setTimeout(() => {
        throw error
      })
    })
    worker.postMessage(init)
    workers.push(worker)
  })

export const startWorkers = async (module, memory, builder) => {
  glue = builder.mainJS()
  const init = { module, memory, receiver: builder.receiver(), glue }
  await Promise.all(Array.from({ length: builder.numThreads() }, () => start(init)))
  builder.build()
}

self.interleaveMoreThreads = (module, memory) => {
  // A worker that does not come leaves its job to the others.
  start({ module, memory, glue }).catch(console.error)
}
