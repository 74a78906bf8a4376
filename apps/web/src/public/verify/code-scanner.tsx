import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { fileTexts } from './file-texts';
import { codeReader, openCamera } from './scanner';
import classes from './verify.module.css';

const EVERY_MS = 200;

/** Whether this document was loaded as one of these pages: only they may use the camera. */
const mayUseCamera = (): boolean => {
  const [loaded] = performance.getEntriesByType('navigation');
  return loaded !== undefined && new URL(loaded.name).pathname.startsWith('/verify');
};

/** The camera, until a QR code of a certificate is seen in it. `onCode` says whether it was one. */
export function CodeScanner({ open: openAtOnce, onCode }: { open: boolean; onCode: (text: string) => boolean }) {
  const t = useTexts(fileTexts);
  const id = useId();
  const [open, setOpen] = useState(openAtOnce && mayUseCamera());
  const begin = () => (mayUseCamera() ? setOpen(true) : window.location.assign('/verify?scan=1'));
  return (
    <section className={classes.drop} aria-labelledby={id}>
      <h2 id={id}>{t('scanTitle')}</h2>
      <p>{t('scanLead')}</p>
      {open && <Camera onCode={onCode} />}
      <button type="button" className="hz-button" onClick={open ? () => setOpen(false) : begin}>
        <Icon name={open ? 'cross' : 'eye'} size={18} />
        {t(open ? 'stop' : 'scan')}
      </button>
    </section>
  );
}

function Camera({ onCode }: { onCode: (text: string) => boolean }) {
  const t = useTexts(fileTexts);
  const video = useRef<HTMLVideoElement>(null);
  const [told, setTold] = useState<'searching' | 'notOurs' | 'noCamera'>('searching');
  const found = useRef(onCode);
  found.current = onCode;
  useEffect(() => {
    let [stream, timer, ended]: [MediaStream | null, ReturnType<typeof setTimeout> | undefined, boolean] = [
      null,
      undefined,
      false,
    ];
    const look = async () => {
      const [camera, read] = await Promise.all([openCamera(), codeReader()]);
      stream = camera;
      if (ended || video.current === null) return camera.getTracks().forEach((track) => track.stop());
      video.current.srcObject = camera;
      await video.current.play();
      const next = async () => {
        if (ended || video.current === null) return;
        const text = video.current.videoWidth > 0 ? await read(video.current).catch(() => null) : null;
        if (ended || (text !== null && found.current(text))) return;
        if (text !== null) setTold('notOurs');
        timer = setTimeout(() => void next(), EVERY_MS);
      };
      return next();
    };
    look().catch(() => !ended && setTold('noCamera'));
    return () => {
      ended = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return (
    <>
      {told !== 'noCamera' && (
        <video ref={video} className={classes.camera} muted playsInline aria-label={t('scanTitle')} />
      )}
      <p role="status">{t(told)}</p>
    </>
  );
}
