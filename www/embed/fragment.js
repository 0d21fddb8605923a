// A state as a link's fragment (see src/protocol/src/link.rs), without a compressor: deflate has blocks that are stored as
// they are. Longer than a shared link, and read the same.

const BLOCK = 65_535

export function fragment(state) {
  const json = new TextEncoder().encode(JSON.stringify(state))
  let binary = ""
  for (let from = 0; from === 0 || from < json.length; from += BLOCK) {
    const block = json.subarray(from, from + BLOCK)
    const last = from + BLOCK >= json.length ? 1 : 0
    const size = block.length
    binary += String.fromCharCode(last, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255)
    for (const byte of block) binary += String.fromCharCode(byte)
  }
  return `#1=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`
}
