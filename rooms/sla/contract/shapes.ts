export const targets = ['first_response', 'next_update', 'resolution', 'team'] as const
/** What is promised: a first answer, the next word to the requester, a solution; and what a team owes the desk (OLA). */
export type Target = (typeof targets)[number]

export const clockStates = ['running', 'paused', 'met', 'late', 'stopped'] as const
/**
 * `running` and `paused` go on; `met` was kept in time, `late` after the time, `stopped` is not asked any more. A clock that
 * is still open and beyond its time has `breachedAt`.
 */
export type ClockState = (typeof clockStates)[number]

/** Statuses in which the desk waits for somebody else. */
export const pausing = ['waiting_requester', 'waiting_vendor', 'waiting_until'] as const
export type Pausing = (typeof pausing)[number]
