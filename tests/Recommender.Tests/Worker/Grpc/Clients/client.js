// Makes the calls that come line by line on standard input, each a JSON object, and writes what came of each as one line.
// node client.js ADDRESS PROTO_FOLDER
'use strict';
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');
const readline = require('node:readline');

const [address, protos] = process.argv.slice(2);
const definition = protoLoader.loadSync(['recommender/v1/recommender.proto', 'grpc/health/v1/health.proto'],
  { includeDirs: [protos], keepCase: true, longs: String, enums: String, defaults: true, oneofs: true });
const methods = Object.fromEntries(Object.values(definition)
  .filter(service => !service.format)
  .flatMap(service => Object.values(service)).map(method => [method.path, method]));
const plain = new grpc.Client(address, grpc.credentials.createInsecure());
const packing = new grpc.Client(address, grpc.credentials.createInsecure(), { 'grpc.default_compression_algorithm': 2 });

// A call: { method, like?, requests, metadata?, deadline?, gzip?, cancel_after?, keep_open? }; `like` names a method with the same messages.
function run(asked) {
  const method = methods[asked.like ?? asked.method];
  const client = asked.gzip ? packing : plain;
  const metadata = new grpc.Metadata();
  for (const [name, value] of Object.entries(asked.metadata ?? {})) metadata.set(name, value);
  const options = asked.deadline === undefined ? {} : { deadline: Date.now() + asked.deadline };
  const kind = (method.requestStream ? 'Client' : 'Unary') + (method.responseStream ? 'Stream' : '');
  const outcome = { code: -1, details: '', answers: [] };
  return new Promise(resolve => {
    const take = answer => {
      outcome.answers.push(answer);
      if (outcome.answers.length === asked.cancel_after) call.cancel();
    };
    const end = status => resolve({ ...outcome, code: status.code, details: status.details });
    const sides = [asked.method, method.requestSerialize, method.responseDeserialize];
    let call;
    if (kind === 'Unary') {
      call = client.makeUnaryRequest(...sides, asked.requests[0], metadata, options, (_, answer) => answer && take(answer));
    } else if (kind === 'UnaryStream') {
      call = client.makeServerStreamRequest(...sides, asked.requests[0], metadata, options);
    } else {
      call = client.makeBidiStreamRequest(...sides, metadata, options);
      asked.requests.forEach(request => call.write(request));
      if (!asked.keep_open) call.end();
    }
    if (method.responseStream) call.on('data', take).on('error', () => {});
    call.on('status', end);
  });
}

readline.createInterface({ input: process.stdin }).on('line', async line => {
  process.stdout.write(JSON.stringify(await run(JSON.parse(line))) + '\n');
}).on('close', () => process.exit(0));
