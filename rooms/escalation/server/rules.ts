import type { Supplier } from '../contract/shapes.ts'

/** The tier that stands for a supplier. */
export const supplierTier = 4

export interface Path {
  /** For the tiers 1, 2 and 3 the teams that can take a ticket there, first choice first. */
  tiers: readonly (readonly number[])[]
  supplier: Supplier | null
}

interface TeamOfTier {
  id: number
  tier: number
}

/** The path of a desk where nobody has saved one: every open team in the tier it belongs to. */
export function pathFromTeams(teams: readonly (TeamOfTier & { visibility: string })[]): Path {
  // A private team is only handed to where somebody has said so: its tickets leave everybody else's sight.
  const open = teams.filter((team) => team.visibility === 'everyone')
  return {
    tiers: [1, 2, 3].map((tier) => open.filter((team) => team.tier === tier).map((team) => team.id)),
    supplier: null,
  }
}

/** The tier in which a team stands on a path; a team that is not on it stands in its own. */
export function tierOf(path: Path, team: TeamOfTier): number {
  const index = path.tiers.findIndex((teams) => teams.includes(team.id))
  return index < 0 ? team.tier : index + 1
}

/** The teams above a tier, lowest tier first; with no tier yet, everything. */
export function teamsAbove(path: Path, tier: number | null): number[] {
  return path.tiers.flatMap((teams, index) => (index + 1 > (tier ?? 0) ? [...teams] : []))
}

/** Whether giving a ticket from one team to the other hands it up, which needs a hand-off. */
export function climbs(path: Path, from: TeamOfTier, to: TeamOfTier): boolean {
  return tierOf(path, to) > tierOf(path, from)
}
