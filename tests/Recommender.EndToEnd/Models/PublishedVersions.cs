using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Stored;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;
using Recommender.EndToEnd.Data;
using Recommender.Storage.Datasets;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>A home with two versions of the model "beauty": the first learned from a shop, the second from the same lines with their items shuffled among them.</summary>
public sealed class PublishedVersions : IAsyncLifetime
{
    const string Recipe = "frequency";

    readonly TemporaryHome _home = new();
    readonly BuiltConsole _console = new();

    internal string Home => _home.Folder;

    /// <summary>The hashes of the data that each version learned from.</summary>
    internal List<string> Snapshots { get; } = [];

    internal StoredModel Model => new ModelStore(Path.Combine(Home, "models", HomeFolder.DefaultTenant)).Model("beauty");

    public async ValueTask InitializeAsync()
    {
        await _console.InitializeAsync();
        await PublishAsync(_console.Shop, "good");
        await PublishAsync(Shuffled(), "shuffled");
    }

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        _home.Dispose();
    }

    internal Task<Outcome> RunAsync(params string[] arguments) => _console.RunAsync(Home, arguments);

    internal string PathTo(string file) => _home.Path(file);

    async Task PublishAsync(string shop, string name)
    {
        (await RunAsync("import", shop, "--dataset", "shop")).Ends(0);
        await TrainAsync(Recipe, $"{name}/full");
        await TrainAsync(Recipe, $"{name}/recipe", "--split", "temporal");
        await TrainAsync("popularity", $"{name}/popularity", "--split", "temporal");

        var cancellation = TestContext.Current.CancellationToken;
        var home = HomeFolder.Open(Home);
        var dataset = DatasetReader.Read(home, home.Dataset(HomeFolder.DefaultTenant, "shop").Current, new(), cancellation);
        Snapshots.Add(dataset.Hash);
        using var draft = Model.Draft();
        using var full = ModelFolder.Open(_home.Path($"{name}/full"), cancellation);
        ModelFolder.Fill(draft.Folder, full.Trained);
        Evaluate(dataset, name, draft.Folder);
        Model.Publish(draft, full.Manifest, new("tester", DateTime.UnixEpoch.AddDays(Snapshots.Count), name), cancellation);
    }

    async Task TrainAsync(string trainer, string folder, params string[] options) =>
        (await RunAsync(["train", "--dataset", "shop", "--trainer", trainer, "--out", _home.Path(folder), .. options])).Ends(0);

    void Evaluate(Dataset dataset, string name, string folder)
    {
        var split = Split.Parse("temporal");
        var fold = split.Cut(dataset, TestContext.Current.CancellationToken);
        var hashes = CustomerHashes.Of(HomeFolder.Open(Home).Tenant(HomeFolder.DefaultTenant).Key!, fold.Cases.Names, TestContext.Current.CancellationToken);
        var tensors = new TensorWriter();
        EvaluationTensors.Write(new() { Dataset = "shop", Snapshot = dataset.Hash, Split = split, Trainers = [Measured($"{name}/recipe"), Measured($"{name}/popularity")] }, tensors);
        tensors.Save(Path.Combine(folder, "evaluation.safetensors"));
        KeyedHashes.Write(Path.Combine(folder, "evaluation.hashes"), hashes);
        File.WriteAllText(Path.Combine(folder, "metrics.json"), "{}");

        TrainerResult Measured(string model)
        {
            using var opened = ModelFolder.Open(_home.Path(model), TestContext.Current.CancellationToken);
            var evaluation = Evaluator.Evaluate(opened.Trained.Model, fold, new(), TestContext.Current.CancellationToken);
            return new() { Trainer = opened.Manifest.Trainer, Options = new Dictionary<string, string>(), Seconds = 1, PeakMegabytes = 1, Evaluation = evaluation with { Names = hashes } };
        }
    }

    // Who bought when stays as it was; what was bought is anybody's.
    string Shuffled()
    {
        var folder = _home.Path("shuffled shop");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(_console.Shop)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        var lines = File.ReadAllLines(_console.Purchases);
        var column = Array.IndexOf(lines[0].Split(','), "item_id");
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToArray();
        var items = rows.Select(row => row[column]).ToArray();
        new Random(5).Shuffle(items);
        for (var row = 0; row < rows.Length; row++) rows[row][column] = items[row];
        File.WriteAllLines(Path.Combine(folder, "purchases.csv"), [lines[0], .. rows.Select(row => string.Join(',', row))]);
        return folder;
    }
}
