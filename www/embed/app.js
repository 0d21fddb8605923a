// The player in a frame: what www/boot.js is for the page, for a document that may have no origin.
//
// Such a document may neither fetch nor start a worker from an address. So every part is a classic script with its wasm
// inside (`cargo xtask build` makes them), and the worker starts from a blob that loads its script.
//
// Messages, by the Embed contract. They are data: nothing in them is ever run but by the engine.
//
//   from the parent   { type: "interleave:load", code, settings?, schedule?, at?, view? }
//                     { type: "interleave:play" }   { type: "interleave:pause" }   { type: "interleave:seek", at }
//   to the parent     { type: "interleave:ready" }  { type: "interleave:height", height }
//                     { type: "interleave:state", run, playing, at, end, output }      times in nanoseconds

import init from "interleave-app"
import wasm from "interleave-app-wasm"
import { fragment } from "./fragment.js"

const folder = new URL(".", document.currentScript.src)
const part = (name) => new URL(name, folder).href

const scripts = new Map()
function script(name) {
  if (!scripts.has(name)) {
    scripts.set(name, new Promise((resolve, reject) => {
      const element = document.createElement("script")
      element.src = part(name)
      element.onload = () => resolve()
      element.onerror = () => reject(new Error(`${name} could not be loaded`))
      document.head.append(element)
    }))
  }
  return scripts.get(name)
}

globalThis.interleave = Object.freeze({
  newEngineWorker(whole) {
    const engine = part(whole ? "engine-whole.js" : "engine.js")
    // Its script asks for the folder it lies in. A message could come after the engine's first.
    const text = `self.interleaveFolder = ${JSON.stringify(folder.href)}; importScripts(${JSON.stringify(engine)})`
    const blob = new Blob([text], { type: "text/javascript" })
    const address = URL.createObjectURL(blob)
    const worker = new Worker(address, { name: "engine" })
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return worker
  },
  async loadEditor() {
    await script("editor.js")
    return globalThis.interleaveEditor
  },
  async loadText(path) {
    await script("lessons.js")
    const text = globalThis.interleaveLessons[path]
    if (typeof text !== "string") throw new Error(`${path} is not there`)
    return text
  },
})

const framed = window.parent !== window
// The parent's origin is not known, and nothing that is said is secret.
const tell = (type, more = {}) => { if (framed) window.parent.postMessage({ type: `interleave:${type}`, ...more }, "*") }
const find = (id) => document.querySelector(`[data-testid=${id}]`)

function state() {
  const time = find("time")
  return {
    run: document.querySelector("[data-run-state]")?.dataset.runState ?? "idle",
    playing: find("play")?.dataset.playing === "true",
    at: Number(time?.querySelector("[data-at-nanos]")?.dataset.atNanos ?? 0),
    end: Number(time?.dataset.endNanos ?? 0),
    output: find("stdout")?.textContent ?? "",
  }
}

const commands = {
  load({ code, settings, schedule, at, view }) {
    if (typeof code === "string") location.hash = fragment({ code, settings, schedule, at, view })
  },
  play() { if (!state().playing) find("play")?.click() },
  pause() { if (state().playing) find("play")?.click() },
  seek({ at }) {
    const scrubber = find("scrubber")
    const { end } = state()
    if (!scrubber || !(end > 0) || !Number.isFinite(at)) return
    scrubber.value = String(Math.round((Math.min(Math.max(at, 0), end) / end) * Number(scrubber.max)))
    scrubber.dispatchEvent(new InputEvent("input", { bubbles: true }))
  },
}

window.addEventListener("message", ({ source, data }) => {
  if (!framed || source !== window.parent || typeof data !== "object" || data === null || typeof data.type !== "string") return
  const name = data.type.replace(/^interleave:/, "")
  if (data.type.startsWith("interleave:") && Object.hasOwn(commands, name)) commands[name](data)
})

// Says what changed, ten times a second at most.
function report() {
  let said = ""
  let waiting = false
  const say = () => {
    waiting = false
    const now = state()
    const text = JSON.stringify(now)
    if (text !== said) {
      said = text
      tell("state", now)
    }
  }
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true
      setTimeout(say, 100)
    }
  }).observe(document.getElementById("app"), { subtree: true, childList: true, characterData: true, attributeFilter: ["data-run-state", "data-playing", "data-at-nanos", "data-end-nanos"] })
  const height = () => tell("height", { height: innerWidth < 700 ? 640 : 460 })
  addEventListener("resize", height)
  tell("ready")
  height()
  say()
}

const notice = document.getElementById("boot")
init({ module_or_path: wasm }).then(
  () => {
    notice?.remove()
    report()
  },
  (error) => {
    console.error(error)
    notice?.setAttribute("role", "alert")
    if (notice) notice.textContent = `The player could not start (${error}).`
  },
)
