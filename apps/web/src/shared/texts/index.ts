export { defineTexts, translate, useTexts, type Text, type Texts, type Translate } from './define-texts';
export { commonTexts } from './common';
