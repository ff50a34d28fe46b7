import classes from './ask-screen.module.css'
import type { Level } from './use-levels.ts'

interface Props {
  legend: string
  name: string
  options: readonly Level[]
  value: number
  onChange: (value: number) => void
}

/** One of a few, as cards large enough for a thumb. */
export function ChoiceCards({ legend, name, options, value, onChange }: Props) {
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      <div className={classes.cards}>
        {options.map((option) => (
          <label key={option.value} className={classes.card}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
