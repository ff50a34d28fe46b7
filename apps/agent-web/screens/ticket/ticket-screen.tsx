import { Outlet } from '@tanstack/react-router'

export function TicketScreen() {
  return <Outlet />
}
