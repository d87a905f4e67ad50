import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page as it stands. */
export const violationsOf = (page: Page) => found(axe(page))

/** Only the rules that a change of colours can break; the others were read in the first look. */
export const colourViolationsOf = (page: Page) =>
  found(axe(page).withRules(['color-contrast', 'link-in-text-block']))

/** No frames here, so that axe need not open a page of its own for each of ours. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

async function found(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id} ×${nodes.length} ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  )
}

const named =
  /^\s*- '?(?:link|button|tab|menuitem|option|combobox|checkbox|radio|switch|searchbox|textbox|img)(?: "(.*?)")?(?: \[|:|'|$)/

/** English words that a screen reader would say in a control or for a picture: the names of icons, labels that a library brings along. */
export async function spokenEnglish(page: Page): Promise<string[]> {
  const snapshot = await page.locator('body').ariaSnapshot()
  const names = snapshot.split('\n').flatMap((line) => named.exec(line)?.[1] ?? [])
  return [...new Set(names.filter((name) => english.test(name)))]
}

/** Abbreviations in capitals, account names and addresses are no English words. */
const english = /(?<![\w.@/-])(?!(?:Excel|Word|Chrome|Linux)\b)[A-Za-z]?[a-z]{2,}(?![\w.@/])/
