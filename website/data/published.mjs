/**
 * Figures that others publish of networks, to compare nnfig's with. A network is
 * the file of that name in `tests/fixtures/networks`.
 *
 * `params` and `macs` are exact where they are numbers; `gigamacs` and `text`
 * have the digits that the source prints.
 *
 * @typedef {object} Published
 * @property {string} network
 * @property {number} [params]
 * @property {string} [gigamacs] In units of 10⁹, such as `4.089`.
 * @property {number} [macs]
 * @property {string} [text] What the source says, where it is not as exact.
 * @property {string} source
 * @property {string} [url]
 */

const torchvision = (/** @type {string} */ file) => ({
  source: 'torchvision',
  url: `https://github.com/pytorch/vision/blob/main/torchvision/models/${file}.py`,
});

/** @type {readonly Published[]} */
export const published = [
  { network: 'alexnet', params: 61_100_840, gigamacs: '0.714', ...torchvision('alexnet') },
  { network: 'vgg-16', params: 138_357_544, gigamacs: '15.470', ...torchvision('vgg') },
  { network: 'vgg-16-bn', params: 138_365_992, gigamacs: '15.470', ...torchvision('vgg') },
  {
    network: 'googlenet-torchvision',
    params: 6_624_904,
    gigamacs: '1.498',
    ...torchvision('googlenet'),
  },
  { network: 'resnet-18', params: 11_689_512, gigamacs: '1.814', ...torchvision('resnet') },
  { network: 'resnet-34', params: 21_797_672, gigamacs: '3.664', ...torchvision('resnet') },
  { network: 'resnet-50', params: 25_557_032, gigamacs: '4.089', ...torchvision('resnet') },
  { network: 'resnext-50', params: 25_028_904, gigamacs: '4.230', ...torchvision('resnet') },
  { network: 'mobilenet-v2', params: 3_504_872, gigamacs: '0.301', ...torchvision('mobilenetv2') },
  { network: 'densenet-121', params: 7_978_856, gigamacs: '2.834', ...torchvision('densenet') },
  {
    network: 'efficientnet-b0',
    params: 5_288_548,
    gigamacs: '0.386',
    ...torchvision('efficientnet'),
  },
  { network: 'convnext-tiny', params: 28_589_128, gigamacs: '4.456', ...torchvision('convnext') },
  {
    network: 'vit-b-16',
    params: 86_567_656,
    gigamacs: '17.564',
    ...torchvision('vision_transformer'),
  },
  {
    network: 'bert-base',
    text: '110 M parameters',
    source: 'Devlin et al., 2018',
    url: 'https://arxiv.org/abs/1810.04805',
  },
  {
    network: 'gpt-2',
    text: '124 M parameters',
    source: 'OpenAI’s repository',
    url: 'https://github.com/openai/gpt-2',
  },
];
