using Google.Protobuf;
using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.V1;
using Recommender.Worker.Grpc.Wire;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>RecordEvents: takes down what happened in the shop.</summary>
static class RecordingEvents
{
    public static IMessage Answer(Storefront shop, RecordEventsRequest request) =>
        throw new CallException(StatusCode.Unimplemented, $"The {request.Events.Count} events for {shop.Shop.Tenant} were not recorded: this version keeps no events yet. Import purchases instead.");
}
