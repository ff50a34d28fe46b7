import { IconEye, IconLock, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { listOf } from '../../../../web-kit/i18n/formats.ts'
import { useHere } from '../../../../web-kit/live/use-live.ts'
import { PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import './strings.ts'
import classes from './together.module.css'

const marks = { replies: IconPencil, notes: IconLock, looks: IconEye }
// What matters most to somebody about to write comes first.
const order = ['replies', 'notes', 'looks'] as const
const mostNamed = 3

interface Props {
  number: number
  viewerId: number
  doing: keyof typeof marks
}

/** Says on this ticket what one does, and shows who else is here and what they do. */
export function WhoIsHere({ number, viewerId, doing }: Props) {
  const { t } = useTranslation('together')
  const others = useHere(`ticket:${number}`, doing).filter((person) => person.id !== viewerId)
  const said = (people: typeof others) => {
    const names = people.slice(0, mostNamed).map((person) => person.name)
    const more = people.length - names.length
    return listOf(more > 0 ? [...names, t('andMore', { count: more })] : names)
  }
  return (
    <ul className={classes.here} aria-live="polite">
      {order.map((what) => {
        const people = others.filter((person) => person.doing === what)
        const Mark = marks[what]
        return people.length === 0 ? null : (
          <li key={what} data-doing={what}>
            <span className={classes.faces}>
              {people.slice(0, mostNamed).map((person) => (
                <PersonAvatar key={person.id} name={person.name} size={18} />
              ))}
            </span>
            <Mark size={14} stroke={1.9} aria-hidden />
            <span className={classes.said}>{t(what, { count: people.length, names: said(people) })}</span>
          </li>
        )
      })}
    </ul>
  )
}
