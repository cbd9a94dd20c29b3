// SPDX-License-Identifier: EUPL-1.2
// The screens that dev/kijk.mjs visits, in this order, in one session.
const inloggen = async (page, basis, wie = process.env.WIE ?? 'Marloes') => {
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
  {
    naam: 'waarom',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.keyboard.press('?');
      await page.getByRole('button', { name: /Waarom|Why/ }).click();
      await page.getByRole('dialog').locator('li').first().waitFor();
    },
  },
  {
    naam: 'inbox',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen`);
      await page.locator('[role=listbox] [role=option]').first().waitFor();
    },
  },
  {
    naam: 'inbox-alles',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen?tab=alles&thema=drugs`);
      await page.locator('[role=listbox] [role=option]').first().waitFor();
      await page.getByRole('listbox').focus();
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.keyboard.press('j');
      await page.keyboard.press('x');
    },
  },
  {
    naam: 'niet-oppakken',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen`);
      await page.getByRole('listbox').focus();
      await page.keyboard.press('3');
      await page.getByRole('dialog').waitFor();
      await page.getByRole('dialog').locator('button[type=submit]').click();
    },
  },
  {
    naam: 'duplicaat',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen`);
      await page.getByRole('listbox').focus();
      await page.keyboard.press('2');
      await page.locator('#veld-duplicaatVan').fill('loods');
      await page.locator('[role=listbox] [role=option]').first().waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    naam: 'nieuw-signaal',
    heel: true,
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen/nieuw`);
      await page.locator('#veld-titel').fill('Aanloop op vreemde tijden bij een loods');
      await page.locator('#veld-adres').pressSequentially('kerkstr 9');
      await page.locator('[role=listbox] [role=option]').first().waitFor();
      await page.waitForTimeout(300);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /Vermelding toevoegen|Add a mention/ }).click();
      await page.locator('[id="veld-vermeldingen.0.soort"]').selectOption('bedrijf');
    },
  },
  {
    naam: 'nieuw-signaal-fout',
    heel: true,
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen/nieuw`);
      await page.locator('#veld-adres').fill('achter de volkstuinen');
      await page.locator('h1').click();
      await page.locator('form button[type=submit]').click();
    },
  },
  {
    naam: 'signaal',
    heel: true,
    ga: async ({ page, basis, breedte }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen?tab=alles&status=casus`);
      await page.locator('[role=listbox] [role=option]').first().click();
      if (breedte > 500) await page.keyboard.press('Enter');
      await page.locator('.dw-signaal').waitFor();
    },
  },
  {
    naam: 'wijzigen-botsing',
    heel: true,
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen?tab=wegen`);
      const option = page.locator('[role=listbox] [role=option]').first();
      const id = (await option.getAttribute('id')).replace('signaal-', '');
      await page.goto(`${basis}/signalen/${id}`);
      await page.getByRole('button', { name: /^(Wijzigen|Change)$/ }).click();
      await page.locator('#veld-omschrijving').fill('Mijn tekst: de auto komt elke nacht om drie uur.');
      await page.evaluate(async (sid) => {
        const sessie = await (await fetch('/v1/sessie')).json();
        const nu = await (await fetch(`/v1/signalen/${sid}`)).json();
        await fetch(`/v1/signalen/${sid}`, {
          method: 'PATCH',
          headers: { 'X-CSRF-Token': sessie.csrf, 'If-Match': `"${nu.versie}"`, 'Content-Type': 'application/json' },
          body: JSON.stringify({
            omschrijving: `Hun tekst: de buurman zag de auto ook, versie ${nu.versie}.`,
            titel: `${nu.titel.slice(0, 60)} (aangevuld)`,
          }),
        });
      }, id);
      await page.locator('form button[type=submit]').click();
      await page.locator('.dw-botsing').waitFor();
    },
  },
  {
    naam: 'weging',
    heel: true,
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen`);
      await page.getByRole('listbox').focus();
      await page.keyboard.press('1');
      await page.locator('.dw-vraag').first().waitFor();
      await page.locator('.dw-vraag input[type=radio]').first().focus();
      await page.keyboard.press('1');
      await page.locator('#veld-uitkomst').check();
    },
  },
  {
    naam: 'casus-openen',
    heel: true,
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen?tab=wegen`);
      await page.locator('[role=listbox] [role=option]').first().waitFor();
      const id = await page.evaluate(async () => {
        const { resultaten } = await (await fetch('/v1/signalen?status=in_weging&aantal=100')).json();
        return resultaten.find((s) => s.wegingStap === 4).id;
      });
      await page.goto(`${basis}/casussen/nieuw?signaal=${id}`);
      await page.locator('#veld-werknaam').fill('Loods Zandweg');
    },
  },
  {
    naam: 'cijfers',
    heel: true,
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/cijfers`);
      await page.locator('table').first().waitFor();
    },
  },
  {
    naam: 'sessie-verlopen',
    ga: async ({ page, basis }) => {
      await inloggen(page, basis);
      await page.goto(`${basis}/signalen/nieuw`);
      await page.locator('#veld-titel').fill('Dit blijft staan');
      await page.locator('#veld-bron').selectOption('mma');
      await page.context().clearCookies();
      await page.locator('form button[type=submit]').click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
];
