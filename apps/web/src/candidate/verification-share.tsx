import { useState } from 'react';
import { Icon } from '../shared/icons';
import { QrCode } from '../shared/qr-code';
import { commonTexts, useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import classes from './certificate.module.css';
import { candidateTexts } from './texts';

/** The page on which a stranger checks this certificate: as a code to scan and as a link to send. */
export function VerificationShare({ url }: { url: string }) {
  const t = useTexts(candidateTexts);
  const common = useTexts(commonTexts);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <Card>
      <div className={classes.share}>
        <QrCode text={url} label={t('qrAlt')} className={classes.qr} />
        <div className={classes.link}>
          <a href={url}>{url}</a>
          <div>
            {/* Without a secure context there is no clipboard; the link itself can always be copied. */}
            {window.isSecureContext && (
              <button type="button" className="hz-button hz-no-print" onClick={() => void copy()}>
                <Icon name={copied ? 'check' : 'copy'} size={18} />
                <span aria-live="polite">{copied ? common('copied') : t('copyLink')}</span>
              </button>
            )}
          </div>
        </div>
      </div>
    </Card>
  );
}
