import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change, useSend } from '../../../../web-kit/api/use-send.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { listRules, putRuleOrder, type Rule } from '../../contract/http.ts'

/** Moving rules: shown at once, kept at once, and undone from the toast. */
export function useRuleOrder(rules: readonly Rule[]) {
  const { t } = useTranslation('routingAdmin')
  const [dragged, setDragged] = useState<number>()
  const [target, setTarget] = useState<{ id: number; half: 'before' | 'after' }>()
  const send = useSend(putRuleOrder, {
    refresh: [listRules],
    optimistic: ({ body }) => [
      change(listRules, {}, (before) => ({
        ...before,
        items: (body?.ids ?? []).flatMap((id) => before.items.filter((rule) => rule.id === id)),
      })),
    ],
  })
  const ids = rules.map((rule) => rule.id)
  const put = (next: number[], name: string) => {
    if (next.every((id, index) => id === ids[index])) return
    send.mutate(
      { body: { ids: next } },
      {
        onSuccess: () =>
          toast.done(
            t('moved', { name, position: next.indexOf(rules.find((one) => one.name === name)?.id ?? 0) + 1 }),
            {
              undo: () => send.mutate({ body: { ids } }),
            },
          ),
      },
    )
  }
  const move = (rule: Rule, by: -1 | 1) => {
    const from = ids.indexOf(rule.id)
    const to = from + by
    if (to < 0 || to >= ids.length) return
    put(ids.toSpliced(from, 1).toSpliced(to, 0, rule.id), rule.name)
  }
  const drop = () => {
    const rule = rules.find((one) => one.id === dragged)
    if (rule && target && target.id !== rule.id) {
      const rest = ids.filter((id) => id !== rule.id)
      const at = rest.indexOf(target.id) + (target.half === 'after' ? 1 : 0)
      put(rest.toSpliced(at, 0, rule.id), rule.name)
    }
    setDragged(undefined)
    setTarget(undefined)
  }
  return {
    move,
    dragged,
    markOf: (rule: Rule) => (dragged !== undefined && target?.id === rule.id ? target.half : undefined),
    drag: (rule: Rule, dragging: boolean) => {
      setDragged(dragging ? rule.id : undefined)
      if (!dragging) setTarget(undefined)
    },
    over: (rule: Rule, half: 'before' | 'after' | undefined) => setTarget(half && { id: rule.id, half }),
    drop,
  }
}
