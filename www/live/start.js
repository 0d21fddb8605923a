// The dialogs over the page, fetched when somebody asks for one: their style sheet, their glue and their wasm, all in this folder.

import init, { open as openDialog } from "./live.js"

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
