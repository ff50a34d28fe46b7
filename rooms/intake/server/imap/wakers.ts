/** Wakes what this process collects; other processes find changes by themselves within seconds. */
export const wakers = new Set<(mailboxId: number) => void>()

/** To be called after a change of settings is committed, or when something is to be fetched once more. */
export function wakeMailboxes(mailboxId: number): void {
  for (const wake of wakers) wake(mailboxId)
}
