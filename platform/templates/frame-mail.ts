import { escapeHtml } from '../html/from-text.ts'

export interface FrameLook {
  /** `card`: what the desk itself says, under its name; `letter`: what a person wrote, as a person's mail looks. */
  frame: 'card' | 'letter'
  language: string
  /** The name above a card. */
  brand: string
  /** A small line below. */
  footer?: string | undefined
  /** Shown beside the subject in lists of mails. */
  preheader?: string | undefined
}

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
const TEXT = `font-family:${FONT};font-size:15px;line-height:1.55;color:#1d2130`

/** Clients that know dark mode follow it; those that turn colours round by themselves find none that break. */
const SHEET = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
img{max-width:100%;height:auto;border:0}
.dk-body table{max-width:100%}
@media (max-width:480px){.dk-pad{padding:20px 18px!important}.dk-outer{padding:0!important}.dk-card{border-radius:0!important;border-left:0!important;border-right:0!important}}
@media (prefers-color-scheme:dark){.dk-back{background:#14161c!important}.dk-card{background:#1e2129!important;border-color:#343946!important}.dk-body,.dk-body p,.dk-body li,.dk-body h2,.dk-body td{color:#e6e8ee!important}.dk-dim{color:#a0a6b4!important}.dk-link{color:#a9acff!important}.dk-rule{border-color:#343946!important}.dk-quote{border-color:#4a5060!important;color:#b5bac6!important}.dk-button,.dk-button-link{background:#6366e8!important;color:#ffffff!important}}
[data-ogsc] .dk-body,[data-ogsc] .dk-body p,[data-ogsc] .dk-body li{color:#e6e8ee!important}[data-ogsb] .dk-card{background:#1e2129!important}`

/** A whole HTML mail around its content: tables and inline styles, since that is what mail programs draw; no remote image. */
export function frameMail(content: string, look: FrameLook): string {
  const head = `<!doctype html><html lang="${escapeHtml(look.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><style>${SHEET}</style></head>`
  const preheader = look.preheader
    ? `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(look.preheader)}</div>`
    : ''
  const footer = look.footer
    ? `<p class="dk-dim" style="margin:0;font-size:12.5px;line-height:1.5;color:#666c7c">${escapeHtml(look.footer).replace(/\n/g, '<br>')}</p>`
    : ''
  if (look.frame === 'letter') {
    return `${head}<body class="dk-letter" style="margin:0;padding:0">${preheader}<div class="dk-body" style="${TEXT};max-width:760px">${content}${footer}</div></body></html>`
  }
  return `${head}<body class="dk-back" style="margin:0;padding:0;background:#f3f4f7">${preheader}<table role="presentation" class="dk-back" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f7"><tr><td class="dk-outer" align="center" style="padding:28px 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td class="dk-dim dk-pad" style="padding:0 28px 12px;font-family:${FONT};font-size:14px;font-weight:600;color:#5a6072">${escapeHtml(look.brand)}</td></tr><tr><td class="dk-card dk-pad dk-body" style="background:#ffffff;border:1px solid #e2e5ec;border-radius:10px;padding:28px;${TEXT}">${content}</td></tr><tr><td class="dk-pad" style="padding:14px 28px 0;font-family:${FONT}">${footer}</td></tr></table></td></tr></table></body></html>`
}
