import { queryClient } from '../api/query-client.ts'

export interface Change {
  topic: string
  fact: string
}
type Listener = (change: Change) => void
export type LiveState = 'connecting' | 'live' | 'offline'

const listeners = new Map<string, Set<Listener>>()
const watchers = new Set<() => void>()
let socket: WebSocket | undefined
let state: LiveState = 'connecting'
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let wasLive = false

let saying: ReturnType<typeof setTimeout> | undefined

// The server holds one list of topics per browser; it is told the whole list, once per burst of changes.
function tellTopics() {
  clearTimeout(saying)
  saying = setTimeout(() => {
    if (socket?.readyState !== WebSocket.OPEN) return
    socket.send(JSON.stringify({ type: 'subscribe', topics: [...listeners.keys()].slice(0, 100) }))
  }, 20)
}

function become(next: LiveState) {
  if (state === next) return
  state = next
  for (const watcher of watchers) watcher()
}

function connect() {
  clearTimeout(timer)
  timer = undefined
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const own = new WebSocket(`${scheme}://${location.host}/api/v1/live`)
  socket = own
  own.onopen = () => {
    failures = 0
    become('live')
    tellTopics()
    if (here) tellHere()
    // What happened while the line was down was not heard: everything on screen is read again.
    if (wasLive) void queryClient.invalidateQueries()
    wasLive = true
  }
  own.onmessage = (event) => {
    const message = JSON.parse(String(event.data)) as { type: string; people?: Present[] } & Change
    if (message.type === 'here' && message.topic === here?.topic) return meet(message.people ?? nobody)
    if (message.type !== 'changed') return
    const everyOfKind = `${message.topic.split(':')[0]}:*`
    for (const topic of [message.topic, everyOfKind])
      for (const listener of listeners.get(topic) ?? []) listener(message)
  }
  own.onclose = () => {
    if (socket !== own) return
    meet(nobody)
    failures += 1
    if (failures > 1 || !navigator.onLine) become('offline')
    // Doubling with jitter, so that a restarted server is not met by every browser in the same moment.
    const waitMs = Math.min(20_000, 400 * 2 ** failures) * (0.5 + Math.random() / 2)
    timer = setTimeout(connect, waitMs)
  }
}

export type Doing = 'looks' | 'replies' | 'notes'
export interface Present {
  id: number
  name: string
  doing: Doing
}
const nobody: readonly Present[] = []
let here: { topic: string; doing: Doing } | undefined
let people: readonly Present[] = nobody
const meeting = new Set<() => void>()
let beat: ReturnType<typeof setInterval> | undefined

function meet(next: readonly Present[]) {
  people = next
  for (const tell of meeting) tell()
}

// A page that nobody looks at says so, and one that sleeps says nothing; either is gone for the others.
function tellHere() {
  if (socket?.readyState !== WebSocket.OPEN) return
  const seen = here && document.visibilityState === 'visible'
  socket.send(JSON.stringify({ type: 'here', topic: seen ? here?.topic : null, doing: here?.doing ?? 'looks' }))
}

/** Says what this page looks at, and what is done there, for as long as it is looked at. Undefined: at nothing shared. */
export function beHere(next: { topic: string; doing: Doing } | undefined) {
  if (next?.topic !== here?.topic) meet(nobody)
  if (next?.topic !== here?.topic || next?.doing !== here?.doing) {
    here = next
    tellHere()
  }
  if (next && beat === undefined) {
    beat = setInterval(tellHere, 5000)
    document.addEventListener('visibilitychange', tellHere)
  } else if (!next) {
    clearInterval(beat)
    beat = undefined
    document.removeEventListener('visibilitychange', tellHere)
  }
}

export const peopleHere = () => people
export const watchPeople = (watcher: () => void) => {
  meeting.add(watcher)
  return () => meeting.delete(watcher)
}

/** Opens the one live connection of this page. Idempotent. */
export function startLive() {
  if (socket) return
  connect()
  addEventListener('online', () => timer && connect())
  addEventListener('offline', () => become('offline'))
}

/** Closes the connection, when the person signs out. */
export function stopLive() {
  clearTimeout(timer)
  const own = socket
  socket = undefined
  wasLive = false
  own?.close()
}

/** Hears changes of a topic (`ticket:1042`, or `ticket:*` for all of a kind) until the returned function is called. */
export function listen(topic: string, listener: Listener): () => void {
  const set = listeners.get(topic) ?? new Set()
  if (set.size === 0) tellTopics()
  listeners.set(topic, set.add(listener))
  return () => {
    set.delete(listener)
    if (set.size > 0) return
    listeners.delete(topic)
    tellTopics()
  }
}

export const liveState = () => state
export const watchLiveState = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
