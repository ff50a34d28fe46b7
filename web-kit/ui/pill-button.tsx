import { type ComponentPropsWithRef, forwardRef, type ReactNode } from 'react'
import classes from './pill-button.module.css'

interface Props extends ComponentPropsWithRef<'button'> {
  icon?: ReactNode
  /** Why it cannot be pressed; keeps its place and says so on hover and focus. */
  reason?: string | undefined
  /** Without a border, for property lists. */
  bare?: boolean
}

/** A quiet button that shows a value and changes it. */
export const PillButton = forwardRef<HTMLButtonElement, Props>(function PillButton(
  { icon, reason, bare, children, onClick, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      {...rest}
      className={classes.pill}
      data-bare={bare || undefined}
      aria-disabled={reason ? true : undefined}
      title={reason ?? rest.title}
      onClick={reason ? undefined : onClick}
    >
      {icon && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      <span className={classes.words}>{children}</span>
    </button>
  )
})
