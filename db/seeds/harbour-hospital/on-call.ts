/** Who answers at night when a ward has no network. */
export const schedule = {
  name: 'Network & Servers',
  timeZone: 'Europe/London',
  layers: [
    {
      key: 'first',
      name: 'First line',
      people: ['hugo.laurent', 'stefan.kovac', 'bridget.nolan'],
      every: 1,
      unit: 'week' as const,
    },
    { key: 'backup', name: 'Backup', people: ['helen.stroud', 'anton.weiss'], every: 2, unit: 'week' as const },
  ],
}
