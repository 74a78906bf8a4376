import { defineTexts } from '../../shared/texts';

export const cohortTexts = defineTexts('manage-session-certificates', {
  certificates: { zh: '证书', en: 'Certificates' },
  progress: {
    zh: '获证 {{awarded}} 人，已签发 {{issued}} 份',
    en: '{{awarded}} awarded, {{issued}} issued',
  },
  download: { zh: '下载全部证书（ZIP，{{count}} 份）', en: 'Download all certificates (ZIP, {{count}})' },
});
