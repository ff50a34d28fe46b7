import { Component, type ReactNode, useEffect, useState } from 'react'
import { ErrorState } from '../ui/states.tsx'
import { deskAnswers, isUnreachable, reloadOnce } from './fetch-part.ts'

const everyMs = 4000

// Browsers may remember that a file could not be had, so it is the page that is loaded again.
const retry = async () => {
  if (await deskAnswers()) location.reload()
}
const retryAlone = async () => {
  if (await deskAnswers()) reloadOnce()
}

/** In place of what could not be fetched; goes on by itself when the desk is back. */
export function Unreachable({ error, instead }: { error: Error; instead?: ReactNode }) {
  const [alone, setAlone] = useState(false)
  useEffect(() => setAlone(!document.querySelector('h1')), [])
  useEffect(() => {
    void retryAlone()
    const timer = setInterval(retryAlone, everyMs)
    addEventListener('online', retryAlone)
    return () => {
      clearInterval(timer)
      removeEventListener('online', retryAlone)
    }
  }, [])
  return instead === undefined ? <ErrorState error={error} retry={retry} page={alone} /> : instead
}

interface BoundaryProps {
  children: ReactNode
  /** Shown without a word while the desk is away. */
  instead?: ReactNode
}

/** Keeps the rest of the page where a part of it could not be fetched. */
export class PartBoundary extends Component<BoundaryProps, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    if (!isUnreachable(error)) throw error
    return <Unreachable error={error} instead={this.props.instead} />
  }
}
