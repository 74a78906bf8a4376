import { useEffect, useRef, useState } from 'react';
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { ProblemAlert } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import classes from './templates.module.css';
import { templateTexts } from './texts';

GlobalWorkerOptions.workerSrc = workerUrl;
/** Sharp on screens of high resolution too. */
const PIXELS_PER_POINT = 2;
const PATIENCE_MS = 500;

/** Draws the first page of a PDF that `read` fetches, anew a moment after `read` has changed. */
export function PdfPreview({ read }: { read: (signal: AbortSignal) => Promise<ArrayBuffer> }) {
  const t = useTexts(templateTexts);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | { problem: unknown }>('drawing');
  useEffect(() => {
    const ended = new AbortController();
    const timer = window.setTimeout(() => {
      setState('drawing');
      read(ended.signal)
        .then((bytes) => draw(bytes, canvas.current!, ended.signal))
        .then(() => setState('drawn'))
        .catch((problem: unknown) => {
          if (!ended.signal.aborted) setState({ problem });
        });
    }, PATIENCE_MS);
    return () => {
      ended.abort();
      window.clearTimeout(timer);
    };
  }, [read]);
  return (
    <figure className={classes.preview} aria-busy={state === 'drawing'}>
      <canvas ref={canvas} role="img" aria-label={t('previewOf')} />
      {typeof state === 'object' && <ProblemAlert error={state.problem} />}
      <figcaption>{state === 'drawing' ? t('drawing') : t('previewOf')}</figcaption>
    </figure>
  );
}

async function draw(bytes: ArrayBuffer, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
  // Glyphs as paths: the policy of the page lets no font in that it does not serve itself.
  const loading = getDocument({ data: bytes, disableFontFace: true });
  try {
    const page = await (await loading.promise).getPage(1);
    const viewport = page.getViewport({ scale: PIXELS_PER_POINT });
    if (signal.aborted) return;
    [canvas.width, canvas.height] = [viewport.width, viewport.height];
    await page.render({ canvas, viewport }).promise;
  } finally {
    await loading.destroy();
  }
}
