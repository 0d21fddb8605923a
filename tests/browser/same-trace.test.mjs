// The same program is the same run, natively and in wasm: the traces' hashes are equal, and equal again the second time.

import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { ROOT, launch, nativeRun } from "./harness.mjs"
import { ended, follow, noProblems, traceHash, wholeOutput } from "./page.mjs"

const PROGRAMS = [
  "threads-demo/cpu-bound", "threads-demo/io-bound", "threads-demo/race-without-lock", "threads-demo/race-with-lock",
  "threads-demo/daemon", "threads-demo/producer-consumer", "threads-demo/deadlock",
  "threads/condition", "threads/dining-philosophers", "threads/executor", "threads/misuse", "threads/queue-methods",
  "threads/rlock", "threads/semaphore", "threads/timer", "threads/thread-local",
  "basics/classes", "basics/generators", "basics/float-arithmetic", "basics/random-module", "basics/exceptions",
  "basics/sorting", "basics/uncaught-exception", "basics/number-programs",
]

const SETTINGS = [
  { page: {}, native: [] },
  { page: { gil: "off", cores: 4 }, native: ["--gil", "off", "--cores", "4"] },
  { page: { policy: "random", seed: 7 }, native: ["--policy", "random", "--seed", "7"] },
  { page: { gil: "2", cores: 1 }, native: ["--gil", "2", "--switch-points", "every-100", "--cores", "1"] },
  { page: { profile: "classroom", interval: 1_000_000 }, native: ["--profile", "classroom", "--gil", "1ms"] },
]

let site
let page
before(async () => {
  site = await launch()
  page = await site.newPage({ reducedMotion: "reduce" })
  await ended(page)
})
after(async () => { await site?.close() })

// Opens a state in the same page: the engine's worker is the one that ran the program before.
async function inWasm(code, settings) {
  await follow(page, { code, settings })
  return { hash: await traceHash(page), stdout: await wholeOutput(page) }
}

for (const name of PROGRAMS) {
  const folder = join(ROOT, "tests/programs", name)
  test(`${name} is the same run natively and in wasm, twice`, { skip: !existsSync(folder) && "no such program" }, async () => {
    const code = await readFile(join(folder, "main.py"), "utf8")
    const native = await nativeRun(code)
    const first = await inWasm(code, {})
    assert.match(first.hash ?? "none", /^[0-9a-f]{32}$/)
    assert.equal(first.hash, native.hash)
    assert.ok(first.stdout.startsWith(native.stdout) || first.stdout.includes("Traceback"), `${first.stdout}\n---\n${native.stdout}`)
    assert.equal((await inWasm(code, {})).hash, first.hash, "the second time")
    noProblems(page)
  })
}

for (const { page: settings, native: options } of SETTINGS) {
  test(`settings mean the same in the page and on the command line: ${options.join(" ") || "the defaults"}`, async () => {
    const code = await readFile(join(ROOT, "tests/programs/threads-demo/cpu-bound/main.py"), "utf8")
    const native = await nativeRun(code, options)
    assert.equal((await inWasm(code, settings)).hash, native.hash)
  })
}
