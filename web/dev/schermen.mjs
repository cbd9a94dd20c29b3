// SPDX-License-Identifier: EUPL-1.2
// The screens that dev/kijk.mjs visits, in this order, in one session.
const inloggen = async (page, basis, wie = 'Marloes') => {
  await page.goto(`${basis}/demo`);
  await page.getByRole('button', { name: new RegExp(wie) }).click();
  await page.getByRole('navigation').waitFor();
};

export const SCHERMEN = [
  {
    naam: 'inloggen',
    ga: async ({ page, basis }) => {
      await page.goto(`${basis}/inloggen`);
      await page.locator('form').waitFor();
    },
  },
  {
    naam: 'inloggen-fout',
    ga: async ({ page, basis }) => {
      await page.goto(`${basis}/inloggen`);
      await page.locator('form button[type=submit]').click();
    },
  },
  {
    naam: 'demo',
    ga: async ({ page, basis }) => {
      await page.goto(`${basis}/demo`);
      await page.locator('.dw-demokaart').first().waitFor();
    },
  },
  {
    naam: 'mijn-werk',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.locator('h1').waitFor();
    },
  },
  {
    naam: 'help',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];
