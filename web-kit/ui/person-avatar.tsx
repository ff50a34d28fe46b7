import classes from './person.module.css'

const initials = (name: string) => {
  const words = name
    .replace(/[^\p{L}\p{N}\s@.-]/gu, '')
    .split(/[\s@.]+/)
    .filter(Boolean)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

// A hue from the name, so that a person looks the same on every screen without a stored picture.
const hue = (name: string) => {
  let sum = 7
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360
  return Math.round(sum / 30) * 30
}

/** A person as initials on their own tint. Decorative: the name must stand beside it, or be given by `label`. */
export function PersonAvatar({ name, size = 22, label }: { name: string; size?: number; label?: string }) {
  return (
    <span
      className={classes.avatar}
      style={{
        width: size,
        height: size,
        fontSize: Math.max(9, Math.round(size * 0.4)),
        ['--hue' as string]: hue(name),
      }}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
    >
      {initials(name)}
    </span>
  )
}

/** The place of somebody who is not there yet. */
export function NobodyAvatar({ size = 22, label }: { size?: number; label?: string }) {
  return (
    <span
      className={classes.nobody}
      style={{ width: size, height: size }}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
    />
  )
}

export function PersonName({ name, size = 20, dim }: { name: string; size?: number; dim?: boolean }) {
  return (
    <span className={classes.person} data-dim={dim || undefined}>
      <PersonAvatar name={name} size={size} />
      <span className={classes.name}>{name}</span>
    </span>
  )
}
