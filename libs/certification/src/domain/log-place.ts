/**
 * Where the log proof of a certificate says that its leaf stands, as one line for people; null when the text is not a proof in the form
 * of C2SP tlog-proof.
 */
export function logPlace(proof: string): string | null {
  const index = /^index (\d+)$/m.exec(proof)?.[1];
  const [origin, size] = proof.slice(proof.indexOf('\n\n') + 2).split('\n');
  if (index === undefined || origin === undefined || !/^\d+$/.test(size ?? '')) return null;
  return `透明日志 Transparency log  ${origin}  #${index}  (${size} 条记录 entries at the checkpoint)`;
}
