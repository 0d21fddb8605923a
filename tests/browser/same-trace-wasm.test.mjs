// Every program is the same run natively and in wasm: the page's whole engine, taken out of dist/ and run by this process, against
// the command line. Fast enough for all of them; same-trace.test.mjs does the same through the page.

import assert from "node:assert/strict"
import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import { describe, test } from "node:test"
import { pathToFileURL } from "node:url"
import { ROOT, nativeRun } from "./harness.mjs"
import { programs, textOf } from "./programs.mjs"

const DIST = join(ROOT, "dist")
const BUILD = join(DIST, (await readdir(DIST)).find((name) => name.startsWith("build-")))
const engine = await import(pathToFileURL(join(BUILD, "engine-whole/engine.js")).href)
await engine.default({ module_or_path: await readFile(join(BUILD, "engine-whole/engine_bg.wasm")) })
const library = await readFile(join(BUILD, "engine/library.txt"), "utf8")

// The engine's last line is how the run ended, and the hash.
const inWasm = (code) => /(\S+)\n$/.exec(engine.run_once(code, library))[1]

const PROGRAMS = (await programs()).filter((name) => !/^(basics|\w+-demo)\//.test(name))

test("there are programs to compare", () => assert.ok(PROGRAMS.length >= 800, `${PROGRAMS.length}`))

// The command line runs the next programs while wasm runs this one.
describe("natively and in wasm", { concurrency: 3 }, () => {
  for (const [number, name] of PROGRAMS.entries()) {
    test(name, async () => {
      const code = await textOf(name)
      const native = await nativeRun(code)
      const first = inWasm(code)
      assert.match(first, /^[0-9a-f]{32}$/)
      assert.equal(first, native.hash)
      // Natively every program runs twice (cargo test -p interleave-cli); here every tenth does.
      if (number % 10 === 0) assert.equal(inWasm(code), first, "the second time")
    })
  }
})
