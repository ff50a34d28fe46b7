import { ActionIcon, Modal, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload, IconExternalLink, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type PreviewKind, previewKind } from '../../../../platform/files/preview-contract.ts'
import { fileSize } from '../../../../web-kit/i18n/formats.ts'
import type { Message } from '../use-thread.ts'
import classes from './file-viewer.module.css'
import { MailView } from './mail-view.tsx'
import { PictureView } from './picture-view.tsx'
import { FilmView, PdfView, SoundView } from './player-views.tsx'
import './strings.ts'
import { TextView } from './text-view.tsx'
import type { ViewProps } from './view-props.ts'

const views: Record<PreviewKind, (props: ViewProps) => React.ReactNode> = {
  image: PictureView,
  pdf: PdfView,
  text: TextView,
  calendar: TextView,
  audio: SoundView,
  video: FilmView,
  mail: MailView,
}

interface Props {
  files: Message['attachments']
  at: number
  message: ViewProps['message']
  onMove: (to: number) => void
  onClose: () => void
}

/** A file over the whole page: the arrows go to the next ones, Escape goes back to where one was. */
export function FileViewer({ files, at, message, onMove, onClose }: Props) {
  const { t } = useTranslation('files')
  const file = files[at]
  const kind = file && previewKind(file)
  if (!file || !kind) return null
  const View = views[kind]
  const move = (step: number) => {
    const to = at + step
    if (to >= 0 && to < files.length) onMove(to)
  }
  const pressed = (event: KeyboardEvent) => {
    // In a text, a player or a scrolled picture the arrows mean something else.
    if (event.target instanceof HTMLElement && event.target.closest('video, audio, pre, [data-scrolls]')) return
    if (event.key === 'ArrowLeft') move(-1)
    if (event.key === 'ArrowRight') move(1)
  }
  return (
    <Modal.Root opened onClose={onClose} fullScreen onKeyDown={pressed} transitionProps={{ duration: 0 }}>
      <Modal.Content className={classes.content} aria-label={t('viewer', { name: file.name })}>
        <div className={classes.bar}>
          <span className={classes.name} title={file.name}>
            {file.name}
          </span>
          <span className={classes.size}>
            {fileSize(file.size)}
            {files.length > 1 && ` · ${t('position', { at: at + 1, count: files.length })}`}
          </span>
          <span className={classes.tools}>
            {files.length > 1 && (
              <>
                <Tool label={t('previous')} disabled={at === 0} onClick={() => move(-1)}>
                  <IconChevronLeft size={18} />
                </Tool>
                <Tool label={t('next')} disabled={at === files.length - 1} onClick={() => move(1)}>
                  <IconChevronRight size={18} />
                </Tool>
              </>
            )}
            <Tooltip label={t('newTab')}>
              <ActionIcon
                component="a"
                href={`${file.url}?show=true`}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={t('newTab')}
              >
                <IconExternalLink size={18} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('download')}>
              <ActionIcon component="a" href={file.url} download={file.name} aria-label={t('download')}>
                <IconDownload size={18} />
              </ActionIcon>
            </Tooltip>
            <Tool label={t('kit:close')} onClick={onClose} focus>
              <IconX size={18} />
            </Tool>
          </span>
        </div>
        <div className={classes.stage}>
          <View key={file.id} file={file} message={message} />
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}

interface ToolProps {
  label: string
  onClick: () => void
  disabled?: boolean
  focus?: boolean
  children: React.ReactNode
}

function Tool({ label, onClick, disabled = false, focus, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        onClick={onClick}
        disabled={disabled}
        {...(focus ? { 'data-autofocus': true } : {})}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
