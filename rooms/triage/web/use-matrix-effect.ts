import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../web-kit/api/api.ts'
import type { MatrixChange } from '../../catalog/contract/http.ts'
import { type MatrixEffect, previewMatrix } from '../contract/http.ts'

const pauseMs = 350

/** Asks what a matrix would do once its editor pauses. */
export function useMatrixEffect(matrix: MatrixChange) {
  const [asked] = useDebouncedValue(matrix, pauseMs)
  return useQuery<MatrixEffect>({
    queryKey: [previewMatrix.path, asked],
    queryFn: ({ signal }) => api(previewMatrix, { body: asked, signal }),
    placeholderData: keepPreviousData,
  })
}
