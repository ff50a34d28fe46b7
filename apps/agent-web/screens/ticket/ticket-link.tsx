import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import classes from './ticket-screen.module.css'

export const ticketLink = (number: number, children: ReactNode) => (
  <Link
    to="/desk/tickets/$number"
    params={{ number: String(number) } as never}
    search={true as never}
    className={classes.link}
  >
    {children}
  </Link>
)
