import { useEffect, useState } from 'react';

/** A QR code, drawn in the browser; dark on white in every theme, so that cameras read it. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string | undefined }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    import('qrcode')
      .then(({ default: qrcode }) => qrcode.toDataURL(text, { margin: 1, width: 400, errorCorrectionLevel: 'M' }))
      .then((drawn) => {
        if (!gone) setUrl(drawn);
      })
      // The text stands beside the picture wherever this is used.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [text]);
  return url === null ? <div className={className} /> : <img className={className} src={url} alt={label} />;
}
