/**
 * Which of the offered is meant: whoever has the address that was typed; the address itself, offered after them, when nobody
 * has it; otherwise the first found. -1 when nothing is offered.
 */
export function likeliest(people: ReadonlyArray<{ email: string | null }>, wanted: string, isAddress: boolean): number {
  if (!isAddress) return people.length > 0 ? 0 : -1
  const known = people.findIndex((one) => one.email?.toLowerCase() === wanted.toLowerCase())
  return known < 0 ? people.length : known
}
