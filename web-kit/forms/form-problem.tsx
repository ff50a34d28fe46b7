import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { problemWords } from '../ui/problem-words.ts'
import classes from './form.module.css'

interface Props {
  problem: ApiProblem | undefined
  /** Better words than the problem's own. */
  detail?: string
  /** Ways on. */
  children?: ReactNode
}

/** What was wrong with the form as a whole. Keeps its place above the buttons. */
export function FormProblem({ problem, detail, children }: Props) {
  if (!problem) return null
  const words = problemWords(problem)
  return (
    <Alert role="alert" className={classes.problem} icon={<IconAlertCircle size={18} />} title={words.title}>
      {detail ?? words.detail}
      {children && <div className={classes.actions}>{children}</div>}
    </Alert>
  )
}
