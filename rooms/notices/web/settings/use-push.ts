import { useEffect, useState } from 'react'
import {
  deletePushSubscription,
  getPushKey,
  listPushSubscriptions,
  putPushSubscription,
} from '../../../../platform/push/contract.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { ownPush } from '../../../../web-kit/app/own-push.ts'

const worker = '/push-worker.js'
const supported = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

type State = 'unknown' | 'unsupported' | 'denied' | 'off' | 'on'

/** Whether this browser gets web push, and turning it on and off. */
export function usePush() {
  const [state, setState] = useState<State>('unknown')
  const [endpoint, setEndpoint] = useState<string>()
  useEffect(() => {
    void ownPush().then((subscription) => {
      setEndpoint(subscription?.endpoint)
      setState(stateOf(subscription))
    })
  }, [])

  async function turnOn() {
    const allowed = await Notification.requestPermission()
    if (allowed !== 'granted') return setState('denied')
    const registration = await navigator.serviceWorker.register(worker, { scope: '/' })
    const { publicKey } = await api(getPushKey, {})
    const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    const { endpoint: address = '', keys } = made.toJSON()
    await api(putPushSubscription, {
      body: { endpoint: address, keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' }, label: browserName() },
    })
    setEndpoint(address)
    setState('on')
    void stale(listPushSubscriptions)
  }

  async function turnOff(id: number | undefined) {
    await (await ownPush())?.unsubscribe()
    if (id !== undefined) await api(deletePushSubscription, { params: { id } })
    setEndpoint(undefined)
    setState('off')
    void stale(listPushSubscriptions)
  }

  return { state, endpoint, turnOn, turnOff }
}

function stateOf(subscription: PushSubscription | null): State {
  if (!supported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return subscription ? 'on' : 'off'
}

/** `Firefox on Linux`: to tell one's browsers apart, nothing more. */
function browserName(): string {
  const agent = navigator.userAgent
  const name = /Edg\//.test(agent) ? 'Edge' : (/(Firefox|Chrome|Safari)\//.exec(agent)?.[1] ?? 'Browser')
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1]
  return system ? `${name}, ${system}` : name
}
