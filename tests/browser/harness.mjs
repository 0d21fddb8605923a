// What every browser test stands on: a server over dist/, a Chromium, pages that fail on what they should not do.
//
//   import { launch } from "./harness.mjs"
//   const site = await launch()                       // { isolation: false } for a host without COOP and COEP
//   const page = await site.newPage({ hash: "#1=..." })   // also { path, width, height, colorScheme, reducedMotion,
//                                                   locale, prepare(page) }
//   await page.getByTestId("run").click()
//   await site.screenshot(page, "first-run")          // artefacts/first-run.png
//   page.problems                                     // uncaught errors, console errors, CSP violations, 404s
//   await site.close()
//
// `cargo xtask test browser` sets CHROMIUM, INTERLEAVE_XTASK and INTERLEAVE_CLI; by hand, defaults are found.

import { execFile, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { chromium } from "playwright-core"

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..")
export const ARTEFACTS = join(ROOT, "artefacts")

// Long enough for cargo to build the server on a busy machine.
const START_MILLIS = 90_000

const CHROMIUM_FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
]

function chromiumPath() {
  const places = [
    process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ]
  const found = places.find((place) => place && existsSync(place))
  if (!found) throw new Error("Chromium was not found: set CHROMIUM to its path, or run `cargo xtask test browser`.")
  return found
}

// Starts the project's own server on a free port; resolves to { url, close }.
export async function serve({ isolation = true } = {}) {
  const options = ["serve", "--no-build", "--no-open", "--port", "0"]
  if (!isolation) options.push("--no-isolation")
  const own = process.env.INTERLEAVE_XTASK
  const [program, args] = own ? [own, options] : ["cargo", ["xtask", ...options]]
  const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] })
  // A test that dies must not leave its server behind.
  const stop = () => child.kill()
  process.once("exit", stop)
  const url = await new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      child.kill()
      reject(new Error(`The server did not start within ${START_MILLIS / 1000} s.`))
    }, START_MILLIS)
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = /http:\/\/\S+/.exec(line)
      if (!address) return
      clearTimeout(patience)
      resolve(address[0])
    })
    child.once("error", reject)
    child.once("exit", (code) => {
      clearTimeout(patience)
      reject(new Error(`The server ended with status ${code} before it served.`))
    })
  })
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        process.off("exit", stop)
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once("exit", resolve)
        child.kill()
      }),
  }
}

export async function launch({ isolation = true, args = [] } = {}) {
  const server = await serve({ isolation })
  let browser
  try {
    const options = { executablePath: chromiumPath(), headless: true, timeout: START_MILLIS, args: [...CHROMIUM_FLAGS, ...args] }
    // On a busy machine Chromium now and then does not come up; the page is what is tested, so it gets a second chance.
    browser = await chromium.launch(options).catch(() => chromium.launch(options))
  } catch (error) {
    await server.close()
    throw error
  }

  async function newPage(options = {}) {
    const { path = "", hash = "", width = 1280, height = 800, goto = true } = options
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: options.colorScheme ?? "light",
      reducedMotion: options.reducedMotion ?? "no-preference",
      locale: options.locale ?? "en-US",
      deviceScaleFactor: options.deviceScaleFactor ?? 1,
      permissions: ["clipboard-read", "clipboard-write"],
    })
    const page = await context.newPage()
    page.problems = []
    page.on("pageerror", (error) => page.problems.push(`uncaught: ${error.stack ?? error}`))
    page.on("console", (message) => {
      // Chromium reports violations of the Content-Security-Policy and files that are missing here too.
      if (message.type() === "error") page.problems.push(`console: ${message.text()}`)
    })
    page.on("response", (response) => {
      if (response.status() >= 400) page.problems.push(`${response.status()}: ${response.url()}`)
    })
    page.on("crash", () => page.problems.push("the page crashed"))
    if (options.prepare) await options.prepare(page)
    if (goto) await page.goto(new URL(path + hash, server.url).href)
    return page
  }

  async function screenshot(page, name, options = {}) {
    await mkdir(ARTEFACTS, { recursive: true })
    const path = join(ARTEFACTS, `${name}.png`)
    await page.screenshot({ path, ...options })
    return path
  }

  return {
    url: server.url,
    browser,
    newPage,
    screenshot,
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

const run = promisify(execFile)

// A program on the command line, with the page's defaults: what it printed, its trace's hash, and the tracks of that trace
// by kind, in the order of the trace. `settings` are options of the command line, such as ["--gil", "off"].
export async function nativeRun(text, settings = []) {
  const folder = await mkdtemp(join(tmpdir(), "interleave-"))
  try {
    await writeFile(join(folder, "main.py"), text)
    const options = ["run", "--cores", "2", ...settings, "--trace", "trace.json", "--format", "chrome", "main.py"]
    const own = process.env.INTERLEAVE_CLI
    const manifest = ["--manifest-path", join(ROOT, "Cargo.toml")]
    const [command, args] = own
      ? [own, options]
      : ["cargo", ["run", "-q", "--release", ...manifest, "-p", "interleave-cli", "--", ...options]]
    // A program may end with a status of its own; what counts is that the trace was written.
    const running = run(command, args, { cwd: folder, maxBuffer: 1 << 28 })
    // Nobody types here: a program that reads finds the end of its input, as in the page.
    running.child.stdin.end()
    const { stdout, stderr } = await running.catch((error) => {
      if (existsSync(join(folder, "trace.json"))) return error
      throw error
    })
    return { stdout, stderr, ...tracksOf(JSON.parse(await readFile(join(folder, "trace.json"), "utf8"))) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// Reads the tracks out of a trace in Chrome's format: cores are threads of a process called "Machine", an object's
// track has no states, only owners and levels.
function tracksOf({ otherData, traceEvents }) {
  const named = (kind) => traceEvents.filter((event) => event.ph === "M" && event.name === kind)
  const machine = named("process_name").find((event) => event.args.name === "Machine").pid
  const ran = new Set(traceEvents.filter((event) => event.ph === "X" && event.cat !== "owner" && event.cat !== "level").map((event) => event.tid))
  const names = (events) => events.map((event) => event.args.name)
  const inProcesses = named("thread_name").filter((event) => event.pid !== machine)
  return {
    hash: otherData.hash,
    cores: names(named("thread_name").filter((event) => event.pid === machine)),
    processes: names(named("process_name").filter((event) => event.pid !== machine)),
    threads: names(inProcesses.filter((event) => ran.has(event.tid))),
    objects: names(inProcesses.filter((event) => !ran.has(event.tid))),
  }
}
