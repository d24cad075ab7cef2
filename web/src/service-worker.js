// Keeps the whole page, so that it opens again without the server. Knows only its own files.

const NAME = `indicator-page-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(NAME).then((cache) =>
      cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))),
    ),
  );
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("indicator-page-") && name !== NAME);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const asked = new URL(event.request.url);
  if (event.request.method !== "GET" || asked.origin !== location.origin) return;
  const scope = new URL(self.registration.scope);
  const file = asked.pathname === scope.pathname ? "index.html" : asked.href.slice(scope.href.length).replace(/[?#].*$/, "");
  if (!FILES.includes(file)) return;
  event.respondWith(
    caches.open(NAME).then(async (cache) => (await cache.match(file)) ?? fetch(event.request)),
  );
});
