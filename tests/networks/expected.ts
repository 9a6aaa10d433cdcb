/**
 * What each fixture of `../fixtures/networks` must count. Multiply-accumulates are those
 * of convolutions, transposed convolutions, linear layers and products of attention, at
 * batch 1; buffers are what PyTorch keeps beside the parameters.
 */

/** Receptive field and stride of one layer, the same on each spatial axis. */
export interface ExpectedField {
  readonly layer: string;
  readonly size: number;
  readonly stride: number;
}

/** The figures of one network. */
export interface Expected {
  /** Who says so. */
  readonly source: string;
  /** Its key among `models` in `ground-truth/models.json`. */
  readonly model?: string;
  /** Its key among `layers` there. */
  readonly layers?: string;
  readonly params: number;
  readonly buffers: number;
  readonly macs: number;
  /** Shapes of its outputs, batch axis first. */
  readonly outputs: readonly (readonly number[])[];
  readonly field?: ExpectedField;
}

const torchvision = (name: string) => ({
  source: `torchvision 0.28 \`${name}\``,
  model: `torchvision/${name}`,
});
const classes = [[1, 1000]];
const sums = 'sums of weights and biases, written out beside it';

/** By name of the file. */
export const expected: Readonly<Record<string, Expected>> = {
  'lenet-5': {
    source: 'LeNet-5 with a full C3 and average pooling, in PyTorch',
    model: 'LeNet-5 modern (32x32x1, full C3, avgpool no params)',
    params: 61_706,
    buffers: 0,
    macs: 416_520,
    outputs: [[1, 10]],
    field: { layer: 'conv3', size: 32, stride: 4 },
  },
  alexnet: {
    ...torchvision('alexnet'),
    layers: 'alexnet',
    params: 61_100_840,
    buffers: 0,
    macs: 714_188_480,
    outputs: classes,
    field: { layer: 'maxpool3', size: 195, stride: 32 },
  },
  caffenet: {
    source: 'BVLC CaffeNet, two groups',
    model: 'CaffeNet / BVLC AlexNet (227x227, groups=2)',
    params: 60_965_224,
    buffers: 0,
    macs: 724_406_816,
    outputs: classes,
    field: { layer: 'maxpool3', size: 195, stride: 32 },
  },
  'vgg-16': {
    ...torchvision('vgg16'),
    layers: 'vgg16',
    params: 138_357_544,
    buffers: 0,
    macs: 15_470_264_320,
    outputs: classes,
    field: { layer: 'maxpool5', size: 212, stride: 32 },
  },
  'vgg-16-bn': {
    ...torchvision('vgg16_bn'),
    params: 138_365_992,
    buffers: 8_461,
    macs: 15_470_264_320,
    outputs: classes,
    field: { layer: 'stage5.maxpool1', size: 212, stride: 32 },
  },
  googlenet: {
    source: 'GoogLeNet of Caffe: biases, no auxiliary heads',
    model: 'GoogLeNet (Caffe/paper, bias, no BN, no aux)',
    params: 6_998_552,
    buffers: 0,
    macs: 1_582_671_872,
    outputs: classes,
  },
  'googlenet-torchvision': {
    ...torchvision('googlenet(no aux)'),
    params: 6_624_904,
    buffers: 14_617,
    macs: 1_498_376_192,
    outputs: classes,
    field: { layer: 'inception9.concat1', size: 379, stride: 32 },
  },
  'inception-v3': {
    ...torchvision('inception_v3(no aux)'),
    params: 23_834_568,
    buffers: 34_526,
    macs: 5_713_216_096,
    outputs: classes,
    field: { layer: 'c2.concat3', size: 1311, stride: 32 },
  },
  'inception-v4': {
    source: 'timm 1.0.29 `inception_v4`',
    model: 'timm/inception_v4',
    params: 42_679_816,
    buffers: 63_317,
    macs: 12_253_974_624,
    outputs: classes,
  },
  nin: {
    source: 'the preset `nin` of Netscope; convolutions of its table',
    params: 7_595_176,
    buffers: 0,
    macs: 1_100_188_800,
    outputs: [[1, 1000, 1, 1]],
  },
  'resnet-18': {
    ...torchvision('resnet18'),
    layers: 'resnet18',
    params: 11_689_512,
    buffers: 9_620,
    macs: 1_814_073_344,
    outputs: classes,
    field: { layer: 'basic8.relu2', size: 435, stride: 32 },
  },
  'resnet-34': {
    ...torchvision('resnet34'),
    params: 21_797_672,
    buffers: 17_060,
    macs: 3_663_761_408,
    outputs: classes,
    field: { layer: 'basic16.relu2', size: 899, stride: 32 },
  },
  'resnet-50': {
    ...torchvision('resnet50'),
    layers: 'resnet50',
    params: 25_557_032,
    buffers: 53_173,
    macs: 4_089_184_256,
    outputs: classes,
    field: { layer: 'bottleneck16.relu3', size: 427, stride: 32 },
  },
  'resnet-50-v1': {
    source: 'He et al. 2015: the stride on the first convolution of a block',
    model: 'resnet50 v1 (He et al, stride on first 1x1)',
    params: 25_557_032,
    buffers: 53_173,
    macs: 3_857_973_248,
    outputs: classes,
    field: { layer: 'bottleneck16.relu3', size: 483, stride: 32 },
  },
  'resnet-152-v1': {
    source: 'He et al. 2015: the stride on the first convolution of a block',
    model: 'resnet152 v1 (He et al, stride on first 1x1)',
    params: 60_192_808,
    buffers: 151_579,
    macs: 11_282_415_616,
    outputs: classes,
  },
  'resnext-50': {
    ...torchvision('resnext50_32x4d'),
    params: 25_028_904,
    buffers: 68_277,
    macs: 4_230_479_872,
    outputs: classes,
    field: { layer: 'bottleneck16.relu3', size: 427, stride: 32 },
  },
  'se-resnet-50': {
    source: 'timm 1.0.29 `seresnet50`',
    model: 'timm/seresnet50',
    params: 28_088_024,
    buffers: 53_173,
    macs: 4_091_699_200,
    outputs: classes,
  },
  squeezenet: {
    ...torchvision('squeezenet1_0'),
    layers: 'squeezenet1_0',
    params: 1_248_424,
    buffers: 0,
    macs: 818_924_576,
    outputs: classes,
    field: { layer: 'fire8.concat1', size: 155, stride: 16 },
  },
  'squeezenet-1.1': {
    ...torchvision('squeezenet1_1'),
    layers: 'squeezenet1_1',
    params: 1_235_496,
    buffers: 0,
    macs: 349_151_936,
    outputs: classes,
  },
  'mobilenet-v1': {
    source: 'MobileNetV1 in PyTorch, as the paper has it',
    model: 'MobileNetV1 1.0-224',
    params: 4_231_976,
    buffers: 21_915,
    macs: 568_740_352,
    outputs: classes,
    field: { layer: 'separable_block13.conv1', size: 315, stride: 32 },
  },
  'mobilenet-v2': {
    ...torchvision('mobilenet_v2'),
    layers: 'mobilenet_v2',
    params: 3_504_872,
    buffers: 34_164,
    macs: 300_774_272,
    outputs: classes,
    field: { layer: 'conv3', size: 491, stride: 32 },
  },
  'efficientnet-b0': {
    ...torchvision('efficientnet_b0'),
    params: 5_288_548,
    buffers: 42_065,
    macs: 385_814_752,
    outputs: classes,
    field: { layer: 'conv3', size: 851, stride: 32 },
  },
  'densenet-121': {
    ...torchvision('densenet121'),
    layers: 'densenet121',
    params: 7_978_856,
    buffers: 83_769,
    macs: 2_834_161_664,
    outputs: classes,
    field: { layer: 'layer58.concat1', size: 2071, stride: 32 },
  },
  'darknet-53': {
    source: 'timm 1.0.29 `darknet53`',
    model: 'timm/darknet53',
    params: 41_609_928,
    buffers: 35_764,
    macs: 9_285_115_904,
    outputs: classes,
  },
  'convnext-tiny': {
    ...torchvision('convnext_tiny'),
    params: 28_589_128,
    buffers: 0,
    macs: 4_455_531_264,
    outputs: classes,
  },
  'u-net': {
    source: 'Ronneberger et al. 2015, without padding',
    model: 'U-Net original (572x572x1 -> 388x388x2, valid conv, 2x2 up-conv, bias)',
    params: 31_030_658,
    buffers: 0,
    macs: 150_428_424_448,
    outputs: [[1, 2, 388, 388]],
    field: { layer: 'double5.conv2', size: 140, stride: 16 },
  },
  'u-net-padded': {
    source: 'U-Net with padding, in PyTorch',
    model: 'U-Net padded (256x256x3 -> 1, bias, no BN)',
    params: 31_031_745,
    buffers: 0,
    macs: 48_167_387_136,
    outputs: [[1, 1, 256, 256]],
    field: { layer: 'double5.conv2', size: 140, stride: 16 },
  },
  'fcn-8s': {
    source: 'FCN-8s of VGG-16 for the 21 classes of Pascal VOC',
    model: 'FCN-8s VGG16 VOC 21cls (500x500, pad100, tconv no bias)',
    params: 134_489_759,
    buffers: 0,
    macs: 181_529_034_048,
    outputs: [[1, 21, 500, 500]],
    field: { layer: 'conv14', size: 404, stride: 32 },
  },
  'yolo-v1': {
    source: 'the preset `YOLO` of Netscope; convolutions and dense layers of its table',
    params: 271_703_550,
    buffers: 0,
    macs: 20_285_153_280,
    outputs: [[1, 1470]],
  },
  'vit-b-16': {
    ...torchvision('vit_b_16'),
    params: 86_567_656,
    buffers: 0,
    macs: 17_563_828_224,
    outputs: classes,
  },
  'mlp-mixer-b-16': {
    source: 'timm 1.0.29 `mixer_b16_224`',
    model: 'timm/mixer_b16_224',
    params: 59_880_472,
    buffers: 0,
    macs: 12_601_767_936,
    outputs: classes,
  },
  transformer: {
    source: 'Transformer base without embeddings and final norms: `nn.Transformer` less 2,048',
    params: 44_138_496,
    buffers: 0,
    macs: 2_894_069_760,
    outputs: [[1, 64, 512]],
  },
  'bert-base': {
    source: 'transformers 5.18 `BertModel`, 128 tokens',
    model: 'BERT-base BertModel L=128',
    params: 109_482_240,
    buffers: 1_024,
    macs: 11_174_215_680,
    outputs: [[1, 768]],
  },
  'albert-base': {
    // Embeddings 3,905,792 of 128, their normalization and 129·768; one encoder layer of
    // 7,087,872 that is used twelve times; a pooler of 769·768.
    source: `Lan et al. 2020, ALBERT-base; ${sums}`,
    params: 11_683_584,
    buffers: 0,
    macs: 11_186_798_592,
    outputs: [[1, 768]],
  },
  siamese: {
    // 6,464 + 401,536 + 262,272 + 524,544 + 37,752,832 for both towers, and 4,097.
    source: `Koch et al. 2015; ${sums}`,
    params: 38_951_745,
    buffers: 0,
    macs: 1_817_251_840,
    outputs: [[1, 1]],
  },
  'gpt-2': {
    source: 'transformers 5.18 GPT-2 small with tied head, 128 tokens',
    model: 'GPT-2 small LM head tied L=128',
    params: 124_439_808,
    buffers: 0,
    macs: 16_114_089_984,
    outputs: [[1, 128, 50_257]],
  },
  'llama-3-8b': {
    // A layer: 2·4096² + 2·4096·1024 + 3·4096·14336 = 218,103,808 weights and 2·4096·64²
    // products; 32 of them, and the head of 4096·128256, over 64 tokens.
    source: `Meta's model card (8,030,261,248 parameters); ${sums}`,
    params: 8_030_261_248,
    buffers: 0,
    macs: 481_371_881_472,
    outputs: [[1, 64, 128_256]],
  },
  'lstm-language-model': {
    // 10,000·650, twice 4·650·(650 + 650 + 2), and 650·10,000 + 10,000.
    source: `Zaremba et al. 2014, medium; ${sums}`,
    params: 19_780_400,
    buffers: 0,
    macs: 464_100_000,
    outputs: [[1, 35, 10_000]],
  },
  'sentiment-lstm': {
    // 20,000·128, twice 2·4·64·(128 + 64 + 2), and 128 + 1.
    source: sums,
    params: 2_758_785,
    buffers: 0,
    macs: 39_321_728,
    outputs: [[1, 1]],
  },
  seq2seq: {
    // 2·8,000·256 + 2·3·128·(256 + 128 + 2) + 3·256·(256 + 256 + 2) + 4·256·257 + 513·8,000.
    source: sums,
    params: 9_154_368,
    buffers: 0,
    macs: 101_130_240,
    outputs: [[1, 20, 8_000]],
  },
  'dcgan-generator': {
    // 16·(100·512 + 512·256 + 256·128 + 128·64 + 64·3) and 2·(512 + 256 + 128 + 64).
    source: `generator of PyTorch's DCGAN example; ${sums}`,
    params: 3_576_704,
    buffers: 1_924,
    macs: 104_628_224,
    outputs: [[1, 3, 64, 64]],
  },
  mlp: {
    // 784·128 + 128 + 128·10 + 10.
    source: sums,
    params: 101_770,
    buffers: 0,
    macs: 101_632,
    outputs: [[1, 10]],
  },
  autoencoder: {
    // 2·(784·128 + 128·64 + 64·12 + 12·3), and 1,195 biases.
    source: sums,
    params: 219_891,
    buffers: 0,
    macs: 218_696,
    outputs: [[1, 784]],
  },
  'conv-autoencoder': {
    // 160 + 4,640 + 100,416 + 100,384 + 4,624 + 145.
    source: sums,
    params: 210_369,
    buffers: 0,
    macs: 708_736,
    outputs: [[1, 1, 28, 28]],
  },
  'variational-autoencoder': {
    // 785·400 + 2·401·20 + 21·400 + 401·784.
    source: sums,
    params: 652_824,
    buffers: 0,
    macs: 651_200,
    outputs: [[1, 784]],
  },
  c3d: {
    // 27·(3·64 + 64·128 + 128·256 + 256² + 256·512 + 3·512²) + 2,368 biases, then
    // 8,193·4,096 + 4,097·4,096 + 4,097·487.
    source: `Tran et al. 2015; ${sums}`,
    params: 79_991_015,
    buffers: 0,
    macs: 38_548_959_232,
    outputs: [[1, 487]],
  },
  'temporal-convolution': {
    // 17·32 + 8·(3·32·32 + 32) + 33·5; it sees 1 + 2·2·(1 + 2 + 4 + 8) steps.
    source: sums,
    params: 25_541,
    buffers: 0,
    macs: 3_211_424,
    outputs: [[1, 5]],
    field: { layer: 'level4.add1', size: 61, stride: 1 },
  },
  'wide-and-deep': {
    // 65·256 + 257·128 + 1,128 + 1.
    source: `Cheng et al. 2016, in small; ${sums}`,
    params: 50_665,
    buffers: 0,
    macs: 50_280,
    outputs: [[1, 1]],
  },
};
