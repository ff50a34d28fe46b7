import classes from './attachments.module.css'
import { AttachmentChip } from './attachments.tsx'
import type { Uploads } from './use-uploads.ts'

/** The files of something being written: those that are up, and those on their way. */
export function UploadChips({ uploads }: { uploads: Pick<Uploads, 'files' | 'underway' | 'remove'> }) {
  return (
    <div className={classes.list}>
      {uploads.files.map((file) => (
        <AttachmentChip key={file.id} file={file} onRemove={() => uploads.remove(file.id)} />
      ))}
      {uploads.underway.map((one) => (
        <AttachmentChip key={`u${one.key}`} file={{ ...one, id: one.key }} progress={one.progress} />
      ))}
    </div>
  )
}
