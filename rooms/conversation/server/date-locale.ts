/** Where English is all that is known of a reader, dates are written so that day and month cannot be taken for each other. */
export function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
