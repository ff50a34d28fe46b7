import type { DepartmentSeed } from './shapes.ts'

export const departments: DepartmentSeed[] = [
  {
    key: 'executive',
    name: 'Executive Office',
    vip: true,
    note: 'Board members and their assistants. Call before you visit.',
  },
  { key: 'chiefs', name: 'Chief Physicians', vip: true, note: 'Usually between two patients: ring, do not write.' },
  {
    key: 'emergency',
    name: 'Emergency Department',
    sharesTickets: true,
    note: 'Staffed round the clock. The desk at the entrance has extension 2200.',
  },
  { key: 'medicine', name: 'Internal Medicine', sharesTickets: true },
  { key: 'surgery', name: 'Surgery and Theatres', sharesTickets: true },
  {
    key: 'icu',
    name: 'Intensive Care',
    sharesTickets: true,
    note: 'No remote restarts without asking the shift lead.',
  },
  { key: 'maternity', name: 'Maternity and Neonatology', sharesTickets: true },
  { key: 'radiology', name: 'Radiology', sharesTickets: true },
  { key: 'laboratory', name: 'Laboratory Medicine', sharesTickets: true },
  { key: 'pharmacy', name: 'Hospital Pharmacy', sharesTickets: true },
  { key: 'records', name: 'Medical Records and Admissions' },
  { key: 'finance', name: 'Finance and Purchasing' },
  { key: 'hr', name: 'Human Resources' },
  { key: 'estates', name: 'Facilities and Estates', sharesTickets: true },
  {
    key: 'hafenklinik',
    name: 'Hafenklinik Altenhafen',
    sharesTickets: true,
    note: 'Sister site across the water, German-speaking, Europe/Berlin.',
  },
  {
    key: 'practice',
    name: 'Harbour Road Practice',
    note: 'General practitioners with access to results and discharge letters.',
  },
  { key: 'it', name: 'Information Technology' },
]
