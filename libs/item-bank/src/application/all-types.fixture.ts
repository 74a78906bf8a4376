/** One sound item of each type, for tests. The keys hold KEY-CANARY, so that a leak can be searched for (P3). */
export const ALL_TYPES_YAML = `bank: prompt-engineer
items:
  - id: fx-single
    type: single-choice
    skill: prompt-design
    level: L5
    cognitive: apply
    pool: exam
    facility: 0.62
    points: 2
    seconds: 90
    source: { zh: 出处, en: source }
    stem:
      zh: |
        下列哪一项是少样本提示？设 $n = 3$。
      en: |
        Which one is a few-shot prompt? Let $n = 3$.
    choices:
      - { id: A, zh: 只给任务, en: the task alone, why: { zh: KEY-CANARY 甲, en: KEY-CANARY one } }
      - { id: B, zh: 任务加三个示例, en: the task with three examples, key: true, why: { zh: 乙, en: two } }
      - { id: C, zh: 只给示例, en: the examples alone, why: { zh: 丙, en: three } }
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-multiple
    type: multiple-response
    skill: prompt-design
    level: L5
    cognitive: understand
    pool: exam
    facility: 0.5
    points: 3
    seconds: 120
    source: { zh: 出处, en: source }
    stem: { zh: 哪些做法能减少幻觉？, en: Which of these reduce hallucinations? }
    scoring: right-minus-wrong
    choices:
      - { id: A, zh: 提供资料, en: give sources, key: true, why: { zh: 对, en: right } }
      - { id: B, zh: 提高温度, en: raise the temperature, why: { zh: 错, en: wrong } }
      - { id: C, zh: 允许说不知道, en: allow not knowing, key: true, why: { zh: 对, en: right } }
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-true-false
    type: true-false
    skill: prompt-design
    level: L5
    cognitive: remember
    pool: exam
    facility: 0.8
    points: 1
    seconds: 30
    source: { zh: 出处, en: source }
    stem: { zh: "温度越高输出越稳定。", en: "A higher temperature makes output steadier." }
    key: false
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-text
    type: text-entry
    skill: prompt-design
    level: L5
    cognitive: remember
    pool: exam
    facility: 0.6
    points: 1
    seconds: 60
    source: { zh: 出处, en: source }
    stem: { zh: CoT 的中文名称是什么？, en: What does CoT stand for? }
    accept: [ "KEY-CANARY chain of thought", "思维链" ]
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-numeric
    type: numeric-entry
    skill: prompt-design
    level: L5
    cognitive: apply
    pool: exam
    facility: 0.55
    points: 2.5
    seconds: 120
    source: { zh: 出处, en: source }
    stem: { zh: 1500 个词元按每千词元 0.5 元计费，需要多少元？, en: What do 1500 tokens cost at CNY 0.5 per thousand? }
    answer: "0.75"
    tolerance: { absolute: "0.01" }
    unit: { zh: 元, en: CNY }
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-match
    type: match
    skill: prompt-design
    level: L5
    cognitive: understand
    pool: exam
    facility: 0.7
    points: 2
    seconds: 90
    source: { zh: 出处, en: source }
    stem: { zh: 把技术与用途配对。, en: Match technique and use. }
    pairs:
      - { source: { zh: 检索增强, en: RAG }, target: { zh: 引入外部知识, en: bring in outside knowledge } }
      - { source: { zh: 思维链, en: CoT }, target: { zh: 分步推理, en: reason in steps } }
    distractors:
      - { zh: 降低延迟, en: cut latency }
    scoring: share
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-order
    type: order
    skill: prompt-design
    level: L5
    cognitive: apply
    pool: exam
    facility: 0.5
    points: 3
    seconds: 90
    source: { zh: 出处, en: source }
    stem: { zh: 排列提示迭代的步骤。, en: Order the steps of iterating a prompt. }
    sequence:
      - { zh: 明确目标, en: state the goal }
      - { zh: 撰写初稿, en: write a draft }
      - { zh: 用样例评测, en: evaluate on samples }
      - { zh: 分析错误并修改, en: analyse errors and revise }
    scoring: adjacent-pairs
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-inline
    type: inline-choice
    skill: prompt-design
    level: L5
    cognitive: apply
    pool: exam
    facility: 0.6
    points: 2
    seconds: 90
    source: { zh: 出处, en: source }
    stem: { zh: "[[g1]]控制随机性，[[g2]]限制长度。", en: "[[g1]] controls randomness, [[g2]] limits length." }
    gaps:
      g1: { choices: [ { id: A, zh: 温度, en: temperature }, { id: B, zh: 种子, en: seed } ], key: A }
      g2: { choices: [ { id: A, zh: 停止符, en: stop word }, { id: B, zh: 最大词元数, en: max tokens } ], key: B }
    scoring: share
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
  - id: fx-extended
    type: extended-text
    skill: prompt-design
    level: L5
    cognitive: create
    pool: exam
    facility: 0.5
    points: 5.5
    seconds: 900
    source: { zh: 出处, en: source }
    stem: { zh: 写一个客服摘要提示词。, en: Write a prompt that summarises a service call. }
    maxLength: 1200
    rubric:
      - id: c1
        title: { zh: 任务说明, en: task }
        levels: [ { points: 0, zh: 无, en: none }, { points: 2, zh: 部分, en: partly }, { points: 4, zh: 完整, en: full } ]
      - id: c2
        title: { zh: 输出格式, en: format }
        levels: [ { points: 0, zh: 无, en: none }, { points: 1.5, zh: 有, en: given } ]
    exemplar: { zh: KEY-CANARY 示例, en: KEY-CANARY exemplar }
    rationale: { zh: KEY-CANARY 理由, en: KEY-CANARY rationale }
`;
