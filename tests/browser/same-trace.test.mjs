// The same program is the same run, natively and in wasm: the traces' hashes are equal, and equal again the second time.

import assert from "node:assert/strict"
import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { ROOT, launch, nativeRun } from "./harness.mjs"
import { ended, follow, noProblems, traceHash, wholeOutput } from "./page.mjs"

// Every program under tests/programs that needs nothing the page cannot give: no arguments, no input, no second file.
const ROOT_OF_PROGRAMS = join(ROOT, "tests/programs")
const PROGRAMS = []
for (const topic of (await readdir(ROOT_OF_PROGRAMS, { withFileTypes: true })).filter((entry) => entry.isDirectory())) {
  for (const name of await readdir(join(ROOT_OF_PROGRAMS, topic.name))) {
    const folder = join(ROOT_OF_PROGRAMS, topic.name, name)
    const files = await readdir(folder).catch(() => [])
    const words = await readFile(join(folder, "case.toml"), "utf8").catch(() => "")
    const alone = files.filter((file) => !/^(stdout.*\.txt|case\.toml)$/.test(file)).join() === "main.py"
    // A program with a mistake in its text never begins, so it has no trace; mistakes.test.mjs has what the page says of it.
    const mistaken = /^stderr_last_line = .(Syntax|Indentation|Tab)Error/m.test(words)
    if (alone && !mistaken && !/^(args|stdin|known_failure)\b/m.test(words)) PROGRAMS.push(`${topic.name}/${name}`)
  }
}

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

test("there are programs to compare", () => assert.ok(PROGRAMS.length >= 60, PROGRAMS.join()))

for (const [number, name] of PROGRAMS.entries()) {
  test(`${name} is the same run natively and in wasm`, async () => {
    const code = await readFile(join(ROOT_OF_PROGRAMS, name, "main.py"), "utf8")
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
    const code = await readFile(join(ROOT, "tests/programs/threads-demo/cpu-bound/main.py"), "utf8")
    const native = await nativeRun(code, options)
    assert.equal((await inWasm(code, settings)).hash, native.hash)
  })
}
