import { Button, type ButtonProps } from '@mantine/core'
import { Link } from './link.tsx'

/** A link that looks like a button. */
export const ButtonLink = ({ href, ...rest }: ButtonProps & { href: string }) => (
  <Button component={Link} href={href} {...rest} />
)
