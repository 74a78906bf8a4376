import type { ReactNode } from 'react';
import { Drawer, Modal } from '@mantine/core';
import { commonTexts, useTexts } from '../texts';
import classes from './dialog.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: string | number;
  children: ReactNode;
}

/** A dialog. The library's own head is a `header` element, which would read as a second banner of the page. */
export function Dialog({ opened, onClose, title, size, children }: Props) {
  const t = useTexts(commonTexts);
  return (
    <Modal.Root opened={opened} onClose={onClose} {...(size !== undefined && { size })}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} size="lg" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The same, coming from the left edge. */
export function SidePanel({ opened, onClose, title, children }: Props) {
  const t = useTexts(commonTexts);
  return (
    <Drawer.Root opened={opened} onClose={onClose} size="xs">
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.head}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('close')} size="lg" />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
