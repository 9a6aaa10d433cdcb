/** Networks whose figures are known, built by hand. */
import { Builder } from './build.js';

export interface Model {
  readonly builder: Builder;
  /** The last layer that still has spatial axes. */
  readonly last: string;
}

function start(...shape: number[]): { builder: Builder; input: string } {
  const builder = new Builder();
  return { builder, input: builder.add('input', { shape }) };
}

function classify(builder: Builder, from: string, classes = 1000): void {
  builder.chain(from, ['gap'], ['dense', { out: classes }]);
}

export function alexnet(): Model {
  const { builder, input } = start(3, 224, 224);
  const pool = ['maxpool', { kernel: 3, stride: 2 }] as const;
  const conv = (out: number, kernel: number, padding: number, stride = 1) =>
    [['conv', { out, kernel, padding, stride }] as const, ['relu'] as const] as const;
  const last = builder.chain(
    input,
    ...conv(64, 11, 2, 4),
    pool,
    ...conv(192, 5, 2),
    pool,
    ...conv(384, 3, 1),
    ...conv(256, 3, 1),
    ...conv(256, 3, 1),
    pool,
  );
  builder.chain(
    last,
    ['adaptiveavgpool', { out: [6, 6] }],
    ['flatten'],
    ['dropout'],
    ['dense', { out: 4096 }],
    ['relu'],
    ['dropout'],
    ['dense', { out: 4096 }],
    ['relu'],
    ['dense', { out: 1000 }],
  );
  return { builder, last };
}

export function vgg16(): Model {
  const { builder, input } = start(3, 224, 224);
  let last = input;
  for (const stage of [
    [64, 64],
    [128, 128],
    [256, 256, 256],
    [512, 512, 512],
    [512, 512, 512],
  ]) {
    for (const out of stage)
      last = builder.chain(last, ['conv', { out, kernel: 3, padding: 1 }], ['relu']);
    last = builder.add('maxpool', { kernel: 2 }, [last]);
  }
  builder.chain(
    last,
    ['flatten'],
    ['dense', { out: 4096 }],
    ['relu'],
    ['dense', { out: 4096 }],
    ['relu'],
    ['dense', { out: 1000 }],
  );
  return { builder, last };
}

function resnet(stages: readonly number[], bottleneck: boolean): Model {
  const { builder, input } = start(3, 224, 224);
  const stem = builder.block(input, 64, 7, 2);
  let last = builder.add('maxpool', { kernel: 3, stride: 2, padding: 1 }, [stem]);
  let channels = 64;
  for (const [stage, count] of stages.entries()) {
    const width = 64 * 2 ** stage;
    const out = bottleneck ? 4 * width : width;
    for (let copy = 0; copy < count; copy++) {
      const stride = copy === 0 && stage > 0 ? 2 : 1;
      const branch = bottleneck
        ? builder.block(
            builder.block(builder.block(last, width, 1), width, 3, stride),
            out,
            1,
            1,
            1,
            false,
          )
        : builder.block(builder.block(last, width, 3, stride), width, 3, 1, 1, false);
      const shortcut =
        stride !== 1 || channels !== out ? builder.block(last, out, 1, stride, 1, false) : last;
      last = builder.add('relu', {}, [builder.add('add', {}, [branch, shortcut])]);
      channels = out;
    }
  }
  classify(builder, last);
  return { builder, last };
}

export const resnet18 = () => resnet([2, 2, 2, 2], false);
export const resnet50 = () => resnet([3, 4, 6, 3], true);

export function mobilenetV2(): Model {
  const { builder, input } = start(3, 224, 224);
  let last = builder.block(input, 32, 3, 2);
  let channels = 32;
  const settings = [
    [1, 16, 1, 1],
    [6, 24, 2, 2],
    [6, 32, 3, 2],
    [6, 64, 4, 2],
    [6, 96, 3, 1],
    [6, 160, 3, 2],
    [6, 320, 1, 1],
  ] as const;
  for (const [expand, out, count, first] of settings) {
    for (let copy = 0; copy < count; copy++) {
      const stride = copy === 0 ? first : 1;
      const wide = channels * expand;
      const expanded = expand === 1 ? last : builder.block(last, wide, 1);
      const depthwise = builder.block(expanded, wide, 3, stride, wide);
      const branch = builder.block(depthwise, out, 1, 1, 1, false);
      last = stride === 1 && channels === out ? builder.add('add', {}, [last, branch]) : branch;
      channels = out;
    }
  }
  last = builder.block(last, 1280, 1);
  classify(builder, last);
  return { builder, last };
}

export function densenet121(): Model {
  const { builder, input } = start(3, 224, 224);
  let last = builder.add('maxpool', { kernel: 3, stride: 2, padding: 1 }, [
    builder.block(input, 64, 7, 2),
  ]);
  let channels = 64;
  const conv = (from: string, out: number, kernel: number) =>
    builder.chain(
      from,
      ['batchnorm'],
      ['relu'],
      ['conv', { out, kernel, padding: (kernel - 1) / 2, bias: false }],
    );
  for (const [stage, count] of [6, 12, 24, 16].entries()) {
    for (let copy = 0; copy < count; copy++) {
      last = builder.add('concat', {}, [last, conv(conv(last, 128, 1), 32, 3)]);
      channels += 32;
    }
    if (stage < 3) {
      channels /= 2;
      last = builder.add('avgpool', { kernel: 2 }, [conv(last, channels, 1)]);
    }
  }
  last = builder.chain(last, ['batchnorm'], ['relu']);
  classify(builder, last);
  return { builder, last };
}

/** As torchvision has it: batch normalization, and 3×3 where the paper has 5×5. */
export function googlenet(): Model {
  const { builder, input } = start(3, 224, 224);
  const pool = (from: string, kernel = 3) =>
    builder.add('maxpool', { kernel, stride: 2, ceil: true }, [from]);
  let last = pool(builder.block(input, 64, 7, 2));
  last = pool(builder.block(builder.block(last, 64, 1), 192, 3));
  const modules = [
    [
      [64, 96, 128, 16, 32, 32],
      [128, 128, 192, 32, 96, 64],
    ],
    [
      [192, 96, 208, 16, 48, 64],
      [160, 112, 224, 24, 64, 64],
      [128, 128, 256, 24, 64, 64],
      [112, 144, 288, 32, 64, 64],
      [256, 160, 320, 32, 128, 128],
    ],
    [
      [256, 160, 320, 32, 128, 128],
      [384, 192, 384, 48, 128, 128],
    ],
  ] as const;
  for (const [stage, list] of modules.entries()) {
    for (const [c1, r3, c3, r5, c5, p] of list) {
      const pooled = builder.add('maxpool', { kernel: 3, stride: 1, padding: 1, ceil: true }, [
        last,
      ]);
      last = builder.add('concat', {}, [
        builder.block(last, c1, 1),
        builder.block(builder.block(last, r3, 1), c3, 3),
        builder.block(builder.block(last, r5, 1), c5, 3),
        builder.block(pooled, p, 1),
      ]);
    }
    if (stage < 2) last = pool(last, stage === 0 ? 3 : 2);
  }
  classify(builder, last);
  return { builder, last };
}

/** Ronneberger, Fischer and Brox, 2015; `last` is the bottleneck. */
export function unet(): Model {
  const { builder, input } = start(1, 572, 572);
  const double = (from: string, out: number) =>
    builder.chain(
      from,
      ['conv', { out, kernel: 3 }],
      ['relu'],
      ['conv', { out, kernel: 3 }],
      ['relu'],
    );
  const skips: string[] = [];
  let last = input;
  for (const out of [64, 128, 256, 512]) {
    const skip = double(last, out);
    skips.unshift(skip);
    last = builder.add('maxpool', { kernel: 2 }, [skip]);
  }
  const bottleneck = double(last, 1024);
  last = bottleneck;
  for (const [level, skip] of skips.entries()) {
    const out = 512 / 2 ** level;
    const up = builder.add('upconv', { out, kernel: 2, stride: 2 }, [last]);
    last = double(builder.add('concat', { crop: true }, [skip, up]), out);
  }
  builder.add('conv', { out: 2, kernel: 1 }, [last]);
  return { builder, last: bottleneck };
}

/** Vaswani et al., 2017: six layers on either side, without embeddings and final norms. */
export function transformer(length = 64): Model {
  const builder = new Builder();
  const source = builder.add('input', { shape: [length, 512] });
  const target = builder.add('input', { shape: [length, 512] });
  const residual = (from: string, branch: string) =>
    builder.add('layernorm', {}, [builder.add('add', {}, [from, branch])]);
  const forward = (from: string) =>
    residual(
      from,
      builder.chain(from, ['dense', { out: 2048 }], ['relu'], ['dense', { out: 512 }]),
    );
  const attend = (from: string, memory?: string, causal = false) =>
    residual(
      from,
      builder.add(
        'attention',
        { heads: 8, causal },
        memory === undefined ? [from] : [from, memory],
      ),
    );
  let memory = source;
  for (let layer = 0; layer < 6; layer++) memory = forward(attend(memory));
  let last = target;
  for (let layer = 0; layer < 6; layer++) {
    last = forward(attend(attend(last, undefined, true), memory));
  }
  return { builder, last };
}

/** One layer as ViT, BERT and GPT-2 have it, its norms before or after. */
function encode(
  builder: Builder,
  from: string,
  width: number,
  heads: number,
  first: boolean,
): string {
  const sublayer = (before: string, run: (from: string) => string) => {
    if (first) return builder.add('add', {}, [before, run(builder.add('layernorm', {}, [before]))]);
    return builder.add('layernorm', {}, [builder.add('add', {}, [before, run(before)])]);
  };
  const attended = sublayer(from, (input) => builder.add('attention', { heads }, [input]));
  return sublayer(attended, (input) =>
    builder.chain(input, ['dense', { out: 4 * width }], ['gelu'], ['dense', { out: width }]),
  );
}

export function vitB16(): Model {
  const { builder, input } = start(3, 224, 224);
  let last = builder.chain(
    input,
    ['conv', { out: 768, kernel: 16, stride: 16 }],
    ['tokens'],
    ['classtoken'],
    ['position'],
  );
  for (let layer = 0; layer < 12; layer++) last = encode(builder, last, 768, 12, true);
  builder.chain(last, ['layernorm'], ['select'], ['dense', { out: 1000 }]);
  return { builder, last };
}

/** Encoder and pooler of BERT-base for 128 tokens, with the index tables that it keeps. */
export function bertBase(): Model {
  const builder = new Builder();
  const ids = builder.add('input', { shape: [128] });
  const types = builder.add('input', { shape: [128] });
  const words = builder.add('embedding', { out: 768, vocab: 30_522 }, [ids]);
  const placed = builder.add('position', { max: 512, ids: 512 }, [words]);
  const segments = builder.add('embedding', { out: 768, vocab: 2, ids: 512 }, [types]);
  let last = builder.add('layernorm', {}, [builder.add('add', {}, [placed, segments])]);
  for (let layer = 0; layer < 12; layer++) last = encode(builder, last, 768, 12, false);
  builder.chain(last, ['select'], ['dense', { out: 768 }], ['tanh']);
  return { builder, last };
}

/** GPT-2 small for 128 tokens; its head has the weights of the embedding. */
export function gpt2(): Model {
  const builder = new Builder();
  const ids = builder.add('input', { shape: [128] });
  const words = builder.add('embedding', { out: 768, vocab: 50_257 }, [ids]);
  let last = builder.add('position', { max: 1024 }, [words]);
  for (let layer = 0; layer < 12; layer++) last = encode(builder, last, 768, 12, true);
  const head = builder.chain(last, ['layernorm'], ['dense', { out: 50_257, bias: false }]);
  builder.change(head, { share: words });
  return { builder, last };
}
