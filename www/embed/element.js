// <interleave-player>: a running Python program in any page.
//
//   <script src="https://HOST/embed.js"></script>
//   <interleave-player height="460" theme="light" lang="en"><pre>
//   import threading
//   ...
//   </pre></interleave-player>
//
// Attributes, all optional: `src` (a link from Share, `?example=NAME`, or the player's address), `code` (the program; or the
// text inside the element), `height` in px (else as high as the player asks for), `theme` ("light", "dark"), `lang` ("en", "zh").
// Methods: load(state), play(), pause(), seek(nanos). Events: `interleave:ready`, `interleave:state` with the state as detail.
//
// The player runs in a frame with `sandbox="allow-scripts"`: it cannot touch the page around it.

import { fragment } from "./fragment.js"

// A module has no current script: then it is looked for by its name.
const own = document.currentScript ?? document.querySelector('script[src$="embed.js"]')
const PLAYER = new URL("embed.html", own?.src ?? document.baseURI)

class InterleavePlayer extends HTMLElement {
  static observedAttributes = ["src", "code", "theme", "lang", "height"]
  #frame
  #listen = (event) => this.#hear(event)

  connectedCallback() {
    // While the page is read, the text inside the element is not there yet.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => { if (this.isConnected) this.#open() }, { once: true })
    else this.#open()
  }

  #open() {
    if (this.#frame) return
    addEventListener("message", this.#listen)
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" })
    this.#frame = document.createElement("iframe")
    this.#frame.setAttribute("sandbox", "allow-scripts")
    this.#frame.setAttribute("title", "Interleave")
    this.#frame.setAttribute("loading", "lazy")
    for (const [name, value] of [["display", "block"], ["width", "100%"], ["border", "0"], ["border-radius", "8px"]]) this.#frame.style.setProperty(name, value)
    this.#setHeight(this.getAttribute("height") ?? 460)
    this.#frame.src = this.#address()
    root.replaceChildren(this.#frame)
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listen)
    this.shadowRoot?.replaceChildren()
    this.#frame = undefined
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#frame || before === now) return
    if (name === "height") this.#setHeight(now ?? 460)
    else this.#frame.src = this.#address()
  }

  load(state) { this.#say("load", state) }
  play() { this.#say("play") }
  pause() { this.#say("pause") }
  seek(at) { this.#say("seek", { at }) }

  #address() {
    const given = this.getAttribute("src")
    const wanted = new URL(given ?? "", given ? document.baseURI : PLAYER)
    const address = new URL(PLAYER)
    if (given) {
      // A link to the page becomes one to the player beside it.
      address.href = new URL("embed.html", wanted).href
      address.search = wanted.search
      address.hash = wanted.hash
    }
    for (const name of ["theme", "lang"]) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name))
    const code = this.getAttribute("code") ?? (given ? null : this.textContent.replace(/^\n/, ""))
    if (code?.trim()) address.hash = fragment({ code: code.endsWith("\n") ? code : `${code}\n` })
    return address.href
  }

  #setHeight(height) {
    const px = Number.parseFloat(height)
    if (px > 0) this.#frame.style.setProperty("height", `${Math.min(px, 4_000)}px`)
  }

  #say(type, more = {}) {
    // The frame has no origin to name.
    this.#frame?.contentWindow?.postMessage({ ...more, type: `interleave:${type}` }, "*")
  }

  #hear({ source, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || typeof data?.type !== "string" || !data.type.startsWith("interleave:")) return
    const { type, ...detail } = data
    if (type === "interleave:height" && !this.hasAttribute("height")) this.#setHeight(detail.height)
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
}

customElements.define("interleave-player", InterleavePlayer)
