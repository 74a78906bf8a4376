/**
 * Loads the Chinese webfont where the system has none: then every Chinese character is drawn as the same box. Its pieces are
 * fetched by the browser as a page needs them.
 */
export function loadChineseFontIfMissing(): void {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  const draw = (character: string): string => {
    context.canvas.width = context.canvas.height = 24;
    context.font = '20px sans-serif';
    context.fillText(character, 2, 20);
    return context.getImageData(0, 0, 24, 24).data.join();
  };
  if (draw('衡') === draw('证')) void import('@fontsource-variable/noto-sans-sc');
}
