/** Titles of the refusals about documents, templates and their pictures. */
export const documentProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'certification.template-not-found': { zh: '没有这个证书模板', en: 'There is no such certificate template' },
  'certification.template-changed': {
    zh: '模板已被他人修改，请重新载入后再保存',
    en: 'Somebody else has changed the template; load it again before you save',
  },
  'certification.picture-not-found': { zh: '没有这张图片', en: 'There is no such picture' },
  'certification.picture-refused': {
    zh: '图片不能使用：只接受完好的 PNG（8 位、非隔行）或 JPEG，边长不超过 2400 像素',
    en: 'The picture cannot be used: only sound PNG (8 bits, not interlaced) or JPEG up to 2,400 pixels a side',
  },
  'certification.cohort-too-large': {
    zh: '证书过多，无法打成一个压缩包',
    en: 'There are too many certificates for one archive',
  },
  'certification.document-not-found': { zh: '没有这份文件', en: 'There is no such document' },
};
