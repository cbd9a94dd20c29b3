// SPDX-License-Identifier: EUPL-1.2
// A window over the screen. React Aria keeps the focus inside, closes on Escape and gives the focus back.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useLanguage } from './language';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** False when the user must choose: no Escape, no cross. */
  closable?: boolean;
  wide?: boolean;
}

export function Dialog({ title, onClose, children, closable = true, wide = false }: DialogProps) {
  const { t } = useLanguage();
  return (
    <ModalOverlay
      className="dw-dialoog__waas"
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled={!closable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dw-dialoog ${wide ? 'dw-dialoog--breed' : ''}`}>
        <AriaDialog className="dw-dialoog__inhoud" role={closable ? 'dialog' : 'alertdialog'}>
          <div className="dw-dialoog__kop">
            <Heading slot="title" className="nl-heading nl-heading--level-2">
              {title}
            </Heading>
            {closable && (
              <button type="button" className="dw-knopje" onClick={onClose} aria-label={t('basis.sluiten')}>
                <X aria-hidden="true" size={20} />
              </button>
            )}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
