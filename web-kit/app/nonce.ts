/** The nonce the server wrote into this page for the styles that libraries add. */
export const styleNonce = (): string => {
  const given = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return given.startsWith('__') ? '' : given
}
