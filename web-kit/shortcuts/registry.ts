export interface Shortcut {
  /** `j`, `g m` (one after the other), `mod+Enter`, `mod+shift+Enter`, `?`. `mod` is ⌘ on a Mac, Ctrl elsewhere. */
  keys: string
  label: string
  /** The heading in the overview. */
  group: string
  run: (event: KeyboardEvent) => void
  /** Also while typing. Only sensible with `mod+`. */
  whileTyping?: boolean
}

const shortcuts = new Set<Shortcut>()
const listeners = new Set<() => void>()
let version = 0

/** Adds a shortcut until the returned function is called. Of two with the same keys the younger one acts. */
export function addShortcut(shortcut: Shortcut): () => void {
  shortcuts.add(shortcut)
  publish()
  return () => {
    shortcuts.delete(shortcut)
    publish()
  }
}

function publish() {
  version += 1
  for (const tell of listeners) tell()
}

export const allShortcuts = (): Shortcut[] => [...shortcuts]
export const shortcutVersion = () => version
export const watchShortcuts = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

/** The name of what was pressed, in the words of `Shortcut.keys`. */
export function keyName(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Shift is part of the character (`?`), but not of a letter or of a key without a character.
  const shift = event.shiftKey && (event.key.length > 1 || mod || /\p{L}/u.test(event.key))
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', key].filter(Boolean).join('+')
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.tagName === 'TEXTAREA' ||
    target.tagName === 'SELECT' ||
    (target.tagName === 'INPUT' && !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type)))

const isInLayer = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null

let prefix = ''
let prefixTimer: ReturnType<typeof setTimeout> | undefined

function handle(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return
  const pressed = keyName(event)
  const typing = isTyping(event.target)
  const sequence = prefix ? `${prefix} ${pressed}` : pressed
  const wanted = [...shortcuts].reverse()
  const usable = (s: Shortcut) => (!typing || s.whileTyping) && (!isInLayer(event.target) || s.whileTyping)
  const found =
    wanted.find((s) => s.keys === sequence && usable(s)) ?? wanted.find((s) => s.keys === pressed && usable(s))
  clearTimeout(prefixTimer)
  prefix = ''
  if (found) {
    event.preventDefault()
    found.run(event)
    return
  }
  if (typing || isInLayer(event.target)) return
  if (wanted.some((s) => s.keys.startsWith(`${pressed} `))) {
    prefix = pressed
    prefixTimer = setTimeout(() => {
      prefix = ''
    }, 1200)
  }
}

if (typeof document !== 'undefined') document.addEventListener('keydown', handle)
