import type { ReactNode } from 'react'
import type { Me } from '../../contract/http-session.ts'
import { AboutMe } from './about-me.tsx'
import { MyPassword } from './my-password.tsx'
import { MySecondFactor } from './my-second-factor.tsx'
import { MySessions } from './my-sessions.tsx'
import classes from './profile.module.css'
import { SignOut } from './sign-out.tsx'
import './strings.ts'

interface Props {
  me: Me
  /** The page's heading. */
  children?: ReactNode
  /** Cards of other rooms, below what one is called. */
  more?: ReactNode
}

/** Name, language, time zone, looks, password, second factor, devices. */
export function MyAccount({ me, children, more }: Props) {
  return (
    <div className={classes.profile}>
      {children}
      <AboutMe me={me} />
      {more}
      <MyPassword me={me} />
      <MySecondFactor me={me} />
      <MySessions />
      <SignOut />
    </div>
  )
}
