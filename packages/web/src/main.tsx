import 'antd/dist/reset.css'
import './ui/theme/global.css'
import { createRoot } from 'react-dom/client'
import { Application } from './app/Application.tsx'
import { keepShell } from './app/offline-shell.ts'
import { colourVariables } from './ui/theme/colours.ts'

const colours = document.createElement('style')
colours.textContent = colourVariables()
document.head.prepend(colours)

const root = document.getElementById('root')
if (root) createRoot(root).render(<Application />)

// After the first page is there, so that nothing of it waits. A refusal (private window, no HTTPS) costs only the offline start.
window.addEventListener('load', () => void keepShell().catch(() => undefined))
