// `shell` stands above this line: the version of these pages and the files that the phone needs, or null where the shell is switched off.
const prefix = 'zhuowei-shell-'

self.addEventListener('install', (event) => {
  event.waitUntil(shell ? keep() : undefined)
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(shell ? forgetOld().then(() => self.clients.claim()) : leave())
})

// Never anything below /api: what a person may see is the server's answer, each time.
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (!shell || request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(openPage(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(request))
  else if (shell.files.includes(pathname)) event.respondWith(fetch(request).catch(() => kept(request)))
})

// One picture for one notification, however often it arrives; what it says was decided by the server (三.1).
self.addEventListener('push', (event) => {
  const { title, body, link, tag } = event.data?.json() ?? {}
  if (!title) return
  const options = { body: body ?? '', tag, icon: '/favicon.svg', lang: 'zh-CN', data: { link } }
  event.waitUntil(self.registration.showNotification(title, options))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openAt(event.notification.data?.link))
})

async function keep() {
  const cache = await caches.open(prefix + shell.version)
  await cache.addAll(
    shell.files.map((file) => new Request(file, file.startsWith('/assets/') ? {} : { cache: 'reload' })),
  )
}

/** The page before this one may still be open and want its own files: it keeps them until the version after this one. */
async function forgetOld() {
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(prefix) && name !== prefix + shell.version,
  )
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
}

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
  await Promise.all(names.map((name) => caches.delete(name)))
  await self.registration.unregister()
}

/** In a window that is open already, if there is one; never anywhere but here. */
async function openAt(link) {
  const target = new URL(link ?? '/', self.location.origin)
  const address = target.origin === self.location.origin ? target.href : '/'
  const [open] = await self.clients.matchAll({ type: 'window' })
  if (!open) return self.clients.openWindow(address)
  await open.focus()
  return open.navigate(address)
}

/** The network first, so that a new version is there at the next load; after six seconds without an answer the kept page. */
async function openPage(request) {
  try {
    return await fetch(request.url, { credentials: 'same-origin', signal: AbortSignal.timeout(6000) })
  } catch {
    return (await caches.match('/', { cacheName: prefix + shell.version })) ?? Response.error()
  }
}

const keptOrFetched = async (request) => (await caches.match(request)) ?? fetch(request)
const kept = async (request) => (await caches.match(request)) ?? Response.error()
