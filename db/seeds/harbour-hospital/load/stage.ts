import type { Actor } from '../../../../platform/access/actor.ts'
import { ringPast } from '../../../../platform/alarms/index.ts'
import { type Cx, type Ground, insideTransaction, makeCx, systemActor } from '../../../../platform/cx.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { gatherHearers } from '../../../../platform/facts/hearers.ts'
import type { SeedDesk } from '../../desk.ts'

/** One transaction in which the past happens: before each act it is told when it is and who acts. */
export interface Stage {
  tx: Tx
  /** For commands that take a context; every one of them joins the transaction. */
  cx: Cx
  set(at: Date, actor?: Actor): void
  /** Lets the desk do by itself what became due up to a moment: clocks warn, and are late. */
  passUntil(at: Date): Promise<void>
}

/**
 * Opens the stage. What hears facts inline does so as ever (messages, search, priorities come out real); what would happen
 * later (mails, notices) is left out, for it has long happened in this world, and nobody in it has a real mailbox.
 */
export async function onStage<T>({ assembly }: SeedDesk, work: (stage: Stage) => Promise<T>): Promise<T> {
  const ground: Ground = {
    ...assembly.ground,
    listeners: gatherHearers(assembly.hearers.all.filter((hearer) => hearer.when === 'inline')),
    publishLive: () => {},
  }
  const cx = makeCx(ground, systemActor)
  return cx.tx(async (tx) => {
    const inside = { ...insideTransaction(cx, tx) }
    const set = (at: Date, actor: Actor = systemActor) => {
      // The transaction is one, the moments and people in it are many.
      Object.assign(tx, { now: at, actor })
      Object.assign(inside, { now: at, actor })
    }
    const passUntil = (at: Date) => ringPast(tx, assembly.alarms, at, set)
    return work({ tx, cx: inside, set, passUntil })
  })
}
