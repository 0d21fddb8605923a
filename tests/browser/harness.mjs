// What every browser test stands on: a server over dist/, a Chromium, pages that fail on what they should not do.
//
//   import { launch } from "./harness.mjs"
//   const site = await launch()                       // { isolation: false } for a host without COOP and COEP
//   const page = await site.newPage({ hash: "#1=..." })   // also { path, width, height, colorScheme, reducedMotion }
//   await page.getByTestId("run").click()
//   await site.screenshot(page, "first-run")          // artefacts/first-run.png
//   page.problems                                     // uncaught errors, console errors, CSP violations, 404s
//   await site.close()
//
// `cargo xtask test browser` sets CHROMIUM, INTERLEAVE_XTASK and INTERLEAVE_CLI; by hand, defaults are found.

import { execFile, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises"
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
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

const run = promisify(execFile)

// The native trace of a program: { bytes, sha256 }. The engine's trace of the same text and settings must be the
// same bytes. `settings` are options of the command line, such as ["--cores", "2"].
export async function nativeTrace(program, settings = []) {
  const folder = await mkdtemp(join(tmpdir(), "interleave-trace-"))
  try {
    const out = join(folder, "trace")
    const options = ["run", program, ...settings, "--trace", out, "--format", "native"]
    const own = process.env.INTERLEAVE_CLI
    const [command, args] = own ? [own, options] : ["cargo", ["run", "-q", "--release", "-p", "interleave-cli", "--", ...options]]
    // A program may end with a status of its own; what counts is that the trace was written.
    await run(command, args, { cwd: ROOT, maxBuffer: 1 << 28 }).catch((error) => {
      if (!existsSync(out)) throw error
    })
    const bytes = await readFile(out)
    return { bytes, sha256: sha256(bytes) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex")
}
