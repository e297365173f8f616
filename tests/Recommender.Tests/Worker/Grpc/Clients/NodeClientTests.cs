namespace Recommender.Tests.Worker.Grpc.Clients;

public sealed class NodeClientTests : ClientContract
{
    private protected override ClientProgram Start(int port) => ClientProgram.Node(port);
}
