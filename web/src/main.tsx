// SPDX-License-Identifier: EUPL-1.2
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { createAppRouter } from './app/router';
import { createQueryClient } from './basis/connection';
import { activateLanguage, i18n, preferredLanguage, useLanguage } from './basis/language';
import './basis/stijl/index.css';

const client = createQueryClient();
const router = createAppRouter(client);

function App() {
  const { language } = useLanguage();
  return (
    <AriaLocale locale={language === 'en' ? 'en-GB' : 'nl-NL'}>
      <RouterProvider router={router} />
    </AriaLocale>
  );
}

async function start(): Promise<void> {
  await activateLanguage(preferredLanguage());
  const place = document.getElementById('damwand');
  if (place === null) throw new Error('index.html has no #damwand');
  createRoot(place).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

void start();
