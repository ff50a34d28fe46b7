import { Outlet } from '@tanstack/react-router'

export function AdminScreen() {
  return <Outlet />
}
