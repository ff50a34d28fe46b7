const longestMs = 2000

/** What this browser has subscribed to; null where it gets no web push. */
export async function ownPush(): Promise<PushSubscription | null> {
  if (!('serviceWorker' in navigator && 'PushManager' in window)) return null
  const registration = await navigator.serviceWorker.getRegistration('/')
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** Whoever signs out leaves no web push behind, however old the session is that asked for it. Nobody waits long for it. */
export async function leavePush(): Promise<void> {
  const left = ownPush().then((subscription) => subscription?.unsubscribe())
  await Promise.race([left, new Promise((resolve) => setTimeout(resolve, longestMs))]).catch(() => undefined)
}
