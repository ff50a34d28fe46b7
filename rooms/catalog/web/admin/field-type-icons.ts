import {
  IconAlignLeft,
  IconCalendar,
  IconCheckbox,
  IconCircleDot,
  IconCursorText,
  IconListCheck,
  IconNumber123,
  IconPaperclip,
  IconUser,
} from '@tabler/icons-react'

export const fieldTypeIcons = {
  text: IconCursorText,
  long_text: IconAlignLeft,
  number: IconNumber123,
  choice: IconCircleDot,
  multi_choice: IconListCheck,
  date: IconCalendar,
  person: IconUser,
  file: IconPaperclip,
  checkbox: IconCheckbox,
} as const
