import { IconPhoneCall, IconStairsUp, IconUrgent } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../rooms/people/contract/http.ts'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'

const icon = { size: 17, stroke: 1.75 }

/** On-call, major incidents and escalations: by keyboard, and for the palette. */
export function useRooms(me: Me) {
  const { t } = useTranslation('agent')
  const go = useNavigate()
  const group = t('kit:shortcuts.general')
  const room = (id: string, keys: string, to: string, drawn: ReactNode) => ({
    id,
    keys,
    label: t(`nav.${id}`),
    icon: drawn,
    run: () => void go({ to }),
  })
  const onCall = room('onCall', 'g p', '/desk/on-call', <IconPhoneCall {...icon} />)
  const major = room('major', 'g i', '/desk/major-incidents', <IconUrgent {...icon} />)
  const escalations = room('escalations', 'g e', '/desk/escalations', <IconStairsUp {...icon} />)
  const mayUse = me.permissions.includes('oncall.use')
  const mayReport = me.permissions.includes('escalation.override')
  useShortcut(onCall.keys, onCall.run, { label: onCall.label, group, enabled: mayUse })
  useShortcut(major.keys, major.run, { label: major.label, group })
  useShortcut(escalations.keys, escalations.run, { label: escalations.label, group, enabled: mayReport })
  return [...(mayUse ? [onCall] : []), major, ...(mayReport ? [escalations] : [])]
}
