using System.Security.Cryptography;
using System.Text.Json;
using Recommender.Core.Store;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Pipelines;

/// <summary>A home with the pipeline of a small shop, run by the real console.</summary>
sealed class SmallShop : IDisposable
{
    /// <summary>The first lines of every pipeline here.</summary>
    public const string Shop = """
        name: small
        dataset: small
        source: { generate: { shop: beauty, lines: 10000, seed: 3 } }

        """;

    /// <summary>What competes unless a test says otherwise: factors learn by sums whose order threads could change.</summary>
    public const string Contest = """
        trainers: [popularity, "implicit-als(factors=16,epochs=4)", ease: { lambda: 100..1000 }]
        tune: { trials: 3 }
        rules: { min_support: 0.002 }
        matrix: { min_count: 3 }
        gates: { beats_popularity: false }

        """;

    readonly TemporaryHome _home = new();

    readonly BuiltConsole _console;

    public SmallShop(BuiltConsole console, string rest = Contest) => (_console, File) = (console, _home.Write("small.yaml", Shop + rest));

    public string File { get; private set; }

    public StoredModel Model => new ModelStore(_home.Path("home/models/default")).Model("small");

    /// <summary>The folder of the one snapshot.</summary>
    public string Snapshot => Assert.Single(Directory.GetDirectories(_home.Path("home/data/default/small")), folder => !Path.GetFileName(folder).StartsWith('.'));

    /// <summary>Replaces the pipeline's file.</summary>
    public void Write(string rest) => File = _home.Write("small.yaml", Shop + rest);

    public Task<Outcome> RunAsync(params string[] arguments) => _console.Launch.RunAsync(["run", File, "--home", _home.Path("home"), "--json", .. arguments]);

    public Task<Outcome> SayAsync(params string[] arguments) => _console.Launch.RunAsync([.. arguments, "--home", _home.Path("home")]);

    public Launched Start() => _console.Launch.Start("run", File, "--home", _home.Path("home"), "--json");

    /// <summary>The hash of every safetensors file of every version, by its place in the store.</summary>
    public SortedDictionary<string, string> Weights()
    {
        var models = _home.Path("home/models");
        return new(Directory.EnumerateFiles(models, "*.safetensors", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(models, path), path => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(path)))), StringComparer.Ordinal);
    }

    public static bool[] Cached(Outcome run) => [.. run.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("cached").GetBoolean())];

    public static int Version(JsonElement run) => run.GetProperty("version").GetInt32();

    public void Dispose() => _home.Dispose();
}
