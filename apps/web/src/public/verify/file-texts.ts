import { CHECK_TEXTS, CODE_TEXTS, KIND_TEXTS } from '../../../../../packages/verifier/src/texts';
import { defineTexts } from '../../shared/texts';

export const codeTexts = defineTexts('verify-codes', CODE_TEXTS);
export const checkTexts = defineTexts('verify-checks', CHECK_TEXTS);
export const kindTexts = defineTexts('verify-kinds', KIND_TEXTS);

export const fileTexts = defineTexts('verify-file', {
  fileTitle: { zh: '查验文件', en: 'Verify a file' },
  fileLead: {
    zh: '把证书的 PDF、徽章图片（PNG）、JSON 或 JWT 文件拖到这里，或从设备中选取。',
    en: 'Drop the PDF, badge picture (PNG), JSON or JWT of a certificate here, or choose it on your device.',
  },
  choose: { zh: '选取文件', en: 'Choose a file' },
  stays: {
    zh: '文件不会离开您的设备：在本页内查验，打开过本页后断网也可用。',
    en: 'The file never leaves your device: it is checked inside this page, without network too once the page was opened.',
  },
  scanTitle: { zh: '扫描二维码', en: 'Scan the QR code' },
  scanLead: {
    zh: '用摄像头对准证书上的二维码。画面只在本机识别，不会上传。',
    en: 'Point the camera at the QR code on the certificate. The picture is read on this device and sent nowhere.',
  },
  scan: { zh: '打开摄像头', en: 'Open the camera' },
  stop: { zh: '关闭摄像头', en: 'Close the camera' },
  searching: { zh: '正在寻找二维码', en: 'Looking for a QR code' },
  notOurs: { zh: '这个二维码不是证书的二维码。', en: 'This is not the QR code of a certificate.' },
  noCamera: {
    zh: '无法使用摄像头。请在浏览器中允许使用摄像头，或用手机相机直接扫码。',
    en: 'The camera cannot be used. Allow it in the browser, or scan with the camera app of your phone.',
  },
  onDevice: { zh: '在本机查验', en: 'Checked on this device' },
  validText: {
    zh: '签名、状态与期限均经本机核对，内容未被改动，目前有效。',
    en: 'Signature, status and dates were checked on this device: unaltered, and in force.',
  },
  neverReached: {
    zh: '本机尚无发证方的公钥，需要联网一次才能查验。',
    en: 'This device has no keys of the issuer yet: it needs the network once.',
  },
  offlineNote: {
    zh: '目前没有网络：是否撤销、中止，以下方“状态截至”的时刻为准；打“?”的部分需要联网后再查。',
    en: 'There is no network now: the status is that of the moment named below, and what is marked “?” needs the network.',
  },
  asOf: { zh: '状态截至 {{at}}', en: 'status as of {{at}}' },
  keysAsOf: { zh: '公钥取自 {{at}}', en: 'keys as of {{at}}' },
  checkedAt: { zh: '查验时间 {{at}}', en: 'Checked {{at}}' },
  notNeeded: { zh: '（此类文件不要求）', en: '(not required for this kind of file)' },
  loggedAs: { zh: '签发日志第 {{index}} 条', en: 'Entry {{index}} of the issue log' },
  pictureNote: {
    zh: '图片本身没有签名，请只以此处所列内容为准。',
    en: 'The picture itself is not signed: only what is listed here counts.',
  },
  qrTitle: { zh: '二维码所载内容', en: 'What the QR code says' },
  payloadSays: {
    zh: '二维码所载内容（本机查验：{{verdict}}）',
    en: 'What the QR code says (checked on this device: {{verdict}})',
  },
  qrNote: {
    zh: '请与纸面逐项对照。以下内容带有发证方签名，由本机核对，未经服务器。',
    en: 'Compare it with the paper. It carries the issuer’s signature, which was checked on this device without the server.',
  },
  qrBroken: {
    zh: '二维码已被改动或系伪造，请勿采信纸面内容。',
    en: 'The QR code is altered or made up: do not rely on the paper.',
  },
  serverOffline: {
    zh: '没有网络，未能向本平台查询。以上是本机能够查验的全部。',
    en: 'Without network this platform could not be asked. Above is all that this device can check.',
  },
  masked: { zh: '持证人选择只显示姓名首字', en: 'The holder chose to show the first character of the name alone' },
});
