import { Outlet } from '@tanstack/react-router'

export function WorkScreen() {
  return <Outlet />
}
