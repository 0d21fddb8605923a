// The source editor: CodeMirror 6 with Python, as one module that the app loads when it needs it.
//
//   import { createEditor } from "./editor.js"
//   const editor = createEditor(parentElement, {
//     doc: "print(1)",             // the first text
//     dark: false,                 // which scheme CodeMirror's own parts take; colours come from the page
//     readOnly: false,
//     ariaLabel: "Python program",
//     onChange(text) {},           // after every edit by the user or by setDoc
//     onRun() {},                  // Ctrl-Enter or Cmd-Enter
//     onCursorLine(line) {},       // the cursor came to another line
//   })
//   editor.setDoc(text)            // replaces the text, as one step of the undo history
//   editor.getDoc()                // the text
//   editor.setDiagnostics([{from_line, from_col, to_line, to_col, message, severity}])
//                                  // severity: "error" | "warning" | "info"
//   editor.setLineMarkers([{line, lane, label, color_class, state}])
//                                  // where each thread is: a chip in the gutter and a tint on the line. `lane` is
//                                  // the number of its colour (modulo 12), `label` a short name, `color_class` one
//                                  // more class for the chip, `state` what the thread does ("running", "gil", ...)
//   editor.setCursorLine(line)     // moves the cursor there and shows it
//   editor.revealLine(line)        // scrolls as little as shows the line; the cursor stays
//   editor.setReadOnly(readOnly)
//   editor.setTheme(dark)
//   editor.focus()
//   editor.destroy()
//
// Lines count from 1. Columns count from 1 in characters (code points), as in CPython's SyntaxError; `to_col` is
// one past the last; a missing or zero column means the end of the line. Places outside the text are clamped.
//
// The editor lives in a shadow root: CodeMirror then keeps its styles in constructed style sheets, which a
// Content-Security-Policy without 'unsafe-inline' allows; in the page itself it would add <style> elements.
// Colours are custom properties, which cross into the shadow: --ed-bg --ed-fg --ed-gutter (text) --ed-gutter-bg
// --ed-active-line --ed-selection --ed-cursor --ed-border --ed-keyword --ed-string --ed-comment --ed-number --ed-def
// --ed-builtin --ed-operator --ed-error --ed-warning --ed-match --ed-font --ed-font-size --lane-0 ... --lane-11.
//
// Tab indents, as programmers expect. Escape and then Tab leaves the editor, and Ctrl-M (Shift-Alt-M on a Mac)
// makes Tab move the focus until pressed again: the content's description says so to screen readers.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands"
import { pythonLanguage } from "@codemirror/lang-python"
import {
  HighlightStyle, LanguageSupport, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting,
} from "@codemirror/language"
import { lintKeymap, setDiagnostics } from "@codemirror/lint"
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search"
import { Compartment, EditorState, RangeSet, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state"
import {
  Decoration, EditorView, GutterMarker, drawSelection, dropCursor, gutter, highlightActiveLine,
  highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers,
} from "@codemirror/view"
import { tags } from "@lezer/highlight"

const LANES = 12
// What fits into the margin: two chips, or one and the number of the others.
const CHIPS_PER_LINE = 2

// -- markers ---------------------------------------------------------------------------------------------------

class ThreadChips extends GutterMarker {
  constructor(markers) {
    super()
    this.markers = markers
    this.key = JSON.stringify(markers)
  }

  eq(other) {
    return this.key === other.key
  }

  toDOM() {
    const row = document.createElement("span")
    row.className = "il-chips"
    row.title = this.markers.map((marker) => `${marker.label}: ${marker.state}`).join("\n")
    const shown = this.markers.length > CHIPS_PER_LINE ? 1 : CHIPS_PER_LINE
    for (const marker of this.markers.slice(0, shown)) {
      const chip = document.createElement("span")
      chip.className = `il-chip il-lane-${marker.lane} ${marker.color_class}`.trimEnd()
      chip.dataset.state = marker.state
      chip.textContent = shortLabel(marker.label)
      row.append(chip)
    }
    const hidden = this.markers.length - shown
    if (hidden > 0) {
      const more = document.createElement("span")
      more.className = "il-more"
      more.textContent = `+${hidden}`
      row.append(more)
    }
    return row
  }
}

// "Thread-12" -> "12", "MainThread" -> "M", "worker_3" -> "3", "Pay-in" -> "Pi", "eater" -> "ea": a name alone decides,
// so that a thread's letters do not change when others come and go.
function shortLabel(label) {
  if (label === "MainThread") return "M"
  const number = /\d+(?=\D*$)/.exec(label)
  if (number) return number[0].slice(-2)
  const words = label.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length > 1) return [...words[0]][0] + [...words.at(-1)][0]
  return [...(words[0] ?? label)].slice(0, 2).join("")
}

const setMarkers = StateEffect.define()

const NO_MARKERS = { chips: RangeSet.empty, lines: Decoration.none }

function markerSets(doc, markers) {
  const byLine = new Map()
  for (const raw of markers) {
    const line = clamp(raw.line, 1, doc.lines)
    const marker = {
      lane: ((Math.trunc(raw.lane) || 0) % LANES + LANES) % LANES,
      label: String(raw.label ?? ""),
      color_class: String(raw.color_class ?? ""),
      state: String(raw.state ?? ""),
    }
    const there = byLine.get(line)
    if (there) there.push(marker)
    else byLine.set(line, [marker])
  }
  const chips = new RangeSetBuilder()
  const lines = new RangeSetBuilder()
  for (const line of [...byLine.keys()].sort((a, b) => a - b)) {
    const there = byLine.get(line)
    const { from } = doc.line(line)
    chips.add(from, from, new ThreadChips(there))
    const shown = there.find((marker) => marker.state === "running") ?? there[0]
    const running = shown.state === "running" ? " il-running" : ""
    lines.add(from, from, Decoration.line({ class: `il-at il-lane-${shown.lane}${running}` }))
  }
  return { chips: chips.finish(), lines: lines.finish() }
}

const markerField = StateField.define({
  create: () => NO_MARKERS,
  update(value, transaction) {
    if (transaction.docChanged && value !== NO_MARKERS) {
      value = { chips: value.chips.map(transaction.changes), lines: value.lines.map(transaction.changes) }
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarkers)) value = markerSets(transaction.state.doc, effect.value)
    }
    return value
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.lines),
})

const markerGutter = gutter({
  class: "il-marker-gutter",
  markers: (view) => view.state.field(markerField).chips,
})

// -- looks -----------------------------------------------------------------------------------------------------

const lanes = Object.fromEntries(
  Array.from({ length: LANES }, (_, lane) => [`.il-lane-${lane}`, { "--il-lane": `var(--lane-${lane})` }]),
)

const looks = {
  "&": {
    height: "100%",
    color: "var(--ed-fg, #1f2328)",
    backgroundColor: "var(--ed-bg, #ffffff)",
    fontSize: "var(--ed-font-size, 14px)",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--ed-font, ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace)",
    lineHeight: "1.55",
  },
  ".cm-content": { caretColor: "var(--ed-cursor, var(--ed-fg, #1f2328))" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ed-cursor, var(--ed-fg, #1f2328))", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--ed-selection, #b6d6fb)",
  },
  ".cm-activeLine": { backgroundColor: "var(--ed-active-line, rgba(127, 127, 127, 0.08))" },
  ".cm-gutters": {
    color: "var(--ed-gutter, #8b949e)",
    backgroundColor: "var(--ed-gutter-bg, var(--ed-bg, #ffffff))",
    borderRight: "1px solid var(--ed-border, rgba(127, 127, 127, 0.2))",
  },
  ".cm-activeLineGutter": {
    color: "var(--ed-fg, #1f2328)",
    backgroundColor: "var(--ed-active-line, rgba(127, 127, 127, 0.08))",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--ed-match, rgba(127, 127, 127, 0.25))",
  },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--ed-match, rgba(212, 167, 44, 0.3))" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--ed-cursor, currentColor)" },
  ".cm-panels, .cm-tooltip": {
    color: "var(--ed-fg, #1f2328)",
    backgroundColor: "var(--ed-panel, var(--ed-gutter-bg, var(--ed-bg, #f6f8fa)))",
    borderColor: "var(--ed-border, rgba(127, 127, 127, 0.3))",
  },
  ".cm-tooltip": { border: "1px solid var(--ed-border, rgba(127, 127, 127, 0.3))", borderRadius: "6px", overflow: "hidden" },
  ".cm-textfield, .cm-button": {
    color: "inherit",
    background: "transparent",
    border: "1px solid var(--ed-border, rgba(127, 127, 127, 0.4))",
    borderRadius: "4px",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--ed-error, #cf222e)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--ed-warning, #bf8700)" },
  // The squiggles of the lint package are pictures of a fixed colour; these follow the page.
  ".cm-lintRange-error, .cm-lintRange-warning, .cm-lintRange-info": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--ed-error, #cf222e)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-warning": { textDecorationColor: "var(--ed-warning, #bf8700)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--ed-gutter, #8b949e)" },

  ...lanes,
  // A fixed width: threads that meet on a line must not push the text aside while it plays.
  ".il-marker-gutter": { width: "2.9em", overflow: "hidden" },
  ".il-marker-gutter .cm-gutterElement": { display: "flex", alignItems: "center", justifyContent: "flex-end" },
  ".il-chips": { display: "inline-flex", gap: "1px", alignItems: "center" },
  ".il-chip": {
    boxSizing: "border-box",
    minWidth: "1.7em",
    padding: "0 0.1em",
    borderRadius: "0.8em",
    border: "1.5px solid var(--il-lane)",
    font: "600 0.75em/1.45 var(--ed-font, ui-monospace, monospace)",
    textAlign: "center",
    color: "var(--ed-fg, #1f2328)",
  },
  // Full when it runs, outlined when it could, dashed when it waits: readable without the colour.
  ".il-chip[data-state=running]": { backgroundColor: "var(--il-lane)", color: "var(--lane-ink, #ffffff)" },
  ".il-chip:not([data-state=running]):not([data-state=runnable])": { borderStyle: "dashed" },
  ".il-chip[data-state=finished]": { opacity: "0.5" },
  ".il-more": { font: "0.7em var(--ed-font, ui-monospace, monospace)" },
  ".cm-line.il-at": { boxShadow: "inset 3px 0 0 var(--il-lane)" },
  ".cm-line.il-at.il-running": {
    backgroundColor: "color-mix(in srgb, var(--il-lane) 16%, transparent)",
  },
}

const lightTheme = EditorView.theme(looks, { dark: false })
const darkTheme = EditorView.theme(looks, { dark: true })

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.modifier], color: "var(--ed-keyword, #cf222e)" },
  { tag: [tags.bool, tags.null, tags.self], color: "var(--ed-keyword, #0550ae)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--ed-string, #0a3069)" },
  { tag: tags.escape, color: "var(--ed-number, #0550ae)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--ed-comment, #6e7781)", fontStyle: "italic" },
  { tag: tags.number, color: "var(--ed-number, #0550ae)" },
  {
    tag: [tags.definition(tags.variableName), tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className), tags.className],
    color: "var(--ed-def, #8250df)",
  },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.meta], color: "var(--ed-builtin, var(--ed-def, #8250df))" },
  { tag: [tags.operator, tags.punctuation], color: "var(--ed-operator, inherit)" },
  { tag: tags.invalid, color: "var(--ed-error, #cf222e)" },
])

// -- places ----------------------------------------------------------------------------------------------------

function clamp(value, low, high) {
  const whole = Math.trunc(Number(value)) || low
  return Math.min(Math.max(whole, low), high)
}

// The position of a column counted from 1 in code points; none means the end of the line.
function positionOf(doc, lineNumber, column) {
  const line = doc.line(clamp(lineNumber, 1, doc.lines))
  if (!column) return line.to
  let units = 0
  let points = 1
  for (const character of line.text) {
    if (points >= column) break
    units += character.length
    points += 1
  }
  return line.from + units
}

function diagnosticOf(doc, raw) {
  const from = positionOf(doc, raw.from_line, raw.from_col || 1)
  const to = positionOf(doc, raw.to_line ?? raw.from_line, raw.to_col)
  const severity = ["error", "warning", "info"].includes(raw.severity) ? raw.severity : "error"
  // An empty range draws nothing at the end of a line; one character back it can be seen and hovered.
  const line = doc.lineAt(from)
  const start = from === line.to && from > line.from ? from - 1 : from
  return { from: start, to: Math.max(to, start), severity, message: String(raw.message ?? "") }
}

// Left to itself, Chromium types over a selection of several lines by putting in a span with a style attribute, which the
// Content-Security-Policy refuses and reports. So typing over a selection is done here.
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const plain = event.inputType === "insertText" && event.data && !view.composing && !event.isComposing
    if (!plain || view.state.readOnly || view.state.selection.main.empty) return false
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true })
    event.preventDefault()
    return true
  },
})

// -- the editor ------------------------------------------------------------------------------------------------

export function createEditor(parent, options = {}) {
  const host = document.createElement("div")
  host.style.height = "100%"
  parent.append(host)
  const root = host.attachShadow({ mode: "open" })

  const theme = new Compartment()
  const writable = new Compartment()
  const themeOf = (dark) => (dark ? darkTheme : lightTheme)
  const writableOf = (readOnly) => EditorState.readOnly.of(Boolean(readOnly))

  const help = document.createElement("span")
  help.id = "il-editor-help"
  help.hidden = true
  help.textContent = "Tab indents. Press Escape and then Tab to leave the editor. Control Enter runs the program."
  root.append(help)

  const run = () => {
    options.onRun?.()
    return true
  }
  let cursorLine = 1
  const listener = EditorView.updateListener.of((update) => {
    if (update.docChanged) options.onChange?.(update.state.doc.toString())
    const line = update.state.doc.lineAt(update.state.selection.main.head).number
    if (line !== cursorLine) {
      cursorLine = line
      options.onCursorLine?.(line)
    }
  })

  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.doc ?? "",
      extensions: [
        keymap.of([{ key: "Mod-Enter", run, preventDefault: true }]),
        markerField,
        markerGutter,
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        dropCursor(),
        EditorState.allowMultipleSelections.of(true),
        EditorState.tabSize.of(4),
        indentUnit.of("    "),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        keymap.of([...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap, indentWithTab]),
        // The language without its completion sources, which would bring the completion package along.
        new LanguageSupport(pythonLanguage),
        syntaxHighlighting(highlighting),
        EditorView.contentAttributes.of({
          "aria-label": options.ariaLabel ?? "Python program",
          "aria-describedby": help.id,
        }),
        theme.of(themeOf(options.dark)),
        writable.of(writableOf(options.readOnly)),
        typeOverSelection,
        listener,
      ],
    }),
  })

  const lineStart = (line) => view.state.doc.line(clamp(line, 1, view.state.doc.lines)).from

  return {
    setDoc(text) {
      if (text === view.state.doc.toString()) return
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    },
    getDoc: () => view.state.doc.toString(),
    setDiagnostics(list) {
      const { doc } = view.state
      view.dispatch(setDiagnostics(view.state, Array.from(list, (raw) => diagnosticOf(doc, raw))))
    },
    setLineMarkers(list) {
      view.dispatch({ effects: setMarkers.of(Array.from(list)) })
    },
    setCursorLine(line) {
      view.dispatch({ selection: { anchor: lineStart(line) }, effects: EditorView.scrollIntoView(lineStart(line), { y: "center" }) })
    },
    revealLine(line) {
      view.dispatch({ effects: EditorView.scrollIntoView(lineStart(line), { y: "nearest", yMargin: 40 }) })
    },
    setReadOnly(readOnly) {
      view.dispatch({ effects: writable.reconfigure(writableOf(readOnly)) })
    },
    setTheme(dark) {
      view.dispatch({ effects: theme.reconfigure(themeOf(dark)) })
    },
    focus() {
      view.focus()
    },
    destroy() {
      view.destroy()
      host.remove()
    },
  }
}
