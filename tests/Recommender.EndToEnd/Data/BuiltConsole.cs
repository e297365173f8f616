using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>The console, built once and then only started, and a small demo shop for it to work on.</summary>
public sealed class BuiltConsole : IAsyncLifetime
{
    readonly TemporaryHome _place = new();

    /// <summary>The folder of the small shop: 30,000 lines of purchases, items and customers.</summary>
    internal string Shop => _place.Path("shop");

    /// <summary>Another history of the same shop.</summary>
    internal string OlderShop => _place.Path("older");

    internal string Purchases => Path.Combine(Shop, "purchases.csv");

    internal Launch Launch { get; } = new() { Environment = new Dictionary<string, string> { ["RECOMMENDER_NO_BUILD"] = "1" } };

    public async ValueTask InitializeAsync()
    {
        (await new Launch().RunAsync("--version")).Ends(0);
        await GenerateAsync(Shop, lines: 30_000, seed: 17);
        await GenerateAsync(OlderShop, lines: 10_000, seed: 3);
    }

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }

    internal async Task GenerateAsync(string folder, long lines, int seed = 17) =>
        (await Launch.RunAsync("generate", "beauty", "--lines", $"{lines}", "--seed", $"{seed}", "--out", folder)).Ends(0);

    /// <summary>Runs a command in this home.</summary>
    internal Task<Outcome> RunAsync(string home, params string[] arguments) => (Launch with { Home = home }).RunAsync(arguments);

    /// <summary>Starts a command in this home and lets it run.</summary>
    internal Launched Start(string home, params string[] arguments) => (Launch with { Home = home }).Start(arguments);

    /// <summary>Imports into the dataset "shop" of this home, which must succeed.</summary>
    internal async Task<Outcome> ImportAsync(string home, string source, params string[] options) =>
        (await RunAsync(home, ["import", source, "--dataset", "shop", "--json", .. options])).Ends(0);
}
