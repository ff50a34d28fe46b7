/** What each way of looking at a file is given. */
export interface ViewProps {
  file: { id: number; name: string; type: string; size: number; url: string }
  message: { number: number; id: number } | undefined
}
