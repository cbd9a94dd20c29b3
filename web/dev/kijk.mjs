// SPDX-License-Identifier: EUPL-1.2
// Pictures of the screens over the mock: `node dev/kijk.mjs [name…]` → dev/beelden/<name>-<width>-<language>.png.
// MOCK=http://localhost:8080 WIE=Marit looks at the real server with its demo instead. Reports every CSP violation, console error and axe finding.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { SCHERMEN } from './schermen.mjs';

const BASIS = process.env.MOCK ?? 'http://localhost:5190';
const UIT = fileURLToPath(new URL('./beelden/', import.meta.url));
mkdirSync(UIT, { recursive: true });
const gevraagd = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const breedten = process.argv.includes('--breed') ? [1280] : process.argv.includes('--smal') ? [320] : [1280, 320];
const talen = process.argv.includes('--nl') ? ['nl'] : ['nl', 'en'];

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let gebreken = 0;
for (const taal of talen) {
  for (const breedte of breedten) {
    const context = await browser.newContext({
      viewport: { width: breedte, height: breedte > 500 ? 800 : 700 },
      locale: taal === 'nl' ? 'nl-NL' : 'en-GB',
      hasTouch: breedte < 500,
    });
    await context.addInitScript((t) => localStorage.setItem('damwand.taal', t), taal);
    const page = await context.newPage();
    let naam = '';
    const meld = (tekst) => {
      gebreken += 1;
      console.log(`${naam} ${breedte} ${taal}: ${tekst}`);
    };
    page.on('console', (bericht) => {
      if (bericht.type() === 'error' && !/status of (401|404|412|400)/.test(bericht.text()))
        meld(bericht.text().slice(0, 300));
    });
    page.on('pageerror', (fout) => meld(`${fout}`.slice(0, 400)));
    for (const scherm of SCHERMEN) {
      if (gevraagd.length > 0 && !gevraagd.includes(scherm.naam)) continue;
      naam = scherm.naam;
      try {
        if (breedte < 500) await page.setViewportSize({ width: breedte, height: scherm.heel ? 1800 : 700 });
        await scherm.ga({ page, basis: BASIS, breedte, taal });
        await page.waitForTimeout(350);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) meld(`${over} px te breed`);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        for (const v of violations)
          meld(
            `axe ${v.id}: ${v.nodes
              .map((n) => `${n.target.join(' ')} ${n.failureSummary?.split('\n')[1] ?? ''}`)
              .slice(0, 3)
              .join(' | ')}`,
          );
      } catch (fout) {
        meld(`${fout}`.slice(0, 600));
      }
      await page.screenshot({ path: `${UIT}${scherm.naam}-${breedte}-${taal}.png`, fullPage: scherm.heel ?? false });
    }
    await context.close();
  }
}
await browser.close();
console.log(gebreken === 0 ? 'geen gebreken' : `${gebreken} gebreken`);
process.exit(gebreken === 0 ? 0 : 1);
