namespace Recommender.Worker.Telemetry.Health;

/// <summary>Counts the requests that are being answered, so that the worker can wait for those that came before it was told to end.</summary>
sealed class RequestsUnderWay
{
    volatile Crowd _crowd = new();

    /// <summary>A request has come; whoever answered it says so by <see cref="Crowd.Leave"/>.</summary>
    public Crowd Enter()
    {
        var crowd = _crowd;
        crowd.Enter();
        return crowd;
    }

    /// <summary>Done when every request that has come so far is answered; those to come are counted anew.</summary>
    public Task EndOfThose()
    {
        var crowd = _crowd;
        _crowd = new();
        crowd.Leave();
        return crowd.Gone;
    }
}
