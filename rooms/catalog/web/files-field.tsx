import { Input } from '@mantine/core'
import { useEffect } from 'react'
import { AttachArea, useUploads } from '../../../web-kit/ui/attach-area.tsx'
import type { FieldInputProps } from './field-input.ts'

/** Files as the answer to a question; the answer is the list of their ids. */
export function FilesField({ onChange, around }: FieldInputProps) {
  const uploads = useUploads()
  const ids = uploads.ids.join(',')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list of files is another answer
  useEffect(() => onChange(ids ? ids.split(',').map(Number) : undefined), [ids])
  const { name, ...rest } = around
  return (
    <Input.Wrapper {...rest} labelElement="div">
      <AttachArea uploads={uploads} label={around.label} name={name} />
    </Input.Wrapper>
  )
}
