// The service worker for hosts that cannot send headers: it adds those that make the page cross-origin isolated, so that live
// runs can have wasm threads. Installed when the visitor asks for it in the live dialog, and removed there.
//
// It stores nothing: every request goes to the network as it is, the page itself past the browser's cache, so that no build
// gets stale. Embeds and frames are left alone. `?dip`: one header, Document-Isolation-Policy, where the browser has it; the
// page's other windows and frames notice nothing of it. Else the two that every browser knows.

const HEADERS =
  self.location.search === "?dip"
    ? { "Document-Isolation-Policy": "isolate-and-require-corp" }
    : { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" }

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))

const isolated = async (request) => {
  const response = request.mode === "navigate" ? await fetch(request.url, { cache: "no-cache", credentials: "same-origin" }) : await fetch(request)
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

// `hello.json?delay=MILLISECONDS` waits so long, as with `cargo xtask serve`: something to fetch for live programs.
const delayed = async (request, millis) => {
  await new Promise((resolve) => setTimeout(resolve, Math.min(millis, 10_000)))
  return fetch(request.url.split("?")[0])
}

self.addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname, searchParams } = new URL(request.url)
  const delay = Number(searchParams.get("delay"))
  if (delay > 0 && origin === self.location.origin && pathname.endsWith("/hello.json")) return event.respondWith(delayed(request, delay))
  // Only documents and workers need the headers. `document` is a page of its own, not one in a frame.
  const wanted = request.method === "GET" && ["document", "worker"].includes(request.destination)
  if (wanted && origin === self.location.origin && !pathname.endsWith("/embed.html")) event.respondWith(isolated(request))
})
