using Xunit;

namespace Recommender.EndToEnd.Launcher;

/// <summary>One small project, built once for all tests that only run it.</summary>
public sealed class BuiltProject : IAsyncLifetime
{
    internal SmallProject Project { get; } = new();

    public async ValueTask InitializeAsync() => (await Project.Launch.RunAsync()).Ends(0);

    public ValueTask DisposeAsync()
    {
        Project.Dispose();
        return ValueTask.CompletedTask;
    }
}
