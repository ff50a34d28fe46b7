import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { previewKind } from '../../../../platform/files/preview-contract.ts'
import { lazyPart } from '../../../../web-kit/app/lazy-part.tsx'
import { AttachmentChip } from '../../../../web-kit/ui/attachments.tsx'
import type { Message } from '../use-thread.ts'
import classes from './file-strip.module.css'
import './strings.ts'

const FileViewer = lazyPart(() => import('./file-viewer.tsx'), 'FileViewer')

interface Props {
  files: Message['attachments']
  number: number
  messageId: number
}

/** The files of a message: pictures as small pictures, the rest by kind, name and size; a click looks at them in place. */
export function FileStrip({ files, number, messageId }: Props) {
  const { t } = useTranslation('files')
  const [shown, setShown] = useState<number>()
  if (files.length === 0) return null
  const viewable = files.filter((file) => previewKind(file) !== undefined)
  const at = viewable.findIndex((file) => file.id === shown)
  return (
    <>
      <ul className={classes.files} aria-label={t('files')}>
        {files.map((file) => {
          const kind = previewKind(file)
          return (
            <li key={file.id}>
              {kind === 'image' ? (
                <button
                  type="button"
                  className={classes.thumb}
                  onClick={() => setShown(file.id)}
                  title={t('preview', { name: file.name })}
                >
                  <img src={`${file.url}?show=true`} alt={file.name} loading="lazy" decoding="async" />
                </button>
              ) : (
                <AttachmentChip
                  file={file}
                  {...(kind ? { onOpen: () => setShown(file.id), openLabel: t('preview', { name: file.name }) } : {})}
                />
              )}
            </li>
          )
        })}
      </ul>
      {at >= 0 && (
        <FileViewer
          files={viewable}
          at={at}
          number={number}
          messageId={messageId}
          onMove={(next) => setShown(viewable[next]?.id)}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  )
}
