import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from '@mantine/core'
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPaperclip,
  IconPhoto,
  type TablerIcon,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './editor.module.css'

interface Props {
  editor: Editor
  onFiles: ((files: File[]) => void) | undefined
  onPictures: ((files: File[]) => void) | undefined
  tools: ReactNode
}

interface Tool {
  name: string
  icon: TablerIcon
  on: boolean
  run: () => void
}

export function Toolbar({ editor, onFiles, onPictures, tools }: Props) {
  const { t } = useTranslation('kit')
  const active = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      bold: e.isActive('bold'),
      italic: e.isActive('italic'),
      code: e.isActive('code'),
      bullets: e.isActive('bulletList'),
      numbers: e.isActive('orderedList'),
      quote: e.isActive('blockquote'),
      link: e.isActive('link'),
    }),
  })
  const list: Tool[] = [
    { name: 'bold', icon: IconBold, on: active.bold, run: () => editor.chain().focus().toggleBold().run() },
    { name: 'italic', icon: IconItalic, on: active.italic, run: () => editor.chain().focus().toggleItalic().run() },
    { name: 'bullets', icon: IconList, on: active.bullets, run: () => editor.chain().focus().toggleBulletList().run() },
    {
      name: 'numbers',
      icon: IconListNumbers,
      on: active.numbers,
      run: () => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      name: 'quote',
      icon: IconBlockquote,
      on: active.quote,
      run: () => editor.chain().focus().toggleBlockquote().run(),
    },
    { name: 'code', icon: IconCode, on: active.code, run: () => editor.chain().focus().toggleCode().run() },
  ]
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('editor.toolbar')}>
      {list.map(({ name, icon: Icon, on, run }) => (
        <Tooltip key={name} label={t(`editor.${name}`)}>
          <ActionIcon
            aria-label={t(`editor.${name}`)}
            aria-pressed={on}
            data-on={on || undefined}
            className={classes.tool}
            onClick={run}
          >
            <Icon size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      ))}
      <LinkTool editor={editor} on={active.link} />
      {onPictures && (
        <FileTool
          label={t('editor.picture')}
          icon={IconPhoto}
          accept="image/png,image/jpeg,image/gif,image/webp"
          onFiles={onPictures}
        />
      )}
      {onFiles && <FileTool label={t('editor.attach')} icon={IconPaperclip} onFiles={onFiles} />}
      <div className={classes.tools}>{tools}</div>
    </div>
  )
}

interface FileToolProps {
  label: string
  icon: TablerIcon
  accept?: string
  onFiles: (files: File[]) => void
}

function FileTool({ label, icon: Icon, accept, onFiles }: FileToolProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        {...(accept ? { accept } : {})}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Tooltip label={label}>
        <ActionIcon aria-label={label} className={classes.tool} onClick={() => input.current?.click()}>
          <Icon size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

function LinkTool({ editor, on }: { editor: Editor; on: boolean }) {
  const { t } = useTranslation('kit')
  const [open, setOpen] = useState(false)
  const [href, setHref] = useState('')
  const set = () => {
    const address = /^[a-z]+:/i.test(href) || href === '' ? href : `https://${href}`
    const chain = editor.chain().focus().extendMarkRange('link')
    if (address) chain.setLink({ href: address }).run()
    else chain.unsetLink().run()
    setOpen(false)
  }
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="top">
      <Popover.Target>
        <Tooltip label={t('editor.link')}>
          <ActionIcon
            aria-label={t('editor.link')}
            aria-pressed={on}
            data-on={on || undefined}
            className={classes.tool}
            onClick={() => {
              setHref((editor.getAttributes('link').href as string | undefined) ?? '')
              setOpen(!open)
            }}
          >
            <IconLink size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Group gap="xs" align="end" wrap="nowrap">
          <TextInput
            label={t('editor.linkPrompt')}
            value={href}
            onChange={(event) => setHref(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              set()
            }}
            data-autofocus
          />
          <Button onClick={set}>{href === '' && on ? t('editor.linkUnset') : t('editor.linkSet')}</Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
