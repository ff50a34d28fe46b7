// Shows what the desk pushes and opens the ticket when it is tapped. It keeps nothing and answers no request.
self.addEventListener('push', (event) => {
  const note = event.data?.json() ?? {}
  event.waitUntil(
    self.registration.showNotification(note.title ?? 'Deskhand', {
      body: note.body ?? '',
      tag: note.tag,
      renotify: Boolean(note.tag),
      requireInteraction: Boolean(note.urgent),
      data: { url: note.url ?? '/' },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const url = new URL(event.notification.data.url, self.location.origin)
  if (url.origin !== self.location.origin) return
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((windows) => {
      const same = windows.find((one) => new URL(one.url).pathname === url.pathname)
      return same ? same.focus() : self.clients.openWindow(url.href)
    }),
  )
})
