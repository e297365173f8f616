"""Makes the calls that come line by line on standard input, each a JSON object, and writes what came of each as one line.

python3 client.py ADDRESS DESCRIPTOR_SET; the calls are those of client.js.
"""
import json
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

address, descriptors = sys.argv[1:]
with open(descriptors, 'rb') as file:
    files = descriptor_pb2.FileDescriptorSet.FromString(file.read())
pool = descriptor_pool.DescriptorPool()
methods = {}
for proto in files.file:
    pool.Add(proto)
    for service in proto.service:
        for method in service.method:
            methods[f'/{proto.package}.{service.name}/{method.name}'] = method
factory = message_factory.MessageFactory(pool)
limits = [('grpc.max_receive_message_length', -1)]
channel = grpc.insecure_channel(address, limits)


def kind_of(name):
    return factory.GetPrototype(pool.FindMessageTypeByName(name.lstrip('.')))


def run(asked):
    method = methods[asked.get('like', asked['method'])]
    request_type, answer_type = kind_of(method.input_type), kind_of(method.output_type)
    requests = [json_format.ParseDict(request, request_type()) for request in asked['requests']]
    side = ('stream' if method.client_streaming else 'unary') + '_' + ('stream' if method.server_streaming else 'unary')
    make = getattr(channel, side)(asked['method'], request_type.SerializeToString, answer_type.FromString)
    options = {
        'metadata': list(asked.get('metadata', {}).items()),
        'timeout': asked['deadline'] / 1000 if 'deadline' in asked else None,
        'compression': grpc.Compression.Gzip if asked.get('gzip') else None,
    }
    answers = []
    try:
        if side == 'unary_unary':
            answer, call = make.with_call(requests[0], **options)
            answers.append(answer)
        else:
            call = make(iter(requests) if method.client_streaming else requests[0], **options)
            for answer in call:
                answers.append(answer)
                if len(answers) == asked.get('cancel_after'):
                    call.cancel()
        code, details = call.code(), call.details()
    except grpc.RpcError as error:
        code, details = error.code(), error.details()
    shown = [json_format.MessageToDict(answer, including_default_value_fields=True, preserving_proto_field_name=True) for answer in answers]
    return {'code': code.value[0], 'details': details or '', 'answers': shown}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
