// The same program is the same run on the command line and in the page: the traces' hashes are equal, and equal again the second
// time. Here the programs of the page's shelf, with the engine that the page chooses; same-trace-wasm.test.mjs has all the others.

import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { launch, nativeRun } from "./harness.mjs"
import { ended, follow, noProblems, traceHash, wholeOutput } from "./page.mjs"
import { programs, textOf } from "./programs.mjs"

const SHELF = (await programs()).filter((name) => /^(basics|\w+-demo)\//.test(name))

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

test("there are programs to compare", () => assert.ok(SHELF.length >= 60, SHELF.join()))

for (const [number, name] of SHELF.entries()) {
  test(`${name} is the same run natively and in wasm`, async () => {
    const code = await textOf(name)
    const native = await nativeRun(code)
    const first = await inWasm(code, {})
    assert.match(first.hash ?? "none", /^[0-9a-f]{32}$/)
    assert.equal(first.hash, native.hash)
    // The page shows standard error between the lines; what went to standard output is there, in order.
    if (native.stderr === "") assert.equal(first.stdout, native.stdout)
    // Natively every program runs twice (cargo test -p interleave-cli); here every tenth does.
    if (number % 10 === 0) assert.equal((await inWasm(code, {})).hash, first.hash, "the second time")
    noProblems(page)
  })
}

for (const { page: settings, native: options } of SETTINGS) {
  test(`settings mean the same in the page and on the command line: ${options.join(" ") || "the defaults"}`, async () => {
    const code = await textOf("threads-demo/cpu-bound")
    const native = await nativeRun(code, options)
    assert.equal((await inWasm(code, settings)).hash, native.hash)
  })
}
