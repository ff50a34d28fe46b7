import { Button } from '@mantine/core'
import { IconFolderDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type PreviewKind, previewKind } from '../../../../platform/files/preview-contract.ts'
import { urlOf } from '../../../../web-kit/api/api.ts'
import { lazyPart } from '../../../../web-kit/app/lazy-part.tsx'
import { AttachmentChip } from '../../../../web-kit/ui/attachments.tsx'
import { getMessageFiles } from '../../contract/http.ts'
import type { Message } from '../use-thread.ts'
import classes from './file-strip.module.css'
import './strings.ts'

const FileViewer = lazyPart(() => import('./file-viewer.tsx'), 'FileViewer')

interface Props {
  /** Those that are not seen within the words. */
  loose: Message['attachments']
  /** All of the message: one goes through them in the viewer. */
  files: Message['attachments']
  /** The message they hang on; without it they cannot be fetched all at once, and attached e-mails not be read in place. */
  message?: { number: number; id: number } | undefined
  /** The file that is looked at. */
  shown: number | undefined
  onShow: (id: number | undefined) => void
}

/** The files of a message: pictures as small pictures, the rest by kind, name and size; a click looks at them in place. */
export function FileStrip({ loose, files, message, shown, onShow }: Props) {
  const { t } = useTranslation('files')
  const viewable = files.filter((file) => kindOf(file, message) !== undefined)
  const at = viewable.findIndex((file) => file.id === shown)
  return (
    <>
      {loose.length > 0 && (
        <ul className={classes.files} aria-label={t('files')}>
          {loose.map((file) => (
            <li key={file.id}>
              <OneFile file={file} kind={kindOf(file, message)} onShow={() => onShow(file.id)} />
            </li>
          ))}
          {loose.length > 1 && message && message.id > 0 && (
            <li className={classes.all}>
              <Button
                component="a"
                href={urlOf(getMessageFiles, { params: message })}
                download
                size="compact-sm"
                variant="subtle"
                leftSection={<IconFolderDown size={15} stroke={1.75} />}
              >
                {t('downloadAll')}
              </Button>
            </li>
          )}
        </ul>
      )}
      {at >= 0 && (
        <FileViewer
          files={viewable}
          at={at}
          message={message}
          onMove={(next) => onShow(viewable[next]?.id)}
          onClose={() => onShow(undefined)}
        />
      )}
    </>
  )
}

type File = Message['attachments'][number]

function kindOf(file: File, message: Props['message']): PreviewKind | undefined {
  const kind = previewKind(file)
  return kind === 'mail' && !message ? undefined : kind
}

function OneFile({ file, kind, onShow }: { file: File; kind: PreviewKind | undefined; onShow: () => void }) {
  const { t } = useTranslation('files')
  const label = t('preview', { name: file.name })
  if (kind !== 'image') {
    return <AttachmentChip file={file} {...(kind ? { onOpen: onShow, openLabel: label } : {})} />
  }
  return (
    <button type="button" className={classes.thumb} onClick={onShow} title={label}>
      <img src={`${file.url}?show=true`} alt={file.name} loading="lazy" decoding="async" />
    </button>
  )
}
