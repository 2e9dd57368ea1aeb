import { runWorker } from './onnx-worker.ts';

await runWorker(process.argv[2]);
