import { CloseButton, Progress } from '@mantine/core'
import { IconFile, IconFileText, IconFileZip, IconPhoto } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fileSize } from '../i18n/formats.ts'
import classes from './attachments.module.css'

export interface Attachment {
  id: number | string
  name: string
  type: string
  size: number
  url?: string | undefined
}

const iconOf = (type: string) => {
  if (type.startsWith('image/')) return IconPhoto
  if (/zip|compressed|tar/.test(type)) return IconFileZip
  return /text|pdf|word|sheet/.test(type) ? IconFileText : IconFile
}

interface ChipProps {
  file: Attachment
  onRemove?: () => void
  /** 0 to 1 while it is being uploaded. */
  progress?: number | undefined
  failed?: boolean
}

export function AttachmentChip({ file, onRemove, progress, failed }: ChipProps) {
  const { t } = useTranslation('kit')
  const Icon = iconOf(file.type)
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
      {file.url ? (
        <a href={file.url} download={file.name} className={classes.link} title={t('download', { name: file.name })}>
          {inner}
        </a>
      ) : (
        <span className={classes.link}>{inner}</span>
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
