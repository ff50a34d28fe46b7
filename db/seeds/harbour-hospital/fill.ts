import type { Random } from '../random.ts'

/**
 * Fills a text of a scenario. `[[a|b]]` takes the option that belongs to `branch` when it is given, so that all that
 * is said on one ticket agrees with itself; without it each choice is made afresh. `{slot}` is looked up.
 */
export function fill(
  text: string,
  slots: Record<string, string>,
  choose: { branch: number } | { random: Random },
): string {
  const chosen = text.replace(/\[\[(.*?)\]\]/gs, (_, options: string) => {
    const all = options.split('|')
    const index = 'branch' in choose ? choose.branch % all.length : choose.random.below(all.length)
    return all[index] ?? ''
  })
  return chosen.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole)
}
