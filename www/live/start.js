// The dialogs over the page, fetched when somebody asks for one: their style sheet, their glue and their wasm, all in this folder.

import init, { open as openDialog } from "./live.js"

// The service worker of `isolate.js`, which lies beside the page. Never in frames: those are their host's.
const SCRIPT = new URL("./isolate.js", document.baseURI)
const possible = self.isSecureContext && "serviceWorker" in navigator && self.top === self
const controls = () => possible && navigator.serviceWorker.controller?.scriptURL.startsWith(SCRIPT.href)
// Browsers do not tell whether they know Document-Isolation-Policy; Chromium does since 137.
const knowsPolicy = () => navigator.userAgentData?.brands.some(({ brand, version }) => brand === "Chromium" && Number(version) >= 137)

globalThis.interleaveIsolation = {
  state: () => (controls() && crossOriginIsolated ? "on" : possible && !crossOriginIsolated ? "possible" : ""),
  async set(on) {
    try {
      if (on) {
        // Where the one header did not do, the two.
        const tried = controls() && navigator.serviceWorker.controller.scriptURL.endsWith("?dip")
        await navigator.serviceWorker.register(`${SCRIPT.href}?${knowsPolicy() && !tried ? "dip" : "coop"}`, { updateViaCache: "none" })
        await navigator.serviceWorker.ready
      } else {
        const registration = await navigator.serviceWorker.getRegistration(document.baseURI)
        await registration?.unregister()
      }
      location.reload()
    } catch (error) {
      console.error(error)
    }
  },
}

const style = document.createElement("link")
style.rel = "stylesheet"
style.href = new URL("./live.css", import.meta.url).href
const styled = new Promise((resolve) => {
  // Without their style sheet they are plain, and work.
  style.onload = style.onerror = resolve
})
document.head.append(style)

await Promise.all([init({ module_or_path: new URL("./live_bg.wasm", import.meta.url) }), styled])

export const open = openDialog
