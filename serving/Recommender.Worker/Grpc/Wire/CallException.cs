using Recommender.Core;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>A call that ends with this status; the message goes to the client as it is.</summary>
sealed class CallException(StatusCode status, string message, Exception? innerException = null) : UserErrorException(message, innerException)
{
    public StatusCode Status => status;
}
