import type { World } from './desk.ts'

/** What the migrations leave behind: a desk without people. */
export const empty: World = {
  load: async (_desk, _options, say) => say('Nothing to load: the desk is as the migrations left it.'),
  isLoaded: async () => true,
  accounts: [],
}
