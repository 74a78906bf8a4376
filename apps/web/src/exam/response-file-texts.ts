import { defineTexts } from '../shared/texts';

/** The file for when there is no line. */
export const responseFileTexts = defineTexts('exam-response-file', {
  title: { zh: '一直没有网络？', en: 'No network at all?' },
  hint: {
    zh: '把未送达的作答存成加密文件，用 U 盘等方式交给监考人员。只有服务器能打开它；存下之后请仍保持此页打开。',
    en: 'Save the answers that were not sent as an encrypted file and give it to the invigilator, on a USB stick for instance. Only the server can open it. Keep this page open afterwards, too.',
  },
  save: { zh: '保存加密作答文件', en: 'Save the encrypted response file' },
  saved: {
    zh: '已保存为 {{name}}，请交给监考人员。',
    en: 'Saved as {{name}}. Give it to the invigilator.',
  },
  failed: {
    zh: '没能生成文件。请保持此页打开，并请监考人员来看。',
    en: 'The file could not be made. Keep this page open and call the invigilator.',
  },
});
