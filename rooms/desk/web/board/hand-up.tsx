import { HandOffDrawer, useEscalations } from '../../../escalation/web/index.ts'

interface Props {
  number: number
  teamId: number
  onClose: () => void
}

/** The hand-off that a move to a higher tier asks for. */
export function HandUp({ number, teamId, onClose }: Props) {
  const { found } = useEscalations(number, true)
  return found ? <HandOffDrawer number={number} found={found} opened team={teamId} onClose={onClose} /> : null
}
