import { Outlet } from '@tanstack/react-router'

export function NewTicketScreen() {
  return <Outlet />
}
