// Every program under tests/programs that needs nothing the page cannot give: no arguments, no input, no second file.

import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import { ROOT } from "./harness.mjs"

const PROGRAMS = join(ROOT, "tests/programs")

// Their names, as `topic/case`, in the order of the alphabet.
export async function programs() {
  const found = []
  for (const topic of (await readdir(PROGRAMS, { withFileTypes: true })).filter((entry) => entry.isDirectory())) {
    for (const name of await readdir(join(PROGRAMS, topic.name))) {
      const folder = join(PROGRAMS, topic.name, name)
      const files = await readdir(folder).catch(() => [])
      const words = await readFile(join(folder, "case.toml"), "utf8").catch(() => "")
      const alone = files.filter((file) => !/^(stdout.*\.txt|case\.toml|lesson\.toml)$/.test(file)).join() === "main.py"
      // A program with a mistake in its text never begins, so it has no trace; mistakes.test.mjs has what the page says of it.
      const mistaken = /^stderr_last_line = ['"]+(Syntax|Indentation|Tab)Error/m.test(words)
      if (alone && !mistaken && !/^(args|stdin|known_failure)\b/m.test(words)) found.push(`${topic.name}/${name}`)
    }
  }
  return found.sort()
}

export const textOf = (name) => readFile(join(PROGRAMS, name, "main.py"), "utf8")
