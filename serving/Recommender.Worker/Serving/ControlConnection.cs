namespace Recommender.Worker.Serving;

/// <summary>Marks what came in over the worker's own Unix socket, which only its owner can open. The listener sets it, no caller can.</summary>
sealed class ControlConnection
{
    public static readonly ControlConnection Mark = new();

    ControlConnection()
    {
    }
}
