using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>A home with the small demo shop imported, for tests that only read it.</summary>
public sealed class TrainedShop : IAsyncLifetime
{
    readonly TemporaryHome _home = new();

    public BuiltConsole Console { get; } = new();

    internal string Home => _home.Folder;

    public async ValueTask InitializeAsync()
    {
        await Console.InitializeAsync();
        (await Console.RunAsync(Home, "import", Console.Shop, "--dataset", "shop")).Ends(0);
    }

    public async ValueTask DisposeAsync()
    {
        await Console.DisposeAsync();
        _home.Dispose();
    }

    internal Task<Outcome> RunAsync(params string[] arguments) => Console.RunAsync(Home, arguments);
}
