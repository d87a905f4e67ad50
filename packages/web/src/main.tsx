import 'antd/dist/reset.css'
import './ui/theme/global.css'
import { createRoot } from 'react-dom/client'
import { Application } from './app/Application.tsx'
import { colourVariables } from './ui/theme/colours.ts'

const colours = document.createElement('style')
colours.textContent = colourVariables()
document.head.prepend(colours)

const root = document.getElementById('root')
if (root) createRoot(root).render(<Application />)
