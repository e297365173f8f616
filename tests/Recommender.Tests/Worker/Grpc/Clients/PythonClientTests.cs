namespace Recommender.Tests.Worker.Grpc.Clients;

public sealed class PythonClientTests : ClientContract
{
    private protected override ClientProgram Start(int port) => ClientProgram.Python(port);
}
