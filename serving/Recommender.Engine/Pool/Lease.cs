namespace Recommender.Engine.Pool;

/// <summary>The right to read a live version until this is disposed, whatever goes live meanwhile.</summary>
public readonly struct Lease<T>(T version) : IDisposable where T : LiveVersion
{
    /// <summary>The version.</summary>
    public T Version => version;

    /// <summary>Lets go of the version.</summary>
    public void Dispose() => version?.LetGo();
}
