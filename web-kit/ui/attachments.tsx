import { ActionIcon, CloseButton, Progress, UnstyledButton } from '@mantine/core'
import {
  IconCalendarEvent,
  IconDownload,
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconMovie,
  IconMusic,
  IconPhoto,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { typeOf } from '../../platform/files/preview-contract.ts'
import { fileSize } from '../i18n/formats.ts'
import classes from './attachments.module.css'

export interface Attachment {
  id: number | string
  name: string
  type: string
  size: number
  url?: string | undefined
}

const ICONS: readonly [kind: RegExp, icon: TablerIcon][] = [
  [/^image\//, IconPhoto],
  [/^audio\//, IconMusic],
  [/^video\//, IconMovie],
  [/pdf/, IconFileTypePdf],
  [/rfc822/, IconMail],
  [/calendar/, IconCalendarEvent],
  [/zip|compressed|\btar\b|rar|7z/, IconFileZip],
  [/csv|sheet|excel/, IconFileSpreadsheet],
  [/text|json|xml|word|document/, IconFileText],
]
const iconOf = (file: Attachment) => {
  const type = typeOf(file)
  return ICONS.find(([kind]) => kind.test(type))?.[1] ?? IconFile
}

interface ChipProps {
  file: Attachment
  onRemove?: () => void
  /** Looks at it in place; saving it is then a button of its own. */
  onOpen?: () => void
  openLabel?: string
  /** 0 to 1 while it is being uploaded. */
  progress?: number | undefined
  failed?: boolean
}

export function AttachmentChip({ file, onRemove, onOpen, openLabel, progress, failed }: ChipProps) {
  const { t } = useTranslation('kit')
  const Icon = iconOf(file)
  const inner = (
    <>
      <Icon size={18} stroke={1.6} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{failed ? t('editor.failed', { name: '' }).trim() : fileSize(file.size)}</span>
      </span>
    </>
  )
  return (
    <span className={classes.chip} data-failed={failed || undefined}>
      {onOpen ? (
        <UnstyledButton className={classes.link} onClick={onOpen} title={openLabel}>
          {inner}
        </UnstyledButton>
      ) : file.url ? (
        <a href={file.url} download={file.name} className={classes.link} title={t('download', { name: file.name })}>
          {inner}
        </a>
      ) : (
        <span className={classes.link}>{inner}</span>
      )}
      {onOpen && file.url && (
        <ActionIcon
          component="a"
          href={file.url}
          download={file.name}
          size={26}
          aria-label={t('download', { name: file.name })}
          title={t('download', { name: file.name })}
        >
          <IconDownload size={15} stroke={1.75} />
        </ActionIcon>
      )}
      {onRemove && (
        <CloseButton size={24} iconSize={14} onClick={onRemove} aria-label={t('remove', { name: file.name })} />
      )}
      {progress !== undefined && progress < 1 && (
        <Progress
          className={classes.progress}
          size={2}
          value={progress * 100}
          aria-label={t('editor.uploading', { name: file.name })}
        />
      )}
    </span>
  )
}

/** The files of a message. */
export function AttachmentList({ files }: { files: readonly Attachment[] }) {
  if (files.length === 0) return null
  return (
    <div className={classes.list}>
      {files.map((file) => (
        <AttachmentChip key={file.id} file={file} />
      ))}
    </div>
  )
}
