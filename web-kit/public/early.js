// Runs before the first paint, so that scheme, density and language never flash. A file of its own because the
// content security policy allows no inline script. The keys are those of web-kit/theme and web-kit/i18n.
;(() => {
  const root = document.documentElement
  let scheme = 'auto'
  let density = 'comfortable'
  let language = null
  try {
    scheme = localStorage.getItem('deskhand.scheme') || 'auto'
    density = localStorage.getItem('deskhand.density') || 'comfortable'
    language = localStorage.getItem('deskhand.language')
  } catch {
    // Storage refused: defaults hold.
  }
  const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  root.setAttribute('data-density', density)
  root.lang = language || (navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en')
})()
