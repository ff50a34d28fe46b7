import { Outlet } from '@tanstack/react-router'

export function SearchScreen() {
  return <Outlet />
}
