import type { FastifyReply } from 'fastify'
import type { Cx } from '../../../platform/cx.ts'
import { remotePicture } from '../../../platform/remote-picture/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { messageFor } from './access.ts'
import { deskSettings } from './config.ts'
import { noSuchPicture } from './errors.ts'
import { remotePicturesIn } from './remote-pictures.ts'

/** A picture that a message names, fetched by the desk: its sender never learns who looked. Only what is in the message is. */
export async function viewPicture(
  cx: Cx,
  place: { number: number; id: number },
  url: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { message } = await messageFor(cx.db, cx.actor, place.number, place.id)
  const named = remotePicturesIn(message.html).has(url) || remotePicturesIn(message.quotedHtml).has(url)
  if (!named || !deskSetting(deskSettings.remotePictures)) throw noSuchPicture()
  const picture = await remotePicture(cx, url)
  if (!picture) throw noSuchPicture()
  return reply
    .header('content-type', picture.type)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', 'inline; filename="picture"')
    .header('cache-control', 'private, max-age=86400')
    .send(picture.bytes)
}
