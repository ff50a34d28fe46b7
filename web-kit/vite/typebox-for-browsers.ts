/**
 * Stands in for `typebox` in the browser's bundle. There, contracts are read for method and path only; schemas check and
 * document on the server. Keeps `.properties`, which contracts spread; everything else of a schema is left out.
 */
interface Shape {
  properties: object
}
const shapeOf = (given: unknown): Shape => {
  if (typeof given !== 'object' || given === null) return { properties: {} }
  const properties = (given as Partial<Shape>).properties
  return { properties: typeof properties === 'object' ? properties : given }
}

export const Type = new Proxy({}, { get: () => shapeOf })
