import { query } from '../exam-day/database.mjs';

/** So often `once` is done for `seconds` in this one thread, for each second of processor time. */
async function perCore(seconds, once) {
  for (let n = 0; n < 10; n += 1) await once(n);
  const before = process.cpuUsage();
  const from = performance.now();
  let done = 0;
  while (performance.now() - from < seconds * 1_000) {
    await once(done);
    done += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return { perCore: (done * 1_000_000) / (user + system), perSecond: (done * 1_000) / (performance.now() - from) };
}

/** Signing, with all its variants and the check by other code, and printing with signature, of certificates that are there. */
export async function makingRates(databaseUrl, app, seconds) {
  const rows = await query(databaseUrl, 'SELECT number FROM certification.certificate ORDER BY number LIMIT 50');
  const certificates = app.get('CertificateRepository', 'libs/certification/src/persistence/certificate.repository.js');
  const records = await Promise.all(rows.map(({ number }) => certificates.byNumber(number)));
  const record = (n) => records[n % records.length];
  const signing = app.get('CredentialSigning', 'libs/certification/src/application/credential-signing.js');
  const printer = app.get('CertificatePrinter', 'libs/certification/src/application/certificate-printer.js');
  const intents = app.get('CertificateIntents', 'libs/certification/src/application/certificate-intents.js');
  const orders = records.map((one) => ({
    credential: JSON.parse(one.credential),
    verificationCode: intents.codeOf(one),
    ...{ qrPayload: one.qrPayload, logProof: one.logProof, templateVersionId: one.templateVersionId },
  }));
  return {
    credentials: await perCore(seconds, (n) => signing.sign(record(n))),
    pdfs: await perCore(seconds, (n) => printer.print(orders[n % orders.length])),
  };
}
