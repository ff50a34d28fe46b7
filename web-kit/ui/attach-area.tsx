import { Button } from '@mantine/core'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import { type ChangeEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './attach-area.module.css'
import { AttachmentChip } from './attachments.tsx'
import type { Uploads } from './use-uploads.ts'

export { useUploads } from './use-uploads.ts'

interface Props {
  uploads: Uploads
  label: string
  name?: string
  /** Only the buttons, for a place under a text; else a field one can drop files on. */
  slim?: boolean
}

/** Where files are attached without an editor: by choosing, dropping, pasting, or with the camera of a phone. */
export function AttachArea({ uploads, label, name, slim = false }: Props) {
  const { t } = useTranslation('kit')
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    uploads.add([...(event.currentTarget.files ?? [])])
    // Choosing the same file again after removing it is a change too.
    event.currentTarget.value = ''
  }
  const picker = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  return (
    <div className={slim ? classes.slim : classes.area} {...(slim ? {} : uploads.target)}>
      <div className={classes.buttons}>
        <Button
          variant={slim ? 'subtle' : 'default'}
          color="gray"
          size={slim ? 'sm' : 'md'}
          leftSection={<IconPaperclip size={18} stroke={1.75} />}
          onClick={() => picker.current?.click()}
          {...(name ? { 'data-field': name } : {})}
        >
          {t('attach.choose')}
        </Button>
        <Button
          className={classes.camera}
          variant={slim ? 'subtle' : 'default'}
          color="gray"
          size={slim ? 'sm' : 'md'}
          leftSection={<IconCamera size={18} stroke={1.75} />}
          onClick={() => camera.current?.click()}
        >
          {t('attach.camera')}
        </Button>
        {!slim && <span className={classes.hint}>{t('attach.hint')}</span>}
      </div>
      <input ref={picker} type="file" multiple hidden onChange={chosen} aria-label={label} />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={chosen}
        aria-label={label}
      />
      {(uploads.files.length > 0 || uploads.underway.length > 0) && (
        <div className={classes.files} role="status">
          {uploads.files.map((file) => (
            <AttachmentChip key={file.id} file={file} onRemove={() => uploads.remove(file.id)} />
          ))}
          {uploads.underway.map(({ key, progress, ...file }) => (
            <AttachmentChip key={`u${key}`} file={{ id: `u${key}`, ...file }} progress={progress} />
          ))}
        </div>
      )}
    </div>
  )
}
