// The dialog of live runs, fetched when somebody asks for one: its style sheet, its glue and its wasm, all in this folder.

import init, { open as openDialog } from "./live.js"

const style = document.createElement("link")
style.rel = "stylesheet"
style.href = new URL("./live.css", import.meta.url).href
const styled = new Promise((resolve) => {
  // Without its style sheet the dialog is plain, and works.
  style.onload = style.onerror = resolve
})
document.head.append(style)

await Promise.all([init({ module_or_path: new URL("./live_bg.wasm", import.meta.url) }), styled])

export const open = openDialog
