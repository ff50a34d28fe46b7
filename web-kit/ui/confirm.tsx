import { useSyncExternalStore } from 'react'
import { lazyPart } from '../app/lazy-part.tsx'
import type { Question } from './confirm-dialog.tsx'

let asked: (Question & { answer: (yes: boolean) => void }) | undefined
let open = false
const listeners = new Set<() => void>()
let version = 0
const publish = () => {
  version += 1
  for (const tell of listeners) tell()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks before what cannot be undone: `if (await confirm({ title, body, confirmLabel: 'Delete', danger: true })) …` */
export const confirm = (question: Question) =>
  new Promise<boolean>((answer) => {
    asked = { ...question, answer }
    open = true
    publish()
  })

function close(yes: boolean) {
  open = false
  asked?.answer(yes)
  publish()
}

const ConfirmDialog = lazyPart(() => import('./confirm-dialog.tsx'), 'ConfirmDialog')

/** The place of the question; mounted once by `mountApp`. The dialog is fetched when something is first asked. */
export function ConfirmHost() {
  useSyncExternalStore(subscribe, () => version)
  return asked ? <ConfirmDialog question={asked} opened={open} onAnswer={close} /> : null
}
