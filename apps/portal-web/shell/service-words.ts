import { nameIn, type Service } from '../../../rooms/catalog/contract/http.ts'

/** What a requester reads of a service, in their language. */
export function serviceWords(service: Service, language: string): { name: string; description: string } {
  const own = service.translations[language] ?? service.translations[language.split('-')[0] ?? '']
  return { name: nameIn(service, language), description: own?.publicDescription || service.publicDescription }
}

/** Whether what somebody types speaks of this service; every word must be found. */
export function speaksOf(words: { name: string; description: string }, typed: string): boolean {
  const text = `${words.name} ${words.description}`.toLocaleLowerCase()
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word))
}
