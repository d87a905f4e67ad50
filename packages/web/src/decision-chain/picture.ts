import { toCanvas } from 'html-to-image'

interface Picture {
  /** Above the map, and the name of the file. */
  title: string
  /** 三.1: 内部资料, who took it and when. */
  footer: string
}

const margin = 24
const headHeight = 56
const footHeight = 40
const scale = 2

/** The map as it is drawn now, with its title and under it whose material it is, as a PNG on this device. */
export async function savePicture(map: HTMLElement, { title, footer }: Picture): Promise<void> {
  const viewport = map.querySelector<HTMLElement>('.react-flow__viewport')
  if (!viewport) throw new Error('the map is not drawn')
  const colours = getComputedStyle(map)
  const colour = (name: string) => colours.getPropertyValue(name)
  const { offsetWidth: width, offsetHeight: height } = map
  const drawn = await toCanvas(viewport, {
    ...{ width, height, pixelRatio: scale, skipFonts: true },
    filter: (node) => !(node instanceof Element && node.classList.contains('react-flow__handle')),
  })
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * margin) * scale
  canvas.height = (height + headHeight + footHeight) * scale
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser cannot draw')
  brush.scale(scale, scale)
  brush.fillStyle = colour('--surface')
  brush.fillRect(0, 0, width + 2 * margin, height + headHeight + footHeight)
  brush.fillStyle = colour('--text')
  brush.font = `600 18px ${colours.fontFamily}`
  brush.fillText(title, margin, 36)
  brush.drawImage(drawn, margin, headHeight, width, height)
  brush.fillStyle = colour('--text-3')
  brush.font = `12px ${colours.fontFamily}`
  brush.fillText(footer, margin, headHeight + height + 26)
  const link = document.createElement('a')
  link.download = `${title}.png`
  link.href = canvas.toDataURL('image/png')
  link.click()
}
