import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ApiProblem } from '../api/problem.ts'
import { problemWords } from '../ui/problem-words.ts'
import classes from './form.module.css'

/** What was wrong with the form as a whole. Keeps its place above the buttons. */
export function FormProblem({ problem }: { problem: ApiProblem | undefined }) {
  if (!problem) return null
  const { title, detail } = problemWords(problem)
  return (
    <Alert role="alert" className={classes.problem} icon={<IconAlertCircle size={18} />} title={title}>
      {detail}
    </Alert>
  )
}
