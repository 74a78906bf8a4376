import { decodeProtectedHeader } from 'jose';
import type { CertificateNumber, Principal } from '@hz/kernel';
import { DISCLOSURES, type Disclosure } from '@hz/verification/contract';
import { CertificateFormNotFound, CertificateNotFound, CertificateNotReady } from '../../contract';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { VariantRepository } from '../../persistence/variant.repository';
import { certificationWorld, type CertificationWorld } from '../../testing/certification.fixture';
import { awarded, issued } from '../../testing/issuing.fixture';
import { tamper } from '../../testing/tampering.fixture';
import { CertificateLog } from '../certificate-log';
import { StrangersViews, type StrangersView } from '../recheck/strangers-view';
import { HolderCredentials } from './holder-credentials.query';

let world: CertificationWorld;
let number: CertificateNumber;
let who: Principal;
let stranger: StrangersView;
let proof: string;

beforeAll(async () => {
  world = await certificationWorld();
  ({ number, who } = await issued(world));
  const record = await world.get(CertificateRepository).byNumber(number);
  proof = await world.get(CertificateLog).proofOfIssue(record!, await world.get(VariantRepository).ofNumber(number));
  stranger = await world.get(StrangersViews).open();
}, 120_000);
afterAll(() => world.context.close());

const holder = () => world.get(HolderCredentials);
const shows = (disclosure: Disclosure) => ({
  masked: disclosure.startsWith('masked'),
  holderName: disclosure.startsWith('masked') ? '欧**' : '欧阳晓明',
});

describe('P7: what a holder takes along', () => {
  it.each(DISCLOSURES)(
    'counts for a stranger as credential, as token and as badge, and shows no more than %s',
    async (disclosure) => {
      const credential = await holder().credential(who, number, disclosure);
      const token = await holder().token(who, number, disclosure);
      const badge = new Uint8Array(await holder().badge(who, number, disclosure));
      for (const given of [credential, token, badge]) {
        const { verdict, reasons, facts } = await stranger.check(given, [proof]);
        expect({ verdict, reasons }).toEqual({ verdict: 'valid', reasons: [] });
        expect(facts).toMatchObject({ number, ...shows(disclosure) });
        expect(facts!.results.length).toBe(disclosure.endsWith('score') ? 3 : 0);
      }
      expect(decodeProtectedHeader(token).typ).toBe('vc+jwt');
      if (disclosure.startsWith('masked'))
        for (const given of [credential, Buffer.from(token.split('.')[1]!, 'base64url'), Buffer.from(badge)])
          expect(given.includes('晓明') || given.includes('Xiaoming')).toBe(false);
    },
    30_000,
  );

  it('is told beforehand, form by form', async () => {
    const forms = await holder().forms(who, number);
    expect(forms.map(({ disclosure }) => disclosure)).toEqual(DISCLOSURES);
    expect(forms[0]).toEqual({
      disclosure: 'whole-score',
      name: '欧阳晓明',
      latinName: 'Ouyang Xiaoming',
      results: [
        { name: '总成绩 / Total', value: '83.5', outOf: '100' },
        { name: '理论知识考试 / Theory', value: '83.5', outOf: '100' },
        { name: '技能考核 / Practical', value: '83.5', outOf: '100' },
      ],
    });
    expect(forms.find(({ disclosure }) => disclosure === 'masked-pass')).toMatchObject({
      latinName: null,
      results: [],
    });
  });

  it('is the same file each time', async () => {
    const twice = [await holder().badge(who, number, 'whole-pass'), await holder().badge(who, number, 'whole-pass')];
    expect(twice[0]!.equals(twice[1]!)).toBe(true);
  });

  it('is for the holder alone: to anybody else there is no such certificate (P9)', async () => {
    const { who: another } = await world.person('别人');
    for (const take of [
      () => holder().forms(another, number),
      () => holder().credential(another, number, 'masked-pass'),
      () => holder().token(another, number, 'masked-pass'),
      () => holder().badge(another, number, 'masked-pass'),
      () => holder().credential(who, 'HZ-NONE', 'whole-score'),
    ])
      await expect(take()).rejects.toThrow(CertificateNotFound);
  });

  it('is not there before the certificate is issued', async () => {
    const waiting = await awarded(world);
    await expect(holder().forms(waiting.who, waiting.number)).rejects.toThrow(CertificateNotReady);
    await expect(holder().badge(waiting.who, waiting.number, 'whole-score')).rejects.toThrow(CertificateNotReady);
  });

  it('of an earlier certificate there is the whole form alone', async () => {
    const earlier = await issued(world);
    await tamper(world, 'DELETE FROM certification.variant WHERE number = $1', [earlier.number]);
    expect(await holder().forms(earlier.who, earlier.number)).toHaveLength(1);
    await expect(holder().credential(earlier.who, earlier.number, 'whole-score')).resolves.toContain(earlier.number);
    await expect(holder().credential(earlier.who, earlier.number, 'masked-pass')).rejects.toThrow(
      CertificateFormNotFound,
    );
    await expect(holder().token(earlier.who, earlier.number, 'whole-score')).rejects.toThrow(CertificateFormNotFound);
    await expect(holder().badge(earlier.who, earlier.number, 'whole-score')).resolves.toBeInstanceOf(Buffer);
  });
});
