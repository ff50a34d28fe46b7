import type { Cx } from '../../../platform/cx.ts'

/** Whose mails show the viewer their pictures without asking. */
export async function viewPictureSenders(cx: Cx) {
  const items = await cx.db
    .selectFrom('conversation.pictureSender as s')
    .innerJoin('people.person as p', 'p.id', 's.senderId')
    .select(['p.id', 'p.name'])
    .where('s.viewerId', '=', cx.actor.id)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(1000)
    .execute()
  return { items }
}

export async function allowPictures(cx: Cx, senderId: number): Promise<void> {
  const viewerId = cx.actor.id
  // A program looks at no pictures.
  if (viewerId === null) return
  // Says nothing of whether there is such a person: not everybody may know.
  await cx.db
    .insertInto('conversation.pictureSender')
    .columns(['viewerId', 'senderId', 'allowedAt'])
    .expression((eb) =>
      eb
        .selectFrom('people.person as p')
        .select((row) => [row.val(viewerId).as('viewerId'), 'p.id as senderId', row.val(cx.now).as('allowedAt')])
        .where('p.id', '=', senderId),
    )
    .onConflict((conflict) => conflict.columns(['viewerId', 'senderId']).doUpdateSet({ allowedAt: cx.now }))
    .execute()
}

export async function forbidPictures(cx: Cx, senderId: number): Promise<void> {
  await cx.db
    .deleteFrom('conversation.pictureSender')
    .where('viewerId', '=', cx.actor.id)
    .where('senderId', '=', senderId)
    .execute()
}
