import { Button, Group } from '@mantine/core'
import { IconDownload, IconExternalLink, IconFileSad, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../../web-kit/ui/states.tsx'
import classes from './file-viewer.module.css'
import type { ViewProps } from './view-props.ts'

type Shown = Pick<ViewProps, 'file'>

/** The browser's own viewer: it knows every PDF, searches, prints, and runs apart from this page. */
export function PdfView({ file }: Shown) {
  const { t } = useTranslation('files')
  if (navigator.pdfViewerEnabled === false) {
    return (
      <div className={classes.player}>
        <EmptyState icon={<IconFileTypePdf />} title={t('noPdf')} action={<Ways file={file} />}>
          {t('noPdfHelp')}
        </EmptyState>
      </div>
    )
  }
  return <iframe className={classes.pdf} src={`${file.url}?show=true`} title={file.name} />
}

export function SoundView({ file }: Shown) {
  const [broken, setBroken] = useState(false)
  if (broken) return <Unshowable file={file} />
  return (
    <div className={classes.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody captioned what a requester recorded */}
      <audio
        controls
        preload="metadata"
        src={`${file.url}?show=true`}
        aria-label={file.name}
        onError={() => setBroken(true)}
      />
    </div>
  )
}

export function FilmView({ file }: Shown) {
  const [broken, setBroken] = useState(false)
  if (broken) return <Unshowable file={file} />
  return (
    <div className={classes.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody captioned what a requester filmed */}
      <video
        controls
        preload="metadata"
        src={`${file.url}?show=true`}
        aria-label={file.name}
        onError={() => setBroken(true)}
      />
    </div>
  )
}

export function Unshowable({ file }: Shown) {
  const { t } = useTranslation('files')
  return (
    <div className={classes.player}>
      <EmptyState icon={<IconFileSad />} title={t('cannot')} action={<Ways file={file} />}>
        {t('cannotHelp')}
      </EmptyState>
    </div>
  )
}

function Ways({ file }: Shown) {
  const { t } = useTranslation('files')
  return (
    <Group gap="sm">
      <Button
        component="a"
        variant="default"
        href={`${file.url}?show=true`}
        target="_blank"
        rel="noopener noreferrer"
        leftSection={<IconExternalLink size={16} />}
      >
        {t('newTab')}
      </Button>
      <Button component="a" href={file.url} download={file.name} leftSection={<IconDownload size={16} />}>
        {t('download')}
      </Button>
    </Group>
  )
}
