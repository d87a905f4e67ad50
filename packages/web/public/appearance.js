// Runs before the first paint, so that a chosen dark page never flashes white. The key is the one of src/ui/theme/appearance.ts.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('zhuowei.appearance')
  } catch {
    // Storage may be closed to us; the system's choice is then good enough.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
})()
