// SPDX-License-Identifier: EUPL-1.2
// The heading of a screen: sets the title of the tab and takes the focus after a change of screen, so that a screen
// reader starts reading there. Titles hold kenmerken and names of screens, never names of persons.
import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from './language';

let firstScreen = true;

interface PageHeadingProps {
  /** For the tab of the browser; the heading itself when absent. */
  title: string;
  children?: ReactNode;
}

export function PageHeading({ title, children }: PageHeadingProps) {
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('basis.naam')}`;
  }, [title, t]);
  useEffect(() => {
    if (!firstScreen) heading.current?.focus();
    firstScreen = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1 dw-kop">
      {children ?? title}
    </h1>
  );
}
